"""A text as lines, without the space at either end; every offset is that of the text itself."""

import re
from dataclasses import dataclass

_SPACE = re.compile(r"[ \t\u3000\xa0\u2002-\u200b\ufeff]+")
_LONGEST = 500  # no head, field or signature is longer; the rest of a line need not be looked at
_BULLET = re.compile(r"^[•·●◆■★※▪\-*\s]+")


@dataclass(frozen=True)
class Line:
    """A line that is not empty: its words in narrow width without space at either end, and where they stand."""

    words: str
    start: int
    end: int

    @property
    def tight(self) -> str:
        """The words without any space."""
        return _SPACE.sub("", self.words)


def lines_of(plain: str) -> list[Line]:
    """All lines with words, without the bullets of web lists."""
    found, start = [], 0
    for raw in plain.splitlines(keepends=True):
        body = raw.rstrip()
        behind = len(_BULLET.match(body).group()) if _BULLET.match(body) else 0  # type: ignore[union-attr]
        lead = behind or len(body) - len(body.lstrip(" \t\u3000\xa0\u200b\ufeff"))
        if words := body[lead:].strip():
            found.append(Line(words[:_LONGEST], start + lead, start + lead + len(body[lead:])))
        start += len(raw)
    return found


def tight(words: str) -> str:
    """Words without any space, as two copies of a name are compared."""
    return _SPACE.sub("", words).replace("\n", "")
