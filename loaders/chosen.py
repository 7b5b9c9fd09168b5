"""Which few of many documents are set side by side: those that state, or share with a pinned one, most rows of a question."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from loaders import conditions
from loaders.engine import Where
from loaders.paging import Rows, source_of
from loaders.snapshot import Tables
from model.selection import Selection
from model.status import CURRENT

# What two rows must share to stand in one row of a comparison, by table.
_ALIGNED = {
    "awards": ("coalesce(a.designation, a.beneficiary, '')", "a.recognition_level", "a.form"),
    "targets": ("a.indicator", "a.recognition_level", "a.unit"),
    "measures": ("a.categories[1]",),
}


@lru_cache(maxsize=256)
def stating_most(tables: Tables, rows: Rows, limit: int) -> tuple[str, ...]:
    """The documents with most rows of a question, one of each city before a second of any: those that may be read as
    valid on the day first, then by number of rows, then the newest.
    """
    held, values = _numbered(tables, rows)
    return _ranked(tables, f"counted AS (SELECT number, count(*) AS n FROM ({held}) GROUP BY number)", values, rows.selection, limit)


@lru_cache(maxsize=256)
def sharing_most(tables: Tables, rows: Rows, document_id: str, limit: int) -> tuple[str, ...]:
    """The other documents that share most rows of a question with one document, in the same order."""
    of_it = rows.selection.having(documents=(document_id,), cities=(), years=(), statuses=(), places=(), provinces=())
    (own, own_values), (held, values) = _keyed(tables, Rows(rows.table, of_it)), _keyed(tables, rows)
    counted = f"""own AS (SELECT DISTINCT number, key FROM ({own})),
        counted AS (SELECT number, count(DISTINCT key) AS n FROM ({held}) WHERE key IN (SELECT key FROM own) AND number NOT IN (SELECT number FROM own) GROUP BY number)"""
    return _ranked(tables, counted, [*own_values, *values], rows.selection, limit)


def _numbered(tables: Tables, rows: Rows) -> tuple[str, list[Any]]:
    """Every row as the number of its document."""
    kinds = conditions.of_kinds(rows.table, rows.selection, rows.but)
    if kinds is None:
        return _keyed(tables, rows)
    where = conditions.of_kind_documents(rows.selection)
    return f"SELECT h.number FROM of_kind h WHERE h.kind IN (SELECT a.kind FROM kinds a WHERE {kinds.text}) AND {where.text}", [*kinds.values, *where.values]


def _keyed(tables: Tables, rows: Rows) -> tuple[str, list[Any]]:
    """Every row as the number of its document and a key that rows share if they can stand in one row of a comparison.

    Keys are the same for the same filters of codes, whatever the documents.
    """
    keys, kinds = ", ".join(_ALIGNED[rows.table]), conditions.of_kinds(rows.table, rows.selection, rows.but)
    if kinds is None:
        source, where = source_of(tables, rows)
        return f"SELECT s.number, row({keys}) AS key FROM {source} JOIN shelf s ON s.document_id = a.document_id WHERE {where.text}", where.values
    where = conditions.of_kind_documents(rows.selection)
    named = f"SELECT a.kind, dense_rank() OVER (ORDER BY {keys}) AS key FROM kinds a WHERE {kinds.text}"
    return f"SELECT h.number, k.key FROM of_kind h JOIN ({named}) k ON k.kind = h.kind WHERE {where.text}", [*kinds.values, *where.values]


def newest_of_city(tables: Tables, city_id: str, selection: Selection) -> str:
    """The newest document of a city that may be read as valid on the day, else its newest that is no draft, else its newest; empty for none.

    Only documents that pass the selection are looked at.
    """
    passing, day = conditions.of_documents(selection.having(cities=(city_id,)), "s."), conditions.on_day(selection.as_of)
    rank = f"CASE WHEN t.status IN ({_quoted(CURRENT)}) THEN 0 WHEN t.status <> 'draft' THEN 1 ELSE 2 END"
    sql = f"""SELECT s.document_id FROM shelf s JOIN (SELECT number, status FROM stretches WHERE {day.text}) t ON t.number = s.number
        WHERE {passing.text} ORDER BY {rank}, s.age DESC, s.document_id DESC LIMIT 1"""
    return str(next(iter(tables.engine.column(sql, [*day.values, *passing.values])), ""))


def _ranked(tables: Tables, counted: str, values: list[Any], selection: Selection, limit: int) -> tuple[str, ...]:
    """The documents by `counted`: their number and how many rows (`n`) speak for them."""
    day = conditions.on_day(selection.as_of)
    sql = f"""WITH {counted},
        valid AS (SELECT number FROM stretches WHERE {day.text} AND status IN ({_quoted(CURRENT)})),
        placed AS (
            SELECT s.document_id, c.n, s.age, s.number IN (SELECT number FROM valid) AS is_valid,
                row_number() OVER (PARTITION BY s.city_id ORDER BY s.number IN (SELECT number FROM valid) DESC, c.n DESC, s.age DESC, s.document_id DESC) AS turn
            FROM counted c JOIN shelf s ON s.number = c.number)
        SELECT document_id FROM placed ORDER BY is_valid DESC, turn, n DESC, age DESC, document_id DESC LIMIT {int(limit)}"""
    return tuple(tables.engine.column(sql, [*values, *day.values]))


def _quoted(codes: tuple[str, ...]) -> str:
    return ", ".join(f"'{code}'" for code in codes)


def newest_pair(tables: Tables, selection: Selection, city_id: str) -> tuple[str, str] | None:
    """The newest document with one before it in its city, that one first; a pair of `city_id` comes before all others."""
    passing = conditions.of_documents(selection, "s.")
    sql = f"""WITH held AS (SELECT s.document_id, s.city_id, s.age, lag(s.document_id) OVER (PARTITION BY s.city_id ORDER BY s.age, s.document_id) AS earlier
            FROM shelf s WHERE {passing.text})
        SELECT earlier, document_id FROM held WHERE earlier IS NOT NULL ORDER BY city_id = ? DESC, age DESC, document_id DESC LIMIT 1"""
    found = tables.engine.run(sql, [*passing.values, city_id])[1]
    return (str(found[0][0]), str(found[0][1])) if found else None


def cities_with_pairs(tables: Tables) -> tuple[str, ...]:
    """The cities with two documents or more, by pinyin."""
    return tuple(tables.engine.column("SELECT city_id FROM shelf GROUP BY city_id HAVING count(*) > 1 ORDER BY city_id", []))


@dataclass(frozen=True)
class LeftOut:
    """Documents that a filter leaves out: how many, and the oldest of them by id, as many as were asked for."""

    count: int
    ids: tuple[str, ...]


def left_out(tables: Tables, selection: Selection, limit: int) -> tuple[LeftOut, LeftOut]:
    """What the filter of status alone leaves out, and what the other document filters do."""
    passing, whatever = conditions.of_documents(selection), conditions.of_documents(selection.having(statuses=()))
    by_status = Where().both(whatever).add(f"NOT ({passing.text})", *passing.values) if selection.statuses else Where().add("false")
    by_other = Where().add(f"NOT ({whatever.text})", *whatever.values) if whatever.conditions else Where().add("false")
    return _left_out(tables, by_status, limit), _left_out(tables, by_other, limit)


def _left_out(tables: Tables, where: Where, limit: int) -> LeftOut:
    count = int(tables.engine.column(f"SELECT count(*) FROM shelf WHERE {where.text}", where.values)[0])
    ids = tables.engine.column(f"SELECT document_id FROM shelf WHERE {where.text} ORDER BY age, document_id LIMIT {int(limit)}", where.values) if count else []
    return LeftOut(count, tuple(ids))
