"""The mark of release that a paper carries below its text, or that its page states."""

import re

from curation.face.found import Found
from curation.face.layout import Layout

_MARKS = (
    ("internal", re.compile(r"\(?(?:此件|本文|该件)?(?:不予公开|不公开)(?:发布)?\)?")),
    ("on_request", re.compile(r"\(?(?:此件|本文|该件)?依申请公开\)?")),
    ("public", re.compile(r"\(?(?:此件|本文|该件|本件)(?:主动)?公开(?:发布)?\)?|\(?主动公开\)?")),
)
_LABEL = re.compile(r"(?:信息)?公开(?:属性|选项|方式|类别|形式)\s*:?\s*")


def release_of(words: str) -> str:
    """The code of `release_attribute` that a mark stands for; empty if the words are no mark."""
    plain = _LABEL.sub("", re.sub(r"\s", "", words)).strip("()。 ")
    return next((code for code, pattern in _MARKS if pattern.fullmatch(plain)), "")


def read_release(held: Layout) -> Found | None:
    """The mark that stands alone on a line."""
    for line in held.lines:
        if len(line.tight) <= 16 and (code := release_of(line.words)):
            return Found("release_attribute", code, "stated", "mark", line.start, line.end)
    return None
