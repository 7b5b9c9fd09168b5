"""Links to the page that answers a question, each carrying its own choices and nothing of the page it stands on."""

from collections.abc import Sequence

import streamlit as st

from compare.shared.signposts import Signpost
from components.escape import escape
from model.saying import Words
from wording.say import say


def links(posts: Sequence[Signpost[Words]] | Sequence[Signpost[str]], icon: str, lang: str) -> None:
    """One link below the other."""
    for post in posts:
        st.page_link(f"app_pages/{post.view}.py", label=escape(say(post.label, lang)), icon=icon, query_params=post.link)

