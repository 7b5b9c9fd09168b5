"""The figures of many documents by title, level and kind: how many state one, the points themselves, and quartiles of what is alike."""

from dataclasses import dataclass
from functools import lru_cache

from loaders import conditions
from loaders.engine import Row, Where
from loaders.paging import Rows, source_of
from loaders.snapshot import Tables
from model.status import CURRENT

PAYABLE = "payable"  # the kind of a line of largest sums: only the highest of each document stands on it
LIMIT = 1000  # points that are read one by one; beyond, equal figures are counted together


@dataclass(frozen=True)
class Line:
    """What one strip of a distribution is about: a title (or beneficiary), its level, and the kind of its figures."""

    title: str
    level: str
    kind: str

    @property
    def key(self) -> str:
        """The strip as part of a link."""
        return f"{self.title}:{self.level}:{self.kind}"

    @property
    def is_payable(self) -> bool:
        """Whether the line is about the most that a document pays to a kind of beneficiary, which is its title."""
        return self.kind == PAYABLE

    def where(self) -> Where:
        """Rows `p` of `points` of an award `a` on this line."""
        if self.is_payable:
            return Where().add("(a.beneficiary = ? OR list_contains(a.beneficiaries_also, ?)) AND p.payable IS NOT NULL", self.title, self.title)
        return Where().add("p.title = ? AND p.recognition_level = ? AND p.kind = ?", self.title, self.level, self.kind)


def line_of(key: str) -> Line | None:
    """The line of a link; None for another kind of row."""
    parts = key.split(":")
    return Line(*parts) if len(parts) == 3 and all(parts) else None


@dataclass(frozen=True)
class Quartiles:
    """The lower quartile, the median and the upper quartile of `count` documents whose figures are directly comparable.

    `alike` and `place_level` name what they share: all that comparability reads, and the level of government that states them.
    """

    alike: str
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
    source, where = _points(tables, rows)
    sql = f"""SELECT p.title, p.recognition_level, p.kind FROM {source} WHERE {where.text} AND p.kind <> '' GROUP BY ALL
        ORDER BY count(DISTINCT p.document_id) DESC, p.title, p.recognition_level, p.kind LIMIT {int(limit)}"""
    return tuple(Line(*found) for found in tables.engine.run(sql, where.values)[1])


@lru_cache(maxsize=256)
def points(tables: Tables, rows: Rows, line: Line) -> tuple[Row, ...]:
    """The figures of a line, lowest first: document_id, award_id, mark, low, high, alike, status on the day, city_id,
    place_level and count, which is 1.

    Beyond `LIMIT` figures equal ones of one mark and status are counted together, without ids.
    """
    source, where = _points(tables, rows)
    where.both(line.where())
    day = conditions.on_day(rows.selection.as_of)
    base = f"""FROM {source} JOIN shelf sh ON sh.document_id = p.document_id JOIN cities c ON c.city_id = sh.city_id JOIN (SELECT * FROM stretches WHERE {day.text}) t ON t.document_id = p.document_id
        WHERE {where.text}"""
    values = [*day.values, *where.values]
    total = int(tables.engine.column(f"SELECT count(*) {base}", values)[0])
    if total <= LIMIT:
        return tuple(tables.engine.rows(f"""SELECT p.document_id, p.award_id, p.mark, p.low, p.high, p.alike, t.status, sh.city_id, c.level AS place_level, 1 AS count {base}
            ORDER BY coalesce(p.high, p.low), p.document_id, p.award_id""", values))
    return tuple(tables.engine.rows(f"""SELECT '' AS document_id, '' AS award_id, p.mark, p.low, p.high, '' AS alike, t.status, '' AS city_id, '' AS place_level, count(*) AS count {base}
        GROUP BY p.mark, p.low, p.high, t.status ORDER BY coalesce(p.high, p.low), p.mark, t.status LIMIT {LIMIT}""", values))


