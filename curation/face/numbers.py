"""Document numbers after GB/T 9704: the office's letters, the year in brackets, the number."""

import re

NUMBER = re.compile(r"(?P<letters>[\u4e00-\u9fff]{1,10}(?:\([\u4e00-\u9fff]{1,6}\)[\u4e00-\u9fff]{0,4})?)\s*[〔\[【(〖﹝]\s*(?P<year>(?:19|20)\d\d)\s*(?:年)?[〕\]】)〗﹞]\s*第?\s*(?P<number>\d{1,4})\s*号")
BLANK = re.compile(r"[\u4e00-\u9fff]{2,10}\s*[〔\[【(]\s*(?:(?:19|20)[\dXx×*_ ]{0,2}|[Xx×*_ ]{2,4})\s*[〕\]】)]\s*(?:[Xx×*_ ]{0,6})\s*号")
# Orders and announcements carry a running number only.
ORDER = re.compile(r"(?P<office>[\u4e00-\u9fff]{2,20})?(?P<kind>令|公告|通告)?\s*\(?\s*(?P<year>(?:19|20)\d\d\s*年)?\s*第\s*(?P<number>\d{1,4}|[一二三四五六七八九十百]{1,5})\s*号\s*\)?")


def written(match: re.Match[str]) -> str:
    """The number in the form of the standard: brackets 〔〕, no spaces."""
    letters = re.sub(r"\s", "", match["letters"])
    return f"{letters}〔{match['year']}〕{int(match['number'])}号"


def year_of(number: str) -> str:
    """The year that a document number carries; empty for an order without one."""
    match = re.search(r"(?:19|20)\d\d", number)
    return match.group() if match else ""
