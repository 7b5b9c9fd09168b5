"""Links to the page that answers a question, each carrying its own choices and nothing of the page it stands on."""

from collections.abc import Sequence

import streamlit as st

from compare.shared.signposts import Signpost
from components.escape import escape


def links(posts: Sequence[Signpost], icon: str) -> None:
    """One link below the other."""
    for post in posts:
        st.page_link(f"app_pages/{post.view}.py", label=escape(post.label), icon=icon, query_params=post.link)

