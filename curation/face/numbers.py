"""Document numbers after GB/T 9704: the office's letters, the year in brackets, the number."""

import re

NUMBER = re.compile(r"(?P<letters>[\u4e00-\u9fff]{1,10}(?:\([\u4e00-\u9fff]{1,6}\)[\u4e00-\u9fff]{0,4})?)\s*[〔\[【(〖﹝]\s*(?P<year>(?:19|20)\d\d)\s*(?:年)?[〕\]】)〗﹞]\s*第?\s*(?P<number>\d{1,4})\s*号")
# The shape of a number on a line of its own in which year or number cannot be read: left blank (〔2025〕  号), or damaged (〔2O16〕3l号).
UNREAD = re.compile(r"[\u4e00-\u9fff]{2,10}[〔\[【(][^〕\]】)]{0,8}[〕\]】)]第?[^\u4e00-\u9fff]{0,8}号")


def written(match: re.Match[str]) -> str:
    """The number in the form of the standard: brackets 〔〕, no spaces."""
    letters = re.sub(r"\s", "", match["letters"])
    return f"{letters}〔{match['year']}〕{int(match['number'])}号"


def year_of(number: str) -> str:
    """The year that a document number carries; empty for an order without one."""
    match = re.search(r"(?:19|20)\d\d", number)
    return match.group() if match else ""
