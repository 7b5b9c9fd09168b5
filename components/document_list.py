"""Many documents as a list that opens one of them, and the way back to it."""

import pandas as pd
import streamlit as st

from compare.shared.view import SIDE_BY_SIDE
from components import filters, frame, paper, show
from components.columns import pager
from components.escape import escape
from components.export_menu import export_menu
from loaders import lookups
from loaders.snapshot import Tables
from model.selection import Selection
from reports.tables import matrix
from wording.answer import Answer
from wording.texts import text


def is_wanted(tables: Tables, selection: Selection) -> bool:
    """Whether the list is shown: no document is named, and more pass than can be told apart in a short list."""
    return not selection.documents and lookups.count_documents(tables, selection) > SIDE_BY_SIDE


def listing(tables: Tables, comparison: Answer) -> None:
    """The list; choosing a row opens the document."""
    lang = comparison.selection.lang
    if comparison.empty_because:
        frame.empty(comparison)
        return
    show.heading(comparison)
    export_menu(tables, comparison)
    grid = matrix(comparison)
    frame_of_list = pd.DataFrame(grid.rows, columns=list(grid.head)).set_index(grid.head[0])
    if paper.is_on():
        paper.table(frame_of_list.map(escape))
        return
    st.caption(text("document_list.hint", lang))
    picked = st.dataframe(frame_of_list, key=f"documents.{comparison.selection.page}.{lang}", on_select="rerun", selection_mode="single-row", height="content")
    pager(comparison)
    chosen = picked["selection"]["rows"]
    if chosen and chosen[0] < len(comparison.chart.rows):
        filters.change(documents=(comparison.chart.rows[chosen[0]].key,))
        filters.write()
        st.rerun()


def way_back(tables: Tables, selection: Selection) -> None:
    """The button that leads from one document back to the list of many."""
    if selection.documents and not paper.is_on() and is_wanted(tables, selection.having(documents=())):
        st.button(text("document_list.back", selection.lang), icon=":material/arrow_back:", on_click=filters.change, kwargs={"documents": ()})
