"""Rows by their ids, and counts: what a page needs beside its question, without reading a whole table."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from loaders import conditions, known_documents
from loaders.engine import Row, Where
from loaders.queries import FROM, OF_MEASURE
from loaders.snapshot import Tables
from model.schema import TABLES
from model.selection import Selection

# What a table is sorted by where rows of several documents come together: as their figures, or clauses, stand in the text.
_AS_WRITTEN = {"awards": 'document_id, start, "end", award_id', "targets": 'document_id, start, "end", target_id', "measures": "document_id, article_order, measure_id"}


def by_id(tables: Tables, name: str, ids: Iterable[str]) -> dict[str, Row]:
    """Awards, targets or measures by id, in the given order; an unknown id is passed over.

    Awards and targets come joined with their measure, as `queries.awards` and `queries.targets` give them.
    """
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return {}
    key = TABLES[name].key[0]
    of = Where().among(key, wanted)  # the documents are found first, so that only their part of a file is read
    held = tables.engine.column(f"SELECT DISTINCT document_id FROM {name} WHERE {of.text} ORDER BY document_id", of.values)
    where = Where().one_of(f"a.{key}", wanted).one_of("a.document_id", held)
    if name != "measures":
        where.one_of("m.document_id", held)
    found = {row[key]: row for row in tables.engine.rows(f"{_select(name)} WHERE {where.text}", where.values)}
    return {one: found[one] for one in wanted if one in found}


def documents_by_id(tables: Tables, ids: Iterable[str]) -> dict[str, Row]:
    """Documents by id, in the given order; an unknown id is passed over."""
    return known_documents.known(tables).fetch(ids)


def checksums_known(tables: Tables, checksums: Iterable[str]) -> frozenset[str]:
    """Those of the checksums that are a text of any document."""
    where = Where().one_of("text_sha256", checksums)
    return frozenset(tables.engine.column(f"SELECT text_sha256 FROM documents WHERE {where.text}", where.values))


def of_measure(tables: Tables, name: str, measure_id: str) -> list[Row]:
    """The awards or targets of one measure, joined with it, in the order in which their figures stand in the text."""
    return tables.engine.rows(f"{_select(name)} WHERE a.measure_id = ? AND m.measure_id = ? ORDER BY {_order(name)}", [measure_id, measure_id])


def of_documents(tables: Tables, name: str, document_ids: Iterable[str]) -> list[Row]:
    """The awards, targets or measures of some documents, document by document in the order of the text."""
    wanted = list(document_ids)
    where = Where().one_of("a.document_id", wanted)
    if name != "measures":
        where.one_of("m.document_id", wanted)
    return tables.engine.rows(f"{_select(name)} WHERE {where.text} ORDER BY {_order(name)}", where.values)


def published_rows(tables: Tables, name: str, document_ids: Iterable[str]) -> list[Row]:
    """The rows of a published table as they were published, of documents alone; links count if both documents are among them.

    A table without documents (cities, codes, corrections) is given whole.
    """
    where, wanted = Where(), list(document_ids)
    for column in ("document_id", "from_document_id", "to_document_id"):
        if column in TABLES[name].columns:
            where.one_of(column, wanted)
    order = "" if name == "codes" else "ORDER BY " + ", ".join(f'"{column}" NULLS FIRST' for column in TABLES[name].key)
    return tables.engine.rows(f'SELECT * FROM "{name}" WHERE {where.text} {order}', where.values)


def measure_of(tables: Tables, row_id: str) -> str:
    """The measure that an award, a target or a measure's own id belongs to; empty for an unknown id."""
    for name in ("awards", "targets", "measures"):
        held = tables.engine.column(f"SELECT measure_id FROM {name} WHERE {TABLES[name].key[0]} = ?", [row_id])
        if held:
            return str(held[0])
    return ""


def documents_of(tables: Tables, row_ids: Iterable[str]) -> tuple[str, ...]:
    """The documents of some awards and targets, each once, awards first."""
    wanted, found = list(row_ids), []
    for name in ("awards", "targets"):
        where = Where().one_of(TABLES[name].key[0], wanted)
        found += tables.engine.column(f"SELECT document_id FROM {name} WHERE {where.text} ORDER BY {TABLES[name].key[0]}", where.values)
    return tuple(dict.fromkeys(found))


def coverage_states(tables: Tables, document_ids: Iterable[str]) -> dict[tuple[str, str], str]:
    """The state of every (document, category) of these documents; what is missing was not reviewed."""
    where = Where().one_of("document_id", document_ids)
    return {(row[0], row[1]): row[2] for row in tables.engine.run(f"SELECT document_id, category, state FROM coverage WHERE {where.text}", where.values)[1]}


