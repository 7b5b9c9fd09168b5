"""Named things found by any of their names: places, recognised titles, indicators and other codes, departments, documents.

Everything that a list offers or a page shows can be typed: Chinese in either script, English, pinyin and initials, former names, codes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from loaders import conditions, lookups, queries
from loaders.engine import Row
from loaders.snapshot import Tables
from model.codes import code_list
from model.folding import folded, pinyin
from model.search import code_names, office_names, place_names
from model.selection import Selection
from model.status import CURRENT

_ID = re.compile(r"[a-z][a-z0-9-]*\.[\w.-]+", re.ASCII)
NEAR = 3  # near names that are offered where nothing is found
_SHARED = 0.4  # of the pairs of characters of a near name, the share that stands in what was typed


@dataclass(frozen=True)
class Place:
    """A city of the snapshot that a search found, with the number of its documents."""

    city: Row
    documents: int


def rank(words: str, names: Iterable[str]) -> int | None:
    """How well one of the names answers to the words: 0 the same name, 1 one that begins with them, 2 one that holds them; None if none does."""
    wanted = squeezed(words)
    if not wanted and words.strip():  # mere marks
        return None
    held, is_short = _squeezed_names(tuple(names)), len(wanted) == 1 and wanted.isascii()
    tests = (wanted in held, any(name.startswith(wanted) for name in held), not is_short and any(wanted in name for name in held))
    return next((place for place, is_found in enumerate(tests) if is_found), None)


def places(tables: Tables, words: str, limit: int = 50) -> tuple[Place, ...]:
    """Cities of which a name, its pinyin, the division code or the province answers to the words, best first, then by pinyin; every city for no words."""
    counts = lookups.documents_by_city(tables, Selection(as_of=date.max))
    ranked = [(found, city["name_en"], city["city_id"], city) for city in queries.cities(tables).values() if (found := rank(words, place_names(city))) is not None]
    return tuple(Place(city, counts.get(city["city_id"], 0)) for *_, city in sorted(ranked, key=lambda item: item[:3])[:limit])


def codes_called(name: str, words: str, offered: Sequence[str] | None = None) -> tuple[str, ...]:
    """The codes of a list (only those offered, if given) of which a name answers to the words, best first, then in the order of the codebook."""
    held = list(code_list(name)) if offered is None else offered
    ranked = [(found, place, code) for place, code in enumerate(held) if (found := rank(words, code_names(name, code))) is not None]
    return tuple(code for _, _, code in sorted(ranked))


def documents_called(tables: Tables, words: str, day: date, limit: int = 20) -> tuple[str, ...]:
    """The documents in whose title, number, issuer or place every word stands: first those that may be read as valid on the day, then the newest."""
    where = conditions.in_documents_themselves(words)
    sql = f"SELECT document_id FROM shelf WHERE {where.text} ORDER BY {in_force_first('shelf.')}, age DESC, document_id LIMIT {int(limit)}"
    return tuple(tables.engine.column(sql, [*where.values, day, day])) if words.strip() else ()


def in_force_first(of: str) -> str:
    """What sorts rows of a document (named before `of`, with its dot) by its status on a day, which the two places take: in force, no repeal found, others."""
    ranks = " ".join(f"WHEN '{status}' THEN {place}" for place, status in enumerate(CURRENT))
    held = f"SELECT max(CASE status {ranks} ELSE {len(CURRENT)} END) FROM stretches t WHERE t.document_id = {of}document_id"
    return f"({held} AND (since IS NULL OR since <= ?) AND (until IS NULL OR until > ?))"


def clauses_called(tables: Tables, words: str, day: date, limit: int = 20) -> tuple[tuple[str, ...], int]:
    """The clauses in which every word stands (or whose id, or the id of one of whose figures, the words are), those of documents that may be read as valid on the day first, and how many there are in all."""
    where = conditions.in_measures(words)
    if not words.strip():
        return (), 0
    measure = lookups.measure_of(tables, words.strip()) if _ID.fullmatch(words.strip()) else ""
    if measure:  # the id of a clause, or of one of its figures, as exports carry it
        return (measure,), 1
    sql = f"""SELECT m.measure_id FROM measures m JOIN shelf s ON s.document_id = m.document_id WHERE m.measure_id IN (SELECT measure_id FROM search WHERE {where.text})
        ORDER BY {in_force_first("m.")}, s.age DESC, m.document_id, m.article_order LIMIT {int(limit)}"""
    total = int(tables.engine.column(f"SELECT count(*) FROM search WHERE {where.text}", where.values)[0])
    return tuple(tables.engine.column(sql, [*where.values, day, day])), total


@lru_cache(maxsize=2)
def offices(tables: Tables) -> dict[str, int]:
    """Every department that a clause names, with the number of clauses that name it."""
    sql = """SELECT name, count(*) FROM (SELECT unnest(list_distinct(list_concat(departments, lead_departments))) AS name FROM measures)
        GROUP BY name ORDER BY count(*) DESC, name"""
    return {str(name): int(count) for name, count in tables.engine.run(sql)[1]}


def offices_called(tables: Tables, words: str, limit: int = 10) -> tuple[str, ...]:
    """The departments of the clauses of which a name answers to the words, best first, then the one named most."""
    ranked = [(found, place, name) for place, name in enumerate(offices(tables)) if (found := rank(words, office_names(name))) is not None]
    return tuple(name for _, _, name in sorted(ranked)[:limit])


_LISTS = {"categories": "category", "designations": "designation", "beneficiaries": "beneficiary", "levels": "recognition_level", "instruments": "instrument",
          "indicators": "indicator", "places": "city_level", "statuses": "status"}


def options_called(tables: Tables, name: str, words: str, day: date) -> tuple[Any, ...]:
    """The values of a filter, of the own city, its peers or the documents side by side that answer to what was typed, best first.

    Only what may stand there: values of this snapshot for data, of the code lists for codes.
    """
    if name == "years":
        return tuple(year for year in queries.options(tables)["years"] if str(year) == squeezed(words))
    if name in _LISTS:
        return codes_called(_LISTS[name], words, queries.options(tables).get(name))
    if name == "provinces":
        held = ((rank(words, _province_names(city)), city["division_code"][:2]) for city in queries.cities(tables).values())
        return tuple(dict.fromkeys(code for found, code in sorted((found, code) for found, code in held if found is not None)))
    cities = tuple(place.city["city_id"] for place in places(tables, words)) if name in ("cities", "baseline", "peers") else ()
    return cities if name in ("cities", "peers") else cities + documents_called(tables, words, day)


def _province_names(city: Row) -> tuple[str, ...]:
    short = city["province_zh"].removesuffix("省").removesuffix("市")
    return city["province_zh"], short, city["province_en"], city["division_code"][:2], pinyin(city["province_zh"]), pinyin(short)


def near(words: str, names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Of (key, name) those whose name shares most pairs of characters with the words, at most three and only where it is a good part."""
    wanted = _pairs(squeezed(words))
    scored = [(-len(wanted & pairs) / len(pairs), place, key) for place, (key, name) in enumerate(names) if (pairs := _pairs(squeezed(name)))]
    return tuple(dict.fromkeys(key for score, _, key in sorted(scored) if -score >= _SHARED))[:NEAR]


def alone(tables: Tables, words: str) -> tuple[tuple[str, int], ...]:
    """Each word that was typed with the number of clauses in which it stands by itself."""
    counted = []
    for word in words.split():
        where = conditions.in_measures(word)
        counted.append((word, int(tables.engine.column(f"SELECT count(*) FROM search WHERE {where.text}", where.values)[0])))
    return tuple(counted)


def squeezed(words: str) -> str:
    """Folded words without any space, so that a name is the same however it is spaced."""
    return "".join(folded(words).split()).replace(",", "")


@lru_cache(maxsize=4096)
def _squeezed_names(names: tuple[str, ...]) -> frozenset[str]:
    """Names without spaces; pinyin and its initials stand in one name and count as two."""
    parts = {squeezed(name) for name in names} | {squeezed(part) for name in names if name.isascii() for part in name.split()}
    return frozenset(part for part in parts if part)


def _pairs(words: str) -> set[str]:
    return {words[at : at + 2] for at in range(len(words) - 1)}
