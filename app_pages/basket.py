"""The report basket: comparisons collected from all pages, put in order and exported as one file."""

from functools import partial

import streamlit as st

from components import basket, filters, frame
from components.export_menu import button
from reports.formats import FORMATS
from wording.texts import text

tables = frame.open_tables()
selection = filters.read(tables)
lang = selection.lang
st.title(text("view.basket", lang), anchor=False)
st.caption(text("basket.intro", lang))
frame.say_dropped(lang)
filters.write()
held = basket.current()

if not held.entries:
    st.info(text("basket.empty", lang), icon=":material/shopping_basket:")
    basket.save_and_load(tables, lang)
    frame.footer(tables, lang)
    st.stop()

basket.title_field(lang)
reasons = [basket.entry(place, tables, lang) for place in range(len(held.entries))]
broken = next((reason for reason in reasons if reason), "")

st.header(text("basket.export", lang), anchor=False)
st.caption(text("export.slow", lang))
title = held.title or text("reports.basket_title", lang)
for item in FORMATS.values():
    if item.for_basket:
        name = f"{title[:60]}_{filters.today().isoformat()}_{tables.snapshot[:8]}.{item.extension}"
        button(item, partial(basket.file_of, item.name, held, tables, lang, filters.today()), name, broken, lang, "basket")
basket.save_and_load(tables, lang)
frame.footer(tables, lang)
