"""What is new among documents, what ends within a year, and what was repealed within one; and how many documents each province has."""

from datetime import date, timedelta

from loaders import conditions, lookups
from loaders.engine import Row
from loaders.snapshot import Tables
from model.selection import Selection

YEAR = timedelta(days=365)


def newest(tables: Tables, selection: Selection, limit: int) -> list[Row]:
    """The newest documents with a stated day that is not after the as-of day, newest first."""
    return _documents(tables, selection, "coalesce(d.issued_on, d.published_on, d.effective_from)", date.min, selection.as_of, "DESC", limit)


def ending(tables: Tables, selection: Selection, limit: int) -> list[Row]:
    """Documents whose stated validity ends within a year after the as-of day, and that are not repealed before, soonest first."""
    found = _documents(tables, selection, "d.expires_on", selection.as_of, selection.as_of + YEAR, "ASC", limit)
    return [row for row in found if row["repealed_on"] is None or row["repealed_on"] > selection.as_of]


def repealed(tables: Tables, selection: Selection, limit: int) -> list[Row]:
    """Documents repealed within a year before the as-of day, latest first."""
    return _documents(tables, selection, "d.repealed_on", selection.as_of - YEAR, selection.as_of, "DESC", limit)


def _documents(tables: Tables, selection: Selection, day: str, first: date, last: date, way: str, limit: int) -> list[Row]:
    passing = conditions.of_documents(selection, "s.")
    sql = f"""SELECT d.document_id FROM documents d JOIN shelf s ON s.document_id = d.document_id
        WHERE {passing.text} AND NOT d.is_draft AND {day} BETWEEN ? AND ? ORDER BY {day} {way}, d.document_id LIMIT {int(limit)}"""
    return list(lookups.documents_by_id(tables, tables.engine.column(sql, [*passing.values, first, last])).values())


def by_province(tables: Tables, selection: Selection) -> dict[str, int]:
    """How many of the documents that pass each province has, by the first two digits of its code, in the order of the codes."""
    passing = conditions.of_documents(selection, "s.")
    sql = f"""SELECT left(c.division_code, 2), count(*) FROM shelf s JOIN cities c ON c.city_id = s.city_id WHERE {passing.text} GROUP BY 1 ORDER BY 1"""
    return {str(code): int(count) for code, count in tables.engine.run(sql, passing.values)[1]}
