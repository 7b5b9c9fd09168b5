"""The one export menu of every comparison: files, a sentence, a table, and the report basket.

Files are made on the click, off the script thread; Streamlit shows a turning icon on the button meanwhile. What cannot be
made is known before the click and says why. The menu is filled only while it is open, so that pages stay fast.
"""

from functools import partial

import streamlit as st

from components import basket, copy, filters, paper, saved
from components.escape import escape
from loaders.snapshot import Tables
from reports import package, plain
from reports.clauses import clauses_of
from reports.content import single
from reports.formats import FORMATS, Format, file_name, make
from service import metrics
from wording.answer import Answer
from wording.texts import text

_ICONS = {"docx": "description", "pptx": "slideshow", "xlsx": "table_chart", "html": "public", "csv": "csv", "package": "folder_zip"}


def export_menu(tables: Tables, comparison: Answer, *, is_page: bool = True) -> None:
    """The menu, the button that puts the comparison into the basket, and, of the one that the page is about, its link and the print view; nothing on paper."""
    if paper.is_on():
        return
    lang = comparison.selection.lang
    with st.container(horizontal=True):
        menu = st.popover(text("export.menu", lang), icon=":material/download:", key=f"export.{comparison.view}.{lang}", on_change="rerun")
        basket.add_button(comparison)
        if is_page:
            saved.menu(comparison)
            paper.link(comparison.selection)
    if menu.open:
        with menu:
            _files(tables, comparison)
            with st.expander(text("export.copy", comparison.selection.lang), icon=":material/content_copy:"):
                _copies(comparison)


def _files(tables: Tables, comparison: Answer) -> None:
    lang = comparison.selection.lang
    st.caption(text("export.slow", lang))
    if comparison.chart.question == "magnitude":
        filters.order_switch(comparison.selection)
    left, right = st.columns(2, gap="small")
    footnotes = left.checkbox(text("export.footnotes", lang), key=f"export.footnotes.{comparison.view}.{lang}")
    details = right.checkbox(text("export.details", lang), key=f"export.details.{comparison.view}.{lang}")
    files = [item for item in FORMATS.values() if item.name != "package"]
    places = [column for _ in range(0, len(files), 2) for column in st.columns(2, gap="small")]  # by line, so that a narrow screen keeps the order
    for item, place in zip(files, places, strict=False):
        with place:
            make_one = partial(_file, item.name, tables, comparison, footnotes=footnotes, details=details)
            button(item, make_one, file_name(item.name, comparison.title, comparison), item.unavailable(comparison), lang, comparison.view)
    _package(tables, comparison)


def _package(tables: Tables, comparison: Answer) -> None:
    """The data package below the other formats, with its confirmation."""
    item, is_confirmed = FORMATS["package"], _confirmed(comparison)
    name = file_name(item.name, comparison.title, comparison, is_confirmed=is_confirmed)
    reason = "" if is_confirmed else item.unavailable(comparison)
    button(item, partial(_file, item.name, tables, comparison, is_confirmed=is_confirmed), name, reason, comparison.selection.lang, comparison.view)


def _confirmed(comparison: Answer) -> bool:
    """Whether the reader confirms that documents not marked public may go into the data package; said beside its button."""
    lang = comparison.selection.lang
    private = package.not_public(comparison)
    if not private:
        return False
    named = escape(text("list.separator", lang).join(private))
    if st.checkbox(text("export.confirm", lang, documents=named), key=f"export.confirm.{comparison.view}.{lang}"):
        return True
    st.caption(text("export.not_public", lang))
    return False


def button(item: Format, data: "partial[bytes]", name: str, reason: str, lang: str, place: str) -> None:
    """The download button of one format, disabled with its reason below if it cannot be made; `place` is the view, since a page may show two."""
    icon = f":material/{_ICONS.get(item.name, 'image')}:"
    st.download_button(
        escape(item.label(lang)), b"" if reason else metrics.timed_export(item.name, data), name, item.mime, key=f"export.{item.name}.{place}.{lang}", on_click="ignore", icon=icon,
        disabled=bool(reason), width="stretch",
    )
    if reason:
        st.caption(escape(reason))


def _file(name: str, tables: Tables, comparison: Answer, *, footnotes: bool = False, details: bool = False, is_confirmed: bool = False) -> bytes:
    report = single(comparison, clauses_of(tables, [comparison]), footnotes=footnotes, details=details)
    return make(name, report, tables, is_confirmed=is_confirmed)


def _copies(comparison: Answer) -> None:
    """The finding as a sentence, and the table, each with its button."""
    lang = comparison.selection.lang
    st.markdown(f"**{text('export.copy_sentence', lang)}**")
    copy.words(plain.sentence(comparison), lang, f"{comparison.view}.sentence")
    copy.table(comparison)
