"""What is not there, as a table beside what is, and how to add a document of one's own."""

import pandas as pd
import streamlit as st

from compare.questions.gaps import COLUMNS, gaps
from components import paper
from components.escape import escape
from components.export_menu import export_menu
from loaders.snapshot import Tables
from wording.answer import Answer, in_words
from wording.texts import text

_COLUMNS = ("province", *COLUMNS)


def show(tables: Tables, comparison: Answer) -> None:
    """The summary, the provinces with documents, the names of those without, and how to add one."""
    lang = comparison.selection.lang
    found = in_words(gaps(tables), lang)
    st.markdown(escape(comparison.finding))
    export_menu(tables, comparison, is_page=False)
    heads = [text(f"gaps.{name}", lang) for name in _COLUMNS]
    rows = [[escape(getattr(row, name)) for name in _COLUMNS] for row in found if row.is_held]
    if rows:
        paper.table(pd.DataFrame(rows, columns=heads), hide_index=True)
    absent = text("list.separator", lang).join(row.province for row in found if not row.is_held)
    if absent:
        st.markdown(escape(text("gaps.absent", lang, provinces=absent)))
    st.caption(escape(text("gaps.not_a_finding", lang)))
    st.info(escape(text("gaps.add", lang)), icon=":material/add_circle:")
