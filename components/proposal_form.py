"""Where a reader enters an own proposal. It goes into the link and nowhere else."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components import filters
from components.escape import escape
from components.section import section
from model.codes import codes
from model.money import WAN
from model.proposal import MOST_PERCENT, goal_item, item_words, rate_item, sum_item
from model.selection import Selection
from wording.say import say
from wording.texts import label, text

_MOST = 1_000_000.0  # in 10,000 yuan


def sum_form(selection: Selection, titles: Sequence[str]) -> None:
    """A sum for a recognised title at a level."""
    lang = selection.lang

    def fields() -> str:
        title, level, bound, wan = st.columns(4, vertical_alignment="bottom")
        chosen = title.selectbox(text("proposal.title", lang), titles, key=f"proposal.title.{lang}", format_func=lambda code: label("designation", code, lang))
        at = level.selectbox(text("proposal.level", lang), codes("recognition_level"), key=f"proposal.level.{lang}",
                             format_func=lambda code: label("recognition_level", code, lang))
        limit = bound.selectbox(text("proposal.bound", lang), ("exact", "at_most"), key=f"proposal.bound.{lang}", format_func=lambda code: label("bound", code, lang))
        value = wan.number_input(text("proposal.sum", lang), min_value=0.1, max_value=_MOST, value=100.0, step=10.0, key=f"proposal.sum.{lang}")
        return sum_item(chosen, at, limit, round(value * WAN))

    _form(selection, fields)


def goal_form(selection: Selection, goals: Mapping[str, str]) -> None:
    """A goal for one of the rows on screen: `goals` are their names by `indicator.level`."""
    lang = selection.lang

    def fields() -> str:
        goal, bound, value, year = st.columns([3, 1, 1, 1], vertical_alignment="bottom")
        chosen = goal.selectbox(text("proposal.goal", lang), list(goals), key=f"proposal.goal.{lang}", format_func=lambda code: goals[code])
        limit = bound.selectbox(text("proposal.bound", lang), ("at_least", "exact"), key=f"proposal.bound.{lang}", format_func=lambda code: label("bound", code, lang))
        figure = value.number_input(text("proposal.value", lang), min_value=0.01, max_value=99_999_999_999.0, value=3.0, step=0.5, key=f"proposal.value.{lang}")
        by = year.number_input(text("proposal.year", lang), min_value=2000, max_value=2099, value=selection.as_of.year + 2, step=1, key=f"proposal.year.{lang}")
        indicator, level = chosen.split(".")
        return goal_item(indicator, level, limit, figure, by)

    _form(selection, fields)


def voucher_form(selection: Selection, bases: Sequence[str]) -> None:
    """A voucher's rate of one of the bases on screen, with a yearly ceiling or without one."""
    if not bases:  # no document pays a rate that could be proposed for
        return
    lang = selection.lang

    def fields() -> str:
        base, bound, rate, ceiling = st.columns(4, vertical_alignment="bottom")
        basis = base.selectbox(text("proposal.basis", lang), bases, key=f"proposal.basis.{lang}", format_func=lambda code: label("rate_basis", code, lang))
        limit = bound.selectbox(text("proposal.bound", lang), ("exact", "at_most"), key=f"proposal.bound.{lang}", format_func=lambda code: label("bound", code, lang))
        share = rate.number_input(text("proposal.rate", lang), min_value=0.1, max_value=MOST_PERCENT, value=30.0, step=5.0, key=f"proposal.rate.{lang}")
        most = ceiling.number_input(text("proposal.ceiling", lang), min_value=0.0, max_value=_MOST, value=20.0, step=5.0, key=f"proposal.ceiling.{lang}",
                                    help=text("proposal.ceiling_help", lang))
        return rate_item(basis, limit, share, round(most * WAN))

    _form(selection, fields)


def _form(selection: Selection, fields: Callable[[], str]) -> None:
    """The frame of every form, with what was entered so far; `fields` draws the inputs and gives the proposal as it stands in a link."""
    lang, held = selection.lang, selection.proposals
    name = text("proposal.enter_held", lang, count=len(held)) if held else text("proposal.enter", lang)
    section(name, ":material/edit_note:", lambda: _inputs(fields, held, lang), key="proposal")


def _inputs(fields: Callable[[], str], held: Sequence[str], lang: str) -> None:
    st.caption(text("proposal.help", lang))
    with st.form(f"proposal.{lang}", border=False):
        entered = fields()
        if st.form_submit_button(text("proposal.add", lang), icon=":material/add:"):
            filters.change(proposals=(*held, entered))
            st.rerun()
    for item in held:
        others = tuple(other for other in held if other != item)
        st.button(escape(say(item_words(item), lang)), on_click=filters.change, kwargs={"proposals": others}, icon=":material/delete:",
                  key=f"proposal.drop.{item}.{lang}", help=text("proposal.drop", lang))
