"""Server time of every page on the shipped data: the median of repeated script runs, pages interleaved.

Run as `python -m benchmarks.bench_pages [rounds]`.
"""

import statistics
import sys
import time
from datetime import date

from streamlit.testing.v1 import AppTest

from components.menu import MENU
from model.paths import ROOT


def opened(page: str) -> AppTest:
    """A page after its first run, which fills the caches."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.query_params["as_of"] = date(2026, 11, 21).isoformat()
    at.switch_page(f"app_pages/{page}.py")
    return at.run()


def main(rounds: int) -> None:
    """Print one line per page: median and slowest run in milliseconds."""
    pages = {name: opened(name) for entries in MENU.values() for name, _ in entries}
    times: dict[str, list[float]] = {name: [] for name in pages}
    for _ in range(rounds):
        for name, at in pages.items():
            start = time.perf_counter()
            at.run()
            times[name].append((time.perf_counter() - start) * 1000)
    for name, values in times.items():
        print(f"{name:<20} median {statistics.median(values):6.0f} ms   slowest {max(values):6.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