def pairs_linked(tables: Tables, document_ids: Iterable[str]) -> set[tuple[str, str]]:
    """The pairs (earlier, later) of these documents that are curated."""
    wanted = list(document_ids)
    where = Where().one_of("from_document_id", wanted).one_of("to_document_id", wanted)
    return {(row[0], row[1]) for row in tables.engine.run(f"SELECT DISTINCT from_document_id, to_document_id FROM alignments WHERE {where.text}", where.values)[1]}


def count_documents(tables: Tables, selection: Selection) -> int:
    """How many documents pass the document filters."""
    where = conditions.of_documents(selection)
    return int(tables.engine.column(f"SELECT count(*) FROM shelf WHERE {where.text}", where.values)[0])


def documents_by_city(tables: Tables, selection: Selection) -> dict[str, int]:
    """How many of the documents that pass there are of each city; the city of the oldest document first."""
    where = conditions.of_documents(selection)
    return dict(tables.engine.run(f"SELECT city_id, count(*) FROM shelf WHERE {where.text} GROUP BY city_id ORDER BY min((age, document_id))", where.values)[1])


def documents_by_status(tables: Tables, selection: Selection) -> dict[str, int]:
    """How many of the documents that pass have each status on the as-of date, by its code."""
    passing, day = conditions.of_documents(selection), conditions.on_day(selection.as_of)
    sql = f"SELECT status, count(*) FROM stretches WHERE {day.text} AND number IN (SELECT number FROM shelf WHERE {passing.text}) GROUP BY status ORDER BY status"
    return dict(tables.engine.run(sql, [*day.values, *passing.values])[1])


def in_city_of(tables: Tables, document_id: str) -> tuple[str, ...]:
    """The documents of the same city, oldest first, the document itself among them."""
    held = tables.engine.column(
        "SELECT document_id FROM shelf WHERE city_id = (SELECT city_id FROM shelf WHERE document_id = ?) ORDER BY age, document_id", [document_id])
    return tuple(held)


@lru_cache(maxsize=2)
def row_counts(tables: Tables) -> dict[str, int]:
    """The number of rows of each published table."""
    return {name: int(tables.engine.column(f'SELECT count(*) FROM "{name}"')[0]) for name in TABLES}


@lru_cache(maxsize=64)
def distinct(tables: Tables, name: str, columns: tuple[str, ...], categories: tuple[str, ...] = ()) -> tuple[tuple[Any, ...], ...]:
    """The different combinations of some columns of awards or targets, sorted, missing values first; kept for the snapshot.

    With `categories` only those of awards that have one of them.
    """
    listed = ", ".join(f'"{column}"' for column in columns)
    where = Where().holding("categories", categories) if categories else Where()
    return tuple(tables.engine.run(f'SELECT DISTINCT {listed} FROM "{name}" WHERE {where.text} ORDER BY ALL NULLS FIRST', where.values)[1])


@lru_cache(maxsize=2)
def goals_of_each_kind(tables: Tables) -> tuple[Row, ...]:
    """Targets that stand for all of their indicator, level, unit, basis and verb: the first of each kind in two documents at most."""
    kind = "indicator, recognition_level, unit, basis, verb, comparator"
    ids = tables.engine.column(f"""WITH first AS (SELECT min(target_id) AS target_id, {kind} FROM targets GROUP BY document_id, {kind}),
        ranked AS (SELECT target_id, row_number() OVER (PARTITION BY {kind} ORDER BY target_id) AS place FROM first)
        SELECT target_id FROM ranked WHERE place <= 2 ORDER BY target_id""")
    return tuple(by_id(tables, "targets", ids).values())


def corrections(tables: Tables) -> list[Row]:
    """What was corrected after it had been published, the newest first."""
    return tables.engine.rows("SELECT * FROM corrections ORDER BY corrected_on DESC, correction_id DESC")


def with_related(tables: Tables, award_ids: Sequence[str]) -> list[Row]:
    """Awards as published and those that they point at, however far, so that no reference leads out; sorted by id."""
    where = Where().one_of("award_id", award_ids)
    sql = f"""WITH RECURSIVE held(award_id) AS (
        SELECT award_id FROM awards WHERE {where.text}
        UNION SELECT a.related_award_id FROM awards a JOIN held USING (award_id) WHERE a.related_award_id IS NOT NULL
    ) SELECT * FROM awards WHERE award_id IN (SELECT award_id FROM held) ORDER BY award_id"""
    return tables.engine.rows(sql, where.values)


def _select(name: str) -> str:
    if name == "measures":
        return "SELECT a.* FROM measures a"
    return f"SELECT a.*, {OF_MEASURE}{', m.categories' if name == 'targets' else ''} {FROM[name]}"


def _order(name: str) -> str:
    return ", ".join(f"a.{column}" for column in _AS_WRITTEN[name].split(", "))
