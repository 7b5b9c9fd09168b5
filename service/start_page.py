"""Streamlit's start page in the language of the link, with words for a reader whose browser gets no further than it.

Until its first message over the websocket Streamlit knows neither language nor title, and without a websocket it shows grey bars for
ever. So the page itself carries `lang`, the product's name, and a message that its script shows after a while.
"""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from service.addresses import Application, Message, Receive, Send

AFTER = 12  # seconds; a page that comes later takes the message away again
_SCRIPT = (Path(__file__).parent / "start_page.js").read_text(encoding="utf-8")
_STYLE = "position:fixed;z-index:1000000;top:0;left:0;right:0;padding:1rem;background:#fff4ce;color:#1f2933;font:1rem sans-serif"
_NOT_OURS = ('<html lang="en">', "<title>Streamlit</title>", '<div id="root"></div>')


def script(request: Request) -> Response:
    """The script of the message; a file of its own, since the content policy allows none inside a page."""
    return Response(_SCRIPT, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


ROUTES = [Route("/start_page.js", script)]


class StartPage:
    """Middleware: answers for the pages with Streamlit's start page `given`, put into words: title and message by language."""

    def __init__(self, app: Application, pages: frozenset[str], given: str, words: Mapping[str, tuple[str, str]]) -> None:
        self._app, self._pages = app, pages | {"", "index.html"}
        self._made = {lang: in_words(given, lang, *said) for lang, said in words.items()}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer for a page; everything else is passed on."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or scope["path"].strip("/") not in self._pages:
            await self._app(scope, receive, send)
            return
        asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", [""])[0]
        made = self._made.get(asked) or next(iter(self._made.values()))
        await HTMLResponse(made, headers={"Cache-Control": "no-cache"})(scope, receive, send)


def in_words(page: str, lang: str, title: str, message: str) -> str:
    """The start page in one language. Raises ValueError if Streamlit's page is not the one that this was written for."""
    if any(page.count(part) != 1 for part in _NOT_OURS):
        raise ValueError("the start page of this Streamlit is another one; look at service/start_page.py")
    code = "zh-CN" if lang == "zh" else lang
    box = f'<div id="policy-waiting" role="alert" data-after="{AFTER}" style="{_STYLE}" hidden>{escape(message)}</div><script src="./start_page.js" defer></script>'
    for part, ours in zip(_NOT_OURS, (f'<html lang="{code}">', f"<title>{escape(title)}</title>", f'{box}<div id="root"></div>'), strict=True):
        page = page.replace(part, ours)
    return page
