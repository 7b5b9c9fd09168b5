"""A distribution as the XY chart of Office: one series per kind of point, so that the legend says what a mark means without colour.

Names of strips and of chosen documents are labels of points; a line between missing points is broken, so that medians of all
strips are one series. Numbers are those of the points in axis units; equal ones of a strip stand apart as on screen, equal goals of a year on top of each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from charts.strips import BAND, MIDDLE, Placed, Strip, by_year, of_kinds, strips
from model.proposal import PROPOSAL
from reports.native import round_end
from wording.answer import Answer
from wording.texts import text

_SIZES = (7, 12, 18)  # points of a mark, by how many figures are the same
_NEAR = 0.12  # of the axis: names of nearer points stand below and above in turn, those of points at its ends beside them
_STRIP_LINES = 3.0  # a strip is as high as so many bars
_GOAL_LINES = 14.0


@dataclass(frozen=True)
class Dot:
    """A point in axis units, with the document and its figure in words; without a place it breaks a line."""

    x: float | None = None
    y: float | None = None
    name: str = ""
    words: str = ""


@dataclass(frozen=True)
class Dots:
    """One series. `kind` decides its mark: exact, bound, outdated, tentative, several, named, own, middle, median or heading.

    `names` is where the names of its points stand, empty for none; `is_extra` leaves it out of the legend, since another stands there for it.
    """

    name: str
    kind: str
    dots: tuple[Dot, ...]
    size: int = 7
    names: str = ""
    is_extra: bool = False


@dataclass(frozen=True)
class Scatter:
    """One XY chart: titles and ends of both axes. Without a title `up` is only the place of strips and is not shown."""

    axis: str
    up: str
    series: tuple[Dots, ...]
    left: float
    right: float
    top: float
    step: float | None
    lines: float


def scatter(comparison: Answer) -> Scatter | None:
    """The chart of a distribution or of goals by year; None for any other question and without a point."""
    question = comparison.chart.question
    if question == "spread":
        return _spread(comparison)
    return _goals(comparison) if question == "goals" else None


def _spread(comparison: Answer) -> Scatter | None:
    drawn, lang = strips(comparison), comparison.selection.lang
    if not drawn:
        return None
    count = len(drawn)
    placed = [Placed(one.x, round(count - one.y, 4), one.point) for strip in drawn for one in strip.points]
    right = round_end(max(one.x for one in placed)) or 1
    heads = tuple(Dot(0, round(count - strip.place - 0.12, 4), strip.row.label) for strip in drawn)
    series = (*_quartiles(drawn, count, lang), *_kinds(placed, "spread", lang), *_named(placed, 0, right, lang), Dots(text("reports.row", lang), "heading", heads, names="right", is_extra=True))
    return Scatter(comparison.chart.axis, "", series, 0, right, count, None, 2 + _STRIP_LINES * count)


def _goals(comparison: Answer) -> Scatter | None:
    lang = comparison.selection.lang
    # in the year itself: in a table of numbers the small step that sets equal ones apart on screen would be a wrong year
    placed = [Placed(one.point.at or 0, one.y, one.point) for one in by_year(comparison)]
    if not placed:
        return None
    years = [one.x for one in placed]
    left, right = min(years) - 1, max(years) + 1
    series = (*_kinds(placed, "goals", lang), *_named(placed, left, right, lang))
    step = 1 if right - left <= 12 else 2 if right - left <= 24 else 5
    return Scatter(text("goals.axis_year", lang), comparison.chart.axis, series, left, right, round_end(max(one.y for one in placed)) or 1, step, _GOAL_LINES)


def _quartiles(drawn: Iterable[Strip], count: int, lang: str) -> tuple[Dots, ...]:
    """The middle half as a broad line along each strip, the median as a line across it."""
    middle: list[Dot] = []
    median: list[Dot] = []
    for strip in drawn:
        if strip.quartiles is None:
            continue
        low, at, high = strip.quartiles
        y, name = round(count - strip.place - MIDDLE, 4), strip.row.label
        middle += [Dot(low, y, name, text("spread.low", lang)), Dot(high, y, name, text("spread.high", lang)), Dot()]
        median += [Dot(at, round(y - BAND, 4), name, text("spread.median", lang)), Dot(at, round(y + BAND, 4), name, text("spread.median", lang)), Dot()]
    if not middle:
        return ()
    return Dots(text("spread.quartile_box", lang), "middle", tuple(middle[:-1])), Dots(text("spread.median_line", lang), "median", tuple(median[:-1]))


def _kinds(placed: list[Placed], names: str, lang: str) -> list[Dots]:
    found = []
    for kind, held in of_kinds(placed).items():
        if kind == "several":
            found += _sized(held, lang)
        else:
            found.append(Dots(text(f"{names}.kind_{kind}", lang), kind, tuple(_dot(one) for one in held)))
    return found


def _sized(held: list[Placed], lang: str) -> list[Dots]:
    """Points that stand for several figures in three sizes, each named after how many it stands for."""
    most = max(one.point.count for one in held)
    sizes: dict[int, list[Placed]] = {}
    for one in held:
        sizes.setdefault(min(int(3 * (one.point.count / most) ** 0.5), 2), []).append(one)
    found = []
    for place, group in sorted(sizes.items()):
        counts = [one.point.count for one in group]
        name = text("spread.several_same" if min(counts) == max(counts) else "spread.several_of", lang, low=min(counts), high=max(counts))
        found.append(Dots(name, "several", tuple(_dot(one) for one in group), _SIZES[place]))
    return found


def _named(placed: list[Placed], left: float, right: float, lang: str) -> list[Dots]:
    """The chosen documents and the own one, named beside a mark around their point; a series for each place of a name, the first in the legend."""
    held: dict[tuple[str, str], list[Dot]] = {}
    last: tuple[int, float, str] | None = None
    for one in sorted((one for one in placed if one.point.is_marked), key=lambda one: (-int(one.y), one.x)):
        kind = "own" if one.point.is_own or one.point.document_id == PROPOSAL else "named"
        names = _side((one.x - left) / (right - left))
        if last and last[0] == int(one.y) and one.x - last[1] < (right - left) * _NEAR and last[2] == names == "above":
            names = "below"
        last = (int(one.y), one.x, names)
        held.setdefault((kind, names), []).append(_dot(one))
    found = [Dots(text(f"spread.{kind}", lang), kind, tuple(dots), names=names) for (kind, names), dots in held.items()]
    first = {one.kind: one for one in reversed(found)}
    return [*first.values(), *(replace(one, is_extra=True) for one in found if one is not first[one.kind])]


def _side(share: float) -> str:
    """Where the name of a point stands, by how far along the axis it is."""
    return "right" if share < _NEAR else "left" if share > 1 - _NEAR else "above"


def _dot(one: Placed) -> Dot:
    return Dot(one.x, one.y, one.point.label, one.point.words)
