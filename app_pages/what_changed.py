"""What changed: two documents of one city matter by matter, both figures and both articles, each change with its reason."""

from dataclasses import replace
from functools import partial
from itertools import groupby

import pandas as pd
import streamlit as st

from compare.questions.by_title import options
from components import page, paper, places, show
from components.badges import verdict_badge
from components.escape import Markdown, escape
from components.matrix import card, column_head, is_telephone
from components.proposal_form import sum_form
from components.section import section
from loaders.snapshot import Tables
from model.proposal import PROPOSAL
from model.selection import Selection
from wording.answer import Answer, Cell, Heading
from wording.texts import text


def topic_table(comparison: Answer, rows: list[Heading]) -> None:
    """The matters of one topic: both cells, the kinds of change and how far the two compare."""
    lang = comparison.selection.lang
    if is_telephone():
        for row in rows:
            own = [(escape(column.label), said(comparison.cell(row.key, column.key))) for column in comparison.chart.columns]
            card(row.label, [(text("change.kind", lang), changed(comparison, row).replace("\n\n", " ")), *((whose, words) for whose, words in own if words)], lang)
        return
    content: dict[str, list[str]] = {text("change.matter", lang): [escape(row.label) for row in rows]}
    content[text("change.kind", lang)] = [changed(comparison, row) for row in rows]
    for column in comparison.chart.columns:
        content[column_head(column, lang)] = [said(comparison.cell(row.key, column.key)) for row in rows]
    paper.table(pd.DataFrame(content), hide_index=True)


def said(cell: Cell | None) -> Markdown:
    """What a document or an own proposal says; the verdict on a document stands with the change, that on a proposal here."""
    if cell is None:
        return ""
    judged = verdict_badge(cell.comparability) if cell.comparability and cell.column == PROPOSAL else ""
    return "\n\n".join(part for part in (escape(cell.words), judged) if part)


def changed(comparison: Answer, row: Heading) -> Markdown:
    """The kinds of change of a row in bold and the verdict below; a pair that nobody confirmed says so."""
    cell = comparison.cell(row.key, comparison.chart.columns[1].key)
    judged = verdict_badge(cell.comparability) if cell and cell.comparability else ""
    unconfirmed = f":orange-badge[{text('change.unconfirmed', comparison.selection.lang)}]" if judged else ""
    return "\n\n".join(part for part in (f"**{escape(row.note)}**" if row.note else unconfirmed, judged) if part)


def ask(tables: Tables, selection: Selection) -> None:
    """The city first, then the own proposal."""
    places.choose_pair(tables, selection)
    sum_form(selection, options(tables))


opened = page.opened("what_changed", ask)
comparison = opened.comparison
page.top(opened)
for note in comparison.notes:
    if note.kind == "pair":
        st.info(escape(note.text), icon=":material/info:")
for place, (topic, grouped) in enumerate(groupby(comparison.chart.rows, key=lambda row: row.group)):
    section(escape(topic), "", partial(topic_table, comparison, list(grouped)), key=f"topic.{place}", expanded=place == 0)
show.chart(comparison, "change.chart_note")
page.clauses(opened)
reasons = [note.text for note in comparison.notes if note.kind == "change"]
section(text("change.reasons", opened.lang), ":material/rule:", lambda: st.markdown("\n".join(f"- {escape(words)}" for words in reasons)), key="reasons")
page.bottom(replace(opened, comparison=replace(comparison, notes=tuple(note for note in comparison.notes if note.kind != "change"))))
