"""Saved views: links under names of the reader's own, kept in the browser as the basket is; and the link of the view on screen.

Their state is one frozen list under one key; every change replaces it.
"""

from urllib.parse import urlencode

import streamlit as st

from components import copy
from components.escape import escape
from components.keep import Kept
from model.merging import merged
from model.paths import ROOT
from model.selection import Selection, query
from reports import saved_views as file
from reports.errors import ReportError
from reports.saved_views import NAME_MOST, SavedView, Views
from wording.answer import Answer
from wording.texts import text

PAGE = "saved"
_STATE, _SAID = "saved_views", "saved_said"
_PAGES = frozenset(path.stem for path in (ROOT / "app_pages").glob("*.py")) - {"curate", PAGE}
_SHOWN_ON = {"document_list": "documents", "comparable_pairs": "method"}  # views that are part of a page of another name


def current() -> Views:
    """The list as it stands."""
    found: Views = st.session_state.get(_STATE, ())
    return found


def kept() -> Kept:
    """The list as the browser keeps it."""
    return Kept("policy-views", lambda: file.dumps(current()).decode() if current() else "", _take_stored)


def menu(comparison: Answer) -> None:
    """What can be done with the link of a comparison: copied, or saved under a name. It is filled only while it is open."""
    lang, page = comparison.selection.lang, _SHOWN_ON.get(comparison.view, comparison.view)
    opened = st.popover(text("saved.menu", lang), icon=":material/bookmark:", key=f"saved.{page}.{lang}", on_change="rerun")
    if not opened.open:
        return
    with opened:
        copy.words(_address(comparison.selection), lang, f"link.{page}", label=text("saved.copy_link", lang), shown=False, is_link=True)
        key = f"saved.name.{page}.{lang}"
        st.text_input(text("saved.name", lang), key=key, placeholder=comparison.title, max_chars=NAME_MOST)
        st.button(text("saved.save", lang), icon=":material/bookmark_add:", key=f"saved.add.{page}.{lang}",
                  on_click=lambda: _add(SavedView(st.session_state[key].strip() or comparison.title, page, _parameters(comparison.selection)), lang))
        st.page_link("app_pages/saved.py", label=text("saved.all", lang, count=len(current())), icon=":material/bookmarks:", query_params={"lang": lang})


def listing(lang: str) -> None:
    """Every saved view: opened, renamed, its link copied, deleted."""
    for place, view in enumerate(current()):
        with st.container(border=True):
            st.page_link(f"app_pages/{view.page}.py", label=escape(view.name), icon=":material/bookmark:", query_params={**dict(view.query), "lang": lang})
            st.caption(escape(text("saved.of", lang, page=text(f"view.{view.page}", lang))))
            key = f"saved.w.{place}.{lang}"
            st.session_state[key] = view.name
            st.text_input(text("saved.rename", lang, place=escape(str(place + 1))), key=key, max_chars=NAME_MOST, on_change=_rename, args=(place, key, lang))
            with st.container(horizontal=True):
                copy.words(f"{view.page}?{urlencode(dict(view.query))}", lang, f"saved.{place}", label=text("saved.copy_link_of", lang, place=escape(str(place + 1))), shown=False, is_link=True)
                st.button(text("saved.remove", lang, place=escape(str(place + 1))), icon=":material/delete:", key=f"saved.remove.{place}.{lang}", on_click=_put,
                          args=(file.removed(current(), place),))


def save_and_load(lang: str) -> None:
    """The list as a file, and the views of a file beside those that there are; what is refused is said."""
    st.download_button(text("saved.export", lang), file.dumps(current()), f"{text('saved.file', lang)}.json", "application/json", key=f"saved.export.{lang}", on_click="ignore",
                       icon=":material/save:", disabled=not current())
    key = f"saved.load.{lang}"
    st.file_uploader(text("saved.load", lang), type="json", key=key, help=text("saved.load_hint", lang), max_upload_size=1, on_change=_load, args=(key, lang))
    for kind, words in st.session_state.pop(_SAID, []):
        (st.success if kind == "good" else st.error)(escape(words))


def _address(selection: Selection) -> str:
    """The link of the page on screen, from its own address on; the browser knows what stands before."""
    return f"?{urlencode(dict(_parameters(selection)))}"


def _parameters(selection: Selection) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(query(selection).items()))


def _put(views: Views) -> None:
    st.session_state[_STATE] = views


def _add(view: SavedView, lang: str) -> None:
    try:
        _put(file.added(current(), view))
        st.toast(escape(text("saved.added", lang, name=current()[-1].name)), icon=":material/check:")
    except ReportError as error:
        st.toast(escape(error.words(lang)), icon=":material/error:")


def _rename(place: int, key: str, lang: str) -> None:
    try:
        _put(file.renamed(current(), place, st.session_state[key]))
    except ReportError as error:
        st.session_state[_SAID] = [("bad", error.words(lang))]


def _load(key: str, lang: str) -> None:
    uploaded = st.session_state[key]
    if uploaded is None:
        return
    try:
        found, refused = file.loads(uploaded.getvalue(), _PAGES)
        _put(file.together(current(), found))
    except ReportError as error:
        st.session_state[_SAID] = [("bad", error.words(lang))]
        return
    st.session_state[_SAID] = [("good", text("saved.loaded", lang, count=len(found))), *(("bad", error.words(lang)) for error in refused)]


def _take_stored(stored: str, agreed: str) -> None:
    """Bring the list together with what another window, or an earlier session, left in the browser."""
    try:
        theirs, base = (file.loads(content.encode(), _PAGES)[0] if content else () for content in (stored, agreed))
    except ReportError:  # what is no list of ours is not taken over, and is replaced with the next change
        return
    views: Views = ()
    for view in merged(base, current(), theirs)[: file.MOST]:
        views = file.added(views, view)
    _put(views)
