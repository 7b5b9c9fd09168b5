"""Awards and goals by number, each with its document as it stands on the day: what distributions and pages of lists are asked from."""

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
    only: tuple[str, str] | None = None  # a column that no filter names, and the one value that is wanted
    but: tuple[str, str] | None = None  # the same with the one value that is not


@dataclass(frozen=True)
class Held:
    """What stands before a question: `held`, the placed rows that pass (columns of `points` or `goals`) with document_id, age, city_id,
    place_level, is_dated and the status on the day.
    """

    sql: str
    values: tuple[Any, ...]


def held(rows: Rows) -> Held:
    """The placed awards or targets that pass every filter."""
    table, key = PLACED[rows.table]
    where = standing(rows.selection)
    kinds = conditions.of_kinds(rows.table, rows.selection.having(text=""), rows.only, rows.but)
    if kinds is not None and len(kinds.conditions) > 1:  # the first one names the table
        where.add(f"p.row_kind IN (SELECT a.kind FROM kinds a WHERE {kinds.text})", *kinds.values)
    if rows.selection.text:
        words = conditions.in_measures(rows.selection.text)
        within = f"SELECT measure_id FROM search WHERE {words.text}"
        where.add(f"p.{key} IN (SELECT a.{key} FROM {rows.table} a WHERE a.measure_id IN ({within}))", *words.values)
    sql = f"""WITH held AS (SELECT p.*, sh.document_id, sh.age, sh.city_id, sh.place_level, sh.is_dated, t.status
        FROM {table} p JOIN shelf sh ON sh.number = p.number JOIN stretches t ON t.number = p.number WHERE {where.text})"""
    return Held(sql, tuple(where.values))


def standing(selection: Selection) -> Where:
    """Rows `sh` of `shelf` and `t` of `stretches` of one document that passes the document filters, on the day."""
    where = conditions.of_documents(selection.having(statuses=()), "sh.").both(conditions.on_day(selection.as_of))
    return where.among("t.status", selection.statuses) if selection.statuses else where


def passing(selection: Selection) -> Held:
    """The numbers of the documents that pass the document filters, as `held`."""
    where = standing(selection)
    return Held(f"WITH held AS MATERIALIZED (SELECT sh.number FROM shelf sh JOIN stretches t ON t.number = sh.number WHERE {where.text})", tuple(where.values))
