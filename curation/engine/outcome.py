"""The contract of every engine: documents in, one outcome for each in the same order, whatever happens to a single one."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from curation.check.fault import Value, said


class Item(NamedTuple):
    """One document to work on: the name that outcomes carry, and its file."""

    name: str
    path: Path


@dataclass(frozen=True)
class Outcome:
    """What became of one document: the task's record, or the code of a fault with its values."""

    name: str
    result: dict[str, Any] | None = None
    fault: str = ""
    values: tuple[tuple[str, Value], ...] = ()

    def said(self, lang: str) -> str:
        """Why there is no result and what mends it; empty if there is one."""
        return said(self.fault, self.values, lang) if self.fault else ""


class Engine(Protocol):
    """A place where tasks (`curation.engine.tasks`) run."""

    def each(self, task: str, items: Iterable[Item]) -> Iterator[Outcome]:
        """One outcome an item, in the order of the items. A document that fails costs only itself."""
        ...


def failed(name: str, fault: str, **values: Value) -> Outcome:
    """The outcome of a document without a result."""
    return Outcome(name, None, fault, (("name", Path(name).name), *values.items()))


def made(name: str, content: Mapping[str, Any]) -> Outcome:
    """The outcome of what `curation.engine.tasks.answer` returned, before or after its way as JSON."""
    values = tuple((str(key), tuple(value) if isinstance(value, list) else value) for key, value in content.get("values", []))
    return Outcome(name, content.get("result"), content.get("fault", ""), values)


def decoded(name: str, answer: bytes) -> Outcome:
    """The outcome that `encoded` wrote."""
    return made(name, json.loads(answer))


def encoded(outcome: Outcome) -> bytes:
    """The JSON that `decoded` reads."""
    return json.dumps({"result": outcome.result, "fault": outcome.fault, "values": outcome.values}).encode()
