"""A list of clauses to choose from, and one clause in detail."""

import pandas as pd
import streamlit as st

from compare.questions.policy_clauses import COLUMNS, Clause, Figure
from components import copy, filters, paper
from components.badges import status_badge
from components.escape import escape
from components.report_error import report_error
from components.show import in_context
from wording.answer import Answer
from wording.texts import label, text

_HEIGHT = 420


def clause_list(comparison: Answer) -> str:
    """The clauses as a table; the chosen one is kept in the link. Returns its id, empty if none is chosen; on paper none is."""
    lang = comparison.selection.lang
    rows = comparison.chart.rows
    heads = {name: text(f"clauses.column.{name}", lang) for name in COLUMNS}
    frame = pd.DataFrame(
        [{text("clauses.title", lang): row.label, text("show.status", lang): label("status", row.status, lang)}
         | {heads[name]: cell.words for name in COLUMNS if (cell := comparison.cell(row.key, name))} for row in rows]
    )
    if paper.is_on():
        paper.table(frame.map(escape), hide_index=True)
        return ""
    st.caption(text("clauses.pick", lang))
    event = st.dataframe(frame, hide_index=True, on_select="rerun", selection_mode="single-row", height=_HEIGHT,
                         key=f"clauses.{lang}.{hash(tuple(row.key for row in rows))}", alt=comparison.finding)
    picked: list[int] = event["selection"]["rows"]
    keys = [row.key for row in rows]
    if picked and keys[picked[0]] != comparison.selection.row:
        filters.change(row=keys[picked[0]])
        filters.write()
        return keys[picked[0]]
    return comparison.selection.row if comparison.selection.row in keys else ""


def clause_detail(clause: Clause[str], snapshot: str, lang: str) -> None:
    """Figures, conditions, departments, phrase, article, number, status and why, caveats, and a sentence to copy."""
    with st.container(border=True):
        st.header(escape(clause.title), anchor=False)
        st.markdown(f"{escape(clause.document.label)} · {escape(clause.article)} · {status_badge(clause.document.status, lang)}")
        st.markdown(escape(clause.summary))
        _facts(clause, lang)
        for key, figures in (("clauses.awards", clause.awards), ("clauses.targets", clause.targets)):
            if figures:
                st.markdown(f"**{text(key, lang)}**")
                paper.table(_figure_table(figures, lang), hide_index=True)
        if not clause.awards and not clause.targets:
            st.caption(text("clauses.no_figures", lang))
        st.markdown(f"**{text('clauses.copy', lang)}**")
        for source in [figure.source for figure in (*clause.awards, *clause.targets)] or [clause.source]:
            copy.words(source.sentence, lang, f"{clause.document.document_id}.{source.row_id}")
            report_error(source, snapshot, lang, "clause")


def _facts(clause: Clause[str], lang: str) -> None:
    separator = text("list.separator", lang)
    facts = [
        (text("clauses.categories", lang), separator.join(clause.categories)),
        (text("clauses.lead", lang), separator.join(clause.lead_departments)),
        (text("clauses.departments", lang), separator.join(clause.departments)),
        (text("clauses.number", lang), clause.document.number),
    ]
    st.caption(" · ".join(escape(text("list.fact", lang, name=name, value=value)) for name, value in facts if value))
    if clause.status_source:
        st.caption(escape(text("clauses.why_status", lang, source=clause.status_source)))
    if clause.document.caveat:
        st.caption(escape(text("clauses.caveat", lang, caveat=clause.document.caveat)))


def _figure_table(figures: tuple[Figure[str], ...], lang: str) -> pd.DataFrame:
    heads = [text(key, lang) for key in ("show.beneficiary", "show.figure", "show.condition", "show.phrase")]
    rows = [
        [escape(item.subject), escape(item.words), escape(text("list.clause", lang).join(part for part in (item.condition, item.note) if part)),
         in_context(item.source)]
        for item in figures
    ]
    return pd.DataFrame(rows, columns=heads)
