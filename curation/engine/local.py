"""The engines of one machine: a plain loop in this process, and guarded child processes side by side."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from curation.child import Child, EndedError
from curation.engine.outcome import Item, Outcome, failed, made
from curation.engine.tasks import answer
from model.paths import ROOT

# What one document may take. Reading 20 MB of dense text and extracting from it stays within both.
SECONDS, MEMORY = 180.0, 4096 * 2**20

Given = TypeVar("Given")
Made = TypeVar("Made")


class LoopEngine:
    """One document after the other in this process: for few, trusted files."""

    def each(self, task: str, items: Iterable[Item]) -> Iterator[Outcome]:
        """One outcome an item, in the order of the items."""
        for item in items:
            yield made(item.name, answer(task, item.path))


class LocalEngine:
    """`workers` guarded child processes; a document may take `seconds` and then ends its child alone."""

    def __init__(self, workers: int = 0, seconds: float = SECONDS) -> None:
        self._workers, self._seconds = workers or os.cpu_count() or 1, seconds

    def each(self, task: str, items: Iterable[Item]) -> Iterator[Outcome]:
        """One outcome an item, in the order of the items."""
        children = [guarded() for _ in range(self._workers)]
        idle: SimpleQueue[Child] = SimpleQueue()
        for child in children:
            idle.put(child)

        def work(item: Item) -> Outcome:
            child = idle.get()
            try:
                return outcome(child, task, item, self._seconds)
            finally:
                idle.put(child)

        try:
            yield from in_order(work, items, self._workers, 8 * self._workers)
        finally:
            for child in children:
                child.close()


def guarded(root: Path = ROOT) -> Child:
    """A child that works on one document after the other, with the code below `root`."""
    return Child("curation.engine.tasks", MEMORY, root=root)


def outcome(child: Child, task: str, item: Item, seconds: float = SECONDS) -> Outcome:
    """Ask a child for one document. One that ended by itself or by other hands gets the document once more."""
    for _ in range(2):
        try:
            return made(item.name, child.ask("answer_task", {"task": task, "path": str(item.path)}, seconds))
        except EndedError as error:
            if error.is_late:
                return failed(item.name, "engine.too_long", seconds=f"{seconds:g}")
    return failed(item.name, "engine.ended")


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
