"""Incubator rewards: what each document gives to carriers, by recognised title and level."""

import streamlit as st

from compare.incubator_rewards import CARRIERS
from compare.registry import VIEWS
from components import filters, frame, reader, show
from components.export_menu import export_menu
from components.matrix import cell_detail, matrix

view = VIEWS["incubator_rewards"]
tables, selection = frame.open_page(view)
filters.proposal_form(selection, CARRIERS)
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
