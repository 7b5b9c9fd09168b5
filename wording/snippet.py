"""A short stretch of a longer text around the words that were searched for, cut where a person would cut it."""

from model.folding import folded, terms

MOST = 90  # characters of a snippet
_BORDERS = "。；，、：;,.:!?！？（）() "


def snippet(parts: tuple[str, ...], words: str) -> str:
    """The first part that holds a word of the search, around it; else the beginning of the first part that says something.

    It begins and ends at a mark or a space, never inside a word, and says with … that there is more.
    """
    wanted = terms(words)
    for part in parts:
        place = next((at for term in wanted if (at := found(part, term)) is not None), None)
        if place is not None:
            return cut(part, place)
    return cut(next((part for part in parts if part), ""), 0)


def found(part: str, term: str) -> int | None:
    """Where a term stands in a text, or None: the last place from which the rest of the text still holds it."""
    if term not in folded(part):
        return None
    low, high = 0, len(part)
    while high - low > 1:  # the rest from `low` holds the term, that from `high` does not
        middle = (low + high) // 2
        low, high = (middle, high) if term in folded(part[middle:]) else (low, middle)
    return low


def cut(part: str, place: int, most: int = MOST) -> str:
    """At most about `most` characters of a text around a place, from mark to mark."""
    if len(part) <= most:
        return part
    start = _after_border(part, max(0, min(place - most // 3, len(part) - most)), place)
    end = _before_border(part, min(len(part), start + most), place)
    return ("…" if start else "") + part[start:end].strip() + ("…" if end < len(part) else "")


def _after_border(part: str, start: int, place: int) -> int:
    """The first place from `start` that follows a mark, not beyond `place`."""
    return next((at for at in range(start, place + 1) if at == 0 or part[at - 1] in _BORDERS), place)


def _before_border(part: str, end: int, place: int) -> int:
    """The last mark up to `end`, not before `place`; the end itself if there is none."""
    if end == len(part):
        return end
    return next((at for at in range(end, place, -1) if part[at] in _BORDERS), end)
