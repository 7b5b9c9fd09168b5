"""Vouchers that buy a service, document by document: which there are, which are alike, and their awards."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from loaders.engine import Row, Where
from loaders.placed import standing
from loaders.snapshot import Tables
from model.selection import Selection


@dataclass(frozen=True)
class Buyer:
    """A document with a voucher that buys a service, with its status on the day; those of one `kind` come to the same in every case."""

    document_id: str
    city_id: str
    status: str
    kind: str


@lru_cache(maxsize=64)
def buyers(tables: Tables, selection: Selection) -> tuple[Buyer, ...]:
    """The documents with such a voucher that pass the document filters, newest first."""
    where = standing(selection)
    sql = f"""WITH kinds AS (SELECT number, string_agg(alike, ',' ORDER BY turn) AS kind FROM bills GROUP BY number)
        SELECT s.document_id, t.city_id, t.status, k.kind FROM kinds k JOIN stretches t ON t.number = k.number JOIN shelf s ON s.number = k.number
        WHERE {where.text} ORDER BY s.age DESC, s.document_id DESC"""
    return tuple(Buyer(*found) for found in tables.engine.run(sql, where.values)[1])


def awards_of(tables: Tables, document_ids: Iterable[str]) -> dict[str, list[Row]]:
    """By document its awards that buy a service, in the order of the text, with the columns that a case reads."""
    where = Where().one_of("s.document_id", document_ids)
    found: dict[str, list[Row]] = {}
    for row in tables.engine.rows(f"SELECT s.document_id, b.* FROM bills b JOIN shelf s ON s.number = b.number WHERE {where.text} ORDER BY b.number, b.turn", where.values):
        found.setdefault(row["document_id"], []).append(row)
    return found
