"""The goals of many documents by definition: which definitions most documents share, the goals themselves, and quartiles of what is alike."""

from dataclasses import dataclass
from functools import lru_cache

from loaders import conditions
from loaders.engine import Row, Where
from loaders.paging import Rows, source_of
from loaders.snapshot import Tables
from model.status import CURRENT

LIMIT = 1000  # goals that a picture shows at most; those of the newest documents

# What goals share that are directly comparable, beside their definition: the columns that the rules on goals read.
ALIKE = ("target_year", "comparator", "scope_zh", "level_or_above")


@dataclass(frozen=True)
class Line:
    """One definition: an indicator with its unit, the kind of its value, and a level."""

    indicator: str
    unit: str
    basis: str
    level: str

    @property
    def key(self) -> str:
        """The definition as part of a link, as rows of goals name it."""
        return f"{self.indicator}:{self.unit}:{self.basis}:{self.level}"

    def where(self) -> Where:
        """Rows `a` of targets with a number of this definition."""
        return Where().add("a.indicator = ? AND a.unit = ? AND a.basis = ? AND a.recognition_level = ? AND a.value IS NOT NULL",
                           self.indicator, self.unit, self.basis, self.level)


def line_of(key: str) -> Line | None:
    """The definition of a link; None for another kind of row."""
    parts = key.split(":")
    return Line(*parts[:4]) if len(parts) in (4, 5) and all(parts) else None


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
    source, where = source_of(tables, rows)
    where.add("a.value IS NOT NULL AND a.restates IS NULL")
    sql = f"""SELECT a.indicator, a.unit, a.basis, a.recognition_level, count(DISTINCT a.document_id) AS n FROM {source} WHERE {where.text}
        GROUP BY ALL ORDER BY n DESC, a.indicator, a.unit, a.basis, a.recognition_level LIMIT {int(limit)}"""
    return tuple((Line(*found[:4]), int(found[4])) for found in tables.engine.run(sql, where.values)[1])


@lru_cache(maxsize=256)
def points(tables: Tables, rows: Rows, wanted: Line) -> tuple[Row, ...]:
    """The goals of a definition, each once: target_id, document_id, comparator, value, value_max, target_year, status on the day, city_id."""
    source, where = source_of(tables, rows)
    where.both(wanted.where()).add("a.restates IS NULL")
    day = conditions.on_day(rows.selection.as_of)
    sql = f"""SELECT a.target_id, a.document_id, a.comparator, a.value, a.value_max, a.target_year, t.status, sh.city_id
        FROM {source} JOIN shelf sh ON sh.document_id = a.document_id JOIN (SELECT * FROM stretches WHERE {day.text}) t ON t.document_id = a.document_id
        WHERE {where.text} ORDER BY sh.age DESC, a.target_id LIMIT {LIMIT}"""
    return tuple(tables.engine.rows(sql, [*day.values, *where.values]))


@lru_cache(maxsize=256)
def middle(tables: Tables, rows: Rows, wanted: Line, year: int | None = None) -> Middle | None:
    """Quartiles over the goals of a definition that are alike, of valid documents with a stated year, each once with its highest value.

    For the given target year, else for what most documents share. None without any.
    """
    source, where = source_of(tables, rows)
    where.both(wanted.where()).add("a.restates IS NULL AND d.year_basis IS DISTINCT FROM 'inferred'")
    if year is not None:
        where.add("a.target_year = ?", year)
    day = conditions.on_day(rows.selection.as_of).among("status", CURRENT)
    where.add(f"a.document_id IN (SELECT document_id FROM stretches WHERE {day.text})", *day.values)
    alike = ", ".join(f"a.{name}" for name in ALIKE)
    sql = f"""WITH held AS (SELECT {alike}, c.level, a.document_id, max(coalesce(a.value_max, a.value)) AS value
            FROM {source} JOIN documents d ON d.document_id = a.document_id JOIN cities c ON c.city_id = d.city_id WHERE {where.text} GROUP BY ALL)
        SELECT target_year, count(*) AS n, quantile_disc(value, 0.25), quantile_disc(value, 0.5), quantile_disc(value, 0.75) FROM held
        GROUP BY {", ".join(ALIKE)}, level ORDER BY n DESC, target_year LIMIT 1"""
    found = tables.engine.run(sql, where.values)[1]
    return Middle(*found[0]) if found else None
