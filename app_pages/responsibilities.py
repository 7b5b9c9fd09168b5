"""Responsibilities: which department leads or takes part in what, by category across documents."""

import streamlit as st

from compare.registry import VIEWS
from components import filters, frame, show
from components.export_menu import export_menu
from components.groups import grouped_matrix

view = VIEWS["responsibilities"]
tables, selection = frame.open_page(view)
filters.search_box(selection, "responsibilities.search_hint", "responsibilities.search")
comparison = frame.build(view, tables, selection)

if comparison.empty_because:
    frame.empty(comparison)
    st.stop()

show.heading(comparison)
export_menu(tables, comparison)
grouped_matrix(comparison)
show.notes(comparison)
show.sources(comparison)
frame.footer(tables, selection.lang)
