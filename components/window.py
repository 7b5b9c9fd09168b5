"""What Streamlit 1.67 cannot be told from Python about the reader's window, done by one small script on every page.

The language of the page for screen readers and hyphenation; Streamlit's own English words in the language of the page;
the keyboard's way into an opened menu, to tables that scroll sideways, and past a menu that is folded away. Why a script:
docs/decisions/025-the-window.md.
"""

import streamlit as st

from model.paths import ROOT
from wording.texts import text, texts

# What Streamlit says without a way on, and our words instead in both languages.
_MENDED = {"Failed to generate file for download": "window.export_failed", "Request timed out": "window.export_slow"}
_KEYS = "streamlit."
_window = st.components.v2.component("reader_window", html="<span hidden></span>", js=(ROOT / "components" / "window.js").read_text(encoding="utf-8"))


def told(lang: str) -> None:
    """Tell the window in which language the page is. Words are exchanged both ways, so that a change of language leaves none behind."""
    _window(key="reader_window", data={"lang": "zh-CN" if lang == "zh" else "en", "words": _pairs(lang)})


def _pairs(lang: str) -> list[list[str]]:
    """Streamlit's words, which are the English ones, and those to show instead; `{}` stands for what varies."""
    known = [row for key, row in texts().items() if key.startswith(_KEYS)]
    mended = [[said, text(key, lang)] for said, key in _MENDED.items()]
    return mended + [[row["en"], row["zh"]] if lang == "zh" else [row["zh"], row["en"]] for row in known]
