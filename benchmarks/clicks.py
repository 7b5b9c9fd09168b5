"""From a click to the repainted chart, in a real browser, against a floor and peers: `python -m benchmarks.clicks [--documents N | --tables DIR]`.

Every subject runs in a process of its own; clicks are interleaved, one of each in turn, so that a busy machine slows all of them alike. The time
is taken in the page, from the click to two painted frames after the chart is another one. Medians and ratios to the floor are printed.
"""

import argparse
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.synthesize import synthesize
from loaders import snapshot
from model.paths import ROOT, TABLES
from tests.browser.conftest import FLAGS, chromium_path

# Clicks the element that a query selects and waits until the chart's own picture differs, then for two frames.
TIMED = """
async ([query, place]) => {
  const shadows = root => [...root.querySelectorAll('*')].flatMap(held => held.shadowRoot ? [held.shadowRoot, ...shadows(held.shadowRoot)] : [])
  const roots = [document, ...shadows(document)], all = asked => roots.flatMap(root => [...root.querySelectorAll(asked)])
  const flat = values => values?.bdata ?? [...(values || [])].join()
  const picture = () => all('.js-plotly-plot').map(plot => {
    const layout = plot._fullLayout || {}
    return (plot.data || []).map(trace => flat(trace.x) + flat(trace.y)).join('|') + (layout.title?.text || '') + (layout.xaxis?.type || '')
      + [...plot.querySelectorAll('path.point, g.point path')].slice(0, 40).map(path => path.getAttribute('d') + path.getAttribute('transform')).join()
  }).join('#')
  const before = picture(), target = all(query)[place], begun = performance.now()
  target.dispatchEvent(new MouseEvent('click', {bubbles: true}))
  while (picture() === before) {
    if (performance.now() - begun > 30000) return -1
    await new Promise(resolve => requestAnimationFrame(resolve))
  }
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  return performance.now() - begun
}
"""


@dataclass
class Subject:
    """Something to click on: its name, its page, and which of the elements that a query selects is clicked in turn."""

    name: str
    address: str
    query: str
    places: tuple[int, ...]
    ready: Callable[[Page], None] = lambda page: None


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _server(command: Callable[[int], list[str]], **environment: str) -> Iterator[str]:
    port = _port()
    process = subprocess.Popen(command(port), cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT), **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _streamlit(script: str) -> Callable[[int], list[str]]:
    return lambda port: [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port), "--server.headless", "true"]



def subjects(stack: ExitStack, folder: Path, peers: bool) -> list[Subject]:
    """The floor, three pages of the product, the buttons of a chart, and the peers."""
    place = {"PEER_TABLES": str(folder / snapshot.current(folder)), "PEER_ROOT": str(folder)}
    floor = stack.enter_context(_server(_streamlit("benchmarks/peers/floor.py")))
    ours = stack.enter_context(_server(_streamlit("app.py"), POLICY_TABLES=str(folder)))
    radio = "input[type=radio]"
    force = "[data-testid=stSidebar] [data-testid=stCheckbox] input"
    few = "documents=jinzhou-undated,nantong-2012-26,shanwei-2021-draft,weihai-2018-107,weihai-2023-5" if folder == TABLES else ""
    found = [
        Subject("floor", floor, radio, (1, 0)),
        Subject("a button of the chart", f"{ours}/incubator_rewards?part=side&{few}", ".updatemenu-button", (1, 0)),
        *(Subject(f"in force, {name}", f"{ours}/{name}?{few}", force, (0,)) for name in ("incubator_rewards", "vouchers", "targets")),
    ]
    if peers:
        found += [
            Subject("same question, ours", stack.enter_context(_server(_streamlit("benchmarks/peers/ours.py"), **place)), radio, (1, 0)),
            Subject("same question, naive", stack.enter_context(_server(_streamlit("benchmarks/peers/naive.py"), **place)), radio, (1, 0)),
            Subject("same question, Dash", stack.enter_context(_server(lambda port: [sys.executable, "-m", "benchmarks.peers.dash_duckdb", str(port)], **place)), radio, (1, 0)),
            Subject("same question, Panel", stack.enter_context(_server(
                lambda port: [sys.executable, "-m", "panel", "serve", "benchmarks/peers/panel_duckdb.py", "--port", str(port), "--allow-websocket-origin", "*"], **place)) + "/panel_duckdb",
                ".bk-btn", (1, 0)),
        ]
    return found


def measure(browser: Browser, found: list[Subject], clicks: int) -> dict[str, list[float]]:
    """Milliseconds of each click by subject."""
    pages = {}
    for subject in found:
        page = browser.new_page(locale="zh-CN", viewport={"width": 1400, "height": 1000})
        page.goto(subject.address)
        page.wait_for_selector(".js-plotly-plot .plot-container", timeout=120_000)
        page.wait_for_timeout(2_000)
        subject.ready(page)
        pages[subject.name] = page
    times: dict[str, list[float]] = {subject.name: [] for subject in found}
    for number in range(clicks + 2):
        for subject in found:
            pages[subject.name].bring_to_front()
            took = pages[subject.name].evaluate(TIMED, [subject.query, subject.places[number % len(subject.places)]])
            if number >= 2:
                times[subject.name].append(float(took))
            pages[subject.name].wait_for_timeout(400)
    return times


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=0, help="documents of a made-up snapshot; the published one without")
    parser.add_argument("--tables", type=Path, help="a made-up snapshot that stands already, as of python -m benchmarks.synthesize")
    parser.add_argument("--clicks", type=int, default=20)
    parser.add_argument("--peers", action="store_true", help="with Dash, Panel and a naive app, which must be installed")
    chosen = parser.parse_args()
    with TemporaryDirectory() as made, ExitStack() as stack, sync_playwright() as play:
        folder = chosen.tables or (Path(made) if chosen.documents else TABLES)
        if chosen.documents:
            synthesize(folder, chosen.documents)
        browser = play.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        times = measure(browser, subjects(stack, folder, chosen.peers), chosen.clicks)
        browser.close()
    floor = statistics.median(times["floor"])
    print(f"{'subject':32} {'median ms':>10} {'p95 ms':>8} {'x floor':>8}")
    for name, held in times.items():
        good = [took for took in held if took >= 0]
        if not good:
            print(f"{name:32} no answer")
            continue
        print(f"{name:32} {statistics.median(good):10.0f} {sorted(good)[int(len(good) * 0.95)]:8.0f} {statistics.median(good) / floor:8.2f}" + ("" if len(good) == len(held) else f"  ({len(held) - len(good)} without an answer)"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
