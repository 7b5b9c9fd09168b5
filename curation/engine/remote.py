"""The side of a cluster's worker: bytes of documents in, answers out, each document by a guarded child of the worker."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from curation.check.fault import CurationError
from curation.engine.child import Child
from curation.engine.outcome import Item, Outcome, encoded


@cache
def _child(seconds: float, root: Path) -> Child:
    """One child for as long as the worker lives: starting one takes longer than most documents."""
    return Child(seconds, root)


def _outcome(child: Child, task: str, item: Item) -> Outcome:
    try:
        return child.outcome(task, item)
    except CurationError as error:  # a worker on which no child starts
        return Outcome(item.name, None, error.code, error.values)


def answers(batch: pa.RecordBatch, task: str, seconds: float, root: Path) -> pa.RecordBatch:
    """The columns place and answer for the columns place, name and data; all but the place are bytes, so that any file name passes."""
    child = _child(seconds, root)
    found = []
    for name, data in zip(batch.column("name").to_pylist(), batch.column("data").to_pylist(), strict=True):
        with TemporaryDirectory() as folder:
            path = Path(folder) / Path(name.decode("utf-8", errors="surrogateescape")).name
            path.write_bytes(data)
            found.append(encoded(_outcome(child, task, Item(path.name, path))))
    return pa.RecordBatch.from_arrays([batch.column("place"), pa.array(found, pa.binary())], ["place", "answer"])
