"""Standard cases: what each document comes to in a documented situation, with changeable numbers and the arithmetic."""

from dataclasses import replace

import streamlit as st

from compare.questions.by_title import options
from compare.questions.standard_cases import PREFIX, chosen_case
from components import filters, page, paper, show
from components.escape import escape
from components.matrix import cell_detail, matrix
from components.proposal_form import sum_form
from components.rows import chosen_by_click
from components.section import section
from loaders.snapshot import Tables
from model.case import Case, cases, inputs_of, values_of
from model.codes import Code
from model.money import WAN
from model.selection import Selection
from wording.answer import Answer
from wording.standard_cases import short_label
from wording.texts import text

MOST = 9_999_999_999_999
SCALES = {"cny": WAN, "basis_point": 100}


def number(row: Code, value: int | None, lang: str) -> int | None:
    """One input as officials say it, in 万元 or per cent; the link holds whole yuan and basis points."""
    name, scale = text(f"case.enter_{row['unit']}", lang, name=escape(row[lang])), SCALES.get(row["unit"])
    said = {"help": escape(row[f"definition_{lang}"]), "placeholder": text("case.enter", lang), "key": f"input.{row['code']}.{lang}.{value}"}
    if scale is None:
        count: int | None = st.number_input(name, min_value=0, max_value=MOST, value=value, step=1, **said)
        return count
    shown = None if value is None else value / scale
    entered = st.number_input(name, min_value=0.0, max_value=MOST / scale, value=shown, step=1.0 if scale == WAN else 0.05, format="%.2f", **said)
    return None if entered is None else round(entered * scale)


def inputs_form(case: Case, selection: Selection) -> None:
    """The numbers of the chosen case; what is entered goes into the link, so that a colleague sees the same result."""
    lang, values, entered = selection.lang, values_of(case.code, selection.inputs), {}
    with st.form(f"inputs.{case.code}.{lang}", border=False):
        *places, last = st.columns([2] * len(inputs_of(case.code)) + [1], vertical_alignment="bottom")
        for row, place in zip(inputs_of(case.code), places, strict=True):
            with place:
                entered[row["code"]] = number(row, values.get(row["code"]), lang)
        if last.form_submit_button(text("case.apply", lang), icon=":material/calculate:", width="stretch"):
            others = tuple(item for item in selection.inputs if item.split(":")[0] not in entered)
            filters.change(inputs=(*others, *(f"{name}:{value}" for name, value in entered.items() if value is not None)))
            st.rerun()


def arithmetic(comparison: Answer) -> None:
    """How the amounts of the chosen case are worked out, document by document."""
    lang = comparison.selection.lang
    lines = "\n".join(f"- {escape(note.text)}" for note in comparison.notes if note.kind == "arithmetic")
    section(text("case.arithmetic_head", lang), ":material/calculate:", lambda: st.markdown(lines), key="arithmetic", expanded=True)


def ask(tables: Tables, selection: Selection) -> None:
    """The own sum for a title, the case that is drawn and worked out, and its numbers."""
    lang = selection.lang
    sum_form(selection, options(tables))
    names = {PREFIX + case.code: short_label(case, selection.inputs, lang) for case in cases().values()}
    filters.choose_row(text("case.pick", lang), list(names), names, selection)
    case = chosen_case(selection)
    if inputs_of(case.code):
        inputs_form(case, selection)


opened = page.opened("standard_cases", ask)
comparison = opened.comparison
page.top(opened)
show.chart(comparison)
matrix(comparison)
if not paper.is_on():
    chosen_by_click(comparison)
    cell_detail(comparison, chosen_row=PREFIX + chosen_case(comparison.selection).code)
arithmetic(comparison)
shown = ("arithmetic", *(("arithmetic_other",) if paper.is_on() else ()))  # a sheet is about the case that it draws
page.bottom(replace(opened, comparison=replace(comparison, notes=tuple(note for note in comparison.notes if note.kind not in shown))))
