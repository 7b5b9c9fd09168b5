"""Readers at once for minutes: `python -m benchmarks.load --sessions 100 --minutes 10`.

Each reader opens views by links with filters of its own, chooses an order or a part of the page, changes the language and fetches files, with a
think time between. In the middle the server is killed and started again; every reader then opens the link that it had and must see what it saw.
Prints a JSON object for one reader alone and one for all: actions, errors, connections lost while the server was there, median and 95th percentile
by kind of action and together, processor time an action, and memory in ten steps.
"""

import argparse
import asyncio
import json
import random
import time
import urllib.error
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import websockets

from benchmarks.reader import PageError, Reader
from benchmarks.served import Served
from model.paths import TABLES

PAGES = ("incubator_rewards", "vouchers", "targets", "by_title", "largest_sums", "support_list", "policy_clauses", "responsibilities", "documents", "overview")
CATEGORIES = ("incubation", "voucher", "rnd", "talent", "platform", "")
FILES = ("csv", "xlsx", "docx")
ACTIONS = {"page": 5, "choice": 2, "language": 2, "file": 1}  # what readers do, by weight
TRIES = 5  # to come back
_GONE = (websockets.ConnectionClosed, OSError, urllib.error.URLError)


@dataclass
class Found:
    """What the readers met: seconds by kind of action, errors in words, connections lost while the server was there, and how
    many saw their view again after the restart or such a loss.
    """

    times: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in ACTIONS})
    errors: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    again: int = 0
    is_up: asyncio.Event = field(default_factory=asyncio.Event)
    restarts: int = 0


class Visitor:
    """A reader with a plan: what it does is drawn from its own seed."""

    def __init__(self, port: int, seed: int, found: Found) -> None:
        self._rng, self._reader, self._found = random.Random(seed), Reader(port), found
        self._seen: tuple[str, str, list[str]] = ("", "", [])
        self._restarts = 0  # those that this reader has lived through

    async def stay(self, until: float, think: float) -> None:
        """Read until the clock says so. A server that goes away is met by waiting and opening the same link."""
        await self._reader.connect()
        await self._do("page")
        while time.monotonic() < until:
            await asyncio.sleep(self._rng.uniform(0, 2 * think))
            await self._do(self._rng.choices([*ACTIONS], [*ACTIONS.values()])[0])
        await self._reader.close()

    async def _do(self, action: str) -> None:
        try:
            self._found.times[action].append(await getattr(self, f"_{action}")())
        except PageError as error:
            self._found.errors.append(f"{action} {self._reader.page}?{self._reader.link}: {error}")
        except _GONE as error:
            await self._found.is_up.wait()
            if self._found.restarts == self._restarts:  # nobody took the server away
                self._found.lost.append(f"{action} {self._reader.page}?{self._reader.link}: {type(error).__name__} {error}")
            self._restarts = self._found.restarts
            await self._return()

    async def _return(self) -> None:
        """After a restart: the link of the view shows what it showed."""
        page, link, said = self._seen
        for left in reversed(range(TRIES)):  # as a browser does that is cut off again
            await self._found.is_up.wait()
            try:
                await self._reader.connect()
                await self._reader.open(page, link)
                break
            except _GONE as error:
                self._found.lost.append(f"return {page}?{link}: {type(error).__name__} {error}")
                if not left:
                    self._found.errors.append(f"{page}?{link} does not come back: {type(error).__name__} {error}")
                    return
        if self._reader.said == said:
            self._found.again += 1
        else:
            self._found.errors.append(f"{page}?{link} shows something else after the restart")

    async def _page(self) -> float:
        link = f"as_of=2026-11-21&categories={self._rng.choice(CATEGORIES)}&lang={self._rng.choice(('zh', 'en'))}"
        return self._look(await self._reader.open(self._rng.choice(PAGES), link))

    async def _choice(self) -> float:
        return await self._press(f"w.order.{self._lang()}", f"w.part.{self._lang()}")

    async def _language(self) -> float:
        return await self._press("w.lang.")

    async def _press(self, *keys: str) -> float:
        key = next((key for key in keys if self._reader.has(key)), "")
        if not key:  # a page of few documents has neither an order nor parts to choose
            return await self._page()
        return self._look(await self._reader.press(key, self._rng.choice(self._reader.options_of(key))))

    async def _file(self) -> float:
        place = f"{self._reader.page or 'overview'}.{self._lang()}"
        menu = f"export.{place}"
        if not self._reader.has(menu):
            return await self._page()
        began = time.perf_counter()
        await self._reader.press(menu, True)
        made = [f"export.{name}.{place}" for name in FILES]
        content = await self._reader.export(self._rng.choice([key for key in made if self._reader.has(key)]))
        if not content:
            raise PageError("an empty file")
        return time.perf_counter() - began

    def _look(self, seconds: float) -> float:
        self._seen = (self._reader.page, self._reader.link, self._reader.said)
        return seconds

    def _lang(self) -> str:
        return "en" if "lang=en" in self._reader.link else "zh"


