"""The editors' desk writes files, so it answers only to this machine: by name, by address, and to whoever has the token.

A page of another site can make a browser ask 127.0.0.1 under a name of its own (DNS rebinding), so the Host of every
request is looked at, pages and websockets alike. The token is printed at the start; it comes once in the address and is then a cookie.
"""

import hmac
import ipaddress
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

TOKEN = "token"
# Says “ok” and nothing else, so that whoever starts the desk can wait for it.
_OPEN = "/_stcore/health"
_PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
_guards: list[str] = []


def is_guarded() -> bool:
    """Whether this process serves behind the guard."""
    return bool(_guards)


def is_local(address: str | None) -> bool:
    """Whether a name or an address can only mean this machine: localhost, 127.x.x.x, ::1."""
    if address is None:
        return False
    if address.lower().rstrip(".") == "localhost":
        return True
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    return (getattr(found, "ipv4_mapped", None) or found).is_loopback


def local_name(headers: Headers) -> bool:
    """Whether the request names this machine as its host, once, and was not passed on by another server."""
    hosts = headers.getlist("host")
    if len(hosts) != 1 or any(name in headers for name in _PASSED_ON):
        return False
    try:
        asked = urlsplit(f"//{hosts[0]}")
        return asked.netloc == hosts[0] and "@" not in hosts[0] and (asked.port or 1) > 0 and is_local(asked.hostname)
    except ValueError:
        return False


class LocalOnly:
    """Middleware: whatever does not come from this machine, under its own name and with the token, gets 403 and `words`."""

    def __init__(self, app: Application, token: str, words: str) -> None:
        self._app, self._token, self._words = app, token, words
        _guards.append(token)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass on, let in by the token, or refuse."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        at_home = local_name(asked.headers) and all(is_local(side[0]) for side in (scope.get("client"), scope.get("server")) if side)
        if at_home and (self._knows(asked.cookies.get(_cookie(scope))) or scope["path"] == _OPEN):
            await self._app(scope, receive, send)
        elif at_home and scope["type"] == "http" and self._knows(asked.query_params.get(TOKEN)):
            await self._let_in(asked, scope)(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse(self._words, 403, {"Cache-Control": "no-store"})(scope, receive, send)

    def _knows(self, given: str | None) -> bool:
        return given is not None and hmac.compare_digest(given.encode(), self._token.encode())

    def _let_in(self, asked: HTTPConnection, scope: Message) -> RedirectResponse:
        """The token leaves the address and becomes a cookie, which scripts and other sites do not get."""
        rest = urlencode([(name, value) for name, value in parse_qsl(asked.url.query, keep_blank_values=True) if name != TOKEN])
        path = "/" + scope["path"].lstrip("/")  # //other.site would lead elsewhere
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, 303, {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})
        answer.set_cookie(_cookie(scope), self._token, httponly=True, samesite="lax")
        return answer


def _cookie(scope: Message) -> str:
    """Cookies do not tell ports apart, so each desk of a machine has a name of its own."""
    return f"desk-{(scope.get('server') or ('', 0))[1]}"
