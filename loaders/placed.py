"""Awards and goals by number, each with its document as it stands on the day: what distributions and pages of lists are asked from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from loaders import conditions
from loaders.engine import Where
from model.selection import Selection

# The table of `model.points` that places the rows of a table, and the column that names one of them.
PLACED = {"awards": ("points", "award_id"), "targets": ("goals", "target_id")}


@dataclass(frozen=True)
class Rows:
    """A list that is not read yet: the rows of `table` (awards, targets, measures or documents) that pass the selection.

    The selection's search words count for every table: for a row of figures they must stand in its measure, for a
    document in one of its measures, in its titles, number or issuer.
    """

    table: str
    selection: Selection
    but: tuple[str, str] | None = None  # a column that no filter names, and the one value that is not wanted


@dataclass(frozen=True)
class Held:
    """What stands before a question: `held`, the placed rows that pass (columns of `points` or `goals`) with city_id, place_level, is_dated and
    the status of their document on the day. Its id and age are on the shelf (`ON_SHELF`).
    """

    sql: str
    values: tuple[Any, ...]


ON_SHELF = "JOIN (SELECT number, document_id, age FROM shelf) USING (number)"


def held(rows: Rows) -> Held:
    """The placed awards or targets that pass every filter."""
    table, key = PLACED[rows.table]
    where = standing(rows.selection)
    kinds = conditions.of_kinds(rows.table, rows.selection.having(text=""), rows.but)
    if kinds is not None and len(kinds.conditions) > 1:  # the first one names the table
        where.add(f"p.row_kind IN (SELECT a.kind FROM kinds a WHERE {kinds.text})", *kinds.values)
    if rows.selection.text:
        words = conditions.in_measures(rows.selection.text)
        within = f"SELECT measure_id FROM search WHERE {words.text}"
        where.add(f"p.{key} IN (SELECT a.{key} FROM {rows.table} a WHERE a.measure_id IN ({within}))", *words.values)
    sql = f"""WITH held AS (SELECT p.*, t.city_id, t.place_level, t.is_dated, t.status FROM {table} p JOIN stretches t ON t.number = p.number WHERE {where.text})"""
    return Held(sql, tuple(where.values))


def standing(selection: Selection) -> Where:
    """Rows `t` of `stretches` of documents that pass the document filters, on the day."""
    where, documents = conditions.on_day(selection.as_of), conditions.of_documents(selection.having(statuses=()))
    if documents.conditions:
        where.add(f"t.number IN (SELECT number FROM shelf WHERE {documents.text})", *documents.values)
    return where.among("t.status", selection.statuses) if selection.statuses else where


def passing(selection: Selection) -> Held:
    """The numbers of the documents that pass the document filters, and whether they were reviewed, as `held`."""
    where = standing(selection)
    return Held(f"WITH held AS MATERIALIZED (SELECT t.number, t.is_reviewed FROM stretches t WHERE {where.text})", tuple(where.values))


def documents(ids: Sequence[str]) -> Where:
    """Rows of these documents, by their number."""
    return Where().add("number IN (SELECT number FROM shelf WHERE document_id IN (SELECT unnest(?::VARCHAR[])))", list(ids)) if ids else Where().add("false")
