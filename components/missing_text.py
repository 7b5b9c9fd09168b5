"""Where a document's own text is not at hand: that it is not, and where it is published."""

from collections.abc import Sequence

import streamlit as st

from components.escape import Markdown, escape, linked
from loaders import queries
from loaders.snapshot import Tables
from wording.citation import document_label
from wording.texts import text


def say_missing(tables: Tables, document_ids: Sequence[str], lang: str) -> None:
    """One remark for all of these documents, each with the public address of its text or with who issued it."""
    st.info("\n\n".join(_remark(tables, document_id, lang) for document_id in document_ids), icon=":material/menu_book:")


def _remark(tables: Tables, document_id: str, lang: str) -> Markdown:
    document = queries.documents(tables)[document_id]
    label = document_label(document, queries.cities(tables)[document["city_id"]], lang)
    missing = text("reader.missing", lang, title=escape(str(document[f"title_{lang}"])), document=escape(label))
    return f"{missing}{text('reports.sentence_join', lang)}{_published(document, lang)}"


def _published(document: queries.Row, lang: str) -> Markdown:
    """Where the text is published: the address of the copy that was read, if it has one, else the issuer's own places."""
    if document["source_url"]:
        key = "reader.published_at" if document["source_kind"] == "official_site" else "reader.copied_at"
        return text(key, lang, address=linked(document["source_url"]))
    issuer = document[f"issuer_{lang}"]
    return text("reader.published_by" if issuer else "reader.published_somewhere", lang, issuer=escape(issuer or ""))
