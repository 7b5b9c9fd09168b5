"""Links to the page that answers a question, each carrying its own choices and nothing of the page it stands on."""

from collections.abc import Sequence

import streamlit as st

from compare import words as said
from compare.signposts import Signpost
from components.escape import escape
from loaders import queries
from loaders.snapshot import Tables
from model.selection import Selection, query


def links(posts: Sequence[Signpost], icon: str) -> None:
    """One link below the other."""
    for post in posts:
        st.page_link(f"app_pages/{post.view}.py", label=escape(post.label), icon=icon, query_params=post.link)


def document_links(tables: Tables, selection: Selection, view: str, current: str) -> None:
    """All documents side by side, oldest first; the one on screen is not a link."""
    with st.container(horizontal=True, gap="small"):
        for key in queries.documents(tables):
            name = said.option_label(tables, "documents", key, selection.lang)
            parameters = query(selection.having(cities=(), years=(), statuses=(), documents=(key,), row=""))
            st.page_link(f"app_pages/{view}.py", label=escape(name), disabled=key == current, query_params=parameters, icon=":material/description:")
