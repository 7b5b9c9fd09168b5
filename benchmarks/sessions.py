"""Readers at once: `python -m benchmarks.sessions --snapshot FOLDER --sessions 1 10 100`.

Starts the dashboard on a snapshot; each session is a websocket that opens one view after the other with filters of its own, with a think time
between, as a browser would. Prints for each number of sessions the median and the 95th percentile of the time from question to finished page (without a
browser's drawing), the server's processor time a question and its memory. No browser is started; asks this machine alone.
"""

import argparse
import asyncio
import json
import random
from pathlib import Path
from statistics import median

from benchmarks.reader import Reader
from benchmarks.served import Served
from model.paths import TABLES

PAGES = ("incubator_rewards", "vouchers", "targets", "by_title", "largest_sums", "support_list", "policy_clauses", "overview")
CATEGORIES = ("incubation", "voucher", "rnd", "talent", "platform", "enterprise", "")


async def reading(port: int, place: int, questions: int, think: float, times: list[float]) -> None:
    """One session: a page, a pause, another page."""
    rng, reader = random.Random(place), Reader(port)
    await reader.connect()
    await reader.open("", "as_of=2026-11-21")
    for _ in range(questions):
        await asyncio.sleep(rng.uniform(0, 2 * think))
        times.append(await reader.open(rng.choice(PAGES), f"as_of=2026-11-21&categories={rng.choice(CATEGORIES)}&lang={rng.choice(('zh', 'en'))}"))
    await reader.close()


async def measure(server: Served, sessions: int, questions: int, think: float) -> dict[str, float]:
    """All figures of one number of sessions."""
    times: list[float] = []
    before, held = server.spent(), server.memory()
    await asyncio.gather(*(reading(server.port, place, questions, think, times) for place in range(sessions)))
    ordered = sorted(times)
    return {
        "sessions": sessions, "questions": len(times), "median_ms": round(median(ordered) * 1000), "p95_ms": round(ordered[int(0.95 * (len(ordered) - 1))] * 1000),
        "cpu_ms_a_question": round((server.spent() - before) / (len(times) + sessions) * 1000), "mb_a_session": round((server.memory() - held) / sessions, 2),
        "mb": round(server.memory()),
    }


def main() -> None:
    """Start the server, measure, print one JSON object a line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--snapshot", type=Path, default=TABLES)
    parser.add_argument("--sessions", type=int, nargs="*", default=[1, 10, 100])
    parser.add_argument("--questions", type=int, default=8)
    parser.add_argument("--think", type=float, default=4.0)
    parser.add_argument("--port", type=int, default=8599)
    options = parser.parse_args()
    server = Served(options.port, options.snapshot)
    try:
        asyncio.run(measure(server, 1, 2 * len(PAGES), 0))  # opens the snapshot and warms what is kept for it
        for sessions in options.sessions:
            print(json.dumps(asyncio.run(measure(server, sessions, options.questions, options.think))), flush=True)
    finally:
        server.stop()


if __name__ == "__main__":
    main()
