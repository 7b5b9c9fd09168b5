"""Long lists a page at a time, sorted and searched before they leave the tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loaders import conditions, lookups
from loaders.engine import Row, Where
from loaders.snapshot import Tables
from model.schema import TABLES
from model.selection import Selection
from model.status import BY_FORCE

LIMIT = 500  # rows of one page at most


@dataclass(frozen=True)
class Rows:
    """A list that is not read yet: the rows of `table` (awards, targets, measures or documents) that pass the selection.

    The selection's search words count for every table: for a row of figures they must stand in its measure, for a
    document in one of its measures, in its titles, number or issuer.
    """

    table: str
    selection: Selection
    only: tuple[str, str] | None = None  # a column that no filter names, and the one value that is wanted


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
    ids = _ids(tables, rows, _order(rows, order), first, max(0, offset), max(1, min(limit, LIMIT)))
    found = lookups.documents_by_id(tables, ids) if rows.table == "documents" else lookups.by_id(tables, rows.table, ids)
    return Page(tuple(found.values()), max(0, offset), count(tables, rows))


def count(tables: Tables, rows: Rows) -> int:
    """How many rows a list has."""
    kinds = conditions.of_kinds(rows.table, rows.selection)
    if kinds is not None:
        where = conditions.of_kind_documents(rows.selection)
        sql = f"SELECT count(*) FROM of_kind h WHERE h.kind IN (SELECT a.kind FROM kinds a WHERE {kinds.text}) AND {where.text}"
        return int(tables.engine.column(sql, [*kinds.values, *where.values])[0])
    source, where = source_of(tables, rows)
    return int(tables.engine.column(f"SELECT count(*) FROM {source} WHERE {where.text}", where.values)[0])


def documents_with(tables: Tables, rows: Rows, offset: int = 0, limit: int | None = None) -> list[str]:
    """The documents that have at least one of these rows, oldest first: all, or `limit` of them from `offset`."""
    source, where = source_of(tables, rows)
    sql = f"SELECT document_id FROM shelf WHERE document_id IN (SELECT a.document_id FROM {source} WHERE {where.text}) ORDER BY age, document_id"
    return tables.engine.column(f"{sql} LIMIT ? OFFSET ?", [*where.values, limit, offset]) if limit is not None else tables.engine.column(sql, where.values)


def _ids(tables: Tables, rows: Rows, order: str, first: str, offset: int, limit: int) -> list[str]:
    source, where = source_of(tables, rows)
    source += _JOINED.get(rows.table, "")
    before, values = ("a.document_id <> ?, ", [first]) if first else ("", [])
    sql = f"SELECT a.{TABLES[rows.table].key[0]} FROM {source} WHERE {where.text} ORDER BY {before}{order} LIMIT ? OFFSET ?"
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
    if rows.only:
        where.add(f'a."{rows.only[0]}" = ?', rows.only[1])
    alone = rows.table == "awards" or not selection.categories  # the categories of a goal are those of its measure
    return f"{rows.table} a" if alone else f"{rows.table} a JOIN measures m ON m.measure_id = a.measure_id", where


# What figures can be sorted by beside their own columns: their place by the pinyin that the codebook gives, the figure, the age of their document.
_OF_PLACE = {"place": "c.city_id", "province": "left(c.division_code, 2)", "document": "sh.age"}
ORDERS: dict[str, dict[str, str]] = {
    "awards": {**_OF_PLACE, "title": "p.title", "figure": "coalesce(p.high, p.low)", "payable": "p.payable", "status": ""},  # a status is one of a day, see `_by_status`
    "targets": {**_OF_PLACE, "title": "a.indicator", "figure": "coalesce(a.value_max, a.value)", "year": "a.target_year"},
}
_PLACED = " JOIN shelf sh ON sh.document_id = a.document_id JOIN cities c ON c.city_id = sh.city_id"
_JOINED = {"awards": f" JOIN points p ON p.award_id = a.award_id{_PLACED}", "targets": _PLACED}


def _order(rows: Rows, order: Sequence[Order]) -> str:
    parts, table = [], rows.table
    placed = ORDERS.get(table, {})
    for column, is_down in order:
        if column not in TABLES[table].columns and column not in placed:
            raise ValueError(f"{table} has no column {column}")
        by = _by_status(rows.selection.as_of) if placed and column == "status" else placed.get(column) or f'a."{column}"'
        parts.append(f"{by} {'DESC' if is_down else 'ASC'} NULLS LAST")
    return ", ".join([*parts, *_AT_LAST[table]])


def _by_status(day: date) -> str:
    """What is valid on a day first: documents in force, without word of a repeal, to come, drafts, unclear ones, those that are over."""
    ranks = " ".join(f"WHEN '{code}' THEN {rank}" for rank, code in enumerate(BY_FORCE))
    on = f"DATE '{day.isoformat()}'"
    held = f"SELECT document_id, status FROM stretches WHERE (since IS NULL OR since <= {on}) AND (until IS NULL OR until > {on})"
    return f"(SELECT min(CASE st.status {ranks} END) FROM ({held}) st WHERE st.document_id = a.document_id)"


_AT_LAST = {
    "documents": ("s.age", "a.document_id"), "measures": ("a.document_id", "a.article_order", "a.measure_id"),
    "awards": ("a.document_id", "a.start", 'a."end"', "a.award_id"), "targets": ("a.document_id", "a.start", 'a."end"', "a.target_id"),
}
