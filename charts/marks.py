"""What of an Answer can be drawn on its one axis, and how each figure is labelled.

Shared by the charts on screen and the native charts of Office, so that both draw the same numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.comparison import MONEY_MARKS, NUMBER_MARKS
from model.status import OUTDATED
from wording.answer import Answer, Cell, Heading
from wording.formats import number
from wording.texts import label, text

SHAPES = ("exact", "ceiling", "floor", "range")
_PAYMENT = "payment"
ROW_LIMIT = 60


@dataclass(frozen=True)
class Bar:
    """One drawn figure. `low` and `high` are in axis units (yuan divided by the scale); an open end is None.

    `place` is that of the column; `label` what stands at the end of the bar, as ≤100.
    """

    cell: Cell
    column: Heading
    place: int
    shape: str
    low: float | None
    high: float | None
    label: str

    @property
    def value(self) -> float:
        """The length of the bar: the upper end, or the lower one of a floor."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return max(ends)


@dataclass(frozen=True)
class Remark:
    """Cells of one row that cannot stand on the axis and say the same: their words instead of a bar."""

    words: str
    mark: str
    columns: tuple[Heading, ...]


@dataclass(frozen=True)
class Group:
    """One row of the comparison with its bars and what is said instead of a bar."""

    row: Heading
    bars: tuple[Bar, ...]
    remarks: tuple[Remark, ...]


def shape(cell: Cell) -> str:
    """exact, ceiling, floor or range, from the ends that the cell has."""
    if cell.low is None:
        return "ceiling"
    if cell.high is None:
        return "floor"
    return "exact" if cell.low == cell.high else "range"


def shape_label(name: str, lang: str, *, is_tentative: bool = False, is_outdated: bool = False) -> str:
    """The words of a shape in a legend; a draft, an own proposal and what is no longer in force say so."""
    said = label("mark", name, lang)
    if is_outdated:
        return text("chart.outdated", lang, mark=said)
    return text("chart.tentative", lang, mark=said) if is_tentative else said


def is_no_longer(heading: Heading) -> bool:
    """Whether a document was in force and is not any more, on the day of the comparison."""
    return heading.status in OUTDATED


def sign(place: int) -> str:
    """The number in a circle that stands in the legend and at every mark of one document or part, so that they are told apart without colour."""
    return chr(0x2460 + place) if place < 20 else f"({place + 1})"


def named(heading: Heading, lang: str) -> str:
    """A column or row as pictures name it: 威海2018(已废止)."""
    return text("reports.with_status", lang, document=heading.label, status=label("status", heading.status, lang)) if is_no_longer(heading) else heading.label


def hue_places(columns: Sequence[Heading]) -> dict[str, int]:
    """The place of each column's hue: papers of one city share it, what has no city has its own."""
    order = list(dict.fromkeys(column.city_id or column.key for column in columns))
    return {column.key: order.index(column.city_id or column.key) for column in columns}


def value_label(cell: Cell, scale: float, lang: str) -> str:
    """The figure in axis units with its bound: 100, ≤100, ≥30, 10–20."""
    ends = {name: number(end / scale, lang) for name, end in (("low", cell.low), ("high", cell.high)) if end is not None}
    return text(f"chart.label_{shape(cell)}", lang, **ends)


def turned(comparison: Answer) -> Answer:
    """Shares (rows are wholes, columns their parts) as a stack has them, the parts as rows; a whole without any share keeps the words that say why."""
    chart = comparison.chart
    shares = [cell for cell in comparison.cells if cell.row in chart.drawn and cell.mark in NUMBER_MARKS]
    held, wholes = {cell.column for cell in shares}, {cell.row for cell in shares}
    parts = [column for column in chart.columns if column.key in held]
    said = {cell.row: cell for cell in comparison.cells if cell.row not in wholes and cell.words}
    cells = [*shares, *(replace(why, column=part.key) for why in said.values() for part in parts)]
    return replace(comparison, cells=tuple(replace(cell, row=cell.column, column=cell.row) for cell in cells),
                   chart=replace(chart, question="stack", rows=tuple(parts), columns=chart.rows, drawn=tuple(part.key for part in parts)))


def groups(comparison: Answer) -> tuple[Group, ...]:
    """The drawn rows of a comparison with their bars, the chosen one first, else in the order of the chart; rows without any bar are left out."""
    if comparison.chart.question == "shares":
        comparison = turned(comparison)
    chart = comparison.chart
    family = _family_of(comparison)
    found = [_group(comparison, row, family) for row in chart.rows if row.key in chart.drawn]
    return tuple(sorted((group for group in found if group.bars), key=lambda group: group.row.key != comparison.selection.row))


def is_drawn(cell: Cell, unit: str, family: str) -> bool:
    """Whether a cell may stand on an axis of `unit`: payments with payments only, any other kind with its own."""
    return cell.mark in NUMBER_MARKS and cell.unit == unit and cell.value is not None and _family(cell) == family


def _family(cell: Cell) -> str:
    return _PAYMENT if cell.mark in MONEY_MARKS else cell.mark


def _family_of(comparison: Answer) -> str:
    """The one kind of figure the axis is for: payments if any drawn row has one, else the first kind found."""
    chart = comparison.chart
    drawn = set(chart.drawn)
    found = [_family(cell) for cell in comparison.cells if cell.row in drawn and cell.mark in NUMBER_MARKS and cell.unit == chart.unit]
    return _PAYMENT if _PAYMENT in found or not found else found[0]


def _group(comparison: Answer, row: Heading, family: str) -> Group:
    chart, lang = comparison.chart, comparison.selection.lang
    bars: list[Bar] = []
    said: dict[tuple[str, str], list[Heading]] = {}
    for place, column in enumerate(chart.columns):
        cell = comparison.cell(row.key, column.key)
        if cell is None or not (cell.words or cell.value is not None):
            continue
        if is_drawn(cell, chart.unit, family):
            low, high = (None if end is None else end / chart.scale for end in (cell.low, cell.high))
            bars.append(Bar(cell, column, place, shape(cell), low, high, value_label(cell, chart.scale, lang)))
        else:
            said.setdefault((cell.words, cell.mark), []).append(column)
    if chart.question == "magnitude" and comparison.selection.order == "value":
        bars.sort(key=lambda bar: -bar.value)
    remarks = tuple(Remark(words, mark, tuple(columns)) for (words, mark), columns in said.items())
    if comparison.selection.order == "value":  # the reader's visible choice; the default is the date of the document
        bars.sort(key=lambda bar: -bar.value)
    return Group(row, tuple(bars), remarks)
