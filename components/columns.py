"""Which of many documents stand side by side, and which page of a long list is shown."""

import streamlit as st

from compare.shared.listed import ON_A_PAGE
from compare.shared.material import MOST
from components import filters, paper
from components.escape import escape
from loaders.snapshot import Tables
from wording.answer import Answer
from wording.texts import text


def columns(tables: Tables, comparison: Answer) -> None:
    """How many of the documents are shown and by which rule; each is taken away, and another added, with one click."""
    notes = [note.text for note in comparison.notes if note.kind == "shown"]
    if not notes:
        return
    lang, selection = comparison.selection.lang, comparison.selection
    st.caption(escape(notes[0]))
    if paper.is_on():
        return
    shown = [document.document_id for document in comparison.documents]
    offered = filters.documents_offered(tables, selection, shown)
    names = {document.document_id: document.label for document in comparison.documents} | filters.document_names(tables, offered, lang)
    filters.choose_columns(tables, text("columns.label", lang), [*shown, *offered], names, shown, MOST, lang)
    if len(offered) < comparison.total - len(shown):
        st.caption(text("columns.more", lang))


def pager(comparison: Answer) -> None:
    """The place in a list of which a page is shown, with the way to the other pages."""
    rows, total, lang = len(comparison.chart.rows), comparison.rows_total, comparison.selection.lang
    if total <= rows or not rows:
        return
    last = (total - 1) // ON_A_PAGE + 1
    page = min(comparison.selection.page, last)
    first = (page - 1) * ON_A_PAGE + 1
    words = text("pager.place", lang, first=first, last=first + rows - 1, total=int(total))
    if paper.is_on():
        st.caption(words)
        return
    where, back, forth = st.columns([6, 1, 1], vertical_alignment="center")
    where.caption(words)
    for place, name, to in ((back, "back", page - 1), (forth, "forth", page + 1)):
        place.button(text(f"pager.{name}", lang), key=f"pager.{name}.{lang}", disabled=not 1 <= to <= last, on_click=filters.change, kwargs={"page": to})
