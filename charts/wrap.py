"""Breaking labels into lines: Chinese anywhere but before closing and after opening marks, Latin words at spaces."""

import re
import unicodedata

_PIECE = re.compile(r"\s+|[（(《“‘〔【]*[A-Za-z0-9.%〔〕\-]+|[（(《“‘〔【]+.|.", re.DOTALL)
_PART = re.compile(r"[^、；，：,;]*[、；，：,;]?\s*")
_CLOSING = "，。、；：！？)）》”’〕】,.;:!?%"


def width(words: str) -> int:
    """Width in half-width units: a hanzi counts two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in words)


def lines(words: str, limit: int) -> list[str]:
    """The words in lines of at most `limit` half-width units; a longer unbroken piece is cut."""
    found = [""]
    for piece in _pieces(words, limit):
        fits = width(found[-1]) + width(piece.rstrip()) <= limit
        if fits or (piece in _CLOSING and width(found[-1]) <= limit + 2) or not found[-1].strip():
            found[-1] += piece
        else:
            found.append(piece.lstrip())
    return [line.rstrip() for line in found if line.strip()] or [""]


def balanced(words: str, limit: int) -> list[str]:
    """`lines` that break at the marks of a list where they can, so that names stay whole."""
    found = [""]
    for part in _PART.findall(words):
        if width(found[-1]) + width(part.rstrip()) <= limit or not found[-1]:
            found[-1] += part
        else:
            found.append(part)
    return [line for part in found for line in lines(part.strip(), limit)]


def escaped(words: str) -> str:
    """Text that Plotly shows as it is: no tags, no line breaks, no control characters."""
    plain = "".join(" " if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") else character for character in words)
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrapped(words: str, limit: int) -> str:
    """The words for Plotly, with its line breaks."""
    return "<br>".join(escaped(line) for line in lines(words, limit))


def _pieces(words: str, limit: int) -> list[str]:
    found = []
    for match in _PIECE.finditer(words):
        piece = match.group()
        found += [piece[at : at + limit] for at in range(0, len(piece), limit)]
    return found
