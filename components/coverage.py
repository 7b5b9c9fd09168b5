"""Coverage on the overview: document by document, or of many documents by province with a picture and the same as a table."""

import streamlit as st

from components import show
from components.escape import escape
from components.export_menu import export_menu
from components.matrix import matrix
from components.section import section
from loaders.snapshot import Tables
from wording.answer import Answer
from wording.texts import text


def render(tables: Tables, covered: Answer) -> None:
    """The header, what the signs mean, and who covers what."""
    lang = covered.selection.lang
    st.header(text("overview.coverage", lang), anchor=False)
    st.caption(" ".join(escape(note.text) for note in covered.notes if note.kind == "definition"))
    if covered.chart.question != "tiles":
        matrix(covered)
        return
    st.markdown(escape(covered.finding))
    export_menu(tables, covered, is_page=False)
    show.chart(covered, "province_coverage.legend")
    section(text("province_coverage.table", lang), ":material/table:", lambda: matrix(covered), key="province_coverage")
