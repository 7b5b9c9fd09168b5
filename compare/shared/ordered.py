"""The rows of a matrix in the order of one of its columns, where the reader asks for it: groups stay together, what has no sum comes last."""

from dataclasses import replace

from model.comparison import MONEY_MARKS, Comparison, Heading, W
from model.selection import Selection


def sortable(comparison: Comparison[W]) -> tuple[str, ...]:
    """The columns whose sums the rows can be sorted by: those of documents side by side, on one axis of money."""
    chart = comparison.chart
    if chart.question != "magnitude" or chart.unit != "cny" or comparison.part not in ("", "side"):
        return ()
    return tuple(column.key for column in chart.columns)


def ordered(comparison: Comparison, selection: Selection) -> Comparison:
    """The comparison with its rows by the sums of the column that the selection sorts by (`-` downwards), else as it is."""
    column, is_down = selection.sort.removeprefix("-"), selection.sort.startswith("-")
    if column not in sortable(comparison):
        return comparison
    groups = list(dict.fromkeys(row.group for row in comparison.chart.rows))

    def place(row: Heading) -> tuple[int, bool, float]:
        cell = comparison.cell(row.key, column)
        value = cell.value if cell is not None and cell.mark in MONEY_MARKS and cell.unit == "cny" else None
        return groups.index(row.group), value is None, -(value or 0) if is_down else value or 0

    return replace(comparison, chart=replace(comparison.chart, rows=tuple(sorted(comparison.chart.rows, key=place))))
