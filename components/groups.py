"""The matrix in groups, for views whose rows fall under headings."""

from dataclasses import replace
from functools import partial
from itertools import groupby

import streamlit as st

from components.escape import escape
from components.matrix import legend, matrix
from components.section import section
from wording.answer import Answer, Heading
from wording.texts import text


def grouped_matrix(comparison: Answer, *, opened: int = 1) -> None:
    """One table per group of rows with the notes of its rows below; the first `opened` groups are open."""
    for place, (name, grouped) in enumerate(groupby(comparison.chart.rows, key=lambda row: row.group)):
        rows = list(grouped)
        section(escape(name), "", partial(_group, comparison, name, rows), key=f"group.{comparison.view}.{place}", expanded=place < opened)
    legend(comparison)


def _group(comparison: Answer, name: str, rows: list[Heading]) -> None:
    matrix(_only(comparison, rows), group=name)
    _notes(rows, comparison.selection.lang)


def _only(comparison: Answer, rows: list[Heading]) -> Answer:
    return replace(comparison, chart=replace(comparison.chart, rows=tuple(rows)))


def _notes(rows: list[Heading], lang: str) -> None:
    """What to know about single rows; one note that holds for all of them stands once."""
    said: dict[str, list[str]] = {}
    for row in rows:
        if row.note:
            said.setdefault(row.note, []).append(row.label)
    for note, labels in said.items():
        st.caption(escape(text("show.row_note", lang, rows=text("list.separator", lang).join(labels), note=note)))
