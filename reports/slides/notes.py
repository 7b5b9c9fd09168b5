"""Notes and sources of a comparison on one slide or two: two columns, letters as large as all fits."""

from reports.slides.deck import HEIGHT, MARGIN, WIDTH, Deck, line_count, line_height
from wording.texts import text

_TOP, _BOTTOM, _GAP, _BETWEEN = 3.6, 1.4, 0.2, 1.2
_SIZES = (14, 13, 12, 11, 10)
_EASY = 12  # points below which two slides are better than a packed one
_ROOM = HEIGHT - _TOP - _BOTTOM
_WIDE = (WIDTH - 2 * MARGIN - _BETWEEN) / 2

Placed = tuple[str, int, float, float]  # words, column, centimetres from the top of the room, height


def note_slides(deck: Deck, title: str, words: list[str], lang: str) -> None:
    """The paragraphs, most important first, on one slide or, where it would be packed, on two of about equal length; what two cannot
    hold is counted at the end.
    """
    if any(_placed(words, size) for size in _SIZES if size >= _EASY):
        _slide(deck, title, words, lang)
        return
    half = _half(words)
    _slide(deck, title, words[:half], lang)
    if words[half:]:
        _slide(deck, text("reports.slide_continued", lang, title=title), words[half:], lang)


def _half(words: list[str]) -> int:
    """How many paragraphs stand on the first of two slides: those with half of the letters, or as many as it holds."""
    lengths = [len(said) for said in words]
    even = next(count for count in range(1, len(words) + 1) if 2 * sum(lengths[:count]) >= sum(lengths))
    return next(count for count in range(even, 0, -1) if count == 1 or _placed(words[:count], _SIZES[-2]))


def _slide(deck: Deck, title: str, words: list[str], lang: str) -> None:
    points, placed = next(((size, found) for size in _SIZES if (found := _placed(words, size))), (_SIZES[-1], None))
    held = len(words)
    while placed is None:
        held -= 1
        placed = _placed([*words[:held], text("reports.slide_notes_left", lang, count=len(words) - held)], points)
    slide = deck.slide(title)
    for said, column, top, high in placed:
        deck.text(slide, said, MARGIN + column * (_WIDE + _BETWEEN), _TOP + top, _WIDE, high, points)


def _placed(words: list[str], points: float) -> list[Placed] | None:
    """Where each paragraph stands, or None if they do not fit; a paragraph longer than a column is cut."""
    found: list[Placed] = []
    column, top = 0, 0.0
    for said in words:
        high = min(line_count(said, _WIDE, points) * line_height(points), _ROOM)
        if top + high > _ROOM:
            column, top = column + 1, 0.0
        if column > 1:
            return None
        found.append((said, column, top, high))
        top += high + _GAP
    return found
