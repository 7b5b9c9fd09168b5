"""Saved views: links under names of the reader's own, kept in this browser."""

import streamlit as st

from components import filters, frame, saved
from wording.texts import text

tables = frame.open_tables()
selection = filters.read(tables)
lang = selection.lang
st.title(text("view.saved", lang), anchor=False)
st.caption(text("saved.intro", lang))
frame.say_dropped(lang)
filters.write()

if not saved.current():
    st.info(text("saved.empty", lang), icon=":material/bookmark:")
saved.listing(lang)
saved.save_and_load(lang)
frame.footer(tables, lang)
