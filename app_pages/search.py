"""Search: everything that answers to some words, from names and places to documents and clauses."""

import streamlit as st

from compare.registry import VIEWS
from compare.shared.hits import search as found
from components import filters, frame, paper, search
from wording.answer import in_words
from wording.texts import text

tables = frame.open_tables()
selection = filters.read(tables)
lang = selection.lang
st.title(text("view.search", lang), anchor=False)
frame.say_dropped(lang)
filters.write()

words = selection.text
if not paper.is_on():
    search.field(selection, "main", is_results=True)
hits = in_words(found(tables, words, selection, VIEWS), lang)
if not words:
    st.caption(text("search.through", lang))
else:
    if not hits.documents and not hits.clauses:
        search.say_nothing(tables, words, selection, shown=[post.code for post in hits.posts])
    search.show(hits, words, selection)
frame.footer(tables, lang)
