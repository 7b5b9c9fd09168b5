"""Words that a reader takes along with one click; a table goes to WPS and Word as a table.

Streamlit's own box with a copy button loads a highlighter of programs of one and a half megabytes, and copies text only.
"""

import streamlit as st

from model.paths import ROOT
from reports import plain
from wording.answer import Answer
from wording.texts import text

_FOLDER = ROOT / "components"
_BUTTON = st.components.v2.component(
    "copy_button", html='<pre tabindex="0"></pre><button type="button"></button><span role="status"></span>',
    css=(_FOLDER / "copy.css").read_text(encoding="utf-8"), js=(_FOLDER / "copy.js").read_text(encoding="utf-8"),
)


def words(said: str, lang: str, place: str, *, label: str = "", html: str = "", shown: bool = True, is_link: bool = False) -> None:
    """The words with a button that copies them; `html` is what a program takes that knows tables. without `shown` only the button stands there.
    A link is made whole by the browser, which alone knows the address that it reached the page under.

    `place` tells it from other words on the page.
    """
    names = {"label": label or text("copy.words", lang), "done": text("copy.done", lang), "failed": text("copy.failed", lang)}
    _BUTTON(data={"words": said, "html": html, "shown": shown, "isLink": is_link, **names}, key=f"copy.{place}.{lang}")


def table(comparison: Answer) -> None:
    """Two buttons: the table for WPS, Word and spreadsheets, and as Markdown."""
    lang = comparison.selection.lang
    words(plain.tab_separated(comparison), lang, f"{comparison.view}.table", label=text("export.copy_table", lang), html=plain.html_table(comparison), shown=False)
    words(plain.markdown(comparison), lang, f"{comparison.view}.markdown", label=text("export.copy_markdown", lang), shown=False)
