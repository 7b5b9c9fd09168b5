"""One warm Chrome or Chromium that turns Plotly figures into pictures and prints pages.

It is looked for first, since without one a warm server would wait for ever. kaleido's own shared server hands a result
to whichever thread asks next, so that two readers could get each other's chart; here every call waits for its own.
After a crash the browser is started once more; nothing waits longer than a minute.
"""

import asyncio
import atexit
import base64
import logging
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Coroutine
from functools import cache
from pathlib import Path
from typing import Any

from reports.errors import ReportError

log = logging.getLogger(__name__)

_TABS = 2
_START_SECONDS, _RENDER_SECONDS = 60, 30
_INCH = 96  # pixels
_HEIGHT = "document.fonts.ready.then(() => Math.ceil(document.documentElement.getBoundingClientRect().height))"
_RELOADS: set[asyncio.Task[None]] = set()  # keeps the tasks alive until they are done


def find() -> str | None:
    """The path of the browser, or None. `BROWSER_PATH` names one by hand."""
    named = os.environ.get("BROWSER_PATH")
    if named:
        return shutil.which(named)
    from choreographer.browsers.chromium import Chromium

    return Chromium.find_browser(skip_local=False) or None


class _Engine:
    """The browser and the thread that talks to it; started at the first picture."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.loop: asyncio.AbstractEventLoop | None = None
        self.kaleido: Any = None

    def made(self, work: Callable[[Any], Coroutine[Any, Any, bytes]]) -> bytes:
        """What `work` makes of the browser. Raises ReportError if the browser fails twice."""
        for attempt in (1, 2):
            loop, kaleido = self._started()
            try:
                future = asyncio.run_coroutine_threadsafe(work(kaleido), loop)
                return bytes(future.result(_RENDER_SECONDS))
            except Exception:
                log.warning("the browser failed at attempt %s", attempt, exc_info=True)
                self._stop(kaleido)
        raise ReportError("reports.error.browser_failed")

    def _started(self) -> tuple[asyncio.AbstractEventLoop, Any]:
        with self.lock:
            if self.loop is None:
                if find() is None:
                    raise ReportError("reports.error.no_browser")
                _offer_font()
                loop = asyncio.new_event_loop()
                threading.Thread(target=loop.run_forever, name="chart-browser", daemon=True).start()
                try:
                    self.kaleido = asyncio.run_coroutine_threadsafe(_opened(), loop).result(_START_SECONDS)
                except Exception as error:
                    loop.call_soon_threadsafe(loop.stop)
                    raise ReportError("reports.error.browser_failed") from error
                self.loop = loop
            return self.loop, self.kaleido

    def _stop(self, failed: Any) -> None:
        """Leave a browser that failed; another thread may have done so already."""
        with self.lock:
            if self.loop is None or self.kaleido is not failed:
                return
            loop, self.loop, self.kaleido = self.loop, None, None
        try:
            asyncio.run_coroutine_threadsafe(failed.close(), loop).result(5)
        except Exception:
            log.warning("the browser did not close", exc_info=True)
        loop.call_soon_threadsafe(loop.stop)

    def close(self) -> None:
        """End the browser with the program."""
        self._stop(self.kaleido)


async def _opened() -> Any:
    import kaleido

    class Browser(kaleido.Kaleido):  # type: ignore[misc]
        """kaleido loads its page anew after every picture; here the reader does not wait for that."""

        async def _return_kaleido_tab(self, tab: Any) -> None:
            again = asyncio.create_task(super()._return_kaleido_tab(tab))
            _RELOADS.add(again)
            again.add_done_callback(_RELOADS.discard)

    browser = Browser(n=_TABS, timeout=_RENDER_SECONDS, mathjax=False)
    await browser.open()
    return browser


_ENGINE = _Engine()
atexit.register(_ENGINE.close)


def picture(spec: dict[str, Any], file_format: str, width: int, height: int, scale: float) -> bytes:
    """A Plotly figure, as its plain dict, as png or svg. Raises ReportError without a working browser."""
    options = {"format": file_format, "width": width, "height": height, "scale": scale}
    return _ENGINE.made(lambda kaleido: kaleido.calc_fig(spec, opts=options))


def printed(page: str, width: int) -> bytes:
    """A web page as a tagged PDF of one sheet, `width` pixels wide and as high as the page. Raises ReportError as `picture`."""
    return _ENGINE.made(lambda kaleido: _printed(kaleido, page, width))


async def _printed(browser: Any, page: str, width: int) -> bytes:
    tab = await browser.create_tab("about:blank")
    try:
        frame = (await _sent(tab, "Page.getFrameTree"))["frameTree"]["frame"]["id"]
        await _sent(tab, "Page.setDocumentContent", frameId=frame, html=page)
        high = await _sent(tab, "Runtime.evaluate", expression=_HEIGHT, awaitPromise=True, returnByValue=True)
        margins = dict.fromkeys(("marginTop", "marginBottom", "marginLeft", "marginRight"), 0)
        sheet = {"paperWidth": width / _INCH, "paperHeight": (high["result"]["value"] + 1) / _INCH}
        made = await _sent(tab, "Page.printToPDF", printBackground=True, generateTaggedPDF=True, **sheet, **margins)
        return base64.b64decode(made["data"])
    finally:
        await browser.close_tab(tab.target_id)


async def _sent(tab: Any, command: str, **parameters: Any) -> dict[str, Any]:
    """The result of a command of the browser's own protocol."""
    answer = await tab.send_command(command, params=parameters)
    if "error" in answer:
        raise RuntimeError(f"{command}: {answer['error']}")
    return dict(answer["result"])


@cache
def has_chinese_font() -> bool:
    """Whether the system itself can show Chinese; where it cannot be asked, it is taken to be able to."""
    tool = shutil.which("fc-list")
    if tool is None:
        return os.name == "nt" or not Path("/etc/fonts").exists()
    return bool(subprocess.run([tool, ":lang=zh"], capture_output=True, timeout=20, check=False).stdout.strip())


def _offer_font() -> None:
    """Give the browser the font of the wheel `pylopdf-fonts-zh-cn` if the system has none for Chinese."""
    if has_chinese_font() or "FONTCONFIG_FILE" in os.environ:
        return
    try:
        import pylopdf_fonts_zh_cn as fonts
    except ImportError:
        log.warning("no Chinese font found; pictures will show boxes")
        return
    place = Path(tempfile.mkdtemp(prefix="chart-fonts-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    (place / "fonts.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{fonts.sans_path().parent}</dir><cachedir>{place / 'cache'}</cachedir></fontconfig>", encoding="utf-8",
    )
    os.environ["FONTCONFIG_FILE"] = str(place / "fonts.conf")
