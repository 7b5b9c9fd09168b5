"""Documents: of many a list; one document in order, with what is known of it, its clauses, its figures and how to cite it."""

import streamlit as st

from compare.questions.documents import chosen
from compare.registry import VIEWS
from components import document, document_list, filters, frame, paper, reader, show
from components.export_menu import export_menu
from wording.texts import text

view = VIEWS["documents"]
tables, selection = frame.open_page(view)
if document_list.is_wanted(tables, selection):
    listed = frame.build(VIEWS["document_list"], tables, selection)
    document_list.listing(tables, listed)
    frame.footer(tables, selection.lang)
    st.stop()
document_list.way_back(tables, selection)
comparison = frame.build(view, tables, selection)
current = chosen(tables, view.honoured(selection))
if current and not paper.is_on():
    filters.choose_document(text("documents.pick", selection.lang), tables, current, selection)

if comparison.empty_because:
    frame.empty(comparison)
    st.stop()

shown = comparison.documents[0]
document.about(tables, shown, selection)
document.citations(tables, shown.document_id, selection.lang)
show.heading(comparison)
export_menu(tables, comparison)
if not paper.is_on():
    reader.with_clause(tables, shown.document_id, selection)
document.clauses(comparison)
document.figures(tables, shown.document_id, selection.lang)
show.notes(comparison)
frame.footer(tables, selection.lang)
