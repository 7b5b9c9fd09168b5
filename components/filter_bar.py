"""The filters of a page: those that it uses and no others, with the category of measures one click away."""

from collections.abc import Sequence

import streamlit as st

from compare.shared.view import View
from components import filters
from components.section import section
from loaders import queries
from loaders.snapshot import Tables
from model.selection import Selection
from wording.texts import text

_NAMES = ("cities", "documents", "designations", "years", "levels", "beneficiaries", "instruments", "indicators", "statuses", "provinces", "places")
_IN_A_ROW = 4


def filter_bar(tables: Tables, view: View, selection: Selection) -> None:
    """The category, and the panel of all other filters, which opens on a click and stays open when the language changes."""
    known = queries.options(tables)
    category, bar = st.columns([1, 3]) if "categories" in view.uses else (None, st.container())
    if category:
        with category:
            filters.choose_many(tables, selection, "categories", known, is_bare=True)
    with bar:
        section(text("filters.bar", selection.lang), ":material/filter_alt:", lambda: _panel(tables, view, selection), key="filters")


def _panel(tables: Tables, view: View, selection: Selection) -> None:
    names, known = [name for name in _NAMES if name in view.uses], queries.options(tables)
    for first in range(0, len(names), _IN_A_ROW):
        _row(tables, selection, names[first:first + _IN_A_ROW], known)
    if "quantified" in view.uses:
        filters.choose_quantified(text("filters.quantified", selection.lang), selection)
    filters.reset_button(text("filters.reset", selection.lang), selection.lang)


def _row(tables: Tables, selection: Selection, names: Sequence[str], known: filters.Known) -> None:
    for place, name in zip(st.columns(_IN_A_ROW), names, strict=False):
        with place:
            filters.choose_many(tables, selection, name, known)
