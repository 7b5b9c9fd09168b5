"""Verdicts on real pairs, worked out by hand, and the rule table's symmetry."""

from collections.abc import Iterator
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
    ("weihai-2018-107.2-4-2.a1", "weihai-2023-5.29.a1", "conditional", {"bound_differs", "frequency_unstated", "not_in_force"}),
    # a 1:1 match of provincial money is no sum
    ("weihai-2018-107.2-4-2.a3", "weihai-2023-5.29.a5", "not_comparable", {"form_differs", "frequency_unstated", "not_in_force"}),
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
    assert {"target_year_differs", "date_inferred", "not_in_force"} <= {reason.code for reason in judged.reasons}


def pairs(sides: dict[str, Side], kind: str) -> Iterator[tuple[Side, Side]]:
    chosen = [side for side in sides.values() if kind in side.row]
    return combinations(chosen, 2)


def test_symmetric_over_all_pairs(sides: dict[str, Side]) -> None:
    for kind, compare in (("award_id", compare_awards), ("target_id", compare_targets)):
        for a, b in pairs(sides, kind):
            assert compare(a, b, DAY) == compare(b, a, DAY)


def test_a_row_compares_with_itself_unless_its_document_or_value_forbids(sides: dict[str, Side]) -> None:
    own = {"draft", "not_in_force", "date_inferred", "value_unstated"}
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
