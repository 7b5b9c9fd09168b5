"""Answers that were worked out, kept for the next who asks the same of the same snapshot, up to a bound of memory."""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

Answer = tuple[tuple[str, ...], tuple[tuple[Any, ...], ...]]

# Values of all kept answers together, some 100 bytes each; a longer answer than the second is not kept.
KEPT_VALUES, KEPT_OF_ONE = 400_000, 100_000


class Answers:
    """The latest answers by question. An answer is never changed by those who read it."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Answer] = OrderedDict()
        self._values = 0
        self._lock = threading.Lock()

    @staticmethod
    def key(sql: str, values: Sequence[Any]) -> str:
        """A question as one text; equal texts are equal questions."""
        return f"{sql}\n{values!r}"

    def get(self, key: str) -> Answer | None:
        """The answer to a question, if it is held."""
        with self._lock:
            if key not in self._held:
                return None
            self._held.move_to_end(key)
            return self._held[key]

    def keep(self, key: str, answer: Answer) -> None:
        """Hold an answer and let go of those that were not asked for the longest time."""
        if _size(answer) > KEPT_OF_ONE:
            return
        with self._lock:
            before = self._held.pop(key, None)
            self._values += _size(answer) - (_size(before) if before else 0)
            self._held[key] = answer
            while self._values > KEPT_VALUES:
                self._values -= _size(self._held.popitem(last=False)[1])

    def forget(self) -> None:
        """Let go of everything, to measure."""
        with self._lock:
            self._held.clear()
            self._values = 0


def _size(answer: Answer) -> int:
    return 20 + len(answer[0]) * len(answer[1])
