"""The menu, grouped by task. A group appears once it has a page; one line per page."""

import os
from pathlib import Path

import streamlit as st

from model.paths import ROOT
from model.texts import text

# group -> pages (stem of app_pages/*.py, which is also the name of the view) with their icon
MENU: dict[str, tuple[tuple[str, str], ...]] = {
    "menu.compare": (
        ("incubator_rewards", ":material/egg:"),
    ),
    "menu.change": (
        ("what_changed", ":material/compare_arrows:"),
    ),
    "menu.clauses": (
        ("policy_clauses", ":material/article:"),
    ),
}


def pages(lang: str) -> dict[str, list[st.Page]]:
    """All pages with their titles in one language, the first as landing page."""
    groups: dict[str, list[st.Page]] = {}
    first = True
    for group, entries in MENU.items():
        listed = []
        for name, icon in entries:
            path = Path(ROOT / "app_pages" / f"{name}.py")
            title = text(f"view.{name}", lang)
            listed.append(st.Page(path, title=title, icon=icon, url_path=name, default=first))
            first = False
        groups[text(group, lang)] = listed
    return groups


def is_curating() -> bool:
    """Whether the app was started by `make curate`; a served dashboard is read-only."""
    return os.environ.get("POLICY_CURATE") == "1"
