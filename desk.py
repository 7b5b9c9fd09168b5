"""The editors' desk as a service for this machine alone: `streamlit run desk.py`, or `make curate`.

The pages are those of app.py and the curator's page; who may ask is `service/local_only.py`. It does not start on an address that
others can reach.
"""

import os
import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from model.paths import ROOT
from service.local_only import TOKEN, LocalOnly, is_local
from wording.texts import text

os.environ["POLICY_CURATE"] = "1"
LANGUAGES = ("zh", "en")
token = secrets.token_urlsafe(24)
bound_to = st.get_option("server.address")


def both(key: str, **values: object) -> str:
    """The words in both languages, one line each."""
    return "\n".join(text(key, lang, **values) for lang in LANGUAGES)


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[dict[str, bool]]:
    """Print the one address that opens the desk."""
    host = f"[{bound_to}]" if ":" in bound_to else bound_to
    print(both("desk.address", address=f"http://{host}:{st.get_option('server.port')}/curate?{TOKEN}={token}"), flush=True)
    yield {}


if not is_local(bound_to):
    print(both("desk.not_local", address=bound_to or "0.0.0.0"), file=sys.stderr, flush=True)
    sys.exit(2)

app = st.App(ROOT / "app.py", middleware=[Middleware(LocalOnly, token=token, words=both("desk.refused"))], lifespan=lifespan)
