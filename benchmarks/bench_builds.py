"""Processor time of every view's build on a snapshot: `python -m benchmarks.bench_builds --tables FOLDER`.

`first` is what the first reader of a filter pays, in a process that has answered other questions of the snapshot: every answer that was kept for a
selection is dropped before it, and only what is read once for a snapshot stays. `click` is the same question with another chosen row or column: tables have answered, words and cells are made
anew. Medians of processor time over all threads in seconds, and the memory of the process at the end.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from compare.registry import VIEWS
from compare.shared.view import View
from loaders import snapshot
from loaders.snapshot import Tables
from model.paths import TABLES
from model.selection import Selection
from model.status import CURRENT

DAY = date(2026, 11, 21)
ROUNDS = 5
# What is asked of every view: nothing more than the page, one category, and the parts of a page with many documents.
ASKED = {
    "": {}, "category": {"categories": ("incubation",)}, "province": {"provinces": ("37",)},
    "side": {"part": "side"}, "list": {"part": "list"}, "all": {"force": "all"},
}


def forget(tables: Tables) -> None:
    """Drop the answers to selections; what is kept once for a snapshot, two at most, stays."""
    tables.engine.answers.forget()
    for name, module in list(sys.modules.items()):
        for kept in vars(module).values() if name.startswith(("loaders.", "compare.")) else ():
            if hasattr(kept, "cache_clear") and (kept.cache_parameters()["maxsize"] or 0) > 2:
                kept.cache_clear()


def spent(view: View, tables: Tables, selection: Selection) -> float:
    """Seconds of processor time of one build, whatever was built before."""
    began = time.process_time()
    view.builder(view, tables, view.asked(tables, selection).selection)
    return time.process_time() - began


def measured(view: View, tables: Tables, chosen: dict[str, object], rounds: int) -> tuple[float, float]:
    """The median of first builds and of clicks."""
    first, click = [], []
    for number in range(rounds):
        asked = Selection(as_of=DAY - timedelta(days=number)).having(**chosen)
        forget(tables)
        first.append(spent(view, tables, asked))
        click.append(spent(view, tables, asked))
    return median(first), median(click)


def memory() -> float:
    """Megabytes that the process holds."""
    return int(next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def main() -> None:
    """One line for each view and what is asked of it."""
    parser = argparse.ArgumentParser(description="processor time of every view's build")
    parser.add_argument("--tables", type=Path, default=TABLES, help="folder of the tables")
    parser.add_argument("--views", nargs="*", default=list(VIEWS))
    parser.add_argument("--asked", nargs="*", default=list(ASKED), choices=list(ASKED))
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    tables = snapshot.load(snapshot.current(options.tables), options.tables)
    VIEWS["overview"].build(tables, Selection(as_of=DAY + timedelta(days=1), statuses=CURRENT))
    for name, asked in _lines(options.views, options.asked):
        first, click = measured(VIEWS[name], tables, ASKED[asked], options.rounds)
        print(json.dumps({"view": name, "asked": asked, "first": round(first, 3), "click": round(click, 3)}), flush=True)
    print(json.dumps({"memory_mb": round(memory())}))


def _lines(views: Iterable[str], asked: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Views with what makes a difference to them: only some have parts."""
    wanted = list(asked)
    for name in views:
        uses = VIEWS[name].uses
        for what in wanted:
            if what != "category" or "categories" in uses:
                yield name, what


if __name__ == "__main__":
    main()
