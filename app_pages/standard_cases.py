"""Standard cases: what each document comes to in a documented situation, with changeable numbers and the arithmetic."""

from dataclasses import replace

import streamlit as st

from compare.standard_cases import chosen_case
from components import filters, page, show
from components.escape import escape
from components.matrix import cell_detail, matrix
from model.case import Case, inputs_of, values_of
from model.comparison import Comparison
from model.selection import Selection
from model.texts import text


def inputs_form(case: Case, selection: Selection) -> None:
    """The numbers of the chosen case; what is entered goes into the link, so that a colleague sees the same result."""
    lang, values, entered = selection.lang, values_of(case.code, selection.inputs), {}
    with st.form(f"inputs.{case.code}.{lang}"):
        for row, place in zip(inputs_of(case.code), st.columns(len(inputs_of(case.code))), strict=True):
            value = values.get(row["code"])
            entered[row["code"]] = place.number_input(
                text("case.yuan", lang, name=row[lang]) if row["unit"] == "cny" else row[lang], min_value=0, max_value=9_999_999_999_999, value=value, step=1, help=row[f"definition_{lang}"],
                placeholder=text("case.enter", lang), key=f"input.{row['code']}.{lang}.{value}",
            )
        if st.form_submit_button(text("case.apply", lang), icon=":material/calculate:"):
            others = tuple(item for item in selection.inputs if item.split(":")[0] not in entered)
            filters.change(inputs=(*others, *(f"{name}:{value}" for name, value in entered.items() if value is not None)))
            st.rerun()


def arithmetic(comparison: Comparison) -> None:
    """How the amounts of the chosen case are worked out, document by document."""
    lang = comparison.selection.lang
    st.subheader(text("case.arithmetic_head", lang), anchor=False)
    st.markdown("\n".join(f"- {escape(note.text)}" for note in comparison.notes if note.kind == "arithmetic"))


opened = page.opened("standard_cases")
comparison = opened.comparison
case = chosen_case(comparison.selection)
page.top(opened)
matrix(comparison)
cell_detail(comparison)
if inputs_of(case.code):
    inputs_form(case, comparison.selection)
arithmetic(comparison)
show.chart(comparison)
page.bottom(replace(opened, comparison=replace(comparison, notes=tuple(note for note in comparison.notes if note.kind != "arithmetic"))))
