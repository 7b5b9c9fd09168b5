"""The frame around every page: data, language, title, filter bar, and what is said when something is wrong."""

import logging
from typing import NoReturn

import streamlit as st

from compare.questions.overview import places
from compare.registry import VIEWS
from compare.shared.view import View
from components import filters, paper, relax
from components.escape import escape
from components.filter_bar import filter_bar
from loaders import in_use, queries
from loaders.in_use import Opened
from loaders.snapshot import SnapshotError, Tables
from model.selection import Selection
from wording.answer import Answer, answered
from wording.contact import contact_line
from wording.say import say
from wording.texts import text

log = logging.getLogger(__name__)


def open_tables() -> Tables:
    """The snapshot in use, or the last good one; a clear message in both languages with the mend instead of the page if there is none."""
    return _opened().tables


def _opened() -> Opened:
    try:
        return in_use.opened()
    except SnapshotError as error:
        for lang in ("zh", "en"):
            st.error(text(error.code, lang).replace("{detail}", escape(error.detail)), icon=":material/database_off:")
        _stop()


def open_page(view: View) -> tuple[Tables, Selection]:
    """Title and filter bar of a page; the tables and the selection it works on."""
    held = _opened()
    tables = held.tables
    selection = filters.read(tables)
    st.title(escape(say(view.title(), selection.lang)), anchor=False)
    say_fallback(held, selection.lang)
    if not paper.is_on():
        filter_bar(tables, view, selection)
    say_dropped(selection.lang)
    filters.write()
    return tables, selection


def build(view: View, tables: Tables, selection: Selection) -> Answer:
    """The comparison of a page; a fault is logged and said in words, never shown as a trace."""
    try:
        return answered(view, tables, selection)
    except Exception:
        log.exception("view %s failed for %s", view.name, selection)
        st.error(text("page.error", selection.lang), icon=":material/error:")
        _stop()


def empty(comparison: Answer) -> None:
    """The empty case: why there is nothing, and a button for each filter that stands in the way."""
    st.info(escape(comparison.empty_because), icon=":material/search_off:")
    if not paper.is_on():
        relax.buttons(VIEWS[comparison.view], open_tables(), comparison.selection)
    for note in comparison.notes:
        if note.kind == "hidden":
            st.caption(escape(note.text))


def footer(tables: Tables, lang: str) -> None:
    """What the figures are and which snapshot they come from."""
    held = say(places(queries.cities(tables), queries.options(tables)["cities"]), lang)
    st.caption(text("footer.scope", lang, documents=len(queries.documents(tables)), places=escape(held)))
    st.caption(f"{text('footer.snapshot', lang, snapshot=tables.snapshot)}  \n{escape(contact_line(lang))}")


def say_fallback(held: Opened, lang: str) -> None:
    """That the page shows the last good snapshot, and why it is not the one in use."""
    if held.fault is not None:
        fault = text(held.fault.code, lang).replace("{detail}", escape(held.fault.detail))
        st.warning(f"{fault} {text('snapshot.fallback', lang, snapshot=held.tables.snapshot)}", icon=":material/history:")


def say_dropped(lang: str) -> None:
    """Name the parts of the link that could not be used, ten of them, and how many more there are."""
    items = [f"{item.name}={item.value}" for item in filters.dropped()]
    if items:
        shown = [*items[:10], *([f"+{len(items) - 10}"] if len(items) > 10 else [])]
        st.warning(text("filters.dropped", lang, items=escape(", ".join(shown))), icon=":material/link_off:")


def _stop() -> NoReturn:
    """End the run here; Streamlit's own function does not say that it never returns."""
    st.stop()
    raise AssertionError
