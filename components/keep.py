"""The report basket in the browser's own storage, so that a reload, a restart of the server or a closed window loses nothing.

The browser hands its copy over once, when a session begins; after that every change of the basket is written there. Nothing
is stored on the server, and nothing is asked of a browser that has no such storage.
"""

import streamlit as st

from components import basket
from loaders.snapshot import Tables

_JS = """
export default function (component) {
  const { data, setTriggerValue } = component
  const place = "policy-basket"
  try {
    const stored = window.localStorage.getItem(place) || ""
    const isNew = window.policyBasketSession !== data.session
    window.policyBasketSession = data.session
    if (isNew && stored) setTriggerValue("stored", stored)
    else if (data.own) window.localStorage.setItem(place, data.own)
    else window.localStorage.removeItem(place)
  } catch (refused) { /* a browser without storage keeps the basket for as long as the page is open */ }
}
"""

_kept = st.components.v2.component("kept_basket", js=_JS)
_KEY = "kept_basket"


def keep(tables: Tables) -> None:
    """Take over what the browser holds, once; then give it every change. To be called once in every run."""
    _kept(key=_KEY, data={"own": basket.written(), "session": basket.session()}, on_stored_change=lambda: basket.take_stored(_KEY, tables), height=0)
