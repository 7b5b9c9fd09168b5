"""The answers of plain pandas over whole tables, as they were worked out before: the oracle that `loaders` is tested against."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import pandas as pd

from loaders.snapshot import Tables
from model.codes import codes
from model.folding import terms
from model.search import document_label, search_text
from model.selection import Selection
from model.status import status_on
from model.titles import titles_in

Row = dict[str, Any]


def records(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame as mappings; lists stay lists, missing stays None."""
    names = list(frame.columns)  # read once: an index of words is slow to go through for every row
    columns = [frame[name].tolist() for name in names]  # by column: itertuples is ten times slower on objects
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def cities(tables: Tables) -> dict[str, Row]:
    """All cities by id."""
    return dict(_cities(tables))


def documents(tables: Tables) -> dict[str, Row]:
    """All documents by id, oldest first; a document without any date comes last within its year."""
    return dict(_documents(tables))


@lru_cache(maxsize=2)
def _cities(tables: Tables) -> dict[str, Row]:
    return {row["city_id"]: row for row in records(tables["cities"])}


@lru_cache(maxsize=2)
def _documents(tables: Tables) -> dict[str, Row]:
    """Kept for the snapshots in use, because every citation asks for its document."""
    levels = {row["city_id"]: row["level"] for row in records(tables["cities"])}
    rows = ({**row, "place_level": levels.get(row["city_id"])} for row in records(tables["documents"]))
    return {row["document_id"]: row for row in sorted(rows, key=_age)}


def selected_documents(tables: Tables, selection: Selection) -> dict[str, Row]:
    """The documents that pass the document filters (city, document, year, status on the as-of date), oldest first."""
    return {key: row for key, row in documents(tables).items() if not hidden_by(row, selection)}


def hidden_by(document: Row, selection: Selection) -> tuple[str, ...]:
    """The names of the document filters that exclude a document."""
    tests = (
        ("cities", document["city_id"] in selection.cities),
        ("documents", document["document_id"] in selection.documents),
        ("years", document["policy_year"] in selection.years),
        ("statuses", status_on(document, selection.as_of) in selection.statuses),
    )
    return tuple(name for name, passes in tests if getattr(selection, name) and not passes)


def awards(tables: Tables, selection: Selection) -> pd.DataFrame:
    """Awards that pass every filter, each with article, title and departments of its measure.

    A filter of titles or beneficiaries also takes the rows that name them side by side with others.
    """
    frame = _with_measure(tables, "awards")
    keep = _in_documents(frame, tables, selection)
    for column, also, chosen in (
        ("designation", "designations_also", selection.designations), ("beneficiary", "beneficiaries_also", selection.beneficiaries),
        ("recognition_level", "", selection.levels), ("instrument", "", selection.instruments),
    ):
        if chosen:
            keep &= frame[column].isin(chosen) | (_holds_one_of(frame[also], chosen) if also else False)
    return frame[keep & _holds_one_of(frame["categories"], selection.categories)].reset_index(drop=True)


def targets(tables: Tables, selection: Selection) -> pd.DataFrame:
    """Targets that pass the filters of document, category, indicator and level, with article and title of their measure."""
    frame = _with_measure(tables, "targets")
    keep = _in_documents(frame, tables, selection) & _holds_one_of(frame["categories"], selection.categories)
    if selection.indicators:
        keep &= frame["indicator"].isin(selection.indicators)
    if selection.levels:
        keep &= frame["recognition_level"].isin(selection.levels)
    return frame[keep].reset_index(drop=True)


def measures(tables: Tables, selection: Selection) -> pd.DataFrame:
    """Measures that pass every filter: those of documents, category, figures, search words, and, where a filter of
    awards or targets is set, those with at least one such row.
    """
    frame = tables["measures"]
    keep = _in_documents(frame, tables, selection) & _holds_one_of(frame["categories"], selection.categories)
    if selection.quantified:
        keep &= frame["is_quantified"].astype(bool)
    if selection.designations or selection.beneficiaries or selection.instruments or selection.levels:
        keep &= frame["measure_id"].isin(awards(tables, selection)["measure_id"])
    if selection.indicators:
        keep &= frame["measure_id"].isin(targets(tables, selection)["measure_id"])
    if selection.text:
        keep &= frame["measure_id"].isin(matching(tables, selection.text))
    return frame[keep].reset_index(drop=True)


def matching(tables: Tables, words: str) -> set[str]:
    """The measures in which every search word stands, in either script and with 劵 for 券."""
    labels = {row["document_id"]: document_label(row, cities(tables)[row["city_id"]]) for row in records(tables["documents"])}
    return {
        measure for measure, (document_id, content) in _search_texts(tables).items()
        if all(term in content or term in labels[document_id] for term in terms(words))
    }


def coverage(tables: Tables, selection: Selection) -> pd.DataFrame:
    """The state of each category in each chosen document."""
    frame = tables["coverage"]
    keep = _in_documents(frame, tables, selection)
    if selection.categories:
        keep &= frame["category"].isin(selection.categories)
    return frame[keep].reset_index(drop=True)


def figures(tables: Tables, document_id: str) -> pd.DataFrame:
    """The ledger of one document in the order of its text."""
    frame = tables["figures"]
    return frame[frame["document_id"] == document_id].reset_index(drop=True)


def alignments(tables: Tables, earlier: str, later: str) -> pd.DataFrame:
    """The curated links from one document to a later one; empty if the pair is not curated."""
    frame = tables["alignments"]
    return frame[(frame["from_document_id"] == earlier) & (frame["to_document_id"] == later)].reset_index(drop=True)


