"""Which places support a recognised title, so that they can be searched, sorted and paged by the tables."""

from functools import lru_cache

from loaders import conditions
from loaders.engine import Where
from loaders.paging import Rows, source_of
from loaders.snapshot import Tables
from model.selection import Selection

SORTS = ("place", "document")  # and every level of recognition, by the most that one provision pays there


@lru_cache(maxsize=64)
def levels(tables: Tables, selection: Selection) -> tuple[str, ...]:
    """The levels at which an award that passes supports its title."""
    source, where = source_of(tables, Rows("awards", selection.having(text="")))
    return tuple(tables.engine.column(f"SELECT DISTINCT a.recognition_level FROM {source} WHERE {where.text} ORDER BY 1", where.values))


@lru_cache(maxsize=64)
def cities(tables: Tables, selection: Selection, sort: str) -> tuple[str, ...]:
    """The places with an award that passes, of which a name or a document of theirs holds the search words: by pinyin, by their newest
    document, or by the most that one provision pays at a level (`-` downwards; what pays no sum comes last both ways).
    """
    column, is_down = sort.removeprefix("-"), sort.startswith("-")
    source, where = source_of(tables, Rows("awards", selection.having(text="")))
    words = conditions.in_documents_themselves(selection.text, "s.") if selection.text else Where()
    by = {"place": "city_id", "document": "newest"}.get(column, "most")
    sql = f"""SELECT city_id FROM (SELECT s.city_id, max(s.age) AS newest, max(p.payable) FILTER (a.recognition_level = ?) AS most, bool_or({words.text}) AS is_found
            FROM points p JOIN {source} ON p.award_id = a.award_id JOIN shelf s ON s.document_id = a.document_id WHERE {where.text} GROUP BY s.city_id)
        WHERE is_found ORDER BY {by} {"DESC" if is_down else "ASC"} NULLS LAST, city_id"""
    return tuple(tables.engine.column(sql, [column, *words.values, *where.values]))
