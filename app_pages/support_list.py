"""Support item by item: figure, condition, who pays and which departments handle it."""

import streamlit as st

from compare.registry import VIEWS
from components import frame, show
from components.export_menu import export_menu
from components.groups import grouped_matrix

view = VIEWS["support_list"]
tables, selection = frame.open_page(view)
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
