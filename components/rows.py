"""Rows of a matrix that are chosen, and columns that it is sorted by, with a click on the table itself.

`st.table` is a real table, which is read aloud, wraps and prints (docs/decisions/004-matrix-as-table.md), but answers no click. One small
script on the page tells which row or head was clicked; by the keyboard the same is done in the field below the table.
"""

from itertools import groupby

import streamlit as st

from components import filters, paper
from model.paths import ROOT
from wording.answer import Answer

_rows = st.components.v2.component("table_rows", html="<span hidden></span>", js=(ROOT / "components" / "rows.js").read_text(encoding="utf-8"))
_KEY = "table_rows"


def chosen_by_click(comparison: Answer, columns: tuple[str, ...] = ()) -> None:
    """Let the tables of a comparison be clicked. `columns` are the keys that its heads sort by, empty for a head that sorts by nothing."""
    if paper.is_on():
        return
    rows = comparison.chart.rows
    tables = {name(comparison, group): [row.key for row in held] for group, held in groupby(rows, key=lambda row: row.group)}
    tables[name(comparison)] = [row.key for row in rows]
    heads = [None, *(column or None for column in columns)]
    _rows(key=_KEY, data={"tables": tables, "columns": heads}, on_row_change=_take_row, on_sort_change=_take_sort)


def name(comparison: Answer, group: str = "") -> str:
    """What a table is called for those who cannot see it, and by which a click knows it."""
    return group or comparison.title


def _take_row() -> None:
    if row := filters.typed(_KEY).get("row"):
        filters.change(row=str(row))


def _take_sort() -> None:
    if column := filters.typed(_KEY).get("sort"):
        filters.sort_by(str(column))
