"""R&D and development targets: R&D intensity first, then every indicator under its own definition."""

import streamlit as st

from compare.registry import VIEWS
from components import frame, reader, show
from components.export_menu import export_menu
from components.groups import grouped_matrix
from components.matrix import cell_detail

view = VIEWS["targets"]
tables, selection = frame.open_page(view)
comparison = frame.build(view, tables, selection)

if comparison.empty_because:
    frame.empty(comparison)
    st.stop()

show.heading(comparison)
export_menu(tables, comparison)
show.chart(comparison, "targets.chart_note")
grouped_matrix(comparison, opened=2)
cell_detail(comparison)
reader.row_in_context(tables, comparison)
show.notes(comparison)
show.sources(comparison)
frame.footer(tables, selection.lang)
