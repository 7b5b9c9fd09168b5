"""Glossary: the terms of the pages in both languages with what they mean, searched by any of their names."""

from functools import partial

import pandas as pd
import streamlit as st

from compare.questions.glossary import Group, glossary
from components import filters, frame, paper
from components.escape import escape
from components.section import section
from wording.answer import in_words
from wording.texts import text


def terms_of(group: Group[str]) -> None:
    """The terms of one list, each with its word in the other language and its meaning."""
    rows = [[f"**{escape(getattr(term, lang))}**", escape(getattr(term, other)), escape(term.definition)] for term in group.terms]
    paper.table(pd.DataFrame(rows, columns=heads), hide_index=True)


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
    name = text("search.group", lang, name=escape(group.name), count=len(group.terms))
    section(name, ":material/book_2:", partial(terms_of, group), key=f"glossary.{group.list}", expanded=bool(selection.text))
frame.footer(tables, lang)
