"""The most that each document pays to a kind of beneficiary, as lines of a distribution: which kinds, the sums, how many are silent.

Functions have the shapes of those in `loaders.spread`, for lines whose kind is `PAYABLE`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from loaders.bins import counted_together
from loaders.engine import Row, Where
from loaders.placed import ON_SHELF, Rows, documents, held, passing
from loaders.snapshot import Tables
from loaders.spread import LIMIT, PAYABLE, SEVERAL, Line, Standing


@lru_cache(maxsize=64)
def lines(tables: Tables, rows: Rows, limit: int) -> tuple[Line, ...]:
    """The kinds of beneficiary for which most documents fix a sum, in that order; of chosen kinds only these."""
    found = _counted(tables, rows)
    stating = Counter({name: sum(row["count"] for row in held) for name, held in found.items()})
    return tuple(Line(name, "none", PAYABLE, count) for name, count in sorted(stating.items(), key=lambda item: (-item[1], item[0]))[:limit])


@lru_cache(maxsize=64)
def points(tables: Tables, rows: Rows, wanted: tuple[Line, ...], named: tuple[str, ...] = ()) -> Mapping[Line, Sequence[Row]]:
    """The highest sum of each document on a line, lowest first; beyond `LIMIT` documents equal sums are counted together, without ids, but for the `named` ones."""
    few, many = [line.title for line in wanted if line.figures <= LIMIT], [line.title for line in wanted if line.figures > LIMIT]
    own = documents(named)
    shown = Where().either(Where().among("b.beneficiary", few), Where().among("b.beneficiary", many).both(own))
    sql, values = _best(rows, shown, _SINGLE)
    found: dict[str, list[Row]] = {line.title: [] for line in wanted}
    for row in tables.engine.rows(f"""{sql} SELECT line, document_id, award_id, mark, low, high, NULL AS alike, status, city_id, place_level, 1 AS count
            FROM figures {ON_SHELF} ORDER BY line, high, document_id""", values):
        found[row["line"]].append(row)
    for name in many:
        found[name] += _without(_counted(tables, rows)[name], found[name])
    return {line: tuple(found[line.title]) for line in wanted}


@lru_cache(maxsize=64)
def standing(tables: Tables, rows: Rows, wanted: tuple[Line, ...]) -> Mapping[Line, Standing]:
    """How many documents that pass fix a sum for each kind of beneficiary, support it without one, were read and are silent, or were not read at all.

    Judged on whole documents, whatever else is filtered.
    """
    asked, where = passing(rows.selection), Where().among("p.beneficiary", [line.title for line in wanted])
    sql = f"""{asked.sql}, totals AS (SELECT count(*) AS passing, count(*) FILTER (is_reviewed) AS looked FROM held)
        SELECT p.beneficiary, count(*) FILTER (p.is_fixed), count(*) FILTER (NOT p.is_fixed), any_value(t.looked) - count(*) FILTER (h.is_reviewed),
            any_value(t.passing) - any_value(t.looked) - count(*) FILTER (NOT h.is_reviewed)
        FROM paying p JOIN held h ON h.number = p.number CROSS JOIN totals t WHERE {where.text} GROUP BY p.beneficiary"""
    found = {row[0]: Standing(*map(int, row[1:])) for row in tables.engine.run(sql, [*asked.values, *where.values])[1]}
    return {line: found[line.title] for line in wanted if line.title in found}


@lru_cache(maxsize=64)
def _counted(tables: Tables, rows: Rows) -> Mapping[str, Sequence[Row]]:
    """The highest sums of all documents, equal ones of one mark and status counted together, by kind of beneficiary."""
    chosen = rows.selection.beneficiaries
    sql, values = _best(rows, Where().among("b.beneficiary", chosen) if chosen else Where())
    found: dict[str, list[Row]] = {}
    for row in counted_together(tables, sql, values, LIMIT):
        found.setdefault(row["line"], []).append({**SEVERAL, **row})
    return found


_SINGLE = """, h.number, any_value(h.city_id) AS city_id, any_value(h.place_level) AS place_level,
    arg_max(h.award_id, (h.payable, h.award_id)) AS award_id"""


def _best(rows: Rows, where: Where, further: str = "") -> tuple[str, list[Any]]:
    """`figures`: the highest sum of each document to a kind of beneficiary (`line`), exact if one award that pays it is; with further columns."""
    asked = held(rows)
    return f"""{asked.sql}, named AS (SELECT kind, unnest(list_distinct(list_prepend(beneficiary, beneficiaries_also))) AS beneficiary FROM kinds WHERE "of" = 'awards'),
        best AS (SELECT b.beneficiary AS line, any_value(h.status) AS status, max(h.payable) AS high, max(h.payable) FILTER (h.payable_mark = 'exact') AS fixed{further}
            FROM held h JOIN named b ON b.kind = h.row_kind WHERE h.payable IS NOT NULL AND {where.text} GROUP BY b.beneficiary, h.number),
        figures AS (SELECT *, CASE WHEN fixed = high THEN high END AS low, CASE WHEN fixed = high THEN 'exact' ELSE 'ceiling' END AS mark FROM best)""", [*asked.values, *where.values]


def _without(counted: Sequence[Row], single: Sequence[Row]) -> list[Row]:
    """What was counted together, lowest first, without the sums that stand alone."""
    left = [dict(row) for row in counted]
    for row in single:
        its = next(one for one in left if (one["mark"], one["status"]) == (row["mark"], row["status"]) and one["high"] >= row["high"])
        its["count"] -= 1
    return [row for row in left if row["count"]]
