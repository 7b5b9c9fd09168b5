"""The parts that every comparison page shows in the same way."""

import pandas as pd
import streamlit as st

from charts.figure import figure, on_screen
from components import paper
from components.badges import status_badge
from components.escape import Markdown, escape
from components.section import section
from wording.answer import Answer, Note, Source
from wording.citation import article_place
from wording.texts import text

_NOTE_ORDER = ("disclaimer", "comparability", "definition", "method", "hidden", "status", "caveat")
_CHART_CONFIG = {"displayModeBar": False, "displaylogo": False, "showSendToCloud": False, "responsive": True}


def heading(comparison: Answer) -> None:
    """The finding and what was filtered, in words."""
    lang = comparison.selection.lang
    st.markdown(f"**{escape(comparison.finding)}**")
    st.caption(escape(text("show.filters", lang, filters=text("list.clause", lang).join(comparison.filters))))
    for note in comparison.notes:
        if note.kind in ("hidden", "disclaimer"):
            st.caption(escape(note.text))


def chart(comparison: Answer, note_key: str = "") -> None:
    """The chart with its words for those who cannot see it; a sentence where nothing may share an axis.

    `note_key` is the text below a chart that draws something else than sums of money.
    """
    lang = comparison.selection.lang
    st.header(text("show.chart", lang), anchor=False)
    theme = "dark" if st.context.theme.type == "dark" else "light"
    drawn = figure(comparison, theme) if paper.is_on() else on_screen(comparison, theme)
    if drawn is None:
        st.caption(text("show.no_chart", lang))
        return
    alt = text("show.chart_alt", lang, title=comparison.title, finding=comparison.finding)
    st.plotly_chart(drawn, key=f"chart.{comparison.view}.{lang}", config=_CHART_CONFIG, theme=None, alt=alt)
    st.caption(text(note_key, lang) if note_key else f"{text('show.legend', lang)} · {text('show.chart_note', lang)}")


def sources(comparison: Answer) -> None:
    """Every row behind the figures with its clause, and the documents as a bibliography."""
    lang = comparison.selection.lang
    names = {document.document_id: document for document in comparison.documents}

    def rows() -> None:
        if paper.is_on():
            _by_document(comparison)
            return
        said = [
            [escape(names[item.document_id].label), status_badge(names[item.document_id].status, lang), escape(item.sentence), in_context(item)]
            for item in comparison.sources
        ]
        heads = [text(key, lang) for key in ("show.document", "show.status", "show.sentence", "show.phrase")]
        paper.table(pd.DataFrame(said, columns=heads), hide_index=True)

    def documents() -> None:
        st.markdown("\n".join(f"- {escape(document.reference)} {status_badge(document.status, lang)}" for document in comparison.documents))

    section(text("show.rows", lang), ":material/list:", rows, key="rows")
    section(text("show.sources", lang), ":material/link:", documents, key="sources")


def _by_document(comparison: Answer) -> None:
    """The clauses on paper: each document named once above what it says, a line a clause, which a printer may part anywhere."""
    lang = comparison.selection.lang
    for document in comparison.documents:
        said = [_without_document(item, lang) for item in comparison.sources if item.document_id == document.document_id]
        if said:
            st.markdown(f"**{escape(document.label)}** {status_badge(document.status, lang)}")
            st.markdown("\n".join(f"- {escape(words)}" for words in said))


def _without_document(source: Source, lang: str) -> str:
    """The sentence of a clause below the name of its document, begun with the place of the clause alone."""
    rest = source.sentence.removeprefix(source.citation)
    return source.sentence if rest == source.sentence else article_place(source.article, lang) + rest


def in_context(source: Source) -> Markdown:
    """The bare figure in bold between the few characters around it."""
    bold = f"**{escape(source.phrase)}**" if source.phrase else ""
    return f"{escape(source.prefix)}{bold}{escape(source.suffix)}"


def notes(comparison: Answer) -> None:
    """Everything a careful reader must know, most important first."""
    lang = comparison.selection.lang
    ordered = sorted(comparison.notes, key=lambda note: _NOTE_ORDER.index(note.kind) if note.kind in _NOTE_ORDER else len(_NOTE_ORDER))
    section(text("show.notes", lang), ":material/info:", lambda: _lines(ordered), key="notes")


def _lines(notes: list[Note]) -> None:
    st.markdown("\n".join(f"- {escape(note.text)}" for note in notes))
