"""The engine of a Spark cluster, through Spark Connect.

The client sends the documents' bytes and gets the answers back, so that the corpus need only be at hand here: sending a
megabyte takes some hundredths of a second, extracting from it several seconds. Nothing passes through pandas, where a
missing text can come back as the word nan; all columns but a number are bytes.
"""

import os
import socket
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pyarrow as pa

from curation.check.fault import CurationError
from curation.engine.local import SECONDS, LoopEngine, in_order
from curation.engine.outcome import Item, Outcome, decoded, failed
from curation.engine.shipping import archive
from curation.engine.tasks import packages

# One job: small enough for this machine's memory and for a lost worker to cost little, large enough that a job's half second is nothing.
BATCH_DOCUMENTS, BATCH_BYTES = 2_000, 64 * 2**20
# Documents of one partition, the least that a lost worker's successor does again.
_PARTITION = 50
# A document larger than this is worked on here (where reading refuses it, at 20 MB).
_LARGEST = 24 * 2**20
# Jobs under way at the same time, so that the last document of one does not keep the cluster waiting.
_JOBS = 2
_PORT = 15002

Batch = list[tuple[Item, bytes]]


class SparkEngine:
    """Documents are worked on by the workers of one Spark Connect server, each by a guarded child process of its worker."""

    def __init__(self, address: str, seconds: float = SECONDS, batch: int = BATCH_DOCUMENTS) -> None:
        """Connect, hand over the code and compare versions. Raises CurationError with the mend."""
        self._address, self._seconds, self._batch = address, seconds, batch
        self._session = _connected(address)
        with tempfile.TemporaryDirectory() as folder:
            place = archive(Path(folder))
            self._code = place.stem
            self._session.addArtifacts(f"{place}#{self._code}", archive=True)
        self._compare_packages()

    def each(self, task: str, items: Iterable[Item]) -> Iterator[Outcome]:
        """One outcome an item, in the order of the items. Raises CurationError if the server goes away."""
        for outcomes in in_order(lambda batch: self._outcomes(task, batch), _batches(items, self._batch), _JOBS, _JOBS):
            yield from outcomes

    def _outcomes(self, task: str, batch: Batch) -> list[Outcome]:
        """The outcomes of one job. A job that failed as a whole is halved until the document that fails it stands alone."""
        from pyspark.errors import PySparkException

        near = {place: outcome for place, (item, data) in enumerate(batch) if not data for outcome in LoopEngine().each(task, [item])}
        far = [(place, item, data) for place, (item, data) in enumerate(batch) if data]
        try:
            answers = self._job(task, far) if far else {}
        except PySparkException as error:
            self._check_alive()
            if len(batch) == 1:
                return [failed(batch[0][0].name, "engine.lost", detail=type(error).__name__)]
            half = len(batch) // 2
            return [*self._outcomes(task, batch[:half]), *self._outcomes(task, batch[half:])]
        return [near.get(place) or decoded(item.name, answers[place]) for place, (item, _) in enumerate(batch)]

    def _job(self, task: str, rows: list[tuple[int, Item, bytes]]) -> dict[int, bytes]:
        """Run one job and return the answer for each place."""
        table = pa.table({
            "place": pa.array([place for place, _, _ in rows], pa.int64()),
            "name": pa.array([os.fsencode(item.name) for _, item, _ in rows], pa.binary()),
            "data": pa.array([data for _, _, data in rows], pa.binary()),
        })
        frame = self._session.createDataFrame(table).repartition(-(-len(rows) // _PARTITION))
        answered = frame.mapInArrow(_work(self._code, task, self._seconds), "place long, answer binary").toArrow()
        return dict(zip(answered["place"].to_pylist(), answered["answer"].to_pylist(), strict=True))

    def _compare_packages(self) -> None:
        """Equal outcomes need equal versions here and there."""
        here = packages(Path())
        [outcome] = self._outcomes("packages", [(Item("packages", Path()), b"-")])
        there = outcome.result
        if there is None:
            raise CurationError(outcome.fault, **dict(outcome.values))
        for name, version in here.items():
            if there.get(name) != version:
                raise CurationError("engine.differs", package=name, here=version or "-", there=there.get(name) or "-")

    def _check_alive(self) -> None:
        from pyspark.errors import PySparkException

        try:
            self._session.sql("SELECT 1").toArrow()
        except PySparkException as error:
            raise CurationError("engine.gone", address=self._address) from error


def _work(code: str, task: str, seconds: float) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """The function that a worker runs. It is sent by value and finds this project's code in the archive beside it."""

    def work(batches: Iterator[Any]) -> Iterator[Any]:
        import sys
        from pathlib import Path

        root = Path(code).resolve()
        if str(root) not in sys.path:
            sys.path.insert(0, str(root))
        from curation.engine.remote import answers

        for batch in batches:
            yield answers(batch, task, seconds, root)

    return work


def _connected(address: str) -> Any:
    """A session of its own on the server. Raises CurationError if there is no client or no server."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # pandas 3: nothing here passes through pandas
            from pyspark.sql import SparkSession
            from pyspark.sql.connect.client.retries import DefaultPolicy
    except ImportError as error:
        raise CurationError("engine.no_spark") from error
    try:
        place = urlsplit(address)
        socket.create_connection((place.hostname or "", place.port or _PORT), timeout=10).close()
    except (OSError, ValueError) as error:  # without this look the client tries for ten minutes
        raise CurationError("engine.unreachable", address=address, detail=str(error)) from error
    session = SparkSession.builder.remote(address).create()
    session.client.set_retry_policies([DefaultPolicy(max_retries=4)])
    return session


def _batches(items: Iterable[Item], most: int) -> Iterator[Batch]:
    """The documents with their bytes in jobs of limited size; no bytes for what cannot be read or is too large to send."""
    batch: Batch = []
    size = 0
    for item in items:
        data = _bytes_of(item.path)
        if batch and (len(batch) >= most or size + len(data) > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append((item, data))
        size += len(data)
    if batch:
        yield batch


def _bytes_of(path: Path) -> bytes:
    try:
        return b"" if path.stat().st_size > _LARGEST else path.read_bytes()
    except OSError:
        return b""
