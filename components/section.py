"""A part of a page that opens on a click and is sent to the reader only while it stands open.

What is folded away costs nothing: most of a page's cells are in such parts. A part is a fragment of its own, so that opening it
draws nothing else; a choice made inside it that changes the Selection draws the whole page.
"""

from collections.abc import Callable

import streamlit as st

from components import filters, paper
from components.escape import Markdown
from model.selection import Selection

Draw = Callable[[], object]  # what it gives is not used


def section(name: Markdown, icon: str, draw: Draw, *, key: str, expanded: bool = False) -> None:
    """Fold `draw` away under a name; on paper it stands open under its name. `key` is unique on its page."""
    if paper.is_on():
        st.header(name, anchor=False)
        draw()
    else:
        st.fragment(_folded)(name, icon, draw, filters.current(), key, expanded)


def _folded(name: Markdown, icon: str, draw: Draw, drawn_for: Selection, key: str, expanded: bool) -> None:
    if filters.current() != drawn_for:
        st.rerun()
    box = st.expander(name, icon=icon or None, expanded=expanded, key=filters.section_key(key, drawn_for.lang), on_change="rerun")
    if box.open:
        with box:
            draw()
