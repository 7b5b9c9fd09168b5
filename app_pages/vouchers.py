"""Innovation vouchers: what a bill brings in every document, and the matrix in groups; of many documents a grid, and what else is paid by voucher apart."""

import streamlit as st

from compare.questions.vouchers import rate_bases
from compare.shared.voucher_bill import CASE, INPUT
from components import filters, page, parts, show
from components.columns import pager
from components.groups import grouped_matrix
from components.matrix import matrix
from components.proposal_form import voucher_form
from loaders.snapshot import Tables
from model.case import values_of
from model.selection import Selection
from wording.texts import text


def bill(selection: Selection) -> None:
    """The sum of the bill, kept in the link."""
    lang = selection.lang
    entered = st.number_input(text("vouchers.bill_input", lang), 1, 10**9, values_of(CASE, selection.inputs)[INPUT], 10_000, key=f"bill.{lang}")
    if entered != values_of(CASE, selection.inputs)[INPUT]:
        others = tuple(item for item in selection.inputs if item.split(":")[0] != INPUT)
        filters.change(inputs=(*others, f"{INPUT}:{int(entered)}"))
        st.rerun()


def ask(tables: Tables, selection: Selection) -> None:
    """The own voucher, and the sum of a bill."""
    voucher_form(selection, rate_bases(tables))
    if selection.part not in ("list", "other"):
        bill(selection)


opened = page.opened("vouchers", ask)
page.top(opened)
if opened.comparison.part == "spread":
    show.chart(opened.comparison, "spread.legend")
    matrix(opened.comparison)
    pager(opened.comparison)
    page.clauses(opened)
elif opened.comparison.part in ("list", "other"):
    parts.listing(opened.comparison, "awards")
else:
    show.chart(opened.comparison, "vouchers.chart_note")
    grouped_matrix(opened.comparison)
    page.clauses(opened)
page.bottom(opened)
