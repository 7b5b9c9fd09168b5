"""Innovation vouchers: four cards, the matrix in groups, and the rates of one base as a stack of payers."""

import streamlit as st

from compare.questions.vouchers import CARDS, rate_bases
from components import page, show
from components.escape import escape
from components.groups import grouped_matrix
from components.proposal_form import voucher_form
from model.comparison import SILENT_MARKS
from wording.answer import Answer
from wording.texts import text


def card(comparison: Answer, row: str) -> None:
    """One point of all documents: what each states, then who leaves it open or has no voucher."""
    lang = comparison.selection.lang
    said: dict[tuple[bool, str], list[str]] = {}
    for column in comparison.chart.columns:
        cell = comparison.cell(row, column.key)
        if cell is not None and cell.words:
            said.setdefault((cell.mark in SILENT_MARKS, cell.words), []).append(column.label)
    with st.container(border=True, height="stretch"):
        st.markdown(f"**{escape(text(f'vouchers.{row}', lang))}**")
        for (is_silent, words), documents in sorted(said.items(), key=lambda item: item[0][0]):
            line = escape(text("vouchers.card", lang, document=text("list.separator", lang).join(documents), words=words))
            st.markdown(f":gray[{line}]" if is_silent else line)


opened = page.opened("vouchers", lambda tables, selection: voucher_form(selection, rate_bases(tables)))
comparison = opened.comparison
page.top(opened)
if comparison.cell(CARDS[0], comparison.chart.columns[0].key):
    for place, row in zip(st.columns(len(CARDS)), CARDS, strict=True):
        with place:
            card(comparison, row)
st.info(text("vouchers.same_name", opened.lang), icon=":material/info:")
show.chart(comparison, "vouchers.chart_note")
grouped_matrix(comparison)
page.clauses(opened)
page.bottom(opened)
