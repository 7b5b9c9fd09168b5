"""Verdicts on real pairs, worked out by hand, and the rule table's symmetry."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

import pytest

from loaders import queries
from loaders.snapshot import Tables
from model.codes import code_list
from model.comparability import Side, compare_awards, compare_targets, verdict
from model.selection import Selection
from tests.conftest import DAY


@pytest.fixture(scope="module")
def sides(tables: Tables) -> dict[str, Side]:
    documents = queries.documents(tables)
    everything = Selection(as_of=DAY)
    rows = [*queries.records(queries.awards(tables, everything)), *queries.records(queries.targets(tables, everything))]
    return {row.get("award_id") or row["target_id"]: Side(row, documents[row["document_id"]]) for row in rows}


CASES = [
    # 2,000,000 exact and one-off in 2018 (repealed) against at most 1,000,000 in 2023
    ("weihai-2018-107.2-4-2.a1", "weihai-2023-5.29.a1", "conditional", {"bound_differs", "frequency_unstated", "repealed"}),
    # a 1:1 match of provincial money is no sum
    ("weihai-2018-107.2-4-2.a3", "weihai-2023-5.29.a5", "not_comparable", {"form_differs", "frequency_unstated", "repealed"}),
    # a brand incubator is not the provincial incubator
    ("jinzhou-undated.20.a2", "weihai-2023-5.29.a5", "not_comparable", {"designation_broad", "frequency_unstated", "date_inferred"}),
    # national against provincial
    ("jinzhou-undated.20.a1", "jinzhou-undated.20.a2", "not_comparable", {"level_differs", "date_inferred"}),
    # brand incubator and brand makerspace: two titles
    ("weihai-2023-5.29.a5", "weihai-2023-5.29.a6", "not_comparable", {"designation_none", "beneficiary_kind"}),
    # national incubator and a loan that may be covered
    ("weihai-2023-5.29.a1", "weihai-2023-5.23.a1", "not_comparable", None),
]


@pytest.mark.parametrize(("a", "b", "code", "reasons"), CASES)
def test_by_hand(sides: dict[str, Side], a: str, b: str, code: str, reasons: set[str] | None) -> None:
    judged = compare_awards(sides[a], sides[b], DAY)
    assert judged.code == code
    if reasons is not None:
        assert {reason.code for reason in judged.reasons} == reasons


def test_targets_by_hand(sides: dict[str, Side]) -> None:
    rd = {key: side for key, side in sides.items() if side.row.get("indicator") == "rd_gdp_share"}
    weihai, jinzhou = (next(side for key, side in rd.items() if key.startswith(city)) for city in ("weihai", "jinzhou"))
    judged = compare_targets(weihai, jinzhou, DAY)
    assert judged.code == "conditional"
    assert {"target_year_differs", "date_inferred", "repealed"} <= {reason.code for reason in judged.reasons}


def pairs(sides: dict[str, Side], kind: str) -> Iterator[tuple[Side, Side]]:
    chosen = [side for side in sides.values() if kind in side.row]
    return combinations(chosen, 2)


def test_symmetric_over_all_pairs(sides: dict[str, Side]) -> None:
    for kind, compare in (("award_id", compare_awards), ("target_id", compare_targets)):
        for a, b in pairs(sides, kind):
            assert compare(a, b, DAY) == compare(b, a, DAY)


def test_a_row_compares_with_itself_unless_its_document_or_value_forbids(sides: dict[str, Side]) -> None:
    own = {"draft", "repealed", "expired", "not_yet", "status_unknown", "date_inferred", "value_unstated"}
    for side in sides.values():
        compare = compare_awards if "award_id" in side.row else compare_targets
        assert {reason.code for reason in compare(side, side, DAY).reasons} <= own


def test_nothing_compares_with_absence(sides: dict[str, Side]) -> None:
    side = next(iter(sides.values()))
    assert compare_awards(side, None, DAY) == compare_awards(None, side, DAY) == verdict(["value_absent"])


def test_every_reason_has_words_and_what_to_do_instead() -> None:
    for row in code_list("reason").values():
        assert row["severity"] in ("not_comparable", "conditional")
        assert all(row[name] for name in ("zh", "en", "instead_zh", "instead_en"))


DATES = {
    "is_draft": False, "effective_from": date(2020, 1, 1), "issued_on": None, "published_on": None, "policy_year": 2020, "repealed_on": None,
    "expires_on": None, "year_basis": "stated",
}


@pytest.mark.parametrize(("dates", "reason"), [
    ({"repealed_on": date(2023, 4, 7)}, "repealed"),
    ({"expires_on": date(2022, 12, 31)}, "expired"),
    ({"effective_from": date(2027, 1, 1)}, "not_yet"),
    ({"effective_from": None, "policy_year": None}, "status_unknown"),
    ({"expires_on": date(2030, 1, 1)}, None),
])
def test_of_the_ways_not_to_be_in_force_the_one_that_applies_is_named(sides: dict[str, Side], dates: dict[str, object], reason: str | None) -> None:
    row = sides["weihai-2023-5.29.a1"].row
    judged = compare_awards(Side(row, DATES | dates), Side(row, DATES), date(2026, 1, 1))
    assert {item.code for item in judged.reasons} == ({reason} if reason else set())


def test_a_scope_that_one_side_leaves_open_is_not_said_to_be_worded_differently(sides: dict[str, Side]) -> None:
    goal = next(side for side in sides.values() if "target_id" in side.row)
    one, other, none = (Side({**goal.row, "scope_zh": scope}, goal.document) for scope in ("全市", "市区", None))
    base = {reason.code for reason in compare_targets(one, one, DAY).reasons}
    assert {reason.code for reason in compare_targets(one, other, DAY).reasons} - base == {"scope_differs"}
    assert {reason.code for reason in compare_targets(one, none, DAY).reasons} - base == {"scope_unstated"}
