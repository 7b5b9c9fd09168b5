"""The data package of what is chosen: all tables with their description, for whoever wants to compute on their own."""

import streamlit as st

from components.escape import escape
from loaders.snapshot import Tables
from reports import package
from reports.formats import FORMATS, file_name
from wording.answer import Answer
from wording.texts import text


def data_package(tables: Tables, comparison: Answer) -> None:
    """One button; documents that are not marked public are left out unless the reader confirms that they may go in."""
    lang = comparison.selection.lang
    st.header(text("method.downloads", lang), anchor=False)
    st.caption(text("method.downloads_intro", lang))
    closed = package.not_public(comparison)
    is_confirmed = not closed
    if closed:
        names = text("list.separator", lang).join(closed)
        is_confirmed = st.checkbox(escape(text("method.downloads_confirm", lang, documents=names)), key=f"package.{lang}")
    if not is_confirmed and len(closed) == len(comparison.documents):
        st.caption(text("method.downloads_none", lang))
        return
    st.download_button(
        text("method.downloads_package", lang), data=lambda: package.render(tables, comparison, is_confirmed=is_confirmed),
        file_name=file_name("package", text("method.downloads_file", lang), comparison, is_confirmed=is_confirmed), mime=FORMATS["package"].mime, on_click="ignore", icon=":material/download:", key=f"download.package.{lang}",
    )
