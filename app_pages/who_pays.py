"""Who pays: which budgets the documents name for their support, and what they leave open."""

import streamlit as st

from compare.registry import VIEWS
from components import frame, show
from components.export_menu import export_menu
from components.matrix import matrix

view = VIEWS["who_pays"]
tables, selection = frame.open_page(view)
comparison = frame.build(view, tables, selection)

if comparison.empty_because:
    frame.empty(comparison)
    st.stop()

show.heading(comparison)
export_menu(tables, comparison)
matrix(comparison)
show.notes(comparison)
show.sources(comparison)
frame.footer(tables, selection.lang)
