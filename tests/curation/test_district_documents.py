"""The documents of the two districts: rules kept, every numeral with a unit in a row, and figures worked out by hand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from curation.check import curated
from curation.check.frames import city_rows, rows_of_document
from curation.check.ledger import unresolved
from curation.check.validate import validate
from curation.read.document_library import reading_of, text_path
from model.evaluate import Amount, evaluate
from model.money import payable_max
from model.paths import CURATED

FOUND = sorted([*CURATED.glob("lucheng-*.yaml"), *CURATED.glob("nansha-*.yaml")])
IDS = [path.stem for path in FOUND]


@pytest.fixture(scope="module")
def awards() -> dict[str, dict[str, Any]]:
    """All awards of the districts by id."""
    return {row["award_id"]: row for path in FOUND for row in rows_of_document(curated.read(path), path.name)[0]["awards"]}


def test_all_five_are_there() -> None:
    assert IDS == ["lucheng-industry", "lucheng-open-economy", "lucheng-services", "lucheng-talent", "nansha-2017-science"]


@pytest.mark.parametrize("path", FOUND, ids=IDS)
def test_no_fault(path: Path) -> None:
    rows, faults = rows_of_document(curated.read(path), path.name)
    rows["cities"] = city_rows()
    assert [str(item) for item in (*faults, *validate(rows, {path.stem: path.name}))] == []


@pytest.mark.parametrize("path", FOUND, ids=IDS)
def test_every_numeral_with_a_unit_has_a_row(path: Path) -> None:
    content = curated.read(path)
    held = text_path(content["document"]["text_sha256"])
    if held is None:
        pytest.skip("the documents' own texts are not beside this checkout")
    assert unresolved(content, reading_of(held).text) == []


def _own_words(value: Any, column: str = "") -> Iterator[str]:
    """Every text of a curated file that the editors wrote: all but the evidence."""
    if isinstance(value, dict):
        for name, held in value.items():
            yield from _own_words(held, name)
    elif isinstance(value, list):
        for held in value:
            yield from _own_words(held, column)
    elif column not in ("phrase", "prefix", "suffix", "text_sha256"):
        yield "".join(value.split())


@pytest.mark.parametrize("path", FOUND, ids=IDS)
def test_no_sentence_of_the_text_is_copied(path: Path) -> None:
    content = curated.read(path)
    held = text_path(content["document"]["text_sha256"])
    if held is None:
        pytest.skip("the documents' own texts are not beside this checkout")
    text = "".join(reading_of(held).text.split())
    copied = [words[place : place + 41] for words in _own_words(content) for place in range(len(words) - 40) if words[place : place + 41] in text]
    assert copied == []
    assert all(len(row["phrase"]) <= 40 for row in curated.evidence_rows(content))


@pytest.mark.parametrize("path", FOUND, ids=IDS)
def test_the_copy_is_named_as_one(path: Path) -> None:
    document = curated.read(path)["document"]
    assert document["source_kind"] == "third_party_copy"
    assert "不是官方发布" in document["caveat_zh"] and "not the official publication" in document["caveat_en"]


def test_the_voucher_computes(awards: dict[str, dict[str, Any]]) -> None:
    voucher = awards["lucheng-industry.4-5.a1"]
    for fee, paid in ((3_000, 3_000), (5_000, 5_000), (25_000, 15_000), (95_000, 50_000), (300_000, 50_000)):
        assert evaluate(voucher, {"service_fee": fee}).amount == Amount(paid, paid)
    assert payable_max(voucher) == (50_000, "ceiling")
    assert (voucher["ceiling_phrase"], voucher["also_ceiling_phrase"], voucher["also_ceiling_cny"]) == ("5万元", "3万元", 30_000)


def test_equipment_of_two_million_gets_seven_percent(awards: dict[str, dict[str, Any]]) -> None:
    results = [evaluate(awards[f"lucheng-industry.1-2.a{number}"], {"equipment": 2_000_000}) for number in (1, 2, 3, 4)]
    assert [result.amount for result in results] == [Amount(), Amount(), Amount(140_000, 140_000), Amount()]
    assert [result.unknown for result in results if not result.amount.is_known] == [("other_bracket",)] * 3


def test_a_patent_changes_its_sum_on_a_day(awards: dict[str, dict[str, Any]]) -> None:
    before, after = awards["lucheng-industry.1-8.a1"], awards["lucheng-industry.1-8.a4"]
    assert (before["sum_cny"], str(before["valid_to"])) == (10_000, "2019-04-30")
    assert (after["sum_cny"], str(after["valid_from"])) == (20_000, "2019-05-01")


def test_incubators_are_paid_per_firm_they_raise(awards: dict[str, dict[str, Any]]) -> None:
    row = awards["nansha-2017-science.4.a1"]
    assert (row["sum_cny"], row["per"], row["beneficiary"]) == (200_000, "firm", "other")
    assert evaluate(row, {}, 12).amount == Amount(2_400_000, 2_400_000)


def test_a_venture_fund_has_two_ceilings(awards: dict[str, dict[str, Any]]) -> None:
    row = awards["nansha-2017-science.23.a1"]
    assert evaluate(row, {"investment_made": 10_000_000}).amount == Amount(500_000, 500_000)
    assert evaluate(row, {"investment_made": 50_000_000}).amount == Amount(1_000_000, 1_000_000)
    assert payable_max(row) == (3_000_000, "ceiling")


def test_the_district_pays_for_titles_of_every_level(awards: dict[str, dict[str, Any]]) -> None:
    for number, level, yuan in ((1, "national", 500_000), (2, "provincial", 200_000), (3, "municipal", 100_000)):
        row = awards[f"lucheng-industry.2-1.a{number}"]
        assert (row["recognition_level"], row["sum_cny"], row["payers"]) == (level, yuan, ["county"])


def test_a_design_base_gets_no_more_than_half_of_its_cost(awards: dict[str, dict[str, Any]]) -> None:
    row = awards["lucheng-industry.4-3.a1"]
    assert evaluate(row, {"construction": 600_000}).amount == Amount(300_000, 300_000)
    assert evaluate(row, {"construction": 5_000_000}).amount == Amount(500_000, 500_000)


@pytest.mark.parametrize("path", sorted(CURATED.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_variant_says_more_than_the_level(path: Path) -> None:
    """A variant that only repeats the level would part one title's rows and keep documents from being compared."""
    rows = rows_of_document(curated.read(path), path.name)[0].get("awards", []) if path.stem != "corrections" else []
    assert [row["award_id"] for row in rows if row["designation"] and row["variant_zh"] in ("国家级", "省级", "市级", "区级", "县级")] == []
