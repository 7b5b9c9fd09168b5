"""The report basket: collected across pages, kept in the browser (`components/keep.py`) and saved as a file.

Its state is the one other than the Selection: a basket outlives page and filters and would not fit a link. It is one frozen
value under one key; every change replaces it.
"""

from datetime import date
from functools import lru_cache, partial

import streamlit as st

from compare.registry import VIEWS
from components import filters
from components.escape import escape
from components.keep import Kept
from loaders.snapshot import Tables, cached
from model.merging import merged
from model.paths import ROOT
from reports import basket as file
from reports.basket import ENTRIES_MOST, REMARK_MOST, TITLE_MOST, Basket, Entry
from reports.content import single
from reports.errors import ReportError
from reports.formats import FORMATS
from wording.answer import Answer
from wording.say import say
from wording.texts import text

_STATE, _SAID = "basket", "basket_said"


def current() -> Basket:
    """The basket as it stands."""
    found: Basket = st.session_state.get(_STATE, Basket())
    return found


def put(basket: Basket) -> None:
    """Replace the basket."""
    st.session_state[_STATE] = basket


def written() -> str:
    """The basket as the browser keeps it; empty if there is nothing in it."""
    held = current()
    return file.dumps(held).decode() if held != Basket() else ""


def kept(tables: Tables) -> Kept:
    """The basket as the browser keeps it."""
    return Kept("policy-basket", written, lambda stored, agreed: _take_stored(stored, agreed, tables))


def _take_stored(stored: str, agreed: str, tables: Tables) -> None:
    """Bring the basket together with what another window, or an earlier session, left in the browser; entries that the present data do not know are
    said on the page of the basket.
    """
    mine = current()
    try:
        (theirs, refused), (base, _) = (file.loads(content.encode(), tables, filters.today()) if content else (Basket(), ()) for content in (stored, agreed))
    except ReportError as error:  # what is no basket is not taken over, and is replaced with the next change
        st.session_state[_SAID] = [("bad", error.words(filters.language()))]
        return
    title = theirs.title if mine.title == base.title else mine.title
    put(Basket(title, merged(base.entries, mine.entries, theirs.entries)[:ENTRIES_MOST]))
    st.session_state[_SAID] = [("bad", error.words(filters.language())) for error in refused]


def add_button(comparison: Answer) -> None:
    """Put a comparison with its filters into the basket."""
    lang = comparison.selection.lang
    st.button(text("export.add", lang), icon=":material/add_notes:", key=f"basket.add.{comparison.view}.{lang}", on_click=_add, args=(comparison,))


def _add(comparison: Answer) -> None:
    lang = comparison.selection.lang
    try:
        put(current().added(comparison))
        st.toast(text("export.added", lang, count=len(current().entries)), icon=":material/check:")
    except ReportError as error:
        st.toast(escape(error.words(lang)), icon=":material/error:")


def title_field(lang: str) -> None:
    """The title of the report's cover."""
    key = _seeded("title", lang, current().title)
    st.text_input(text("basket.title", lang), key=key, placeholder=text("reports.basket_title", lang), max_chars=TITLE_MOST,
                  on_change=lambda: put(current().named(st.session_state[key])))


def entry(place: int, tables: Tables, lang: str) -> str:
    """One entry with its fields and buttons; returns why it cannot be exported, or nothing."""
    held = current().entries[place]
    number, last = place + 1, len(current().entries) - 1
    with st.container(border=True):
        _fields(place, held, _built(tables.snapshot, held.view, held.query, lang, filters.today()).title, lang)
        reason = _refused(tables.snapshot, held.view, held.query, lang, filters.today())
        st.caption(escape(_asked(tables, held, lang)))
        if reason:
            st.error(escape(text("basket.unusable", lang, place=number, reason=reason)), icon=":material/error:")
        with st.container(horizontal=True):
            _move("up", place, place - 1, place == 0, "arrow_upward", lang)
            _move("down", place, place + 1, place == last, "arrow_downward", lang)
            st.button(text("basket.remove", lang, place=number), icon=":material/delete:", key=f"basket.remove.{place}.{lang}", on_click=_remove, args=(place,))
            if (ROOT / "app_pages" / f"{held.view}.py").is_file():
                st.page_link(f"app_pages/{held.view}.py", label=text("basket.open", lang, place=number), icon=":material/open_in_new:",
                             query_params={**dict(held.query), "lang": lang})
    return reason


