"""One search over everything: its field, on every page, and what it found."""

from collections.abc import Collection

import streamlit as st

from compare.registry import VIEWS
from compare.shared.hits import SHOWN, Hit, Hits, nothing
from compare.shared.signposts import Signpost
from components import filters, signposts
from components.badges import status_badge
from components.escape import escape
from loaders.snapshot import Tables
from model.selection import Selection, query
from wording.answer import DocumentRef, in_words
from wording.snippet import snippet
from wording.texts import text

PAGE = "search"


def field(selection: Selection, place: str, *, is_results: bool) -> None:
    """The field; on the page of results it holds the words that were searched for."""
    lang = selection.lang
    filters.search_field(text("search.field", lang), text("search.hint", lang), selection.text if is_results else "", place, lang)


def follow(groups: dict[str, list[st.Page]], selection: Selection) -> None:
    """Go to the page of results if words have just been typed."""
    words = filters.sought()
    if words:
        results = next(page for pages in groups.values() for page in pages if page.url_path == PAGE)
        st.switch_page(results, query_params=query(selection.leaving().having(text=words)))


def show(hits: Hits[str], words: str, selection: Selection) -> None:
    """What was found, group by group; a group without a hit is left out."""
    lang = selection.lang
    for name, posts in (("posts", hits.posts), ("places", hits.places), ("offices", hits.offices), ("terms", hits.terms)):
        if posts:
            _head(name, len(posts), lang)
            signposts.links(posts, ":material/arrow_forward:", lang)
    if hits.documents:
        _head("documents", len(hits.documents), lang)
        for ref in hits.documents:
            _document(ref, selection)
    if hits.clauses:
        _head("clauses", hits.total, lang)
        for hit in hits.clauses:
            _clause(hit, words, selection)
        if hits.total > SHOWN:
            everything = query(selection.fresh().having(text=words))
            st.page_link("app_pages/policy_clauses.py", label=text("search.all", lang, count=int(hits.total)), icon=":material/list:", query_params=everything)


def say_nothing(tables: Tables, words: str, selection: Selection, shown: Collection[str] = ()) -> None:
    """That no clause has the words, what was looked through, how often each stands alone, and names that are near, without those `shown` already."""
    lang = selection.lang
    st.info(escape(text("search.nothing", lang, words=words)), icon=":material/search_off:")
    st.caption(text("search.through", lang))
    found = in_words(nothing(tables, words, selection, VIEWS), lang)
    if found.alone:
        st.caption(escape(text("list.clause", lang).join(found.alone)))
    near: list[Signpost[str]] = [post for post in found.near if post.code not in shown]
    if near:
        st.markdown(text("search.near", lang))
        signposts.links(near, ":material/arrow_forward:", lang)


def _head(name: str, count: int, lang: str) -> None:
    st.header(text("search.group", lang, name=text(f"search.{name}", lang), count=count), anchor=False)


def _document(ref: DocumentRef, selection: Selection) -> None:
    number = f" {ref.number}" if ref.number else ""
    st.page_link("app_pages/documents.py", label=escape(text("search.document", selection.lang, label=ref.label, title=ref.title, number=number, status=ref.status_words)),
                 icon=":material/description:", query_params=query(selection.fresh().having(documents=(ref.document_id,))))


def _clause(hit: Hit[str], words: str, selection: Selection) -> None:
    link = query(selection.fresh().having(documents=(hit.document.document_id,), row=hit.measure_id))
    st.page_link("app_pages/policy_clauses.py", label=escape(hit.title), icon=":material/article:", query_params=link)
    st.markdown(f"{escape(hit.document.label)} · {escape(hit.article)} {status_badge(hit.document.status, selection.lang)}  \n{escape(snippet(hit.parts, words))}")
