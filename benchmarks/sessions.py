"""Readers at once: `python -m benchmarks.sessions --snapshot FOLDER --sessions 1 10 100`.

Starts the dashboard on a snapshot; each session is a websocket that opens one view after the other with filters of its own, with a think time
between, as a browser would. Prints for each number of sessions the median and the 95th percentile of the time from question to finished page (without a
browser's drawing), the server's processor time a question and its memory. No browser is started; asks this machine alone.
"""

import argparse
import asyncio
import json
import os
import random
import resource
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from statistics import median

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from model.paths import ROOT, TABLES

PORT = 8621
PAGES = ("incubator_rewards", "vouchers", "targets", "by_title", "largest_sums", "support_list", "policy_clauses", "overview")
CATEGORIES = ("incubation", "voucher", "rnd", "talent", "platform", "enterprise", "")
_TICK = os.sysconf("SC_CLK_TCK")


def spent(pid: int) -> float:
    """Processor seconds of a process so far."""
    parts = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(parts[11]) + int(parts[12])) / _TICK


def memory(pid: int) -> float:
    """Resident memory of a process in MB."""
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="utf-8").split()[1]) * resource.getpagesize() / 2**20


async def ask(socket: websockets.ClientConnection, page: str, query: str) -> float:
    """Open a view and return the seconds until its page is finished. Raises RuntimeError if the page shows an exception."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.page_name = page
    started = time.perf_counter()
    await socket.send(message.SerializeToString())
    while True:
        said = ForwardMsg.FromString(await asyncio.wait_for(socket.recv(), 180))
        kind = said.WhichOneof("type")
        if kind == "delta" and said.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(said.delta.new_element.exception.message[:200])
        if kind == "script_finished":
            return time.perf_counter() - started


async def reader(place: int, questions: int, think: float, times: list[float]) -> None:
    """One session: a page, a pause, another page."""
    rng = random.Random(place)
    async with websockets.connect(f"ws://127.0.0.1:{PORT}/_stcore/stream", subprotocols=["streamlit"], max_size=None, compression=None) as socket:
        await ask(socket, "", "as_of=2026-11-21")
        for _ in range(questions):
            await asyncio.sleep(rng.uniform(0, 2 * think))
            times.append(await ask(socket, rng.choice(PAGES), f"as_of=2026-11-21&categories={rng.choice(CATEGORIES)}&lang={rng.choice(('zh', 'en'))}"))


async def measure(sessions: int, questions: int, think: float, pid: int) -> dict[str, float]:
    """All figures of one number of sessions."""
    times: list[float] = []
    before, held = spent(pid), memory(pid)
    await asyncio.gather(*(reader(place, questions, think, times) for place in range(sessions)))
    ordered = sorted(times)
    return {
        "sessions": sessions, "questions": len(times), "median_ms": round(median(ordered) * 1000), "p95_ms": round(ordered[int(0.95 * (len(ordered) - 1))] * 1000),
        "cpu_ms_a_question": round((spent(pid) - before) / (len(times) + sessions) * 1000), "mb_a_session": round((memory(pid) - held) / sessions, 2),
        "mb": round(memory(pid)),
    }


def main() -> None:
    """Start the server, measure, print one JSON object a line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--snapshot", type=Path, default=TABLES)
    parser.add_argument("--sessions", type=int, nargs="*", default=[1, 10, 100])
    parser.add_argument("--questions", type=int, default=8)
    parser.add_argument("--think", type=float, default=4.0)
    options = parser.parse_args()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(PORT), "--server.headless", "true"]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, "POLICY_TABLES": str(options.snapshot)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _await(f"http://127.0.0.1:{PORT}/_stcore/health")
            asyncio.run(measure(1, len(PAGES), 0, server.pid))  # opens the snapshot and warms what is kept for it
            for sessions in options.sessions:
                print(json.dumps(asyncio.run(measure(sessions, options.questions, options.think, server.pid))), flush=True)
        finally:
            server.terminate()


def _await(address: str) -> None:
    for _ in range(200):
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.3)
    raise SystemExit("the dashboard did not start")


if __name__ == "__main__":
    main()
