"""What a Prometheus server may ask one process: clicks, exports and their times, sessions, and the snapshot in use.

Nothing here names a person, a link or a search: the labels are page names and formats.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_SECONDS = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

registry = CollectorRegistry()
_clicks = Histogram("policy_click_seconds", "Time of one run of a page", ["page"], buckets=_SECONDS, registry=registry)
_exports = Histogram("policy_export_seconds", "Time of making one file", ["format"], buckets=_SECONDS, registry=registry)
_export_failures = Counter("policy_export_failures", "Files that could not be made", ["format"], registry=registry)
_sessions = Gauge("policy_sessions", "Browser sessions that are connected", registry=registry)
_snapshot = Gauge("policy_snapshot", "1 for the snapshot that readers see", ["snapshot"], registry=registry)
_fallback = Gauge("policy_snapshot_fallback", "1 while the snapshot in use cannot be read and an earlier one is shown", registry=registry)


@contextmanager
def click(page: str) -> Iterator[None]:
    """Count one run of a page and its time, also of one that ends early."""
    start = time.perf_counter()
    try:
        yield
    finally:
        _clicks.labels(page or "overview").observe(time.perf_counter() - start)


def timed_export(name: str, make: Callable[[], bytes]) -> Callable[[], bytes]:
    """The same maker of a file, counted under the format's name when it runs."""

    def timed() -> bytes:
        start = time.perf_counter()
        try:
            with _export_failures.labels(name).count_exceptions():
                return make()
        finally:
            _exports.labels(name).observe(time.perf_counter() - start)

    return timed


def count_sessions(count: Callable[[], float]) -> None:
    """Ask `count` for the sessions whenever the metrics are asked for."""
    _sessions.set_function(count)


def show_snapshot(snapshot: str, *, is_fallback: bool) -> None:
    """Name the snapshot that readers see; an earlier name is no longer given."""
    _snapshot.clear()
    _snapshot.labels(snapshot).set(1)
    _fallback.set(is_fallback)


def exposition() -> bytes:
    """All metrics in Prometheus' text format."""
    return generate_latest(registry)
