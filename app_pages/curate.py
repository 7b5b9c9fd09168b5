"""The editors' desk: from a text to a curated file, links between two documents, corrections. Only under `make curate`."""

import logging

import streamlit as st

from components import frame
from components.desk.corrections import corrections
from components.desk.document import document_desk
from components.desk.links import link_desk
from components.escape import escape
from components.filters import read
from components.menu import is_curating
from curation.disk import disk_error
from service.local_only import is_guarded
from wording.texts import text

log = logging.getLogger(__name__)

WORK = ("document", "links", "corrections")
tables = frame.open_tables()
selection = read(tables)
lang = selection.lang
st.title(text("view.curate", lang), anchor=False)
if not (is_curating() and is_guarded()):
    st.info(text("curate.off", lang))
    st.stop()

work = st.segmented_control(text("curate.work", lang), WORK, default="document", required=True, key="curate.work", label_visibility="collapsed",
                            format_func=lambda name: text(f"curate.work.{name}", lang))
try:
    if work == "links":
        link_desk(tables, selection)
    elif work == "corrections":
        corrections(tables, lang)
    else:
        document_desk(lang)
except OSError as error:
    log.exception("the disk failed the desk at %s", work)
    st.error(escape(disk_error(error).said(lang)), icon=":material/save:")
except Exception:
    log.exception("the desk failed at %s", work)
    st.error(text("curate.broken", lang), icon=":material/error:")
