"""The addresses of a process beside its pages, and 404 for what is not there.

`/healthz` says that the process answers, `/readyz` that it can show figures, `/metrics` is for Prometheus. Streamlit's own
server answers any unknown address with 200 and the start page, so a monitor or a crawler could not tell a page from nothing.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from loaders import in_use
from loaders.snapshot import SnapshotError
from service import metrics

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

_NOT_KEPT = {"Cache-Control": "no-store"}
# First parts of addresses that Streamlit's server answers with 404 itself; below some of them HTML files are served.
_SAY_IT_THEMSELVES = frozenset({"media", "component", "app"})


def health(request: Request) -> Response:
    """200 as long as the process answers."""
    return PlainTextResponse("ok\n", headers=_NOT_KEPT)


def ready(request: Request) -> Response:
    """200 with the snapshot that readers see, 503 with the code of the fault if there is none to show."""
    try:
        held = in_use.opened()
    except SnapshotError as error:
        return JSONResponse({"ready": False, "fault": error.code}, 503, _NOT_KEPT)
    metrics.show_snapshot(held.tables.snapshot, is_fallback=held.fault is not None)
    return JSONResponse({"ready": True, "snapshot": held.tables.snapshot, "fallback": held.fault is not None}, headers=_NOT_KEPT)


def measured(request: Request) -> Response:
    """All metrics, the snapshot as it is now."""
    ready(request)
    return Response(metrics.exposition(), headers=_NOT_KEPT, media_type=CONTENT_TYPE_LATEST)


ROUTES = [Route("/healthz", health), Route("/readyz", ready), Route("/metrics", measured)]


class KnownAddresses:
    """Middleware: the start page that Streamlit gives for an unknown address comes with the status 404."""

    def __init__(self, app: Application, pages: frozenset[str]) -> None:
        self._app, self._pages = app, pages | {"", "index.html"}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass everything on; only the status of a start page that nobody asked for is changed."""
        path = scope.get("path", "").strip("/")
        if scope["type"] != "http" or path in self._pages or path.split("/")[0] in _SAY_IT_THEMSELVES:
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200 and _is_page(message):
                message = {**message, "status": 404}
            await send(message)

        await self._app(scope, receive, sent)


def _is_page(message: Message) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in message.get("headers", ()))
