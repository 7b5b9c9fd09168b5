"""Support item by item in two columns of lines, so that no column is too narrow to read on a telephone."""

from functools import partial
from itertools import groupby

import pandas as pd

from components import paper
from components.escape import escape, roomy
from components.section import section
from wording.answer import Answer, Heading
from wording.texts import text

# column of the page -> columns of the comparison that stand in it, a line each; the figure needs no name
_JOINED = {"support.column.what": ("figure", "condition", "selection"), "support.column.who": ("payers", "departments")}
_OPENED = 2


def support_table(comparison: Answer) -> None:
    """One table per group, payments and what is none; the first two groups are open."""
    for place, (name, grouped) in enumerate(groupby(comparison.chart.rows, key=lambda row: row.group)):
        rows = list(grouped)
        section(escape(name), "", partial(_group, comparison, rows), key=f"support.{place}", expanded=place < _OPENED)


def _group(comparison: Answer, rows: list[Heading]) -> None:
    lang = comparison.selection.lang
    content = {text(key, lang): [_lines(comparison, row, columns) for row in rows] for key, columns in _JOINED.items()}
    paper.table(pd.DataFrame(content, index=pd.Index([escape(row.label) for row in rows], name=roomy(text("show.row", lang)))))


def _lines(comparison: Answer, row: Heading, columns: tuple[str, ...]) -> str:
    lang, lines = comparison.selection.lang, []
    for name in columns:
        cell = comparison.cell(row.key, name)
        if cell is not None and cell.words:
            named = text("support.cell_line", lang, name=text(f"support.column.{name}", lang), value=cell.words)
            lines.append(f"**{escape(cell.words)}**" if name == "figure" else escape(named))
    return "\n\n".join(lines)
