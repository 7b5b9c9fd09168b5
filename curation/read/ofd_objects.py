"""The objects on an OFD page: where each character of a text stands, and the straight pieces of a path."""

import math
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from curation.read.package import attribute, local
from curation.read.page import Glyph, Rule
from curation.read.word_styles import child

# Above and below the baseline, in the size of the font.
_ABOVE, _BELOW = 0.88, 0.12

Matrix = tuple[float, float, float, float, float, float]


class Character(NamedTuple):
    """A character of a text object: its place in the object, how far it reaches, and whether a blank stands before it."""

    word: str
    x: float
    y: float
    width: float
    spaced: bool


def characters(held: Any, size: float, room: float) -> Iterator[Character]:
    """Every character of a text object; one that stands alone reaches as far as the object's room."""
    alone = sum(len((part.text or "").strip()) for part in held if local(part) == "TextCode") == 1 and room <= 1.3 * size
    x = y = 0.0
    for code in (part for part in held if local(part) == "TextCode"):
        x = numbers(attribute(code, "X"), 1)[0] if attribute(code, "X") else x
        y = numbers(attribute(code, "Y"), 1)[0] if attribute(code, "Y") else y
        across, down = _steps(attribute(code, "DeltaX")), _steps(attribute(code, "DeltaY"))
        spaced = False
        for place, character in enumerate((code.text or "").replace("\r", "").replace("\n", "")):
            usual = size if ord(character) > 0x2E7F else size / 2
            step = across[place] if place < len(across) else (0.0 if place < len(down) else usual)
            if character.strip():
                yield Character(character, x, y, room if alone else min(max(step, usual), 1.2 * size) if step else usual, spaced)
            spaced = not character.strip()
            x += step
            y += down[place] if place < len(down) else 0.0


def glyph_of(held: Character, size: float, matrix: Matrix, corner: list[float]) -> Glyph:
    """A character at its place on the page."""
    a, b, c, d, e, f = matrix
    left, base = corner[0] + a * held.x + c * held.y + e, corner[1] + b * held.x + d * held.y + f
    height, width = size * (math.hypot(c, d) or 1.0), held.width * (math.hypot(a, b) or 1.0)
    return Glyph(held.word, left, base - _ABOVE * height, left + width, base + _BELOW * height, spaced=held.spaced)


def _steps(words: str) -> list[float]:
    """Distances from character to character; `g 3 5` says three times 5."""
    parts = words.split()
    steps: list[float] = []
    place = 0
    while place < len(parts) and len(steps) < 100_000:
        if parts[place] == "g" and place + 2 < len(parts):
            steps += [_number(parts[place + 2])] * min(int(abs(_number(parts[place + 1]))), 10_000)
            place += 3
        else:
            steps.append(_number(parts[place]))
            place += 1
    return steps


def rules_of(held: Any) -> list[Rule]:
    """The level and upright pieces of a path."""
    data = child(held, "AbbreviatedData")
    corner, (a, b, c, d, e, f) = numbers(attribute(held, "Boundary"), 4), matrix_of(held)
    parts = re.findall(r"[A-Za-z]|-?[\d.]+(?:[eE]-?\d+)?", (data.text or "") if data is not None else "")[:20_000]
    found: list[Rule] = []
    points: list[tuple[float, float]] = []
    start = (0.0, 0.0)
    place = 0
    while place < len(parts):
        order = parts[place]
        place += 1
        count = {"M": 1, "S": 1, "L": 1, "Q": 2, "B": 3}.get(order, 0)
        held_points = [(_number(parts[at]), _number(parts[at + 1])) for at in range(place, min(place + 2 * count, len(parts) - 1), 2)]
        place += 2 * count
        points = [(corner[0] + a * x + c * y + e, corner[1] + b * x + d * y + f) for x, y in held_points] if held_points else points
        if order in "MS" and points:
            start = first = points[-1]
        elif order == "L" and points:
            found += _rule(start, points[-1])
            start = points[-1]
        elif order == "C" and found:
            found += _rule(start, first)
    return found


def _rule(first: tuple[float, float], last: tuple[float, float]) -> list[Rule]:
    left, right, top, bottom = min(first[0], last[0]), max(first[0], last[0]), min(first[1], last[1]), max(first[1], last[1])
    if min(right - left, bottom - top) > 0.4 or max(right - left, bottom - top) < 2:
        return []
    middle = ((left + right) / 2, (top + bottom) / 2)
    return [Rule(left, middle[1], right, middle[1]) if right - left > bottom - top else Rule(middle[0], top, middle[0], bottom)]


def matrix_of(held: Any) -> Matrix:
    """The matrix that turns and scales an object."""
    words = attribute(held, "CTM")
    a, b, c, d, e, f = numbers(words, 6) if words else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return a, b, c, d, e, f


def numbers(words: str, count: int) -> list[float]:
    """So many numbers of a list; what is missing or no number is 0."""
    held = [_number(part) for part in words.split()[:count]]
    return held + [0.0] * (count - len(held))


def _number(words: str) -> float:
    try:
        value = float(words)
    except ValueError:
        return 0.0
    return value if math.isfinite(value) and abs(value) < 1e6 else 0.0
