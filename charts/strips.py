"""Where the points of a distribution stand, on screen and in the native charts of Office alike: each strip with its points and quartiles."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from model.status import CURRENT
from wording.answer import Answer, Heading, Point

KINDS = ("exact", "bound", "outdated", "tentative", "several")
BAND = 0.36  # how far equal points spread from the middle of their strip
MIDDLE = 0.6  # of a strip, below its name
_COLUMN = 9  # equal points that stand above each other before the next ones close up
_YEAR_STEP, _YEAR_MOST = 0.06, 0.42  # years that equal goals stand apart


@dataclass(frozen=True)
class Placed:
    """A point with its place: `x` in axis units, `y` in strips from the top, of a goal its value."""

    x: float
    y: float
    point: Point


@dataclass(frozen=True)
class Strip:
    """One drawn row: its points, and in axis units lower quartile, median and upper quartile if they may be said."""

    row: Heading
    place: int
    points: tuple[Placed, ...]
    quartiles: tuple[float, float, float] | None


def strips(comparison: Answer) -> tuple[Strip, ...]:
    """The drawn strips that hold a point, in the order of the chart; of a grid by document a strip is a column."""
    chart = comparison.chart
    named = {row.key: row for row in (*chart.rows, *chart.columns)}
    held: dict[str, list[Point]] = defaultdict(list)
    for one in comparison.points:
        held[one.row].append(one)
    rows = [named[key] for key in chart.drawn if key in named and held[key]]
    return tuple(Strip(row, place, tuple(_stacked(held[row.key], chart.scale, place)), _quartiles(comparison, row.key)) for place, row in enumerate(rows))


def by_year(comparison: Answer) -> tuple[Placed, ...]:
    """Each goal at its target year and value; equal ones stand beside each other, those without a year nowhere."""
    seen: Counter[tuple[int, float]] = Counter()
    found = []
    for one in comparison.points:
        if one.at is None:
            continue
        value = one.value / comparison.chart.scale
        number = seen[one.at, value]
        seen[one.at, value] += 1
        offset = min((number + 1) // 2 * _YEAR_STEP, _YEAR_MOST)
        found.append(Placed(one.at + (-offset if number % 2 else offset), value, one))
    return tuple(found)


def kind_of(point: Point) -> str:
    """How a point is drawn: exact, bound, tentative, outdated, or several where equal ones are counted together."""
    if point.count > 1:
        return "several"
    if point.is_tentative:
        return "tentative"
    if point.status and point.status not in CURRENT:
        return "outdated"
    return "exact" if point.mark == "exact" else "bound"


def of_kinds(placed: Iterable[Placed]) -> dict[str, list[Placed]]:
    """The points by how they are drawn, in the order of a legend."""
    found: dict[str, list[Placed]] = {}
    for kind in KINDS:
        if held := [one for one in placed if kind_of(one.point) == kind]:
            found[kind] = held
    return found


def _stacked(points: list[Point], scale: float, place: int) -> Iterable[Placed]:
    """Equal ones around the middle of the strip, the named ones last and so on top."""
    columns: dict[float, list[Point]] = defaultdict(list)
    for one in points:
        columns[one.value / scale].append(one)
    for x, held in columns.items():
        step = min(2 * BAND / _COLUMN, 2 * BAND / len(held))
        for number, one in enumerate(sorted(held, key=lambda one: one.is_marked)):
            offset = (number + 1) // 2 * step
            yield Placed(x, place + MIDDLE + (-offset if number % 2 else offset), one)


def _quartiles(comparison: Answer, row: str) -> tuple[float, float, float] | None:
    found = [cell.low / comparison.chart.scale for name in ("low", "median", "high") if (cell := comparison.cell(row, name)) and cell.low is not None]
    return (found[0], found[1], found[2]) if len(found) == 3 else None
