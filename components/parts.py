"""The three parts of a page with many documents: distribution, few side by side, and the list of all rows."""

from typing import Any

import pandas as pd
import streamlit as st

from compare.registry import VIEWS
from compare.shared.listed_awards import AWARDS, list_of_awards
from compare.shared.listed_targets import TARGETS, list_of_targets
from compare.shared.listing import sort_of, sorts
from compare.shared.view import View
from components import filters, paper, show
from components.columns import pager
from components.escape import escape
from components.matrix import OWN
from components.report_error import report_error
from components.section import section
from loaders.snapshot import Tables
from reports.tables import matrix as matrix_of
from wording.answer import Answer, answer
from wording.texts import text


def switch(comparison: Answer) -> None:
    """The choice of the part, where there are several; paper shows the one of the link."""
    lang = comparison.selection.lang
    if comparison.parts and not paper.is_on():
        filters.choose_part(text("part.label", lang), comparison.parts, comparison.part, lang)


def shown(view: View, tables: Tables, comparison: Answer) -> bool:
    """Show the distribution or the list, if the comparison is one of them; False for documents side by side."""
    if comparison.part == "spread":
        distribution(view, tables, comparison)
    elif comparison.part == "list":
        listing(comparison, view.rows(tables, comparison.selection).table)
    return comparison.part in ("spread", "list")


def distribution(view: View, tables: Tables, comparison: Answer) -> None:
    """The strip that the sentence is about, the chart, its figures one by one, and how many documents stand behind each strip."""
    lang, selection = comparison.selection.lang, comparison.selection
    rows = {row.key: row.label for row in comparison.chart.rows}
    chosen = filters.choose_row(text("spread.row_pick", lang), list(rows), rows, selection)
    show.chart(comparison, f"{comparison.chart.question}.legend")
    list_rows = list_of_targets if comparison.chart.question == "goals" else list_of_awards
    listed = answer(list_rows(view, tables, view.in_force(tables, selection.having(row=chosen))), lang)
    listing(listed, "targets" if comparison.chart.question == "goals" else "awards")
    section(text("spread.counts", lang), ":material/table:", lambda: paper.table(_escaped(comparison)), key="counts")


def listing(comparison: Answer, table: str) -> None:
    """A page of the rows of a table (awards or targets), which column sorts them and which columns stand; choosing a row opens its clause."""
    lang, selection = comparison.selection.lang, comparison.selection
    if comparison.empty_because:
        st.caption(escape(comparison.empty_because))
        return
    if paper.is_on():
        paper.table(_escaped(comparison))
        return
    kind = TARGETS if table == "targets" else AWARDS
    filters.list_choices(selection, sort_of(VIEWS[comparison.view], table, selection), sorts(table), tuple(kind.fields), [column.key for column in comparison.chart.columns])
    picked = st.dataframe(_with_own(comparison), key=f"list.{comparison.view}.{lang}", on_select="rerun", selection_mode="single-row", height="content", placeholder="—",
                          hide_index=True, column_config={text("reports.row", lang): st.column_config.Column(pinned=True)})
    pager(comparison)
    chosen = picked["selection"]["rows"]
    if chosen and chosen[0] < len(comparison.chart.rows):
        _clause(comparison, comparison.chart.rows[chosen[0]].key)


def _clause(comparison: Answer, row_id: str) -> None:
    """The sentence of a chosen row with its citation."""
    source = comparison.source(row_id)
    if source is None:
        return
    with st.container(border=True):
        st.markdown(escape(source.sentence))
        st.caption(show.in_context(source))
        report_error(source, comparison.snapshot, comparison.selection.lang, "parts")


def _with_own(comparison: Answer) -> Any:
    """The rows as a table, those of the own city tinted."""
    grid = matrix_of(comparison)
    frame = pd.DataFrame(grid.rows, columns=list(grid.head))
    own = [row.is_own for row in comparison.chart.rows]
    return frame.style.apply(lambda column: [f"background-color: {OWN}" if is_own else "" for is_own in own], axis=0) if any(own) else frame


def _escaped(comparison: Answer) -> pd.DataFrame:
    grid = matrix_of(comparison)
    frame = pd.DataFrame([[escape(str(cell)) for cell in row] for row in grid.rows], columns=list(grid.head))
    return frame.set_index(grid.head[0])
