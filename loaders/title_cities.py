"""Which places support a recognised title, so that they can be searched, sorted and paged by the tables."""

from functools import lru_cache

from loaders import conditions
from loaders.placed import Rows, held
from loaders.snapshot import Tables
from model.selection import Selection

SORTS = ("place", "document")  # and every level of recognition, by the most that one provision pays there


@lru_cache(maxsize=64)
def levels(tables: Tables, selection: Selection) -> tuple[str, ...]:
    """The levels at which an award that passes supports its title."""
    asked = held(Rows("awards", selection.having(text="")))
    sql = f"{asked.sql} SELECT DISTINCT recognition_level FROM strips WHERE strip IN (SELECT strip FROM held) ORDER BY 1"
    return tuple(tables.engine.column(sql, asked.values))


@lru_cache(maxsize=64)
def cities(tables: Tables, selection: Selection, sort: str) -> tuple[str, ...]:
    """The places with an award that passes, of which a name or a document of theirs holds the search words: by pinyin, by their newest
    document, or by the most that one provision pays at a level (`-` downwards; what pays no sum comes last both ways).
    """
    column, is_down = sort.removeprefix("-"), sort.startswith("-")
    asked = held(Rows("awards", selection.having(text="")))
    words = conditions.in_documents_themselves(selection.text) if selection.text else None
    found = f"bool_or(h.number IN (SELECT number FROM shelf WHERE {words.text}))" if words else "true"
    by = {"place": "city_id", "document": "newest"}.get(column, "most")
    sql = f"""{asked.sql} SELECT city_id FROM (SELECT h.city_id, max(d.age) AS newest, max(h.payable) FILTER (s.recognition_level = ?) AS most, {found} AS is_found
            FROM held h JOIN strips s ON s.strip = h.strip JOIN shelf d ON d.number = h.number GROUP BY h.city_id)
        WHERE is_found ORDER BY {by} {"DESC" if is_down else "ASC"} NULLS LAST, city_id"""
    return tuple(tables.engine.column(sql, [*asked.values, column, *(words.values if words else ())]))