@lru_cache(maxsize=256)
def quartiles(tables: Tables, rows: Rows, line: Line, of: tuple[str, str] | None = None) -> Quartiles | None:
    """Quartiles over the figures of a line that are alike: equal in all that comparability reads, of valid documents with a stated year.

    Of the given kind (`alike` and level of place), else of the commonest one. Each document counts once, with its highest figure. None for no figure.
    """
    source, where = _comparable(tables, rows, line)
    if of:
        where.add("p.alike = ? AND c.level = ?", *of)
    sql = f"""WITH held AS (SELECT p.alike, c.level, p.document_id, max(coalesce(p.high, p.low)) AS value FROM {source} WHERE {where.text} GROUP BY ALL)
        SELECT alike, level, count(*), quantile_disc(value, 0.25), quantile_disc(value, 0.5), quantile_disc(value, 0.75) FROM held
        GROUP BY alike, level ORDER BY count(*) DESC, alike, level LIMIT 1"""
    found = tables.engine.run(sql, where.values)[1]
    return Quartiles(*found[0]) if found else None


@lru_cache(maxsize=256)
def not_above(tables: Tables, rows: Rows, line: Line, of: tuple[str, str], value: float, but: str = "") -> tuple[int, int]:
    """Of the documents with a figure alike, but one: how many there are, and how many state no more than `value`."""
    source, where = _comparable(tables, rows, line)
    where.add("p.alike = ? AND c.level = ? AND p.document_id <> ?", *of, but)
    sql = f"""SELECT count(*), coalesce(sum(CAST(value <= ? AS INTEGER)), 0) FROM
        (SELECT p.document_id, max(coalesce(p.high, p.low)) AS value FROM {source} WHERE {where.text} GROUP BY p.document_id)"""
    count, below = tables.engine.run(sql, [value, *where.values])[1][0]
    return int(count), int(below)


@lru_cache(maxsize=256)
def standing(tables: Tables, rows: Rows, line: Line) -> Standing:
    """How the documents that pass the filters stand to a line; a document without a figure of this kind but with another counts as neither."""
    passing = conditions.of_documents(rows.selection)
    on = "p.title = ? AND p.recognition_level = ?"
    category = tables.engine.column(f"SELECT a.categories[1] FROM points p JOIN awards a ON a.award_id = p.award_id WHERE {on} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
                                    [line.title, line.level])
    sql = f"""WITH passing AS (SELECT document_id FROM shelf WHERE {passing.text}),
        held AS (SELECT p.document_id, bool_or(p.kind = ?) AS is_stated, bool_and(p.kind = '') AS is_promise FROM points p WHERE {on} GROUP BY ALL),
        read AS (SELECT document_id FROM coverage WHERE category = ? AND state <> 'not_reviewed')
        SELECT count(*) FILTER (h.is_stated), count(*) FILTER (h.is_promise), count(*) FILTER (h.document_id IS NULL AND r.document_id IS NOT NULL),
            count(*) FILTER (h.document_id IS NULL AND r.document_id IS NULL)
        FROM passing d LEFT JOIN held h USING (document_id) LEFT JOIN read r USING (document_id)"""
    found = tables.engine.run(sql, [*passing.values, line.kind, line.title, line.level, category[0] if category else ""])[1][0]
    return Standing(*map(int, found))


def _points(tables: Tables, rows: Rows) -> tuple[str, Where]:
    """The points of the awards that pass, and the conditions on them."""
    source, where = source_of(tables, rows)
    return f"points p JOIN {source} ON p.award_id = a.award_id", where


def _comparable(tables: Tables, rows: Rows, line: Line) -> tuple[str, Where]:
    """The points of a line whose documents may be read as valid on the day and state their year."""
    source, where = _points(tables, rows)
    day = conditions.on_day(rows.selection.as_of).among("status", CURRENT)
    where.both(line.where()).add("p.document_id IN (SELECT document_id FROM documents WHERE year_basis IS DISTINCT FROM 'inferred')")
    where.add(f"p.document_id IN (SELECT document_id FROM stretches WHERE {day.text})", *day.values)
    return f"{source} JOIN shelf sh ON sh.document_id = p.document_id JOIN cities c ON c.city_id = sh.city_id", where
