"""By recognised title: one title across all documents and levels, related titles apart, and clauses that only name it."""

import streamlit as st

from compare.by_title import chosen, options
from compare.registry import VIEWS
from compare.title_rows import option_words
from components import filters, frame, reader, show
from components.export_menu import export_menu
from components.groups import grouped_matrix
from components.matrix import cell_detail
from model.texts import text

view = VIEWS["by_title"]
tables, selection = frame.open_page(view)
title = chosen(tables, selection)[0]
titles = list(dict.fromkeys([*options(tables), title]))
words = {code: option_words(code, selection.lang) for code in titles}
filters.choose_one("designations", text("by_title.pick", selection.lang), titles, words, title, selection.lang)
comparison = frame.build(view, tables, selection)

if comparison.empty_because:
    frame.empty(comparison)
    st.stop()

show.heading(comparison)
export_menu(tables, comparison)
grouped_matrix(comparison, opened=len(comparison.chart.rows))
cell_detail(comparison)
reader.row_in_context(tables, comparison)
show.chart(comparison)
show.notes(comparison)
show.sources(comparison)
frame.footer(tables, selection.lang)
