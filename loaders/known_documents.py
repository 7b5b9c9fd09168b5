"""The documents of a snapshot as a mapping that reads only what is asked for, and their ids in order of age.

A row has the columns of the table and `place_level`, the level of its city or district.
"""

from bisect import bisect_left
from collections.abc import ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from functools import lru_cache
from typing import overload

import pyarrow as pa

from loaders.engine import Row, Where
from loaders.snapshot import Tables

# So many documents are kept as rows once they were asked for; a page never shows as many.
KEPT = 4000
_CHUNK = 1000


class Ids(Sequence[str]):
    """The ids of all documents, oldest first, in columns: 25 MB for a million. Whether one is held is found by bisection."""

    def __init__(self, by_age: pa.ChunkedArray, sorted_ids: pa.ChunkedArray) -> None:
        self._by_age = by_age.combine_chunks()
        self._sorted = sorted_ids.combine_chunks()

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        found = self._by_age[at]
        return list(found.to_pylist()) if isinstance(at, slice) else str(found.as_py())

    def __len__(self) -> int:
        return len(self._by_age)

    def __iter__(self) -> Iterator[str]:
        for start in range(0, len(self), _CHUNK):
            yield from self[start : start + _CHUNK]

    def __contains__(self, wanted: object) -> bool:
        if not isinstance(wanted, str):
            return False
        at = bisect_left(self._sorted, wanted, key=lambda held: held.as_py())
        return at < len(self._sorted) and bool(self._sorted[at].as_py() == wanted)


class KnownDocuments(Mapping[str, Row]):
    """All documents by id, oldest first. A row is read when it is asked for and kept; several are best asked for at once."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._kept: dict[str, Row] = {}
        self.ids = ids(tables)

    def __getitem__(self, document_id: str) -> Row:
        row = self._kept.get(document_id)
        return row if row is not None else self.fetch(self.ids[:] if len(self.ids) <= KEPT else [document_id])[document_id]

    def items(self) -> ItemsView[str, Row]:
        """All documents, read a thousand at a time."""
        return _Items(self)

    def values(self) -> ValuesView[Row]:
        """The rows of all documents, read a thousand at a time."""
        return _Values(self)

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, document_id: object) -> bool:
        return document_id in self.ids

    def fetch(self, wanted: Iterable[str]) -> dict[str, Row]:
        """The rows of these documents in the given order; an unknown id is passed over."""
        asked = list(wanted)
        missing = [one for one in asked if one not in self._kept]
        found = {one: self._kept[one] for one in asked if one in self._kept}
        for start in range(0, len(missing), _CHUNK):
            where = Where().one_of("d.document_id", missing[start : start + _CHUNK])
            rows = self._tables.engine.rows(f"SELECT d.*, c.level AS place_level FROM documents d LEFT JOIN cities c USING (city_id) WHERE {where.text}", where.values)
            found |= {row["document_id"]: row for row in rows}
        self._keep(found)
        return {one: found[one] for one in asked if one in found}

    def _keep(self, found: dict[str, Row]) -> None:
        if len(self._kept) + len(found) > 2 * KEPT:
            self._kept = {}
        self._kept = self._kept | found


class _Items(ItemsView[str, Row]):
    def __init__(self, documents: KnownDocuments) -> None:
        super().__init__(documents)
        self._documents = documents

    def __iter__(self) -> Iterator[tuple[str, Row]]:
        for start in range(0, len(self._documents), _CHUNK):
            yield from self._documents.fetch(self._documents.ids[start : start + _CHUNK]).items()


class _Values(ValuesView[Row]):
    def __init__(self, documents: KnownDocuments) -> None:
        super().__init__(documents)
        self._documents = documents

    def __iter__(self) -> Iterator[Row]:
        return (row for _, row in _Items(self._documents))


@lru_cache(maxsize=2)
def ids(tables: Tables) -> Ids:
    """The ids of all documents of a snapshot, oldest first."""
    by_age, by_id = (tables.engine.arrow(f"SELECT document_id FROM shelf ORDER BY {order}") for order in ("age, document_id", "document_id"))
    return Ids(by_age["document_id"], by_id["document_id"])


@lru_cache(maxsize=2)
def known(tables: Tables) -> KnownDocuments:
    """The documents of a snapshot, kept for the snapshots in use, because every citation asks for its document."""
    return KnownDocuments(tables)
