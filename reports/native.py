"""A comparison as the charts of Office: categories and one series per kind of figure, so that hatching reaches the legend.

Office draws no label on a missing point, so what cannot be drawn stands as a category of its own, in words. Numbers are
those of the cells in axis units; a label is a number format ("≤"General), so that it follows an edited value.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from charts.marks import SHAPES, Bar, Group, Remark, groups, is_no_longer, named, shape_label, sign, turned
from charts.stack import LEAST
from charts.theme import part_colour
from charts.timeline import decimal_year
from charts.wrap import lines, width
from wording.answer import Answer
from wording.texts import label, text

_FORMATS = {"exact": "General", "ceiling": '"≤"General', "floor": '"≥"General', "range": '"–"General'}
_LINE = 40  # half-width letters of a category: more, and Office wraps or leaves out labels
_LABEL_LIMIT = 72
# draft or own proposal, no longer in force
_STATES = ((False, False), (True, False), (False, True))
_PERIODS = {(False, False): "final", (True, False): "draft", (False, True): "outdated"}


@dataclass(frozen=True)
class Series:
    """One column of the chart's data. `shape` decides its fill, `hue` its colour where it has one of its own; an `invisible` series only pushes the next one along."""

    name: str
    values: tuple[float | None, ...]
    shape: str
    is_tentative: bool = False
    is_outdated: bool = False
    number_format: str = "General"
    invisible: bool = False
    hue: str = ""


@dataclass(frozen=True)
class NativeChart:
    """One native chart: horizontal bars, stacked or one over the other. `low` and `high` are the ends of the axis, so that
    the parts of one comparison share a scale; None leaves an end to Office.
    """

    axis: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    is_stacked: bool = False
    low: float | None = None
    high: float | None = None

    @property
    def lines(self) -> float:
        """How many bars high it is, with the lines that the legend of a stack takes."""
        return len(self.categories) + (math.ceil(len(self.series) / 2) if self.is_stacked and not self.series[0].invisible else 0)


def native_charts(comparison: Answer, limit: int, most: int) -> tuple[NativeChart, ...]:
    """The comparison as at most `most` charts of about `limit` categories each; none for a pure matrix."""
    if comparison.chart.question == "shares":
        comparison = turned(comparison)
        return (_stack(comparison, groups(comparison), 100),) if groups(comparison) else ()
    question = comparison.chart.question
    if question == "timeline":
        chart = _timeline(comparison)
        return (chart,) if chart else ()
    if question not in ("magnitude", "change", "stack"):
        return ()
    found = groups(comparison)
    if question == "stack":
        return (_stack(comparison, found),) if found else ()
    high = round_end(max((bar.value for group in found for bar in group.bars), default=0))
    return tuple(_bars(comparison, part, high) for part in _parts(comparison, found, limit)[:most])


def drawn_rows(comparison: Answer, limit: int, most: int) -> tuple[int, int]:
    """How many of the rows that can be drawn stand in `native_charts`, and how many there are."""
    if comparison.chart.question not in ("magnitude", "change"):
        return 0, 0
    found = groups(comparison)
    return sum(len(part) for part in _parts(comparison, found, limit)[:most]), len(found)


