"""“Report an error”: the text about one figure, to be copied into a mail or an issue."""

import streamlit as st

from components import copy, paper
from wording.answer import Source
from wording.report_error import error_text
from wording.texts import text


def report_error(source: Source, snapshot: str, lang: str, place: str) -> None:
    """A small button that opens the prepared text; nothing is sent from here. `place` is the part of the page that it stands in."""
    if paper.is_on():
        return
    with st.popover(text("error_report.button", lang), icon=":material/flag:", type="tertiary"):
        st.caption(text("error_report.intro", lang))
        copy.words(error_text(source, snapshot, lang), lang, f"error.{place}.{source.document_id}.{source.row_id}")
