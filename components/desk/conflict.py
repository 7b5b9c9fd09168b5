"""What the desk shows when a curated file was changed on disk by somebody else: the difference, and three ways on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from components.escape import escape
from curation.check.curated import Record
from curation.desk.conflict import difference, keep_mine, keep_theirs
from wording.texts import text

# More lines than this are scrolled.
_LINES = 16


@dataclass(frozen=True)
class Ways:
    """What to do once the version that gives way is kept: go on with the file on disk, or write one's own over it."""

    reopen: Callable[[], None]
    overwrite: Callable[[], None]


def conflict(path: Path, content: Record, ways: Ways, lang: str) -> None:
    """Say so, show the difference and offer the ways on; each of them keeps both versions."""
    st.error(text("curate.conflict", lang, file=escape(path.name)), icon=":material/sync_problem:")
    with st.expander(text("curate.conflict_diff", lang), expanded=True):
        st.caption(text("curate.conflict_key", lang))
        lines = difference(path, content)
        st.code(lines, language="diff", wrap_lines=True, height=360 if lines.count("\n") > _LINES else "content")
    beside, reopen, overwrite = st.columns(3)
    if beside.button(text("curate.conflict_beside", lang), icon=":material/file_save:", type="primary", help=text("curate.conflict_beside_help", lang)):
        st.success(text("curate.conflict_kept", lang, file=escape(_shown(keep_mine(path, content)))))
    if reopen.button(text("curate.conflict_reopen", lang), icon=":material/refresh:", help=text("curate.conflict_reopen_help", lang)):
        keep_mine(path, content)
        ways.reopen()
        st.rerun()
    if overwrite.button(text("curate.conflict_overwrite", lang), icon=":material/edit_document:", help=text("curate.conflict_overwrite_help", lang)):
        if path.exists():
            keep_theirs(path)
        ways.overwrite()
        st.rerun()


def _shown(path: Path) -> str:
    """The last parts of a path, as a person finds it in the library."""
    return "/".join(path.parts[-4:])
