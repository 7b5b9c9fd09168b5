"""Figures as distributions and lists place them: every award and goal by numbers alone, beside the codes that filters ask for.

A strip is what may stand on one line of a distribution (title, level, kind of figure), a definition what goals must share. Awards and goals
name their strip or definition, their document and their kind of row (`model.kinds`) by number, and are sorted by them, so that a question about
a hundred thousand documents reads numbers of the strips that it shows and joins no text. Nothing is added up here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from model import money
from model.bills import BILLS, bills
from model.comparability import alike, alike_goal
from model.comparison import MONEY_MARKS
from model.kinds import Kind, kind_of

Row = dict[str, Any]
Rows = Mapping[str, list[Row]]
Strip = tuple[str, str, str]  # title (or beneficiary), level, kind of figure
Definition = tuple[str, str, str, str]  # indicator, unit, basis, level
STRIP, DEFINITION = ("title", "recognition_level", "kind"), ("indicator", "unit", "basis", "recognition_level")

# Table -> column -> type (the types of `model.fields`). Rows are sorted by their columns from left to right.
PLACED: dict[str, dict[str, str]] = {
    # One strip. `kind` is what may share an axis (payment, a unit it is paid per, rate, match, ...; empty without a figure), `category` the first
    # one of most awards of its title and level: where it was not read, nothing is known of a document without such an award.
    "strips": {"strip": "integer", "title": "text", "recognition_level": "text", "kind": "text", "category": "text"},
    # One award. `turn` is its place among the awards of its document, `row_kind` its kind of row, `alike` what it is directly comparable with,
    # `payable` the most that it can pay to one beneficiary in yuan (`model.money.payable_max`), `payable_mark` exact or ceiling; missing if not fixed.
    "points": {"strip": "integer", "number": "integer", "turn": "integer", "award_id": "text", "row_kind": "integer", "mark": "text", "low": "number",
               "high": "number", "alike": "integer", "payable": "number", "payable_mark": "text"},
    # One strip on which a document stands; one without a figure only where the document states none of that title and level. `is_first` of the
    # strips of one title and level, so that each document can be counted once.
    "stated": {"strip": "integer", "number": "integer", "is_first": "flag"},
    # One kind of beneficiary that a document supports; `is_fixed` if some award fixes the most that it pays to one.
    "paying": {"beneficiary": "text", "number": "integer", "is_fixed": "flag"},
    # One definition of goals, and one goal; `is_own` unless it only says another one of its document again.
    "definitions": {"definition": "integer", "indicator": "text", "unit": "text", "basis": "text", "recognition_level": "text"},
    "goals": {"definition": "integer", "number": "integer", "turn": "integer", "target_id": "text", "row_kind": "integer", "comparator": "text",
              "value": "number", "value_max": "number", "target_year": "integer", "alike": "integer", "is_own": "flag"},
    # One category that was looked for in a document, whatever was found.
    "reviewed": {"category": "text", "number": "integer"},
    **BILLS,
}


def point(award: Mapping[str, Any]) -> Row:
    """How a distribution places one award: title (or beneficiary), recognition_level, kind, mark, low, high, alike, payable, payable_mark."""
    low, high = money.span(award)
    mark = money.mark_of(award)
    payable, why = money.payable_max(award)
    kind = "" if mark == "unstated" else mark
    if mark in MONEY_MARKS:
        kind = f"per_{award['per']}" if award["frequency"] == "per_unit" and award["per"] else "payment"
    return {
        "title": award["designation"] or award["beneficiary"], "recognition_level": award["recognition_level"], "kind": kind, "mark": mark, "low": low,
        "high": high, "alike": alike(award), "payable": payable, "payable_mark": None if payable is None else "exact" if why == "exact" else "ceiling",
    }


def strip_of(award: Mapping[str, Any]) -> Strip:
    """The strip of an award."""
    placed = point(award)
    return placed["title"], placed["recognition_level"], placed["kind"]


def definition_of(target: Mapping[str, Any]) -> Definition:
    """The definition of a goal."""
    return target["indicator"], target["unit"], target["basis"], target["recognition_level"]


def strips(stood: Mapping[tuple[Strip, str], int]) -> list[Row]:
    """The rows of `strips`, from how many awards of each strip have which first category."""
    categories: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for ((title, level, _), category), count in stood.items():
        categories[title, level][category] += count
    most = {key: min(held, key=lambda category: (-held[category], category)) for key, held in categories.items()}
    return [
        {"strip": number, "title": title, "recognition_level": level, "kind": kind, "category": most[title, level]}
        for number, (title, level, kind) in enumerate(sorted({strip for strip, _ in stood}))
    ]


def numbers_of(rows: Iterable[Row], name: str, columns: tuple[str, ...]) -> dict[Any, int]:
    """The number (column `name`) of each strip or definition by its columns, from the rows of their table."""
    return {tuple(row[column] for column in columns): row[name] for row in rows}


def category_of(award: Mapping[str, Any]) -> str:
    """The first category of an award; empty for none."""
    return next(iter(award["categories"]), "")


def definitions(held: Iterable[Definition]) -> list[Row]:
    """The rows of `definitions`."""
    return [dict(zip(PLACED["definitions"], (number, *key), strict=True)) for number, key in enumerate(sorted(set(held)))]


def placed(rows: Rows, number_of: Mapping[str, int], kinds: Mapping[Kind, int], strip_number: Mapping[Strip, int],
           definition_number: Mapping[Definition, int]) -> dict[str, list[Row]]:
    """The rows of the tables that name documents by number, not yet in order; the numbers of documents, kinds of rows, strips and definitions are given."""
    categories = {row["measure_id"]: row["categories"] for row in rows["measures"]}
    held = [(point(row), row) for row in rows["awards"]]
    award_turn, target_turn = turns(rows["awards"], "award_id"), turns(rows["targets"], "target_id")
    stood = [((one["title"], one["recognition_level"], one["kind"]), number_of[row["document_id"]]) for one, row in held]
    return {
        "points": [
            {"strip": strip_number[one["title"], one["recognition_level"], one["kind"]], "number": number_of[row["document_id"]], "turn": award_turn[row["document_id"], row["award_id"]],
             "award_id": row["award_id"], "row_kind": kinds[kind_of("awards", row)]}
            | {name: one[name] for name in ("mark", "low", "high", "alike", "payable", "payable_mark")} for one, row in held
        ],
        "stated": _stated(stood, strip_number),
        "bills": bills(rows["awards"], number_of, award_turn),
        "paying": _paying((row, number_of[row["document_id"]], one["payable"] is not None) for one, row in held),
        "goals": [
            {"definition": definition_number[definition_of(row)], "number": number_of[row["document_id"]], "turn": target_turn[row["document_id"], row["target_id"]],
             "row_kind": kinds[kind_of("targets", {"categories": categories[row["measure_id"]], **row})], "alike": alike_goal(row), "is_own": row["restates"] is None}
            | {name: row[name] for name in ("target_id", "comparator", "value", "value_max", "target_year")} for row in rows["targets"]
        ],
        "reviewed": [{"category": row["category"], "number": number_of[row["document_id"]]} for row in rows["coverage"] if row["state"] != "not_reviewed"],
    }


def turns(rows: Iterable[Row], key: str) -> dict[tuple[str, str], int]:
    """The place of each row (document, id) among those of its document, as figures stand in the text."""
    by_document: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_document[row["document_id"]].append(row)
    as_written = (sorted(held, key=lambda row: (*((row[name] is None, row[name] or 0) for name in ("start", "end")), row[key])) for held in by_document.values())
    return {(row["document_id"], row[key]): turn for held in as_written for turn, row in enumerate(held)}


def _stated(stood: Iterable[tuple[Strip, int]], strip_number: Mapping[Strip, int]) -> list[Row]:
    kinds: dict[tuple[str, str, int], set[str]] = defaultdict(set)
    for (title, level, kind), number in stood:
        kinds[title, level, number].add(kind)
    found = []
    for (title, level, number), held in kinds.items():
        for place, kind in enumerate(sorted(held - {""} or held)):
            found.append({"strip": strip_number[title, level, kind], "number": number, "is_first": place == 0})
    return found


def _paying(awards: Iterable[tuple[Row, int, bool]]) -> list[Row]:
    found: dict[tuple[str, int], bool] = {}
    for row, number, is_fixed in awards:
        for beneficiary in (row["beneficiary"], *row["beneficiaries_also"]):
            found[beneficiary, number] = found.get((beneficiary, number), False) or is_fixed
    return [{"beneficiary": beneficiary, "number": number, "is_fixed": is_fixed} for (beneficiary, number), is_fixed in found.items()]
