"""Method and data: what may be concluded, how the data were made and checked, what compares with what, and downloads."""

from dataclasses import replace

import streamlit as st

from compare.questions.overview import scope
from compare.registry import VIEWS
from components import downloads, frame, guidance, paper, show
from components.escape import escape
from components.export_menu import export_menu
from components.matrix import matrix
from components.pairs import pair_detail
from wording.say import say
from wording.texts import text

pairs = VIEWS["comparable_pairs"]
# The page is named after its subject; the only comparison on it is that of pairs, so the filters are those of pairs.
tables, selection = frame.open_page(replace(pairs, name="method"))
lang = selection.lang
st.markdown(f"**{escape(say(scope(tables), lang))}**")
guidance.may_and_may_not(lang)
guidance.borderline(lang)
guidance.worked_examples(tables, selection)
guidance.quality(tables, lang)

st.header(text("method.pairs", lang), anchor=False)
comparison = frame.build(pairs, tables, selection)
if comparison.empty_because:
    frame.empty(comparison)
else:
    show.heading(comparison)
    export_menu(tables, comparison)
    matrix(comparison)
    pair_detail(tables, comparison)
    show.notes(comparison)

guidance.tables_held(tables, lang)
guidance.corrections(tables, lang)
guidance.publications(tables, lang)
guidance.contact(lang)
if comparison.documents and not paper.is_on():
    downloads.data_package(tables, comparison)
frame.footer(tables, lang)
