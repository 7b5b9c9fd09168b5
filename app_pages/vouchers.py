"""Innovation vouchers: four cards, the matrix in groups, and the rates of one base as a stack of payers; of many documents a grid and what a bill brings."""

import streamlit as st

from compare.questions.vouchers import CARDS, rate_bases
from compare.shared.voucher_grid import CASE, INPUT
from components import filters, page, paper, parts, show
from components.columns import pager
from components.escape import escape
from components.groups import grouped_matrix
from components.matrix import matrix
from components.proposal_form import voucher_form
from model.case import values_of
from model.comparison import SILENT_MARKS
from model.selection import Selection
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


def bill(selection: Selection) -> None:
    """The sum of the bill, kept in the link."""
    lang = selection.lang
    entered = st.number_input(text("vouchers.bill_input", lang), 1, 10**9, values_of(CASE, selection.inputs)[INPUT], 10_000, key=f"bill.{lang}")
    if entered != values_of(CASE, selection.inputs)[INPUT]:
        others = tuple(item for item in selection.inputs if item.split(":")[0] != INPUT)
        filters.change(inputs=(*others, f"{INPUT}:{int(entered)}"))
        st.rerun()


def few(comparison: Answer) -> None:
    """Cards, the rates of one base, and the matrix in groups."""
    if comparison.cell(CARDS[0], comparison.chart.columns[0].key):
        for place, row in zip(st.columns(len(CARDS)), CARDS, strict=True):
            with place:
                card(comparison, row)
    st.info(text("vouchers.same_name", comparison.selection.lang), icon=":material/info:")
    show.chart(comparison, "vouchers.chart_note")
    grouped_matrix(comparison)
    page.clauses(opened)


opened = page.opened("vouchers", lambda tables, selection: voucher_form(selection, rate_bases(tables)))
page.top(opened)
if opened.comparison.part == "spread":
    if not paper.is_on():
        bill(opened.comparison.selection)
    show.chart(opened.comparison, "spread.legend")
    matrix(opened.comparison)
    pager(opened.comparison)
elif opened.comparison.part == "list":
    parts.listing(opened.comparison, "awards")
else:
    few(opened.comparison)
page.bottom(opened)
