"""The menu, grouped by task. A group appears once it has a page; one line per page."""

import os

import streamlit as st

from compare.registry import VIEWS
from components import basket
from components.escape import escape
from model.paths import ROOT
from model.selection import Selection, query
from wording.texts import text

# group -> pages (stem of app_pages/*.py, which is also the name of the view) with their icon
MENU: dict[str, tuple[tuple[str, str], ...]] = {
    "menu.start": (
        ("overview", ":material/home:"),
        ("search", ":material/search:"),
        ("city", ":material/location_city:"),
    ),
    "menu.compare": (
        ("incubator_rewards", ":material/egg:"),
        ("by_title", ":material/workspace_premium:"),
        ("vouchers", ":material/confirmation_number:"),
        ("targets", ":material/flag:"),
        ("who_pays", ":material/account_balance:"),
        ("largest_sums", ":material/bar_chart:"),
        ("standard_cases", ":material/calculate:"),
    ),
    "menu.change": (
        ("what_changed", ":material/compare_arrows:"),
    ),
    "menu.clauses": (
        ("support_list", ":material/list_alt:"),
        ("policy_clauses", ":material/article:"),
        ("responsibilities", ":material/groups:"),
        ("documents", ":material/description:"),
        ("side_by_side", ":material/vertical_split:"),
    ),
    "menu.write": (
        ("basket", ":material/shopping_basket:"),
        ("saved", ":material/bookmarks:"),
    ),
    "menu.data": (
        ("method", ":material/info:"),
        ("glossary", ":material/dictionary:"),
    ),
}

# What `make curate` adds; a served dashboard never has it.
CURATING: dict[str, tuple[tuple[str, str], ...]] = {
    "menu.curate": (
        ("curate", ":material/edit_note:"),
    ),
}


def pages(lang: str) -> dict[str, list[st.Page]]:
    """All pages by group with their titles in one language, the first as landing page.

    Streamlit gives the landing page no path of its own, so that /overview would be an unknown page: it is there twice, and the
    first of them holds a path that nothing leads to.
    """
    first = next(iter(MENU.values()))[0][0]
    named = st.Page(ROOT / "app_pages" / f"{first}.py", title=text(f"view.{first}", lang), url_path=first, visibility="hidden")
    return {"": [named]} | {
        group: [
            st.Page(ROOT / "app_pages" / f"{name}.py", title=text(f"view.{name}", lang), icon=icon, url_path="start" if name == first else name, default=name == first)
            for name, icon in entries
        ]
        for group, entries in (MENU | (CURATING if is_curating() else {})).items()
    }


def show_menu(groups: dict[str, list[st.Page]], current: str, selection: Selection) -> None:
    """The menu as links that carry the selection, so that one click is one step of the browser's history; the basket says how full it is."""
    parameters, lang, held = query(selection.leaving(VIEWS[current].subject if current in VIEWS else ())), selection.lang, len(basket.current().entries)
    for group, listed in groups.items():
        if not group:
            continue
        st.caption(text(group, lang))
        for page in listed:
            counted = text("menu.basket", lang, title=escape(page.title), count=held) if held and page.url_path == "basket" else None
            st.page_link(page, label=counted, query_params=parameters)


def is_curating() -> bool:
    """Whether the app was started by `make curate`; a served dashboard is read-only."""
    return os.environ.get("POLICY_CURATE") == "1"
