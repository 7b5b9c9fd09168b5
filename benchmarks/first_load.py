"""Bytes over the wire until a page stands for the first time: `python -m benchmarks.first_load URL [URL ...]`.

Counted as Chromium's network layer sees them: bodies as sent (compressed or not) with their headers, and what comes over
the websocket. Nothing is cached before.
"""

import sys
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import FLAGS, chromium_path

_SETTLED_MS = 3_000


@dataclass
class Load:
    """What one first load took: HTTP bytes by address, bytes of websocket messages, and requests to other hosts."""

    host: str
    http: dict[str, int] = field(default_factory=dict)
    frames: int = 0
    foreign: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All bytes."""
        return sum(self.http.values()) + self.frames


def first_load(browser: Browser, url: str) -> Load:
    """Open a page in a window without a cache and wait until it stands."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    load, urls = Load(url.split("/")[2]), {}
    session = context.new_cdp_session(page)
    session.send("Network.enable")

    def sent(event: dict[str, Any]) -> None:
        urls[event["requestId"]] = event["request"]["url"]
        if "//" in event["request"]["url"] and event["request"]["url"].split("/")[2] != load.host and not event["request"]["url"].startswith(("blob:", "data:")):
            load.foreign.append(event["request"]["url"])

    def finished(event: dict[str, Any]) -> None:
        load.http[urls.get(event["requestId"], "")] = int(event["encodedDataLength"])

    def received(event: dict[str, Any]) -> None:
        payload = event["response"]["payloadData"]
        load.frames += len(payload) * 3 // 4 if event["response"]["opcode"] == 2 else len(payload)

    session.on("Network.requestWillBeSent", sent)
    session.on("Network.loadingFinished", finished)
    session.on("Network.webSocketFrameReceived", received)
    page.goto(url)
    page.locator("h1").first.wait_for(timeout=60_000)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(_SETTLED_MS)
    context.close()
    return load


def main(urls: list[str]) -> None:
    """Print one line an address, the largest parts below."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS, chromium_sandbox=False)
        for url in urls:
            load = first_load(browser, url)
            print(f"{load.total:>12,} bytes  {len(load.http)} files, {load.frames:,} by websocket, foreign: {len(load.foreign)}  {url}")
            for name, size in sorted(load.http.items(), key=lambda item: -item[1])[:6]:
                print(f"{size:>18,}  {name.split('?')[0]}")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
