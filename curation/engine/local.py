"""The engines of one machine: a plain loop in this process, and guarded child processes side by side."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import TypeVar

from curation.engine.child import SECONDS, Child
from curation.engine.outcome import Item, Outcome, decoded
from curation.engine.tasks import answer

Given = TypeVar("Given")
Made = TypeVar("Made")


class LoopEngine:
    """One document after the other in this process: for few, trusted files."""

    def each(self, task: str, items: Iterable[Item]) -> Iterator[Outcome]:
        """One outcome an item, in the order of the items."""
        for item in items:
            yield decoded(item.name, answer(task, item.path))


class LocalEngine:
    """`workers` guarded child processes; a document may take `seconds` and then ends its child alone."""

    def __init__(self, workers: int = 0, seconds: float = SECONDS) -> None:
        self._workers, self._seconds = workers or os.cpu_count() or 1, seconds

    def each(self, task: str, items: Iterable[Item]) -> Iterator[Outcome]:
        """One outcome an item, in the order of the items."""
        children = [Child(self._seconds) for _ in range(self._workers)]
        idle: SimpleQueue[Child] = SimpleQueue()
        for child in children:
            idle.put(child)

        def work(item: Item) -> Outcome:
            child = idle.get()
            try:
                return child.outcome(task, item)
            finally:
                idle.put(child)

        try:
            yield from in_order(work, items, self._workers, 8 * self._workers)
        finally:
            for child in children:
                child.close()


def in_order(work: Callable[[Given], Made], items: Iterable[Given], workers: int, ahead: int) -> Iterator[Made]:
    """What `work` makes of each item, in order, by `workers` threads that are at most `ahead` items before the reader."""
    waiting: deque[Future[Made]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        try:
            for item in items:
                waiting.append(pool.submit(work, item))
                if len(waiting) >= ahead:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
