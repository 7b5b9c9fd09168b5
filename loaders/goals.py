"""The goals of many documents by definition: which definitions most documents share, the goals themselves, and quartiles of what is alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from loaders.bins import counted_together
from loaders.engine import Row, Where
from loaders.placed import ON_SHELF, Rows, documents, held
from loaders.snapshot import Tables
from model.points import DEFINITION, numbers_of
from model.status import CURRENT

LIMIT = 1000  # goals of a definition that are read one by one; beyond, equal ones are counted together


@dataclass(frozen=True)
class Line:
    """One definition: an indicator with its unit, the kind of its value, and a level; `goals` counts them where it was looked for."""

    indicator: str
    unit: str
    basis: str
    level: str
    goals: int = field(default=0, compare=False)

    @property
    def key(self) -> str:
        """The definition as part of a link, as rows of goals name it."""
        return f"{self.indicator}:{self.unit}:{self.basis}:{self.level}"


def line_of(key: str) -> Line | None:
    """The definition of a link; None for another kind of row."""
    parts = key.split(":")
    return Line(parts[0], parts[1], parts[2], parts[3]) if len(parts) in (4, 5) and all(parts) else None


def line(target: Row) -> Line:
    """The definition of a goal."""
    return Line(target["indicator"], target["unit"], target["basis"], target["recognition_level"])


@dataclass(frozen=True)
class Middle:
    """Quartiles over `count` documents whose goals are directly comparable: for one year, with one word, scope and level of place."""

    year: int | None
    count: int
    low: float
    median: float
    high: float


@lru_cache(maxsize=64)
def lines(tables: Tables, rows: Rows, limit: int) -> tuple[tuple[Line, int], ...]:
    """The definitions that most documents set a goal for, in that order, with the number of documents."""
    asked, columns = held(rows), ", ".join(f"d.{name}" for name in DEFINITION)
    sql = f"""{asked.sql}, counted AS (SELECT definition, count(DISTINCT number) AS n, count(*) AS goals FROM held WHERE {_COUNTS} GROUP BY definition)
        SELECT {columns}, c.goals, c.n FROM counted c JOIN definitions d ON d.definition = c.definition ORDER BY c.n DESC, {columns} LIMIT {int(limit)}"""
    return tuple((Line(*found[:5]), int(found[5])) for found in tables.engine.run(sql, asked.values)[1])


@lru_cache(maxsize=64)
def points(tables: Tables, rows: Rows, wanted: Line, named: tuple[str, ...] = ()) -> Sequence[Row]:
    """The goals of a definition, each once, those of the newest documents first: target_id, document_id, comparator, value, value_max, target_year,
    status on the day, city_id and count, which is 1.

    Where there are more than `LIMIT`, equal ones of one year, word and status are counted together, without ids, but for those of the `named` documents.
    """
    asked, where = held(rows), _of(tables, (wanted,))
    own = documents(named)
    alone = Where().both(where).both(own) if wanted.goals > LIMIT else where
    found: list[Row] = tables.engine.rows(f"""{asked.sql} SELECT target_id, document_id, comparator, value, value_max, target_year, status, city_id, 1 AS count
        FROM (FROM held WHERE {alone.text}) {ON_SHELF} ORDER BY age DESC, target_id""", [*asked.values, *alone.values])
    if wanted.goals > LIMIT:
        where.add(f"NOT ({own.text})", *own.values)
        figures = f"""{asked.sql}, figures AS (SELECT definition AS line, target_year, comparator AS mark, value AS low, coalesce(value_max, value) AS high, status
            FROM held WHERE {where.text})"""
        found += map(_several, counted_together(tables, figures, [*asked.values, *where.values], LIMIT, ("target_year",)))
    return tuple(found)


@lru_cache(maxsize=64)
def middles(tables: Tables, rows: Rows, wanted: tuple[Line, ...]) -> Mapping[Line, Middle]:
    """Quartiles over the goals of each definition that are alike, of valid documents with a stated year, each once with its highest value.

    For what most documents share. A definition without any is left out.
    """
    asked, where = held(rows), _of(tables, wanted).add("is_dated").among("status", CURRENT)
    sql = f"""{asked.sql}, best AS (SELECT definition, alike, target_year, place_level, number, max(coalesce(value_max, value)) AS value FROM held WHERE {where.text} GROUP BY ALL),
        counted AS (SELECT definition, alike, target_year, place_level, count(*) AS n, quantile_disc(value, [0.25, 0.5, 0.75]) AS ends FROM best
            GROUP BY definition, alike, target_year, place_level),
        placed AS (SELECT *, row_number() OVER (PARTITION BY definition ORDER BY n DESC, target_year, alike, place_level) AS turn FROM counted)
        SELECT definition, target_year, n, ends[1], ends[2], ends[3] FROM placed WHERE turn = 1"""
    found = {row[0]: Middle(*row[1:]) for row in tables.engine.run(sql, [*asked.values, *where.values])[1]}
    return {line: found[number] for line, number in _numbers(tables, wanted).items() if number in found}


def _several(row: Row) -> Row:
    """Goals counted together as one row; those that are only about equal are a range."""
    word, low, high = row["mark"], row["low"], row["high"]
    if low != high and word not in _BOUNDS:
        word = "range"
    return {"target_id": "", "document_id": "", "comparator": word, "value": high if word == "<=" else low, "value_max": high if word == "range" else None,
            "target_year": row["target_year"], "status": row["status"], "city_id": "", "count": row["count"]}


_BOUNDS = (">=", ">", "<=")

_COUNTS = "value IS NOT NULL AND is_own"  # a goal in words has no place on an axis, one that is said again only one


@lru_cache(maxsize=2)
def _definitions(tables: Tables) -> dict[Any, int]:
    """The number of every definition, read once for a snapshot."""
    return numbers_of(tables.engine.rows("SELECT * FROM definitions"), "definition", DEFINITION)


def _numbers(tables: Tables, wanted: Iterable[Line]) -> dict[Line, int]:
    """The number of each definition; one that the snapshot does not have is passed over."""
    known = _definitions(tables)
    keys = {line: (line.indicator, line.unit, line.basis, line.level) for line in wanted}
    return {line: known[key] for line, key in keys.items() if key in known}


def _of(tables: Tables, wanted: Iterable[Line]) -> Where:
    """Goals `held` with a number of these definitions, each once."""
    return Where().among("definition", _numbers(tables, wanted).values()).add(_COUNTS)
