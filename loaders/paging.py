"""Long lists a page at a time, sorted and searched before they leave the tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders import conditions, lookups
from loaders.engine import Row, Where
from loaders.placed import ON_SHELF, PLACED, held
from loaders.placed import Rows as Rows
from loaders.snapshot import Tables
from model.schema import TABLES
from model.status import BY_FORCE

LIMIT = 500  # rows of one page at most


@dataclass(frozen=True)
class Page:
    """Some rows of a list, the place of the first, and how many rows the whole list has."""

    rows: tuple[Row, ...]
    offset: int
    total: int


# A column to sort by and whether it goes down. Missing values come last both ways; equal rows by their key.
Order = tuple[str, bool]


def page_of(tables: Tables, rows: Rows, order: Sequence[Order] = (), offset: int = 0, limit: int = 50, *, first: str = "") -> Page:
    """One page of a list, of at most `LIMIT` rows. Awards and targets are also sorted by `ORDERS`. Raises ValueError for a column that the table does not have.

    Without an order documents stand by age and other rows by document and place in the text; those of the document `first` stand
    before all others. The rows are those of `lookups.by_id`, or of `queries.documents`.
    """
    ids = _ids(tables, rows, order, first, max(0, offset), max(1, min(limit, LIMIT)))
    found = lookups.documents_by_id(tables, ids) if rows.table == "documents" else lookups.by_id(tables, rows.table, ids)
    return Page(tuple(found.values()), max(0, offset), count(tables, rows))


def count(tables: Tables, rows: Rows) -> int:
    """How many rows a list has."""
    kinds = conditions.of_kinds(rows.table, rows.selection, rows.but)
    if kinds is not None:
        where = conditions.of_kind_documents(rows.selection)
        sql = f"SELECT count(*) FROM of_kind h WHERE h.kind IN (SELECT a.kind FROM kinds a WHERE {kinds.text}) AND {where.text}"
        return int(tables.engine.column(sql, [*kinds.values, *where.values])[0])
    source, where = source_of(tables, rows)
    return int(tables.engine.column(f"SELECT count(*) FROM {source} WHERE {where.text}", where.values)[0])


def documents_with(tables: Tables, rows: Rows, offset: int = 0, limit: int | None = None) -> list[str]:
    """The documents that have at least one of these rows, oldest first: all, or `limit` of them from `offset`."""
    having, where = _having(tables, rows)
    sql = f"SELECT document_id FROM shelf WHERE {having} AND {where.text} ORDER BY age, document_id"
    return tables.engine.column(f"{sql} LIMIT ? OFFSET ?", [*where.values, limit, offset]) if limit is not None else tables.engine.column(sql, where.values)


def count_documents_with(tables: Tables, rows: Rows) -> int:
    """How many documents have at least one of these rows."""
    having, where = _having(tables, rows)
    return int(tables.engine.column(f"SELECT count(*) FROM shelf WHERE {having} AND {where.text}", where.values)[0])


def _having(tables: Tables, rows: Rows) -> tuple[str, Where]:
    """The condition on `shelf` that a document has one of the rows, and further ones; the values are those of both."""
    kinds = conditions.of_kinds(rows.table, rows.selection, rows.but)
    if kinds is None:
        source, where = source_of(tables, rows)
        return f"document_id IN (SELECT a.document_id FROM {source} WHERE {where.text})", Where().add("true", *where.values)
    named = f"number IN (SELECT h.number FROM of_kind h WHERE h.kind IN (SELECT a.kind FROM kinds a WHERE {kinds.text}))"
    return named, Where().add("true", *kinds.values).both(conditions.of_documents(rows.selection))


def _ids(tables: Tables, rows: Rows, order: Sequence[Order], first: str, offset: int, limit: int) -> list[str]:
    """The ids of a page: of awards and targets as they are placed, unless a column of their own sorts them."""
    before, values = ("a.document_id <> ?, ", [first]) if first else ("", [])
    if rows.table in PLACED and all(column in ORDERS[rows.table] for column, _ in order):
        asked, key = held(rows), PLACED[rows.table][1]
        by = ", ".join([*(f"{ORDERS[rows.table][column]} {_way(is_down)}" for column, is_down in order), "number", "turn"])
        named = " ".join(_NAMED[column] for column, _ in order if column in _NAMED)
        before = "number NOT IN (SELECT number FROM shelf WHERE document_id = ?), " if first else ""
        sql = f"{asked.sql} SELECT {key} FROM held {named} ORDER BY {before}{by} LIMIT ? OFFSET ?"
        return tables.engine.column(sql, [*asked.values, *values, limit, offset])
    source, where = source_of(tables, rows)
    sql = f"SELECT a.{TABLES[rows.table].key[0]} FROM {source} WHERE {where.text} ORDER BY {before}{_order(rows, order)} LIMIT ? OFFSET ?"
    return tables.engine.column(sql, [*where.values, *values, limit, offset])


def source_of(tables: Tables, rows: Rows) -> tuple[str, Where]:
    """The table `a` with what is joined to it, and the conditions on its rows."""
    selection, words = rows.selection, conditions.in_measures(rows.selection.text)
    if rows.table == "documents":
        where = conditions.of_documents(selection, "s.")
        in_measures = Where().add(f"s.document_id IN (SELECT document_id FROM search WHERE {words.text})", *words.values)
        own = conditions.in_documents_themselves(selection.text, "s.")
        return "documents a JOIN shelf s ON s.document_id = a.document_id", where.either(own, in_measures) if selection.text else where
    documents = conditions.in_documents(tables, selection)
    if rows.table == "measures":
        return "measures a", conditions.of_measures(selection, documents, "a.")
    where = conditions.of_awards(selection, documents) if rows.table == "awards" else conditions.of_targets(selection, documents)
    if selection.text:
        within = words.both(documents("document_id"))
        where.add(f"a.measure_id IN (SELECT measure_id FROM search WHERE {within.text})", *within.values)
    if rows.but:
        where.add(f'a."{rows.but[0]}" IS DISTINCT FROM ?', rows.but[1])
    alone = rows.table == "awards" or not selection.categories  # the categories of a goal are those of its measure
    return f"{rows.table} a" if alone else f"{rows.table} a JOIN measures m ON m.measure_id = a.measure_id", where


# What figures can be sorted by: their place by the pinyin that the codebook gives, the figure, the age of their document, its status on the day.
_BY_FORCE = "CASE status " + " ".join(f"WHEN '{code}' THEN {rank}" for rank, code in enumerate(BY_FORCE)) + " END"
_OF_PLACE = {"place": "city_id", "province": "province", "document": "age"}
ORDERS: dict[str, dict[str, str]] = {
    "awards": {**_OF_PLACE, "title": "(SELECT s.title FROM strips s WHERE s.strip = held.strip)", "figure": "coalesce(high, low)", "payable": "payable", "status": _BY_FORCE},
    "targets": {**_OF_PLACE, "title": "(SELECT d.indicator FROM definitions d WHERE d.definition = held.definition)", "figure": "coalesce(value_max, value)", "year": "target_year"},
}
# What an order needs beside the placed rows.
_NAMED = {
    "province": "JOIN (SELECT city_id, left(division_code, 2) AS province FROM cities) USING (city_id)",
    "document": ON_SHELF,
}


def _order(rows: Rows, order: Sequence[Order]) -> str:
    table = rows.table
    for column, _ in order:
        if column not in TABLES[table].columns:
            raise ValueError(f"{table} has no column {column}")
    return ", ".join([*(f'a."{column}" {_way(is_down)}' for column, is_down in order), *_AT_LAST[table]])


def _way(is_down: bool) -> str:
    return "DESC NULLS LAST" if is_down else "ASC NULLS LAST"


_AT_LAST = {
    "documents": ("s.age", "a.document_id"), "measures": ("a.document_id", "a.article_order", "a.measure_id"),
    "awards": ("a.document_id", "a.start", 'a."end"', "a.award_id"), "targets": ("a.document_id", "a.start", 'a."end"', "a.target_id"),
}
