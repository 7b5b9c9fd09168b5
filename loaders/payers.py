"""Which budget pays a figure of support, so that the figures of a document part into those of each budget, and documents can be sorted by it.

A figure is a payment with a figure; a promise without one, and what is no payment (a loan, a cover, a tax rate), is none.
"""

from collections.abc import Iterable
from functools import lru_cache

from loaders import conditions
from loaders.engine import Row, Where
from loaders.paging import source_of
from loaders.placed import Rows, held
from loaders.queries import OF_MEASURE
from loaders.snapshot import Tables
from model.money import NOT_PAYMENTS
from model.selection import Selection

SHARED, MATCHING, UNSTATED = "shared", "matching", "unstated"
PARTS = ("national", "provincial", "municipal", "county", "zone", SHARED, MATCHING, UNSTATED)
_BUDGETS = ("national_grant", "provincial_grant", "provincial_prize", "municipal_grant", "higher_grant", "county_share")


def _quoted(codes: Iterable[str]) -> str:
    return ", ".join(f"'{code}'" for code in codes)


# The one part that a figure belongs to. Whoever is not named is not stated, also where the base of a match is known.
_PART = f"""CASE WHEN a.payers = ['{UNSTATED}'] THEN '{UNSTATED}'
    WHEN a.form = 'match' AND a.match_basis IN ({_quoted(_BUDGETS)}) THEN '{MATCHING}'
    WHEN len(a.payers) > 1 THEN '{SHARED}' ELSE a.payers[1] END"""
_IS_FIGURE = f"a.form NOT IN ({_quoted(('unstated', *NOT_PAYMENTS))})"
_IS_PAYMENT = f"a.form NOT IN ({_quoted(NOT_PAYMENTS)})"
# The part of every kind of row that is a payment.
_PARTS = f"parts AS (SELECT a.kind, {_PART} AS part, {_IS_FIGURE} AS is_figure FROM kinds a WHERE a.of = 'awards' AND {_IS_PAYMENT})"
SORTS = ("document", "place", *PARTS)


def payments(tables: Tables, selection: Selection) -> list[Row]:
    """The payments that pass every filter but search words, in reading order, as rows of awards with their clause, `part` and `is_figure`."""
    documents = conditions.in_documents(tables, selection)
    where = conditions.of_awards(selection, documents).both(documents("m.document_id"))
    return tables.engine.rows(
        f"""SELECT a.*, {OF_MEASURE}, {_PART} AS part, {_IS_FIGURE} AS is_figure FROM awards a JOIN measures m ON m.measure_id = a.measure_id
            WHERE {where.text} AND {_IS_PAYMENT} ORDER BY a.document_id, m.article_order, a.start, a.award_id""", where.values)


@lru_cache(maxsize=64)
def documents_paying(tables: Tables, selection: Selection, sort: str) -> tuple[str, ...]:
    """The documents with a payment that passes, of which name, place or clauses hold the search words; by age, place or the share of one part (`-` downwards).

    Documents without a figure come last in an order by share. Raises ValueError for another order.
    """
    column, is_down = sort.removeprefix("-"), sort.startswith("-")
    if column not in SORTS:
        raise ValueError(f"documents have no share of {column}")
    asked = held(Rows("awards", selection.having(text="")))
    named, words = source_of(tables, Rows("documents", Selection(as_of=selection.as_of, text=selection.text))) if selection.text else ("", Where())
    by = {"document": "s.age", "place": "s.city_id"}.get(column, "c.own / nullif(c.figures, 0)")
    found = f"s.document_id IN (SELECT a.document_id FROM {named} WHERE {words.text})" if named else "true"
    sql = f"""{asked.sql}, {_PARTS},
        counted AS (SELECT h.number, count(*) FILTER (k.is_figure AND k.part = ?)::DOUBLE AS own, count(*) FILTER (k.is_figure) AS figures
            FROM held h JOIN parts k ON k.kind = h.row_kind GROUP BY h.number)
        SELECT s.document_id FROM counted c JOIN shelf s ON s.number = c.number WHERE {found}
        ORDER BY {by} {"DESC" if is_down else "ASC"} NULLS LAST, s.age DESC, s.document_id"""
    return tuple(tables.engine.column(sql, [*asked.values, column, *words.values]))


@lru_cache(maxsize=64)
def mostly(tables: Tables, selection: Selection) -> dict[str, int]:
    """By part: the documents of which more than half of the figures belong to it."""
    asked = held(Rows("awards", selection.having(text="")))
    each = ", ".join(f"count(*) FILTER (k.part = '{part}') AS {part}" for part in PARTS)
    most = ", ".join(f"count(*) FILTER (2 * {part} > figures) AS {part}" for part in PARTS)
    sql = f"""{asked.sql}, {_PARTS},
        counted AS (SELECT h.number, count(*) AS figures, {each} FROM held h JOIN parts k ON k.kind = h.row_kind WHERE k.is_figure GROUP BY h.number)
        SELECT {most} FROM counted"""
    return {part: int(count) for part, count in tables.engine.rows(sql, asked.values)[0].items() if count}
