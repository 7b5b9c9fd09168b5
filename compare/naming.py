"""Which clauses name a recognised title: whole names in Chinese, never a word within a longer name or a department."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model.codes import code_list, relations

_CLAUSE = ("title_zh", "summary_zh")
_AWARD = ("beneficiary_zh", "condition_zh")


def names(title: str) -> tuple[str, ...]:
    """Everything a title is called in Chinese: its label and aliases."""
    row = code_list("designation")[title]
    return tuple(name for name in (row["zh"], *row["aliases"].split(";")) if name)


def titles_in(words: str) -> frozenset[str]:
    """The titles that a text names; the longest name counts, so that a brand incubator is no plain incubator."""
    pattern, titles = _names()
    return frozenset(title for name in pattern.findall(words) for title in titles[name])


def naming(tables: Tables, titles: Iterable[str]) -> list[Row]:
    """The measures that name one of the titles in their heading, summary, condition or beneficiary, in reading order."""
    wanted = frozenset(titles)
    return [row for row in _clauses(tables) if wanted & _titles_of(tables)[row["measure_id"]]]


def spoken_of(tables: Tables, document_id: str, title: str) -> tuple[Row, ...]:
    """The measures whose heading or summary names a title for which their document states no support at all."""
    if _narrowed(title) & _supported(tables).get(document_id, set()):
        return ()
    return tuple(row for row in _clauses(tables) if row["document_id"] == document_id and title in titles_in(_text(row, _CLAUSE)))


def holding(tables: Tables, document_id: str, terms: Iterable[str]) -> tuple[Row, ...]:
    """The measures of a document whose heading or summary holds one of the terms."""
    wanted = tuple(terms)
    return tuple(row for row in _clauses(tables) if row["document_id"] == document_id and any(term in _text(row, _CLAUSE) for term in wanted))


@cache
def _narrowed(title: str) -> frozenset[str]:
    """The title and, for a word that only names several titles together, those titles."""
    if code_list("designation")[title]["kind"] != "umbrella":
        return frozenset({title})
    pairs = (pair for pair, row in relations("designation_relations").items() if title in pair and row["relation"] == "broad")
    return frozenset({title}).union(*pairs)


@cache
def _names() -> tuple[re.Pattern[str], dict[str, set[str]]]:
    titles: dict[str, set[str]] = {}
    for title in code_list("designation"):
        for name in names(title):
            titles.setdefault(name, set()).add(title)
    return re.compile("|".join(re.escape(name) for name in sorted(titles, key=len, reverse=True))), titles


@lru_cache(maxsize=2)
def _clauses(tables: Tables) -> tuple[Row, ...]:
    return tuple(sorted(queries.records(tables["measures"]), key=lambda row: (row["document_id"], row["article_order"])))


@lru_cache(maxsize=2)
def _titles_of(tables: Tables) -> dict[str, frozenset[str]]:
    """The titles that each measure names in its own words or in those of its awards."""
    found = {row["measure_id"]: titles_in(_text(row, _CLAUSE)) for row in _clauses(tables)}
    for award in queries.records(tables["awards"]):
        found[award["measure_id"]] |= titles_in(_text(award, _AWARD))
    return found


@lru_cache(maxsize=2)
def _supported(tables: Tables) -> dict[str, set[str]]:
    """The titles for which each document states some support, with a figure or without."""
    found: dict[str, set[str]] = {}
    for award in queries.records(tables["awards"]):
        found.setdefault(award["document_id"], set()).update(award["designations_also"], [award["designation"]] if award["designation"] else ())
    return found


def _text(row: Row, columns: Iterable[str]) -> str:
    return "\n".join(row[name] or "" for name in columns)
