"""Which clauses name a recognised title: as registered by reading each clause, else by the editors' own words."""

from collections.abc import Iterable
from functools import cache, lru_cache

from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model.codes import code_list, relations
from model.titles import titles_in

_CLAUSE = ("title_zh", "summary_zh")
_AWARD = ("beneficiary_zh", "condition_zh")


def naming(tables: Tables, titles: Iterable[str]) -> list[Row]:
    """The measures that name one of the titles, in reading order."""
    wanted = frozenset(titles)
    return [row for row in _clauses(tables) if wanted & _titles_of(tables)[row["measure_id"]]]


def spoken_of(tables: Tables, document_id: str, title: str) -> tuple[Row, ...]:
    """The measures that name a title for which their document states no support at all."""
    if _narrowed(title) & _supported(tables).get(document_id, set()):
        return ()
    return tuple(row for row in _clauses(tables) if row["document_id"] == document_id and title in _titles_of(tables)[row["measure_id"]])


def supports_kind(tables: Tables, document_id: str, titles: Iterable[str]) -> bool:
    """Whether a document supports one of the titles that a word for several titles together stands for."""
    return any((_narrowed(title) - {title}) & _supported(tables).get(document_id, set()) for title in titles)


def holding(tables: Tables, document_id: str, terms: Iterable[str]) -> tuple[Row, ...]:
    """The measures of a document whose heading or summary holds one of the terms."""
    wanted = tuple(terms)
    return tuple(row for row in _clauses(tables) if row["document_id"] == document_id and any(term in _text(row, _CLAUSE) for term in wanted))


@lru_cache(maxsize=2)
def read_for_titles(tables: Tables) -> frozenset[str]:
    """The documents whose clauses were read for the titles that they name, so that silence about a title is a finding.

    A document of which no clause is registered to name any title was not read for them.
    """
    return frozenset(row["document_id"] for row in _clauses(tables) if row["designations_named"])


@cache
def _narrowed(title: str) -> frozenset[str]:
    """The title and, for a word that only names several titles together, those titles."""
    if code_list("designation")[title]["kind"] != "umbrella":
        return frozenset({title})
    pairs = (pair for pair, row in relations("designation_relations").items() if title in pair and row["relation"] == "broad")
    return frozenset({title}).union(*pairs)


@lru_cache(maxsize=2)
def _clauses(tables: Tables) -> tuple[Row, ...]:
    return tuple(sorted(queries.records(tables["measures"]), key=lambda row: (row["document_id"], row["article_order"])))


@lru_cache(maxsize=2)
def _titles_of(tables: Tables) -> dict[str, frozenset[str]]:
    """The titles that each measure names: those registered, else those in the editors' words for it and its awards."""
    read = read_for_titles(tables)
    found = {row["measure_id"]: frozenset(row["designations_named"]) if row["document_id"] in read else titles_in(_text(row, _CLAUSE)) for row in _clauses(tables)}
    for award in queries.records(tables["awards"]):
        if award["document_id"] not in read:
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
