"""The way out of an empty page: one button for each filter without which there is something to show."""

from collections.abc import Iterator

import streamlit as st

from compare.shared.around import option_labels
from compare.shared.view import View
from components import filters
from components.escape import escape
from loaders.snapshot import Tables
from model.saying import listing
from model.selection import Selection
from wording.answer import answered
from wording.say import say
from wording.texts import text


def buttons(view: View, tables: Tables, selection: Selection) -> None:
    """Each filter that alone stands in the way, with its values; where only several together do, one button for all of them."""
    lang, chosen = selection.lang, [name for name in selection.restricts() if name in view.uses]
    found = list(in_the_way(view, tables, selection))
    with st.container(horizontal=True):
        for name in found:
            values = say(listing(option_labels(tables, name, selection)), lang)
            st.button(text("empty.without", lang, name=text(f"filter.{name}", lang), values=escape(values)), key=f"without.{name}.{lang}",
                      icon=":material/filter_alt_off:", on_click=filters.clear, args=((name,),))
        if chosen and (not found or len(chosen) > 1):
            st.button(text("empty.without_all", lang), key=f"without.all.{lang}", icon=":material/filter_alt_off:", on_click=filters.clear, args=(tuple(chosen),))


def in_the_way(view: View, tables: Tables, selection: Selection) -> Iterator[str]:
    """The filters of an empty page without any one of which it shows something."""
    for name in selection.restricts():
        if name in view.uses and not answered(view, tables, filters.without(selection, (name,))).empty_because:
            yield name
