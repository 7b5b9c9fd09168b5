"""Glossary: the terms of the pages in both languages with what they mean, searched by any of their names."""

import pandas as pd
import streamlit as st

from compare.questions.glossary import glossary
from components import filters, frame, paper
from components.escape import escape
from wording.answer import in_words
from wording.texts import text

tables = frame.open_tables()
selection = filters.read(tables)
lang = selection.lang
st.title(text("view.glossary", lang), anchor=False)
st.caption(text("glossary.intro", lang))
if not paper.is_on():
    filters.search_box(selection, "glossary.hint", "glossary.field")
frame.say_dropped(lang)
filters.write()

groups = in_words(glossary(selection.text), lang)
if not groups:
    st.info(escape(text("glossary.nothing", lang, words=selection.text)), icon=":material/search_off:")
other = "en" if lang == "zh" else "zh"
heads = [text(f"glossary.{name}", lang) for name in ("term", f"term_{other}", "definition")]
for group in groups:
    with paper.section(text("search.group", lang, name=escape(group.name), count=len(group.terms)), ":material/book_2:", expanded=bool(selection.text)):
        rows = [[f"**{escape(getattr(term, lang))}**", escape(getattr(term, other)), escape(term.definition)] for term in group.terms]
        paper.table(pd.DataFrame(rows, columns=heads), hide_index=True)
frame.footer(tables, lang)
