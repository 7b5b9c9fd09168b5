"""The matrix in groups, for views whose rows fall under headings."""

from dataclasses import replace
from itertools import groupby

import streamlit as st

from components.escape import escape
from components.matrix import matrix
from model.comparison import Comparison, Heading


def grouped_matrix(comparison: Comparison, *, opened: int = 1) -> None:
    """One table per group of rows; the first `opened` groups are open, a table without groups stands as it is."""
    groups = [(name, list(rows)) for name, rows in groupby(comparison.chart.rows, key=lambda row: row.group)]
    for place, (name, rows) in enumerate(groups):
        if not name and len(groups) == 1:
            matrix(comparison)
            return
        with st.expander(escape(name), expanded=place < opened):
            matrix(_only(comparison, rows))


def _only(comparison: Comparison, rows: list[Heading]) -> Comparison:
    return replace(comparison, chart=replace(comparison.chart, rows=tuple(rows)))
