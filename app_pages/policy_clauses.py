"""Policy clauses: everything that passes the filters, and the chosen clause in detail."""

import streamlit as st

from compare.questions.policy_clauses import clause
from compare.registry import VIEWS
from components import filters, frame, paper, reader, search, show
from components.clause import clause_detail, clause_list
from components.columns import pager
from components.export_menu import export_menu
from wording.answer import in_words

view = VIEWS["policy_clauses"]
tables, selection = frame.open_page(view)
if not paper.is_on():
    filters.search_box(selection, "filters.text_hint")
comparison = frame.build(view, tables, selection)

if comparison.empty_because:
    frame.empty(comparison)
    if selection.text:
        search.say_nothing(tables, selection.text, selection)
    st.stop()

show.heading(comparison)
export_menu(tables, comparison)
chosen = clause_list(comparison)
pager(comparison)
detail = in_words(clause(tables, chosen, selection), selection.lang) if chosen else None
if detail is not None:
    clause_detail(detail, tables.snapshot, selection.lang)
    reader.clause_in_context(tables, chosen, selection)
show.notes(comparison)
frame.footer(tables, selection.lang)