def save_and_load(tables: Tables, lang: str) -> None:
    """The basket as a file, and a file as the basket; what is refused is said."""
    name = f"{text('basket.file', lang)}_{filters.today().isoformat()}.json"
    st.download_button(text("basket.save", lang), partial(file.dumps, current()), name, "application/json", key=f"basket.save.{lang}",
                       on_click="ignore", icon=":material/save:", disabled=not current().entries)
    key = f"basket.file.{lang}"
    st.file_uploader(text("basket.load", lang), type="json", key=key, help=text("basket.load_hint", lang), max_upload_size=1,
                     on_change=_load, args=(key, tables, lang))
    for kind, words in st.session_state.pop(_SAID, []):
        (st.success if kind == "good" else st.error)(escape(words))


def file_of(name: str, basket: Basket, tables: Tables, lang: str, today: date) -> bytes:
    """The report in one format; for the download button."""
    render = FORMATS[name].render
    return render(file.report(basket, tables, lang, today)) if render else b""


def _fields(place: int, held: Entry, usual: str, lang: str) -> None:
    title, remark = _seeded(f"title.{place}", lang, held.title), _seeded(f"remark.{place}", lang, held.remark)
    st.text_input(text("basket.entry_title", lang, place=place + 1), key=title, max_chars=TITLE_MOST, placeholder=usual,
                  on_change=lambda: put(current().changed(place, title=st.session_state[title])))
    st.text_area(text("basket.entry_remark", lang, place=place + 1), key=remark, max_chars=REMARK_MOST, height=68, placeholder=text("basket.remark_hint", lang),
                 on_change=lambda: put(current().changed(place, remark=st.session_state[remark])))


def _asked(tables: Tables, held: Entry, lang: str) -> str:
    said = _built(tables.snapshot, held.view, held.query, lang, filters.today()).filters
    return text("basket.entry_of", lang, view=say(VIEWS[held.view].title(), lang), filters=text("list.clause", lang).join(said))


def _move(name: str, place: int, to: int, disabled: bool, icon: str, lang: str) -> None:
    st.button(text(f"basket.{name}", lang, place=place + 1), icon=f":material/{icon}:", key=f"basket.{name}.{place}.{lang}", disabled=disabled,
              on_click=lambda: put(current().moved(place, to)))


def _remove(place: int) -> None:
    put(current().removed(place))


def _load(key: str, tables: Tables, lang: str) -> None:
    uploaded = st.session_state[key]
    if uploaded is None:
        return
    try:
        basket, refused = file.loads(uploaded.getvalue(), tables, filters.today())
    except ReportError as error:
        st.session_state[_SAID] = [("bad", error.words(lang))]
        return
    put(basket)
    st.session_state[_SAID] = [("good", text("basket.loaded", lang, count=len(basket.entries))), *(("bad", error.words(lang)) for error in refused)]


def _seeded(name: str, lang: str, value: str) -> str:
    """The key of a field, holding the basket's value, so that a moved entry takes its words along."""
    key = f"basket.w.{name}.{lang}"
    st.session_state[key] = value
    return key


@lru_cache(maxsize=256)
def _built(snapshot: str, view: str, asked: tuple[tuple[str, str], ...], lang: str, today: date) -> Answer:
    return file.comparison_of(Entry(view, asked), cached(snapshot), lang, today)


def _refused(snapshot: str, view: str, asked: tuple[tuple[str, str], ...], lang: str, today: date) -> str:
    """Why an entry has nothing to export, or an empty string."""
    try:
        single(_built(snapshot, view, asked, lang, today))
    except ReportError as error:
        return error.words(lang)
    return ""
