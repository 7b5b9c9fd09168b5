"""What a reader keeps in the browser's own storage (the report basket, saved views), so that a reload, a restart of the server or a closed window loses nothing.

The browser hands its copy over when a session begins and whenever another window of the same browser has changed it; then the two
are brought together. Every other change is written there. Nothing is stored on the server.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

import streamlit as st

from model.paths import ROOT

_kept = st.components.v2.component("kept", js=(ROOT / "components" / "keep.js").read_text(encoding="utf-8"))
_KEY, _SESSION, _TAKEN = "kept", "kept_session", "kept_taken"


@dataclass(frozen=True)
class Kept:
    """One text in the browser: where, how it is written now, and how to take over what another window wrote, with the text that both last agreed on."""

    place: str
    written: Callable[[], str]
    take: Callable[[str, str], None]


def keep(*things: Kept) -> None:
    """Take over what the browser holds and give it every change. To be called once in every run."""
    data = {
        "own": {thing.place: thing.written() for thing in things}, "session": str(st.session_state.setdefault(_SESSION, uuid4().hex)),
        "taken": st.session_state.get(_TAKEN, 0),
    }
    _kept(key=_KEY, data=data, on_stored_change=lambda: _take(things), height=0)


def _take(things: tuple[Kept, ...]) -> None:
    found = st.session_state[_KEY].get("stored")
    if not isinstance(found, dict):
        return
    for thing in things:
        texts = found.get("places", {}).get(thing.place)
        if texts:
            thing.take(str(texts["stored"]), str(texts["agreed"]))
    st.session_state[_TAKEN] = int(found["number"])
