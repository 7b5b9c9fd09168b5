"""Bytes and time until a page's chart stands for the first time: `python -m benchmarks.first_load [URL ...]`, without an address the floor and three pages.

Ten loads of each in turn, medians, and ratios to the first address. Bytes are counted as Chromium's network layer sees them: bodies as sent (compressed or not) with their headers, and what comes over
the websocket. Nothing is cached before.
"""

import statistics
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.clicks import subjects
from model.paths import TABLES
from tests.browser.conftest import FLAGS, chromium_path

_SETTLED_MS, _LOADS = 2_000, 10
_CHART = ".js-plotly-plot .plot-container"


@dataclass
class Load:
    """What one first load took: HTTP bytes by address, bytes of websocket messages, and requests to other hosts; seconds until what was waited for stood."""

    host: str
    http: dict[str, int] = field(default_factory=dict)
    frames: int = 0
    foreign: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def total(self) -> int:
        """All bytes."""
        return sum(self.http.values()) + self.frames


def first_load(browser: Browser, url: str, until: str = "h1") -> Load:
    """Open a page in a window without a cache and wait until what is asked for stands and nothing more comes."""
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
    begun = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.locator(until).first.wait_for(timeout=60_000)
    load.seconds = time.perf_counter() - begun
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(_SETTLED_MS)
    context.close()
    return load


def main(urls: list[str]) -> None:
    """Print one line an address, the largest files below."""
    with ExitStack() as stack, sync_playwright() as playwright:
        addresses = urls or [subject.address for subject in subjects(stack, TABLES, peers=False) if "button" not in subject.name]
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS, chromium_sandbox=False)
        loads: dict[str, list[Load]] = {url: [] for url in addresses}
        for _ in range(_LOADS + 1):
            for url in addresses:
                loads[url].append(first_load(browser, url, _CHART))
        browser.close()
    floor = loads[addresses[0]]
    for url, (_, *made) in loads.items():  # the first of each warms the server
        size, took = (statistics.median(values) for values in ([load.total for load in made], [load.seconds for load in made]))
        ratios = [size / statistics.median(load.total for load in floor[1:]), took / statistics.median(load.seconds for load in floor[1:])]
        print(f"{size:>12,.0f} bytes ({ratios[0]:.2f} x)  {took:.2f} s ({ratios[1]:.2f} x)  {len(made[-1].http)} files, {made[-1].frames:,} by websocket, foreign: {len(made[-1].foreign)}  {url}")
        for name, length in sorted(made[-1].http.items(), key=lambda item: -item[1])[:6]:
            print(f"{length:>18,}  {name.split('?')[0]}")


if __name__ == "__main__":
    main(sys.argv[1:])
