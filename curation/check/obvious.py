"""Numerals whose role needs no thought: bare years, dates and lengths of time."""

import re

from curation.desk.draft import Draft, open_numerals, settle

_OBVIOUS = (
    ("date", re.compile(r"(19|20)\d{2}年|\d{1,2}月|\d{1,2}日")),
    ("term", re.compile(r"\d{1,2}(年|个月|天)")),
)
# 前 after a year and 以上 after a term make them goals or thresholds, which the curator decides.
_PERIOD = re.compile("以上|以内|以下|左右")


def settle_obvious(draft: Draft, text: str) -> Draft:
    """Years, dates and lengths of time that no row covers get their role; everything else is left to the curator."""
    for start, end, words in open_numerals(draft, text):
        role = next((name for name, pattern in _OBVIOUS if pattern.fullmatch("".join(words.split()))), "")
        if role and not _PERIOD.match(text[end : end + 3]):
            draft = settle(draft, start, end, role, text)
    return draft
