"""One document: its metadata, how to cite it, its clauses in order and its figures."""

import pandas as pd
import streamlit as st

from compare.documents import COLUMNS, facts, ledger, quotations
from components.badges import status_badge
from components.escape import escape
from loaders import queries
from loaders.snapshot import Tables
from model.comparison import Comparison, DocumentRef
from model.selection import Selection
from model.texts import text

_WARNINGS = {"third_party_copy": "documents.third_party", "unknown": "documents.unknown_source"}


def about(tables: Tables, ref: DocumentRef, selection: Selection) -> None:
    """Title, status and what must be known before use; then every fact, known or not, with its source."""
    lang = selection.lang
    document = queries.documents(tables)[ref.document_id]
    st.subheader(escape(ref.title), anchor=False)
    st.markdown(f"{escape(ref.label)} {status_badge(ref.status, lang)}")
    warnings = [text("documents.draft", lang)] if ref.is_draft else []
    if document["source_kind"] in _WARNINGS:
        warnings.append(text(_WARNINGS[document["source_kind"]], lang))
    if warnings:
        st.warning("\n\n".join(escape(words) for words in warnings), icon=":material/report:")
    if ref.caveat:
        st.caption(escape(ref.caveat))
    with st.expander(text("documents.about", lang), icon=":material/info:"):
        known = facts(tables, ref.document_id, selection)
        rows = {escape(fact.label): escape(fact.value) if fact.is_known else f":gray[{escape(fact.value)}]" for fact in known}
        st.table(pd.DataFrame({"": rows.values()}, index=pd.Index(list(rows))), hide_header=True)


def citations(tables: Tables, document_id: str, lang: str) -> None:
    """The document as officials cite it in a sentence and in a bibliography, ready to be copied."""
    st.subheader(text("documents.cite", lang), anchor=False)
    for key, words in zip(("documents.cite_inline", "documents.cite_reference"), quotations(tables, document_id, lang), strict=True):
        st.caption(text(key, lang))
        st.code(words, language=None, wrap_lines=True)


def clauses(comparison: Comparison) -> None:
    """Every clause in the order of the document: place and title with categories, summary, figures, departments."""
    lang = comparison.selection.lang
    st.subheader(text("documents.clauses", lang), anchor=False)
    rows = comparison.chart.rows
    heads = {column.key: column.label for column in comparison.chart.columns}
    names = [f"{escape(row.label)}\n\n:gray[{_words(comparison, row.key, 'categories')}]" for row in rows]
    content = {heads[name]: [_words(comparison, row.key, name) for row in rows] for name in COLUMNS if name != "categories"}
    st.table(pd.DataFrame({text("show.article", lang): names} | content), hide_index=True)


def _words(comparison: Comparison, row: str, column: str) -> str:
    """The words of a cell, each figure of a list on its own line."""
    cell = comparison.cell(row, column)
    parts = cell.words.split(text("list.clause", comparison.selection.lang)) if cell and column == "figures" else [cell.words if cell else ""]
    return "\n\n".join(escape(part) for part in parts)


def figures(tables: Tables, document_id: str, lang: str) -> None:
    """The ledger: every numeral of the text with its role."""
    mentions = ledger(tables, document_id, lang)
    with st.expander(text("documents.ledger", lang), icon=":material/format_list_numbered:"):
        st.caption(text("documents.ledger_intro", lang, count=len(mentions)))
        heads = [text(f"documents.ledger.{name}", lang) for name in ("phrase", "role", "row", "start")]
        rows = [[escape(item.phrase), escape(item.role), escape(item.row_id), str(item.start)] for item in mentions]
        st.table(pd.DataFrame(rows, columns=heads), hide_index=True)
