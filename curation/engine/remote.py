"""The side of a cluster's worker: bytes of documents in, answers out, each document by a guarded child of the worker."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from curation.check.fault import CurationError
from curation.child import Child
from curation.engine.local import guarded, outcome
from curation.engine.outcome import Item, Outcome, encoded


@cache
def _child(root: Path) -> Child:
    """One child for as long as the worker lives: starting one takes longer than most documents."""
    return guarded(root)


def _outcome(root: Path, task: str, item: Item, seconds: float) -> Outcome:
    try:
        return outcome(_child(root), task, item, seconds)
    except CurationError as error:  # a worker on which no child starts
        return Outcome(item.name, None, error.code, error.values)


def answers(batch: pa.RecordBatch, task: str, seconds: float, root: Path) -> pa.RecordBatch:
    """The columns place and answer for the columns place, name and data; all but the place are bytes, so that any file name passes."""
    found = []
    for name, data in zip(batch.column("name").to_pylist(), batch.column("data").to_pylist(), strict=True):
        with TemporaryDirectory() as folder:
            path = Path(folder) / Path(name.decode("utf-8", errors="surrogateescape")).name
            path.write_bytes(data)
            found.append(encoded(_outcome(root, task, Item(path.name, path), seconds)))
    return pa.RecordBatch.from_arrays([batch.column("place"), pa.array(found, pa.binary())], ["place", "answer"])
