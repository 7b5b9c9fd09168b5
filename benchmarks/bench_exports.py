"""Median times of every export, warm, on the shipped data: `make bench-exports`.

Goals: docx, pptx and xlsx of one comparison each under 0.5 s, a basket of twenty under 5 s, a warm PNG under 0.5 s, and
eight readers at once no slower than twice eight in a row.
"""

import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from compare.registry import VIEWS
from loaders.snapshot import cached, current
from model.selection import Selection
from reports import browser
from reports.content import Item, several, single
from reports.formats import FORMATS, make
from wording.answer import answered

ROUNDS, READERS, BASKET = 9, 8, 20


def seconds(task: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def median(task: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median of several calls after one that warms up."""
    task()
    return statistics.median(seconds(task) for _ in range(rounds))


def main() -> None:
    """Print one line per measurement with its goal."""
    tables = cached(current())
    selection = Selection(as_of=date(2026, 11, 21))
    made = answered(VIEWS["incubator_rewards"], tables, selection)
    report = single(made)
    goals = {"docx": 0.5, "pptx": 0.5, "xlsx": 0.5, "png": 0.5}
    names = [name for name in FORMATS if not FORMATS[name].refuses(made)]
    for name in names:
        line(name, median(lambda name=name: make(name, report, tables)), goals.get(name))
    comparisons = [answered(view, tables, selection) for view in VIEWS.values()]
    items = tuple(Item(one, one.title) for one in (comparisons * BASKET)[:BASKET])
    basket = several("创新政策对照材料", items)
    for name in ("docx", "pptx", "xlsx", "html"):
        line(f"basket of {BASKET}, {name}", median(lambda name=name: make(name, basket, tables), 3), 5.0 if name != "html" else None)
    for name in ("docx", "pptx", "xlsx", *(["png"] if browser.find() else [])):
        row = median(lambda name=name: [make(name, report, tables) for _ in range(READERS)], 3)
        with ThreadPoolExecutor(READERS) as threads:
            together = median(lambda name=name: list(threads.map(lambda _: make(name, report, tables), range(READERS))), 3)
        line(f"{READERS} at once, {name} (in a row {row:.2f} s)", together, 2 * row)


def line(what: str, took: float, goal: float | None) -> None:
    """One measurement, its goal and whether it is met."""
    judged = "" if goal is None else f"  goal {goal:.2f} s  {'met' if took <= goal else 'MISSED'}"
    print(f"{what:<44}{took:8.3f} s{judged}", flush=True)


if __name__ == "__main__":
    main()
