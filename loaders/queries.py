"""Every question that pages put to the tables by a Selection: a Selection in, a small frame out.

Frames come back with one row per award, target or measure, joined with what every page needs of its measure and
document, sorted by key. A missing value is None. `records` turns a frame into plain rows. Single rows by id are asked for
in `loaders.lookups`, titles in `loaders.titles`, long lists a page at a time in `loaders.paging`.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import pandas as pd

from loaders import conditions, known_documents
from loaders.engine import Row as Row
from loaders.engine import Where
from loaders.snapshot import Tables
from model.codes import codes
from model.folding import folded as folded
from model.selection import Selection

OF_MEASURE = "m.article, m.article_order, m.title_zh, m.title_en, m.summary_zh, m.summary_en, m.lead_departments, m.departments, m.eligible_services"


def records(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame as mappings; lists stay lists, missing stays None."""
    names = list(frame.columns)  # read once: an index of words is slow to go through for every row
    columns = [frame[name].tolist() for name in names]  # by column: itertuples is ten times slower on objects
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


@lru_cache(maxsize=2)
def cities(tables: Tables) -> Mapping[str, Row]:
    """All cities by id, in the order of their pinyin; read once for a snapshot, three thousand are not copied for each who asks."""
    return MappingProxyType({row["city_id"]: row for row in tables.engine.rows("SELECT * FROM cities ORDER BY name_en, city_id")})


def documents(tables: Tables) -> Mapping[str, Row]:
    """All documents by id, oldest first; a document without any date comes last within its year.

    A row is read when it is asked for. To go through all of them suits small snapshots only.
    """
    return known_documents.known(tables)


def selected_documents(tables: Tables, selection: Selection) -> dict[str, Row]:
    """The documents that pass the document filters (city, document, year, status on the as-of date), oldest first."""
    return known_documents.known(tables).fetch(selected_ids(tables, selection))


def selected_ids(tables: Tables, selection: Selection, offset: int = 0, limit: int | None = None) -> list[str]:
    """The ids of the documents that pass the document filters, oldest first: all, or `limit` of them from `offset`."""
    where = conditions.of_documents(selection)
    sql = f"SELECT document_id FROM shelf WHERE {where.text} ORDER BY age, document_id"
    return tables.engine.column(f"{sql} LIMIT ? OFFSET ?" if limit is not None else sql, [*where.values, *((limit, offset) if limit is not None else ())])


def awards(tables: Tables, selection: Selection) -> pd.DataFrame:
    """Awards that pass every filter, each with article, title and departments of its measure.

    A filter of titles or beneficiaries also takes the rows that name them side by side with others.
    """
    documents = conditions.in_documents(tables, selection)
    where = conditions.of_awards(selection, documents).both(documents("m.document_id"))
    return tables.engine.frame(f"SELECT a.*, {OF_MEASURE} {FROM['awards']} WHERE {where.text} ORDER BY a.award_id", where.values)


def targets(tables: Tables, selection: Selection) -> pd.DataFrame:
    """Targets that pass the filters of document, category, indicator and level, with article and title of their measure."""
    documents = conditions.in_documents(tables, selection)
    where = conditions.of_targets(selection, documents).both(documents("m.document_id"))
    return tables.engine.frame(f"SELECT a.*, {OF_MEASURE}, m.categories {FROM['targets']} WHERE {where.text} ORDER BY a.target_id", where.values)


# Every award and target has a measure: publishing refuses one without.
FROM = {name: f"FROM {name} a JOIN measures m ON m.measure_id = a.measure_id" for name in ("awards", "targets")}


def measures(tables: Tables, selection: Selection) -> pd.DataFrame:
    """Measures that pass every filter: those of documents, category, figures, search words, and, where a filter of
    awards or targets is set, those with at least one such row.
    """
    where = conditions.of_measures(selection, conditions.in_documents(tables, selection))
    return tables.engine.frame(f"SELECT * FROM measures WHERE {where.text} ORDER BY measure_id", where.values)


def matching(tables: Tables, words: str) -> set[str]:
    """The measures in which every search word stands, or which they mean by their document (`model.folding`)."""
    where = conditions.in_measures(words)
    return set(tables.engine.column(f"SELECT measure_id FROM search WHERE {where.text}", where.values))


def coverage(tables: Tables, selection: Selection) -> pd.DataFrame:
    """The state of each category in each chosen document."""
    where = conditions.in_documents(tables, selection)("document_id")
    if selection.categories:
        where.among("category", selection.categories)
    return tables.engine.frame(f"SELECT * FROM coverage WHERE {where.text} ORDER BY document_id, category", where.values)


def figures(tables: Tables, document_id: str) -> pd.DataFrame:
    """The ledger of one document in the order of its text."""
    return tables.engine.frame('SELECT * FROM figures WHERE document_id = ? ORDER BY start, "end", row_id NULLS FIRST', [document_id])


def alignments(tables: Tables, earlier: str, later: str) -> pd.DataFrame:
    """The curated links from one document to a later one; empty if the pair is not curated."""
    where = Where().add("from_document_id = ? AND to_document_id = ?", earlier, later)
    return tables.engine.frame(f"SELECT * FROM alignments WHERE {where.text} ORDER BY alignment_id", where.values)


def options(tables: Tables) -> dict[str, Any]:
    """The values a filter can take in this snapshot: only what its rows hold, never narrowed by other filters.

    Documents stand by age and are a sequence that reads what is asked of it; the others are small and sorted.
    """
    return dict(_options(tables))


@lru_cache(maxsize=2)
def _options(tables: Tables) -> dict[str, Any]:
    found: dict[str, list[Any]] = {name: [] for name in _OPTIONS}
    for row in tables.engine.rows("SELECT name, value FROM options ORDER BY name, value"):
        found[row["name"]].append(int(row["value"]) if row["name"] == "years" else row["value"])
    places = cities(tables).values()
    return {name: known_documents.ids(tables) if name == "documents" else tuple(held) for name, held in found.items()} | {
        "provinces": tuple(sorted({row["division_code"][:2] for row in places})), "places": tuple(sorted({row["level"] for row in places})),
    }


_OPTIONS = ("cities", "documents", "years", "categories", "designations", "beneficiaries", "levels", "instruments", "indicators")


def vocabulary(tables: Tables) -> dict[str, Any]:
    """What a link may hold: the values of this snapshot for data, of the code lists for codes."""
    return options(tables) | {
        "categories": codes("category"), "designations": codes("designation"), "beneficiaries": codes("beneficiary"),
        "levels": codes("recognition_level"), "instruments": codes("instrument"), "indicators": codes("indicator"),
        "statuses": codes("status"),
    }
