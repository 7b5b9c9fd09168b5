"""What is worked out once at publishing, so that no question reads a whole corpus: search texts, options, ages, titles.

Every prepared table lies beside the published ones in a snapshot and follows from their rows alone. None of them adds figures
up: an aggregate never spans form, bound, level, trigger, basis or title.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from model.kinds import COLUMNS, kind_row, kinds_of, numbered
from model.points import (
    DEFINITION,
    PLACED,
    STRIP,
    category_of,
    definition_of,
    definitions,
    numbers_of,
    placed,
    strip_of,
    strips,
)
from model.search import document_label, document_text, search_text
from model.status import steps
from model.titles import titles_in

Row = dict[str, Any]
Rows = Mapping[str, list[Row]]

# Table -> column -> type (the types of `model.fields`). Rows are sorted by their columns from left to right.
PREPARED: dict[str, dict[str, str]] = {
    # One measure and what search looks through.
    "search": {"document_id": "text", "measure_id": "text", "text": "text"},
    # One document as lists find it: `age` sorts oldest first, `is_read` says whether its clauses were read for the titles
    # that they name, `text` is what search looks through for the document itself, `label` the part of it that means the document
    # (place, year, number) and so finds each of its measures, `number` its place among all ids.
    "shelf": {
        "age": "text", "document_id": "text", "city_id": "text", "policy_year": "integer", "is_read": "flag", "text": "text", "label": "text", "number": "integer",
    },
    # One stretch of days in which a document has one status: from `since` up to but without `until`; open where missing. With what questions about all
    # documents look at: `is_dated` if its year is stated and not inferred, `is_reviewed` if any category was looked for in it.
    "stretches": {"document_id": "text", "since": "date", "until": "date", "status": "text", "number": "integer", "city_id": "text", "place_level": "text",
                  "is_dated": "flag", "is_reviewed": "flag"},
    # One recognised title that a measure names, as registered by reading it, else by the editors' own words.
    "named": {"document_id": "text", "article_order": "integer", "measure_id": "text", "designation": "text"},
    # One recognised title for which a document states some support; `is_own` if a row is the title's alone.
    "supported": {"document_id": "text", "designation": "text", "is_own": "flag"},
    # One variant of a title (or beneficiary) and level, and the first award that has it.
    "variants": {"title": "text", "recognition_level": "text", "variant_zh": "text", "award_id": "text"},
    # One kind of row (`model.kinds`), and one award, target or measure: its kind and the number of its document.
    "kinds": {"kind": "integer", **COLUMNS},
    "of_kind": {"kind": "integer", "number": "integer"},
    # One value that a filter can take.
    "options": {"name": "text", "value": "text"},
    **PLACED,
}

_NAMING_CLAUSE, _NAMING_AWARD = ("title_zh", "summary_zh"), ("beneficiary_zh", "condition_zh")


def prepared(rows: Rows) -> dict[str, list[Row]]:
    """The rows of every prepared table from those of the published ones, in the order in which they are written."""
    read, cities = _read(rows), {row["city_id"]: row for row in rows["cities"]}
    number_of = {document_id: number for number, document_id in enumerate(sorted(row["document_id"] for row in rows["documents"]))}
    reviewed = {row["document_id"] for row in rows["coverage"] if row["state"] != "not_reviewed"}
    held = kinds_of(rows)
    kind_number = numbered(kind for kind, _ in held)
    stood = Counter((strip_of(row), category_of(row)) for row in rows["awards"])
    lines, meant = strips(stood), definitions(map(definition_of, rows["targets"]))
    found = of_clauses(rows) | placed(rows, number_of, kind_number, numbers_of(lines, "strip", STRIP), numbers_of(meant, "definition", DEFINITION)) | {
        "shelf": [
            {"age": age(row), "document_id": row["document_id"], "city_id": row["city_id"], "policy_year": row["policy_year"],
             "is_read": row["document_id"] in read, "text": document_text(row, cities[row["city_id"]]),
             "label": document_label(row, cities[row["city_id"]]), "number": number_of[row["document_id"]]}
            for row in rows["documents"]
        ],
        "stretches": [
            {"document_id": row["document_id"], "since": since, "until": until, "status": status}
            | standing(row, cities[row["city_id"]], number_of[row["document_id"]], is_reviewed=row["document_id"] in reviewed)
            for row in rows["documents"] for since, until, status in steps(row)
        ],
        "variants": variants(rows["awards"]),
        "kinds": [kind_row(number, kind) for kind, number in kind_number.items()],
        "of_kind": [{"kind": kind_number[kind], "number": number_of[document_id]} for kind, document_id in held],
        "options": options(rows),
        "strips": lines,
        "definitions": meant,
    }
    return {name: in_order(name, found[name]) for name in PREPARED}


def standing(document: Row, city: Row, number: int, *, is_reviewed: bool) -> Row:
    """What a stretch of days holds of its document, whatever the days."""
    return {"number": number, "city_id": document["city_id"], "place_level": city["level"], "is_dated": document["year_basis"] != "inferred", "is_reviewed": is_reviewed}


def of_clauses(rows: Rows) -> dict[str, list[Row]]:
    """The prepared tables that follow from the clauses of one document alone, whatever other documents there are; not yet in order."""
    awards, targets = _by_measure(rows["awards"]), _by_measure(rows["targets"])
    return {
        "search": [
            {"document_id": row["document_id"], "measure_id": row["measure_id"],
             "text": search_text(row, awards.get(row["measure_id"], ()), targets.get(row["measure_id"], ()))} for row in rows["measures"]
        ],
        "named": _named(rows["measures"], awards, _read(rows)),
        "supported": _supported(rows["awards"]),
    }


def in_order(name: str, rows: Iterable[Row]) -> list[Row]:
    """The rows of a prepared table by their columns from left to right; a missing value comes first."""
    columns = tuple(PREPARED[name])
    return sorted(rows, key=lambda row: tuple((row[column] is not None, row[column] if row[column] is not None else "") for column in columns))


def _read(rows: Rows) -> set[str]:
    """The documents whose clauses were read for the titles that they name."""
    return {row["document_id"] for row in rows["measures"] if row["designations_named"]}


def age(document: Mapping[str, Any]) -> str:
    """What sorts documents oldest first; one without any date comes last within its year, one without a year last."""
    dated: date | None = document["issued_on"] or document["published_on"] or document["effective_from"]
    return dated.isoformat() if dated else f"{document['policy_year'] or 9999}-12-32"


def variants(awards: Iterable[Row]) -> list[Row]:
    """The first award of each variant of a title (or of a beneficiary without one) and level."""
    first: dict[tuple[str, str, str], str] = {}
    for row in awards:
        if row["variant_zh"]:
            key = (row["designation"] or row["beneficiary"], row["recognition_level"], row["variant_zh"])
            first[key] = min(first.get(key, row["award_id"]), row["award_id"])
    return [{"title": title, "recognition_level": level, "variant_zh": variant, "award_id": award_id} for (title, level, variant), award_id in first.items()]


def _named(measures: Iterable[Row], awards: Mapping[str, list[Row]], read: set[str]) -> list[Row]:
    found = []
    for row in measures:
        if row["document_id"] in read:
            titles = frozenset(row["designations_named"])
        else:
            titles = titles_in(_words(row, _NAMING_CLAUSE)).union(*(titles_in(_words(award, _NAMING_AWARD)) for award in awards.get(row["measure_id"], ())))
        found += [{"designation": title} | {name: row[name] for name in ("document_id", "article_order", "measure_id")} for title in titles]
    return found


def _supported(awards: Iterable[Row]) -> list[Row]:
    found: dict[tuple[str, str], bool] = {}
    for row in awards:
        if row["designation"]:
            found[row["designation"], row["document_id"]] = True
        for title in row["designations_also"]:
            found.setdefault((title, row["document_id"]), False)
    return [{"designation": title, "document_id": document_id, "is_own": own} for (title, document_id), own in found.items()]


def options(rows: Rows) -> list[Row]:
    """Every value that a filter can take: what documents, measures, awards and targets hold, and nothing else."""
    held = {
        "cities": (row["city_id"] for row in rows["documents"]),
        "years": (row["policy_year"] for row in rows["documents"]),
        "categories": (code for row in rows["measures"] for code in row["categories"]),
        "designations": (row["designation"] for row in rows["awards"]),
        "beneficiaries": (row["beneficiary"] for row in rows["awards"]),
        "levels": (row["recognition_level"] for name in ("awards", "targets") for row in rows[name]),
        "instruments": (row["instrument"] for row in rows["awards"]),
        "indicators": (row["indicator"] for row in rows["targets"]),
    }
    return [{"name": name, "value": str(value)} for name, values in held.items() for value in set(values) if value is not None]


def _by_measure(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["measure_id"], []).append(row)
    return found


def _words(row: Row, columns: Iterable[str]) -> str:
    return "\n".join(row[name] or "" for name in columns)

