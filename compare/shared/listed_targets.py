"""The goals of a question as a list."""

from functools import partial

from compare.shared.difference import of_ends
from compare.shared.listing import DOCUMENT, PLACE, Entry, Kind, list_of, nothing
from compare.shared.target_rows import span
from loaders import goals
from loaders.paging import Rows
from loaders.queries import Row
from model.comparability import compare_targets
from model.comparison import Verdict
from model.saying import Words, goal_of, label, own, small, text


def _narrowed(rows: Rows, row: str) -> Rows:
    """The goals of one indicator and level, where one is chosen."""
    line = goals.line_of(row)
    if line is None:
        return rows
    return Rows(rows.table, rows.selection.having(indicators=(line.indicator,), levels=() if line.level == "none" else (line.level,)))


def _figure(target: Row) -> tuple[str, Words, float | None, float | None, str]:
    mark, low, high = span(target)
    return mark, goal_of(target), low, high, target["unit"] if mark != "text" else ""


def _gap(verdict: Verdict, own: Row, other: Row) -> Words:
    return of_ends(verdict, span(own)[1:], span(other)[1:], other["unit"], "list")


def _title(entry: Entry) -> Words:
    return title(goals.line(entry.row))


def title(line: goals.Line) -> Words:
    """The words of a definition: indicator, level, and whether it is a growth, a ratio or a total."""
    name = label("indicator", line.indicator)
    return name if line.level == "none" else text("row.title_level", title=name, level=text("row.level", level=small(label("recognition_level", line.level))))


TARGETS = Kind(
    line=goals.line, narrowed=_narrowed, figure=_figure, compare=compare_targets, gap=_gap, scale=("percent", 1),
    fields={
        **PLACE, "title": _title, "figure": nothing, "year": lambda entry: str(entry.row["target_year"] or ""),
        "basis": lambda entry: label("target_basis", entry.row["basis"]), "scope": lambda entry: own(entry.row, "scope"), **DOCUMENT,
    },
    usual=("province", "title", "figure", "year", "status", "difference"),
    named={"figure": "goal", "title": "indicator"},
)

list_of_targets = partial(list_of, TARGETS)