def _parts(comparison: Answer, found: tuple[Group, ...], limit: int) -> list[list[Group]]:
    """The groups in runs of about equal length, none above the limit unless one group alone is."""
    sizes = [len(_categories(group, comparison.selection.lang)) for group in found]
    count = max(1, -(-sum(sizes) // limit))
    even = min(limit, -(-sum(sizes) // count) + 2)
    parts: list[list[Group]] = []
    size = limit
    for group, length in zip(found, sizes, strict=True):
        if size + length > even:
            parts.append([])
            size = 0
        parts[-1].append(group)
        size += length
    return parts


def _categories(group: Group, lang: str) -> list[tuple[str, Bar | None]]:
    """One category per bar; heading and remarks take as many empty ones as they have lines."""
    heading = lines(text("reports.chart_group", lang, row=group.row.label), _LINE)
    said = [line for remark in group.remarks for line in lines(_remark(remark, lang), _LINE)]
    bars = [(_short(named(bar.column, lang), _LINE), bar) for bar in group.bars]
    return [*((line, None) for line in heading), *bars, *((line, None) for line in said)]


def _remark(remark: Remark, lang: str) -> str:
    """南通2012、汕尾2021(草案)：本文件未见规定; more documents than fit a line are counted, since the table names them."""
    names = text("list.separator", lang).join(named(column, lang) for column in remark.columns)
    words = _short(remark.words) if remark.mark == "text" else label("mark", remark.mark, lang)
    said = text("chart.remark", lang, documents=names, words=words)
    if width(said) <= _LINE or len(remark.columns) == 1:
        return said
    return text("chart.remark", lang, documents=text("reports.other_documents", lang, count=len(remark.columns)), words=words)


def _short(words: str, limit: int = _LABEL_LIMIT) -> str:
    if width(words) <= limit:
        return words
    while width(words) > limit - 2:
        words = words[:-1]
    return f"{words}…"


def round_end(top: float) -> float | None:
    """A round end of the axis with room for the label of the longest bar."""
    if top <= 0:
        return None
    power = 10.0 ** math.floor(math.log10(top))
    return next(step * power for step in (1.2, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 10, 12) if step * power >= top * 1.12)


def _bars(comparison: Answer, part: list[Group], high: float | None) -> NativeChart:
    lang = comparison.selection.lang
    found = [line for group in part for line in _categories(group, lang)]
    bars = [bar for _, bar in found]
    kinds = {_kind(bar) for bar in bars if bar}
    series = [one for shape in SHAPES for state in _STATES if (shape, *state) in kinds for one in _of_kind(bars, (shape, *state), lang)]
    return NativeChart(comparison.chart.axis, tuple(name for name, _ in found), tuple(series), high=high)


def _kind(bar: Bar) -> tuple[str, bool, bool]:
    """Shape, whether it is a draft or own proposal, whether the document is no longer in force."""
    return bar.shape, bar.column.is_tentative, is_no_longer(bar.column)


def _of_kind(bars: list[Bar | None], kind: tuple[str, bool, bool], lang: str) -> list[Series]:
    """One series; a range has two, its upper end hatched behind its solid lower one."""
    shape, is_tentative, is_outdated = kind

    def values(end: Callable[[Bar], float | None]) -> tuple[float | None, ...]:
        return tuple(end(bar) if bar and _kind(bar) == kind else None for bar in bars)

    name = shape_label(shape, lang, is_tentative=is_tentative, is_outdated=is_outdated)
    upper = Series(name, values(lambda bar: bar.value), shape, is_tentative, is_outdated, _FORMATS[shape])
    if shape != "range":
        return [upper]
    lower = text("reports.range_low", lang, mark=name)
    return [upper, Series(lower, values(lambda bar: bar.low), "exact", is_tentative, is_outdated, _FORMATS["exact"])]


def _stack(comparison: Answer, found: tuple[Group, ...], high: float | None = None) -> NativeChart:
    """One category per column with a part, one series per row and kind of figure; `high` is the end of the axis, if it is known."""
    lang = comparison.selection.lang
    used = {bar.column.key for group in found for bar in group.bars}
    columns = [column for column in comparison.chart.columns if column.key in used]
    series = []
    for place, group in enumerate(found):
        for shape, is_tentative in dict.fromkeys((bar.shape, bar.column.is_tentative) for bar in group.bars):
            held = {bar.column.key: bar.value for bar in group.bars if (bar.shape, bar.column.is_tentative) == (shape, is_tentative)}
            kind = "" if shape == "exact" and not is_tentative else shape_label(shape, lang, is_tentative=is_tentative)
            name = f"{sign(place)} {text('row.variant', lang, row=group.row.label, variant=kind) if kind else group.row.label}"
            series.append(Series(_short(name), tuple(held.get(column.key) for column in columns), shape, is_tentative, number_format=_numbered(shape, place, high), hue=part_colour(group.row.key, place)))
    return NativeChart(comparison.chart.axis, tuple(named(column, lang) for column in columns), tuple(series), is_stacked=True, high=high)


def _numbered(shape: str, place: int, high: float | None) -> str:
    """The format of a label that begins with the number of its part, as the legend does; a part too narrow for its figure on an axis of known end has the number alone."""
    bound = _FORMATS[shape].removesuffix("General").strip('"')
    said = f'"{sign(place)} {bound}"General'
    return said if high is None else f'[>={LEAST * high:g}]{said};"{sign(place)}"'


def _timeline(comparison: Answer) -> NativeChart | None:
    """A bar from beginning to end per dated cell: an invisible series up to the beginning, then the length in years."""
    chart, today, lang = comparison.chart, decimal_year(comparison), comparison.selection.lang
    names: list[str] = []
    begins: list[float | None] = []
    lengths: dict[tuple[bool, bool], list[float | None]] = {state: [] for state in _STATES}
    for row in chart.rows:
        for column in chart.columns:
            cell = comparison.cell(row.key, column.key)
            if row.key not in chart.drawn or cell is None or not cell.words:
                continue
            first = cell.low if cell.low is not None else cell.high
            last = cell.high if cell.high is not None else max(today, first or today)
            name = text("row.variant", lang, row=named(row, lang), variant=named(column, lang)) if len(chart.columns) > 1 else named(row, lang)
            names.append(_short(name if first is not None else text("chart.remark", lang, documents=name, words=cell.words)))
            begins.append(first)
            mine = (row.is_tentative or column.is_tentative, is_no_longer(row) or is_no_longer(column))
            for state, held in lengths.items():
                held.append(max(last - first, 0.05) if state == mine and first is not None else None)
    dated = [first for first in begins if first is not None]
    if not dated:
        return None
    shown = [Series(text(f"reports.period_{_PERIODS[state]}", lang), tuple(held), "exact", *state, ";;;") for state, held in lengths.items() if any(value is not None for value in held)]
    base = Series(text("reports.period_begin", lang), tuple(begins), "exact", number_format=";;;", invisible=True)
    return NativeChart(chart.axis, tuple(names), (base, *shown), is_stacked=True, low=float(int(min(dated)) - 1))
