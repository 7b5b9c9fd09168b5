"""The most that each document pays to a kind of beneficiary, as lines of a distribution: which kinds, the sums, how many are silent.

Functions have the shapes of those in `loaders.spread`, for lines whose kind is `PAYABLE`.
"""

from functools import lru_cache

from loaders import conditions
from loaders.engine import Row, Where
from loaders.paging import Rows, source_of
from loaders.snapshot import Tables
from loaders.spread import LIMIT, PAYABLE, Line, Standing


@lru_cache(maxsize=64)
def lines(tables: Tables, rows: Rows, limit: int) -> tuple[Line, ...]:
    """The kinds of beneficiary for which most documents fix a sum, in that order; of chosen kinds only these."""
    source, where = source_of(tables, rows)
    wanted = Where().among("beneficiary", rows.selection.beneficiaries) if rows.selection.beneficiaries else Where()
    sql = f"""SELECT beneficiary FROM (SELECT a.document_id, unnest(list_prepend(a.beneficiary, a.beneficiaries_also)) AS beneficiary
            FROM points p JOIN {source} ON p.award_id = a.award_id WHERE {where.text} AND p.payable IS NOT NULL)
        WHERE {wanted.text} GROUP BY beneficiary ORDER BY count(DISTINCT document_id) DESC, beneficiary LIMIT {int(limit)}"""
    return tuple(Line(str(found), "none", PAYABLE) for found in tables.engine.column(sql, [*where.values, *wanted.values]))


@lru_cache(maxsize=256)
def points(tables: Tables, rows: Rows, line: Line) -> tuple[Row, ...]:
    """The highest sum of each document on a line, lowest first; beyond `LIMIT` documents equal sums are counted together, without ids."""
    source, where = source_of(tables, rows)
    where.both(line.where())
    day = conditions.on_day(rows.selection.as_of)
    base = f"""WITH best AS (SELECT p.document_id, arg_max(p.award_id, (p.payable, p.award_id)) AS award_id, max(p.payable) AS payable,
            arg_max(p.payable_mark, (p.payable, p.payable_mark = 'exact')) AS mark FROM points p JOIN {source} ON p.award_id = a.award_id WHERE {where.text} GROUP BY p.document_id),
        held AS (SELECT b.document_id, b.award_id, b.mark, CASE WHEN b.mark = 'exact' THEN b.payable END AS low, b.payable AS high, t.status, sh.city_id, c.level AS place_level
            FROM best b JOIN shelf sh ON sh.document_id = b.document_id JOIN cities c ON c.city_id = sh.city_id
            JOIN (SELECT * FROM stretches WHERE {day.text}) t ON t.document_id = b.document_id)"""
    values = [*where.values, *day.values]
    if int(tables.engine.column(f"{base} SELECT count(*) FROM held", values)[0]) <= LIMIT:
        return tuple(tables.engine.rows(f"{base} SELECT *, '' AS alike, 1 AS count FROM held ORDER BY high, document_id", values))
    return tuple(tables.engine.rows(f"""{base} SELECT '' AS document_id, '' AS award_id, mark, low, high, '' AS alike, status, '' AS city_id, '' AS place_level,
        count(*) AS count FROM held GROUP BY mark, low, high, status ORDER BY high, mark, status LIMIT {LIMIT}""", values))


@lru_cache(maxsize=256)
def standing(tables: Tables, rows: Rows, line: Line) -> Standing:
    """How many documents that pass fix a sum for this kind of beneficiary, support it without one, were read and are silent, or were not read at all.

    Judged on whole documents, whatever else is filtered.
    """
    passing = conditions.of_documents(rows.selection)
    sql = f"""WITH passing AS (SELECT document_id FROM shelf WHERE {passing.text}),
        held AS (SELECT a.document_id, bool_or(p.payable IS NOT NULL) AS is_stated FROM awards a JOIN points p ON p.award_id = a.award_id
            WHERE a.beneficiary = ? OR list_contains(a.beneficiaries_also, ?) GROUP BY a.document_id),
        read AS (SELECT DISTINCT document_id FROM coverage WHERE state <> 'not_reviewed')
        SELECT count(*) FILTER (h.is_stated), count(*) FILTER (NOT h.is_stated), count(*) FILTER (h.document_id IS NULL AND r.document_id IS NOT NULL),
            count(*) FILTER (h.document_id IS NULL AND r.document_id IS NULL)
        FROM passing d LEFT JOIN held h USING (document_id) LEFT JOIN read r USING (document_id)"""
    return Standing(*map(int, tables.engine.run(sql, [*passing.values, line.title, line.title])[1][0]))
