"""Largest sums: the most that a single provision pays to one beneficiary, payments only."""

import streamlit as st

from compare.registry import VIEWS
from components import frame, reader, show
from components.export_menu import export_menu
from components.matrix import cell_detail, matrix

view = VIEWS["largest_sums"]
tables, selection = frame.open_page(view)
comparison = frame.build(view, tables, selection)

if comparison.empty_because:
    frame.empty(comparison)
    st.stop()

show.heading(comparison)
export_menu(tables, comparison)
matrix(comparison)
cell_detail(comparison)
reader.row_in_context(tables, comparison)
show.chart(comparison)
show.notes(comparison)
show.sources(comparison)
frame.footer(tables, selection.lang)