def options(tables: Tables) -> dict[str, tuple[Any, ...]]:
    """The values a filter can take in this snapshot: only what its rows hold, never narrowed by other filters."""
    held = {name: tables[name] for name in ("awards", "targets", "measures", "documents")}
    return {
        "cities": _values(held["documents"]["city_id"]),
        "documents": tuple(documents(tables)),
        "years": _values(held["documents"]["policy_year"]),
        "categories": _values(_flat(held["measures"]["categories"])),
        "designations": _values(held["awards"]["designation"]),
        "beneficiaries": _values(held["awards"]["beneficiary"]),
        "levels": _values([*held["awards"]["recognition_level"], *held["targets"]["recognition_level"]]),
        "instruments": _values(held["awards"]["instrument"]),
        "indicators": _values(held["targets"]["indicator"]),
        "provinces": tuple(sorted({code[:2] for code in tables["cities"]["division_code"]})), "places": tuple(sorted(set(tables["cities"]["level"]))),
    }


def vocabulary(tables: Tables) -> dict[str, tuple[Any, ...]]:
    """What a link may hold: the values of this snapshot for data, of the code lists for codes."""
    return options(tables) | {
        "categories": codes("category"), "designations": codes("designation"), "beneficiaries": codes("beneficiary"),
        "levels": codes("recognition_level"), "instruments": codes("instrument"), "indicators": codes("indicator"),
        "statuses": codes("status"),
    }


def _age(document: Row) -> tuple[str, str]:
    dated = document["issued_on"] or document["published_on"] or document["effective_from"]
    year = str(document["policy_year"] or "9999")
    return (dated.isoformat() if dated else f"{year}-12-32", document["document_id"])


@lru_cache(maxsize=4)
def _with_measure(tables: Tables, name: str) -> pd.DataFrame:
    """A table of figures joined with its measures, kept for the snapshots in use; `categories` are the row's own if it has any."""
    columns = ["measure_id", "article", "article_order", "title_zh", "title_en", "summary_zh", "summary_en",
               "lead_departments", "departments", "eligible_services"]
    own = "categories" in tables[name].columns
    frame = tables[name].merge(tables["measures"][columns if own else [*columns, "categories"]], on="measure_id", how="left")
    return frame.astype(object).where(frame.notna(), None)


def _in_documents(frame: pd.DataFrame, tables: Tables, selection: Selection) -> pd.Series:
    return frame["document_id"].isin(list(selected_documents(tables, selection)))


def _holds_one_of(column: pd.Series, chosen: tuple[str, ...]) -> pd.Series:
    if not chosen:
        return pd.Series(True, index=column.index)
    return column.map(lambda categories: any(category in chosen for category in categories)).astype(bool)


def _values(column: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted({value for value in column if value is not None}))


def _flat(column: Iterable[Iterable[Any]]) -> list[Any]:
    return [value for values in column for value in values]


_texts_of: dict[str, dict[str, tuple[str, str]]] = {}


def _search_texts(tables: Tables) -> dict[str, tuple[str, str]]:
    """The document of each measure and what search looks through, built once per snapshot."""
    if tables.snapshot not in _texts_of:
        _texts_of.clear()
        _texts_of[tables.snapshot] = _build_search_texts(tables)
    return _texts_of[tables.snapshot]


def _build_search_texts(tables: Tables) -> dict[str, tuple[str, str]]:
    held = {name: records(tables[name]) for name in ("awards", "targets")}
    return {
        row["measure_id"]: (row["document_id"], search_text(row, *([part for part in rows if part["measure_id"] == row["measure_id"]] for rows in held.values())))
        for row in records(tables["measures"])
    }


def clauses(tables: Tables) -> tuple[Row, ...]:
    return tuple(sorted(records(tables["measures"]), key=lambda row: (row["document_id"], row["article_order"])))


def read_for_titles(tables: Tables) -> frozenset[str]:
    return frozenset(row["document_id"] for row in clauses(tables) if row["designations_named"])


def naming(tables: Tables, titles: Iterable[str]) -> list[Row]:
    wanted, found = frozenset(titles), titles_of(tables)
    return [row for row in clauses(tables) if wanted & found[row["measure_id"]]]


@lru_cache(maxsize=4)
def titles_of(tables: Tables) -> dict[str, frozenset[str]]:
    def text(row: Row, columns: tuple[str, ...]) -> str:
        return "\n".join(row[name] or "" for name in columns)

    read = read_for_titles(tables)
    found = {row["measure_id"]: frozenset(row["designations_named"]) if row["document_id"] in read else titles_in(text(row, ("title_zh", "summary_zh")))
             for row in clauses(tables)}
    for award in records(tables["awards"]):
        if award["document_id"] not in read:
            found[award["measure_id"]] |= titles_in(text(award, ("beneficiary_zh", "condition_zh")))
    return found


def supported(tables: Tables) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for award in records(tables["awards"]):
        found.setdefault(award["document_id"], set()).update(award["designations_also"], [award["designation"]] if award["designation"] else ())
    return found


def variants(tables: Tables) -> dict[tuple[str, str, str], str]:
    found: dict[tuple[str, str, str], str] = {}
    for award in sorted(records(tables["awards"]), key=lambda row: row["award_id"]):
        found.setdefault((award["designation"] or award["beneficiary"], award["recognition_level"], award["variant_zh"]), award["award_id"])
    return found
