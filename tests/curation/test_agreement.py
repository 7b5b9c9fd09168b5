"""Agreement of two readings: figures are found by their place, values compared as a reader means them."""

import csv
import json
from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from curation.check import curated
from curation.check.agreement import Agreement, agreement, align, differing
from curation.check.frames import rows_of_document
from model.paths import CODEBOOK, CURATED, DOCS

READINGS = CODEBOOK / "agreement_by_document.csv"


def row(start: Any, phrase: str, **values: Any) -> dict[str, Any]:
    return {"start": start, "phrase": phrase, **values}


def test_one_place_is_one_figure_however_the_phrase_is_cut() -> None:
    pairs = align([row("10", "30万元"), row("40", "7%")], [row(12, "万元"), row(60, "9%")])
    assert [(a and a["phrase"], b and b["phrase"]) for a, b in pairs] == [("30万元", "万元"), ("7%", None), (None, "9%")]


def test_phrases_that_only_touch_are_two_figures() -> None:
    assert [None in pair for pair in align([row(10, "30")], [row(12, "万元")])] == [True, True]


def test_rows_of_one_place_go_to_the_likest() -> None:
    first = [row(5, "60%", ceiling_cny="9000"), row(5, "60%", ceiling_cny="14000")]
    second = [row(5, "60%", ceiling_cny=14000), row(5, "60%", ceiling_cny=8000)]
    assert [(a["ceiling_cny"], b["ceiling_cny"]) for a, b in align(first, second) if a and b] == [("9000", 8000), ("14000", 14000)]


def test_numbers_flags_and_lists_are_compared_by_what_they_mean() -> None:
    one = row(1, "3%", rate_pct="3", level_or_above="true", payers=["county", "municipal"], per=None, ceiling_cny="1000000")
    other = row(1, "3%", rate_pct=3.0, level_or_above=True, payers=["municipal", "county"], per="", ceiling_cny=1000000)
    assert differing(one, other) == []
    assert differing(one, {**other, "rate_pct": 30, "per": "item"}) == ["per", "rate_pct"]


def test_counts_by_hand() -> None:
    first = [row(1, "5万元", form="sum", sum_cny="50000", base_ceiling_cny="70"), row(20, "8%", form="rate"), row(40, "1:1", form="match")]
    second = [row(1, "5万元", form="sum", sum_cny=5000, note="in doubt"), row(20, "8%", form="rate"), row(80, "2%", form="rate")]
    assert agreement("d", "awards", align(first, second)) == [
        Agreement("d", "awards", "found", 2, 4),
        Agreement("d", "awards", "form", 2, 2),
        Agreement("d", "awards", "sum_cny", 0, 1),
        Agreement("d", "awards", "base_ceiling_cny", 0, 1),
    ]


def test_nothing_read_is_no_agreement() -> None:
    assert agreement("d", "awards", align([], [])) == []


ROWS = st.lists(st.builds(row, st.integers(0, 60), st.sampled_from(["3%", "50万元"]), form=st.sampled_from(["sum", "rate", ""]), units_max=st.integers(0, 3)))


@given(ROWS)
def test_a_reading_agrees_with_itself(rows: list[dict[str, Any]]) -> None:
    assert all(line.agreed == line.total for line in agreement("d", "awards", align(rows, rows)))


@given(ROWS, ROWS)
def test_no_row_is_lost_or_used_twice(first: list[dict[str, Any]], second: list[dict[str, Any]]) -> None:
    pairs = align(first, second)
    assert sorted(id(a) for a, _ in pairs if a is not None) == sorted(map(id, first))
    assert sorted(id(b) for _, b in pairs if b is not None) == sorted(map(id, second))


def test_the_page_on_the_second_reading_sums_the_list() -> None:
    agreed: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    with READINGS.open(encoding="utf-8", newline="") as lines:
        for line in (line for line in csv.DictReader(lines) if line["document_id"].startswith(("lucheng", "nansha"))):
            agreed[line["table"], line["field"]] += int(line["agreed"])
            total[line["table"], line["field"]] += int(line["total"])
    after = decided()
    written = [line for line in (DOCS / "second-reading.md").read_text(encoding="utf-8").splitlines() if line.startswith(("| awards ", "| targets ", "| rules "))]
    assert written == [f"| {table} | {field} | {agreed[table, field]} | {total[table, field]} | {after[table, field][0]} | {after[table, field][1]} |" for table, field in total]


# How the second readings wrote goals: other names of columns, and comparisons in words.
_NAMES = {"target_value": "value", "bound": "comparator", "target_basis": "basis"}
_SIGNS = {"at_least": ">=", "exact": "="}


def second_reading(document: str, table: str) -> list[dict[str, Any]]:
    """The rows of one table as the second reader of a document wrote them, in the columns of the first."""
    lines = (CURATED / "second" / f"{document}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if f"{row['kind']}s" == table]
    if table == "targets":
        rows = [{_NAMES.get(name, name): value for name, value in row.items()} for row in rows]
        return [{**row, "comparator": _SIGNS.get(row["comparator"], row["comparator"])} for row in rows]
    if table == "awards" and document == "lucheng-talent":
        return [{**row, "commitment": row.get("commitment") or "own"} for row in rows]
    return rows


def decided() -> dict[tuple[str, str], tuple[int, int]]:
    """How far the second readings agree with the published rows, after every difference was decided: (agreed, total) by table and field."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for path in sorted((CURATED / "second").glob("*.jsonl")):
        first = rows_of_document(curated.read(CURATED / f"{path.stem}.yaml"), path.stem)[0]
        for table in ("awards", "targets", "rules"):
            for line in agreement(path.stem, table, align(first[table], second_reading(path.stem, table))):
                agreed, total = found.get((table, line.field), (0, 0))
                found[table, line.field] = (agreed + line.agreed, total + line.total)
    return found