async def visited(server: Served, sessions: int, seconds: float, think: float, *, restart: bool) -> tuple[Found, list[float], float]:
    """Let readers in for so long; what they met, memory every tenth of the time, and the processor seconds of the server."""
    found, memory, spent = Found(), [], server.spent()
    found.is_up.set()
    until = time.monotonic() + seconds
    visitors = [asyncio.create_task(Visitor(server.port, seed, found).stay(until, think)) for seed in range(sessions)]
    for part in range(10):
        await asyncio.sleep(max(0.0, until - time.monotonic()) / (10 - part))
        memory.append(round(server.memory()))
        if restart and part == 4:
            spent -= server.spent()
            found.is_up.clear()
            found.restarts += 1
            await asyncio.to_thread(server.kill)
            await asyncio.to_thread(server.start_again)
            found.is_up.set()
    await asyncio.gather(*visitors)
    return found, memory, server.spent() - spent


def _summary(found: Found, memory: list[float], spent: float) -> dict[str, Any]:
    together = sorted(second for times in found.times.values() for second in times)
    return {
        "actions": {name: len(times) for name, times in found.times.items()}, "errors": len(found.errors), "kinds_of_error": Counter(error[:100] for error in found.errors).most_common(5),
        "lost": len(found.lost), "views_again": found.again, "median_ms": round(median(together) * 1000), "p95_ms": round(_p95(together) * 1000),
        "median_ms_by_action": {name: round(median(times) * 1000) for name, times in found.times.items() if times},
        "p95_ms_by_action": {name: round(_p95(sorted(times)) * 1000) for name, times in found.times.items() if times},
        "processor_ms_an_action": round(spent / len(together) * 1000), "mb": memory,
    }


def _p95(ordered: list[float]) -> float:
    return ordered[int(0.95 * (len(ordered) - 1))]


def main() -> None:
    """Start the server, measure one reader, then all of them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--snapshot", type=Path, default=TABLES)
    parser.add_argument("--sessions", type=int, default=100)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--think", type=float, default=4.0)
    parser.add_argument("--port", type=int, default=8599)
    parser.add_argument("--no-restart", action="store_true")
    asked = parser.parse_args()
    server = Served(asked.port, asked.snapshot)
    try:
        asyncio.run(visited(server, 1, 20, 0, restart=False))  # warms what is kept for the snapshot
        alone = asyncio.run(visited(server, 1, 60, asked.think / 4, restart=False))
        print(json.dumps({"sessions": 1} | _summary(*alone)), flush=True)
        many = asyncio.run(visited(server, asked.sessions, asked.minutes * 60, asked.think, restart=not asked.no_restart))
        print(json.dumps({"sessions": asked.sessions} | _summary(*many)), flush=True)
    finally:
        server.stop()


if __name__ == "__main__":
    main()
