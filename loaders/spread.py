"""The figures of many documents by title, level and kind: how many state one, the points themselves, and quartiles of what is alike.

Every function answers for all strips of a page at once, by the numbers that publishing prepared (`model.points`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from loaders.bins import counted_together
from loaders.engine import Row, Where
from loaders.placed import ON_SHELF, Rows, documents, held, passing
from loaders.snapshot import Tables
from model.points import STRIP, numbers_of
from model.status import CURRENT

PAYABLE = "payable"  # the kind of a line of largest sums: only the highest of each document stands on it
LIMIT = 1000  # figures of a line that are read one by one; beyond, equal ones are counted together

# What a row of several documents together has no value for.
SEVERAL: Row = {"document_id": "", "award_id": "", "alike": None, "city_id": "", "place_level": ""}

Kind = tuple[int, str]  # what figures share that are directly comparable: `alike` of `model.points`, and the level of their place


@dataclass(frozen=True)
class Line:
    """What one strip of a distribution is about: a title (or beneficiary), its level, and the kind of its figures; `figures` counts them where it was looked for."""

    title: str
    level: str
    kind: str
    figures: int = field(default=0, compare=False)

    @property
    def key(self) -> str:
        """The strip as part of a link."""
        return f"{self.title}:{self.level}:{self.kind}"

    @property
    def is_payable(self) -> bool:
        """Whether the line is about the most that a document pays to a kind of beneficiary, which is its title."""
        return self.kind == PAYABLE


def line_of(key: str) -> Line | None:
    """The line of a link; None for another kind of row."""
    parts = key.split(":")
    return Line(parts[0], parts[1], parts[2]) if len(parts) == 3 and all(parts) else None


@dataclass(frozen=True)
class Quartiles:
    """The lower quartile, the median and the upper quartile of `count` documents whose figures are directly comparable.

    `alike` and `place_level` name what they share: all that comparability reads, and the level of government that states them.
    """

    alike: int
    place_level: str
    count: int
    low: float
    median: float
    high: float


@dataclass(frozen=True)
class Standing:
    """How many documents state a figure on a line, promise support without one, were read and are silent, or were not read for it."""

    stated: int
    promised: int
    silent: int
    not_reviewed: int


@lru_cache(maxsize=64)
def lines(tables: Tables, rows: Rows, limit: int) -> tuple[Line, ...]:
    """The lines on which most documents state a figure, in that order, equal ones by title and level."""
    asked = held(rows)
    sql = f"""{asked.sql}, counted AS (SELECT strip, count(DISTINCT number) AS n, count(*) AS figures FROM held WHERE mark <> 'unstated' GROUP BY strip)
        SELECT s.title, s.recognition_level, s.kind, c.figures FROM counted c JOIN strips s ON s.strip = c.strip
        ORDER BY c.n DESC, s.title, s.recognition_level, s.kind LIMIT {int(limit)}"""
    return tuple(Line(*found) for found in tables.engine.run(sql, asked.values)[1])


@lru_cache(maxsize=64)
def points(tables: Tables, rows: Rows, wanted: tuple[Line, ...], named: tuple[str, ...] = ()) -> Mapping[Line, Sequence[Row]]:
    """The figures of each line, lowest first: document_id, award_id, mark, low, high, alike, status on the day, city_id,
    place_level and count, which is 1.

    Where more than `LIMIT` stand on a line, equal ones of one mark and status are counted together, without ids, but for those of the `named` documents.
    """
    strips = _numbers(tables, wanted)
    asked, few = held(rows), [strips[line] for line in strips if line.figures <= LIMIT]
    many, own = [strips[line] for line in strips if line.figures > LIMIT], documents(named)
    shown = Where().either(Where().among("strip", few), Where().among("strip", many).both(own))
    found: list[Row] = tables.engine.rows(f"""{asked.sql} SELECT strip, document_id, award_id, mark, low, high, alike, status, city_id, place_level, 1 AS count
        FROM (FROM held WHERE {shown.text}) {ON_SHELF} ORDER BY strip, coalesce(high, low), document_id, award_id""", [*asked.values, *shown.values])
    if many:
        rest = Where().among("strip", many).add(f"NOT ({own.text})", *own.values)
        figures = f"{asked.sql}, figures AS (SELECT strip AS line, mark, low, high, status FROM held WHERE {rest.text})"
        found += [{**SEVERAL, "strip": row["line"], **row} for row in counted_together(tables, figures, [*asked.values, *rest.values], LIMIT)]
    return _by_line(strips, found)


@lru_cache(maxsize=64)
def quartiles(tables: Tables, rows: Rows, wanted: tuple[Line, ...], of: tuple[tuple[Line, Kind], ...] = ()) -> Mapping[Line, Quartiles]:
    """Quartiles over the figures of a line that are alike: equal in all that comparability reads, of valid documents with a stated year.

    Of the given kind where there is one, else of the commonest one. Each document counts once, with its highest figure. A line without any is left out.
    """
    strips, given = _numbers(tables, wanted), dict(of)
    asked, where = held(rows), _comparable([strips[line] for line in strips if line not in given])
    where = Where().either(where, *(_comparable([strips[line]], given[line]) for line in strips if line in given))
    sql = f"""{asked.sql}, best AS (SELECT strip, alike, place_level, number, max(coalesce(high, low)) AS value FROM held WHERE {where.text} GROUP BY ALL),
        counted AS (SELECT strip, alike, place_level, count(*) AS n, quantile_disc(value, [0.25, 0.5, 0.75]) AS ends FROM best GROUP BY strip, alike, place_level),
        placed AS (SELECT *, row_number() OVER (PARTITION BY strip ORDER BY n DESC, alike, place_level) AS turn FROM counted)
        SELECT strip, alike, place_level, n, ends[1], ends[2], ends[3] FROM placed WHERE turn = 1"""
    found = {row[0]: Quartiles(*row[1:]) for row in tables.engine.run(sql, [*asked.values, *where.values])[1]}
    return {line: found[number] for line, number in strips.items() if number in found}


@lru_cache(maxsize=256)
def not_above(tables: Tables, rows: Rows, line: Line, of: Kind, value: float, but: str = "") -> tuple[int, int]:
    """Of the documents with a figure alike, but one: how many there are, and how many state no more than `value`."""
    asked, where = held(rows), _comparable([*_numbers(tables, (line,)).values()], of)
    if but:
        where.add(f"NOT ({documents((but,)).text})", [but])
    sql = f"""{asked.sql}, best AS (SELECT number, max(coalesce(high, low)) AS value FROM held WHERE {where.text} GROUP BY number)
        SELECT count(*), count(*) FILTER (value <= ?) FROM best"""
    count, below = tables.engine.run(sql, [*asked.values, *where.values, value])[1][0]
    return int(count), int(below)


@lru_cache(maxsize=64)
def standing(tables: Tables, rows: Rows, wanted: tuple[Line, ...]) -> Mapping[Line, Standing]:
    """How the documents that pass the filters stand to each line; a document without a figure of this kind but with another counts as neither.

    Judged on whole documents, whatever else is filtered.
    """
    asked, strips = passing(rows.selection), _numbers(tables, wanted)
    where = Where().among("l.strip", strips.values())
    sql = f"""{asked.sql}, lines AS (SELECT l.strip AS line, l.category, s.strip, s.kind FROM strips l
            JOIN strips s ON s.title = l.title AND s.recognition_level = l.recognition_level WHERE {where.text}),
        read AS (SELECT category, number FROM reviewed WHERE category IN (SELECT category FROM lines) AND number IN (SELECT number FROM held)),
        looked AS (SELECT category, count(*) AS n FROM read GROUP BY category),
        found AS (SELECT l.line, any_value(l.category) AS category, count(*) FILTER (l.strip = l.line) AS stated, count(*) FILTER (l.kind = '') AS promised,
            count(*) FILTER (p.is_first) AS present, count(*) FILTER (p.is_first AND r.number IS NOT NULL) AS present_read
            FROM stated p JOIN lines l ON l.strip = p.strip LEFT JOIN read r ON r.category = l.category AND r.number = p.number
            WHERE p.number IN (SELECT number FROM held) GROUP BY l.line)
        SELECT DISTINCT l.line, coalesce(f.stated, 0), coalesce(f.promised, 0), coalesce(k.n, 0) - coalesce(f.present_read, 0),
            (SELECT count(*) FROM held) - coalesce(f.present, 0) - coalesce(k.n, 0) + coalesce(f.present_read, 0)
        FROM lines l LEFT JOIN found f ON f.line = l.line LEFT JOIN looked k ON k.category = l.category"""
    found = {row[0]: Standing(*map(int, row[1:])) for row in tables.engine.run(sql, [*asked.values, *where.values])[1]}
    return {line: found[number] for line, number in strips.items()}


@lru_cache(maxsize=2)
def _strips(tables: Tables) -> dict[Any, int]:
    """The number of every strip, read once for a snapshot."""
    return numbers_of(tables.engine.rows("SELECT * FROM strips"), "strip", STRIP)


def _numbers(tables: Tables, wanted: Iterable[Line]) -> dict[Line, int]:
    """The number of each line; one that the snapshot does not have is passed over."""
    known = _strips(tables)
    return {line: known[line.title, line.level, line.kind] for line in wanted if (line.title, line.level, line.kind) in known}


def _by_line(strips: Mapping[Line, int], found: Iterable[Row]) -> dict[Line, tuple[Row, ...]]:
    by_number: dict[int, list[Row]] = {number: [] for number in strips.values()}
    for row in found:
        by_number[row["strip"]].append(row)
    return {line: tuple(by_number[number]) for line, number in strips.items()}


def _comparable(strips: list[int], of: Kind | None = None) -> Where:
    """Rows `held` of some lines, of one kind if it is given, whose documents may be read as valid on the day and state their year."""
    where = Where().among("strip", strips).add("is_dated").among("status", CURRENT)
    return where.add("alike = ? AND place_level = ?", *of) if of else where
