"""One document: its metadata, how to cite it, its clauses in order and its figures."""

import pandas as pd
import streamlit as st

from compare.questions.documents import COLUMNS, facts, ledger, quotations
from components import copy, paper
from components.badges import status_badge
from components.escape import Markdown, escape, linked
from components.section import section
from loaders import queries
from loaders.snapshot import Tables
from model.guidance import agreement_of
from model.selection import Selection
from wording import formats
from wording.answer import Answer, DocumentRef, in_words
from wording.texts import text

_WARNINGS = {"third_party_copy": "documents.third_party", "unknown": "documents.unknown_source"}


def about(tables: Tables, ref: DocumentRef, selection: Selection) -> None:
    """Title, status and what must be known before use; then every fact, known or not, with its source."""
    lang = selection.lang
    document = queries.documents(tables)[ref.document_id]
    st.header(escape(ref.title), anchor=False)
    st.markdown(f"{escape(ref.label)} {status_badge(ref.status, lang)}")
    warnings = [text("documents.draft", lang)] if ref.is_draft else []
    if document["source_kind"] in _WARNINGS:
        warnings.append(text(_WARNINGS[document["source_kind"]], lang))
    if warnings:
        st.warning("\n\n".join(escape(words) for words in warnings), icon=":material/report:")
    if ref.caveat:
        st.caption(escape(ref.caveat))
    section(text("documents.about", lang), ":material/info:", lambda: _facts(tables, ref, selection), key="about")
    _readings(ref.document_id, lang)


def _facts(tables: Tables, ref: DocumentRef, selection: Selection) -> None:
    known = in_words(facts(tables, ref.document_id, selection), selection.lang)
    rows = {escape(fact.label): _value(fact.name, fact.value) if fact.is_known else f":gray[{escape(fact.value)}]" for fact in known}
    paper.table(pd.DataFrame({"": rows.values()}, index=pd.Index(list(rows))), hide_header=True)


def _readings(document_id: str, lang: str) -> None:
    """How far two independent readings of this document agree, where they were counted by document."""
    lines = agreement_of(document_id)
    found = [line for line in lines if line.field == "found"]
    rest = [line for line in lines if line.field != "found"]
    if found and rest:
        agreed, total = sum(line.agreed for line in rest), sum(line.total for line in rest)
        st.caption(text("documents.readings", lang, both=sum(line.agreed for line in found), all=sum(line.total for line in found),
                        percent=formats.percent(round(100 * agreed / total, 1))), help=text("method.quality_limit", lang))


def _value(name: str, words: str) -> Markdown:
    """What is known; the address of the copy is a link."""
    return linked(words) if name == "source_url" else escape(words)


def citations(tables: Tables, document_id: str, lang: str) -> None:
    """The document as officials cite it in a sentence and in a bibliography, ready to be copied."""
    st.header(text("documents.cite", lang), anchor=False)
    for key, words in zip(("documents.cite_inline", "documents.cite_reference"), in_words(quotations(tables, document_id), lang), strict=True):
        st.caption(text(key, lang))
        copy.words(words, lang, key)


def clauses(comparison: Answer) -> None:
    """Every clause in the order of the document: place and title, categories and departments, summary, then its figures."""
    lang = comparison.selection.lang
    st.header(text("documents.clauses", lang), anchor=False)
    for row in comparison.chart.rows:
        words = {name: cell.words for name in COLUMNS if (cell := comparison.cell(row.key, name))}
        said = text("list.clause", lang).join(escape(words[name]) for name in ("categories", "departments") if words[name])
        listed = [f"- {escape(figure)}" for figure in words["figures"].split(text("list.clause", lang)) if figure]
        st.markdown("\n".join([f"**{escape(row.label)}**  ", f":gray[{said}]  ", escape(words["summary"]), "", *listed]))


def figures(tables: Tables, document_id: str, lang: str) -> None:
    """The ledger: every numeral of the text with its role."""
    section(text("documents.ledger", lang), ":material/format_list_numbered:", lambda: _ledger(tables, document_id, lang), key="ledger")


def _ledger(tables: Tables, document_id: str, lang: str) -> None:
    mentions = in_words(ledger(tables, document_id), lang)
    st.caption(text("documents.ledger_intro", lang, count=len(mentions)))
    heads = [text(f"documents.ledger.{name}", lang) for name in ("phrase", "role", "row", "start")]
    rows = [[escape(item.phrase), escape(item.role), escape(item.row_id), str(item.start)] for item in mentions]
    paper.table(pd.DataFrame(rows, columns=heads), hide_index=True)
