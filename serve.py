"""The dashboard as a service: `streamlit run serve.py`, behind the proxy of deploy/.

The pages are those of app.py; beside them stand /healthz, /readyz and /metrics, logs are JSON lines, and an address that
is not there is answered with 404. The start page speaks the language of the link.
"""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit import runtime

from components.menu import MENU
from loaders import in_use
from loaders.snapshot import SnapshotError
from model.paths import ROOT
from service import logs, metrics
from service.addresses import ROUTES, KnownAddresses
from service.start_page import ROUTES as START
from service.start_page import StartPage
from wording.texts import text

log = logging.getLogger("service")


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[dict[str, bool]]:
    """Before the first reader: logs and metrics, and the snapshot read, so that no click waits for it."""
    logs.use_json_lines()
    metrics.count_sessions(_sessions)
    try:
        log.info("serving", extra={"said": {"snapshot": in_use.opened().tables.snapshot}})
    except SnapshotError as error:
        log.warning("serving without a snapshot", extra={"said": {"fault": error.code}})
    yield {}
    log.info("stopped")


def _sessions() -> float:
    """Connected browser sessions of this process, as Streamlit counts them."""
    counted = runtime.get_instance().stats_mgr.get_stats(family_names=["active_sessions"]).get("active_sessions", [])
    return float(sum(getattr(item, "value", 0) for item in counted))


pages = frozenset(name for entries in MENU.values() for name, _ in entries)
start = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
words = {lang: (text("app.title", lang), text("window.waiting", lang)) for lang in ("zh", "en")}
app = st.App(ROOT / "app.py", routes=[*ROUTES, *START], middleware=[Middleware(StartPage, pages=pages, given=start, words=words), Middleware(KnownAddresses, pages=pages)], lifespan=lifespan)
