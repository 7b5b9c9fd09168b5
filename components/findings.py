"""Three findings that an overview begins with: one sentence each, with the way to its page."""

import streamlit as st

from compare.registry import VIEWS
from components import frame
from components.escape import escape
from loaders.snapshot import Tables
from model.selection import Selection, query
from wording.say import say

_SHOWN = ("incubator_rewards", "vouchers", "targets")


def findings(tables: Tables, selection: Selection) -> None:
    """What the pages on incubators, vouchers and goals say first, for the places that are chosen."""
    asked = selection.fresh().having(cities=selection.cities, provinces=selection.provinces, places=selection.places)
    for column, name in zip(st.columns(len(_SHOWN)), _SHOWN, strict=True):
        said = frame.build(VIEWS[name], tables, asked)
        with column, st.container(border=True, height="stretch"):
            st.page_link(f"app_pages/{name}.py", label=escape(say(VIEWS[name].title(), selection.lang)), icon=":material/arrow_forward:", query_params=query(asked))
            st.markdown(escape(said.finding or said.empty_because))
