"""Each rule finds its fault, names file, record and column, and no fault hides another."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curation.check.frames import rows_of_document
from curation.check.validate import validate
from model.codes import read_csv
from tests.curation.sample import content

Content = dict[str, Any]


def faults_of(held: Content) -> list[str]:
    """All faults as lines."""
    rows, faults = rows_of_document(held, "sample-2026-1.yaml")
    rows["cities"] = [dict(row) for row in read_csv("cities")]
    owners = {"sample-2026-1": "sample-2026-1.yaml", "other-1": "sample-2026-1.yaml"}
    return [str(fault) for fault in (*faults, *validate(rows, owners))]


def test_the_sample_has_no_fault() -> None:
    assert faults_of(content()) == []


def _award(**changes: str) -> Callable[[Content], None]:
    return lambda held: held["measures"][0]["awards"][0].update(changes)


def _target(**changes: str) -> Callable[[Content], None]:
    return lambda held: held["measures"][1]["targets"][0].update(changes)


def _document(**changes: str) -> Callable[[Content], None]:
    return lambda held: held["document"].update(changes)


def _rule(**changes: Any) -> Callable[[Content], None]:
    rule = {"rule_id": "sample-2026-1.1.r1", "rule_kind": "highest_only", "rule_scope": "same_item", "says_zh": "只取最高一项", "says_en": "Only the highest",
            "phrase": "从高", "start": "3", "end": "5"}
    return lambda held: held["measures"][0].update(rules=[{**rule, **changes}])


def test_a_rule_of_addition_has_no_fault() -> None:
    held = content()
    _rule(applies_to=["sample-2026-1.1.a1"])(held)
    assert faults_of(held) == []


def test_a_ceiling_takes_its_place_from_the_ledger() -> None:
    held = content()
    _award(form="rate", sum_cny="", rate_pct="5", rate_basis="contract_sum", ceiling_cny="300000", ceiling_per="beneficiary", ceiling_period="year")(held)
    _figure(phrase="30万元", start="90", end="94", prefix="不超过")(held)
    rows, faults = rows_of_document(held, "sample-2026-1.yaml")
    assert not faults
    award = rows["awards"][0]
    assert (award["ceiling_phrase"], award["ceiling_prefix"], award["ceiling_start"], award["ceiling_end"]) == ("30万元", "不超过", 90, 94)
    assert award.get("base_ceiling_phrase") is None


def _figure(**changes: str) -> Callable[[Content], None]:
    figure = {"phrase": "5%", "start": "76", "end": "78", "role": "award", "row_id": "sample-2026-1.1.a1", "column": "ceiling_cny"}
    return lambda held: held["figures"].append({**figure, **changes})


@pytest.mark.parametrize(
    ("change", "column", "words"),
    [
        (_award(form="rate", rate_pct="5", rate_basis="contract_sum"), "sum_cny", "does not go with form Rate (rate)"),
        (_award(sum_cny=""), "sum_cny", "needs it"),
        (_award(form="match", sum_cny="", match_pct="100"), "match_basis", "needs it"),
        (_award(ceiling_cny="100"), "ceiling_cny", "needs what it is per"),
        (_award(also_ceiling_cny="100"), "also_ceiling_cny", "needs what it is per"),
        (_award(ceiling_cny="100", ceiling_per="beneficiary", ceiling_period="year"), "ceiling_cny", "no place in the ledger"),
        (_award(cap_pct="50"), "cap_pct", "needs its base"),
        (_award(per="person"), "per", "without its unit"),
        (_award(valid_from="2019-05-01", valid_to="2019-04-30"), "valid_to", "before the first day"),
        (_award(slice_from_cny=["0", "5000"], slice_rate_pct=["100", "50"]), "slice_from_cny", "ladder"),
        (_award(form="rate", sum_cny="", bound="range", rate_pct="50", rate_max_pct="100", rate_basis="service_fee", slice_from_cny=["0", "5000"],
                slice_rate_pct=["100"]), "slice_from_cny", "ladder"),
        (_award(form="rate", sum_cny="", rate_pct="5", rate_basis="equipment", bracket_from_cny="500000"), "bracket_basis", "needs its base"),
        (_award(form="rate", sum_cny="", rate_pct="5", rate_basis="equipment", bracket_basis="equipment", bracket_from_cny="500", bracket_below_cny="500"),
         "bracket_below_cny", "not above the lower end"),
        (_document(covers_from="2021-12-31", covers_to="2019-01-01"), "covers_to", "before the first day"),
        (_rule(rule_kind="perhaps"), "rule_kind", "not a code"),
        (_rule(rule_id="r1"), "rule_id", "sample-2026-1.1.r"),
        (_rule(says_en=""), "says_en", "is empty"),
        (_rule(phrase=""), "phrase", "is empty"),
        (_rule(phrase="很" * 41), "phrase", "41"),
        (_rule(applies_to=["nobody"]), "applies_to", "nobody"),
        (_award(sum_cny="0"), "sum_cny", "not above zero"),
        (_award(sum_cny="-5"), "sum_cny", "not above zero"),
        (_award(bound="range"), "bound", "upper value"),
        (_award(bound="range", sum_max_cny="900000"), "sum_max_cny", "not above the lower end"),
        (_award(bound="open"), "bound", "Open (open) does not go with form Sum (sum)"),
        (_award(relation="on_top_of"), "relation", "do not go together"),
        (_award(relation="on_top_of", related_award_id="sample-2026-1.1.a1"), "related_award_id", "own row"),
        (_award(related_award_id="nobody", relation="on_top_of"), "related_award_id", "not in awards"),
        (_award(award_id="sample-2026-1.2.a1"), "award_id", "not made as ids are"),
        (_award(award_id="sample-2026-1.1.a<b>"), "award_id", "not made as ids are"),
        (_award(condition_zh="只写了中文"), "condition_en", "both languages"),
        (_award(phrase="字" * 41), "phrase", "41 characters"),
        (_award(start="70", end="60"), "end", "not behind start"),
        (_award(end="9000"), "end", "behind the end of the text"),
        (_award(unheard="x"), "unheard", "not a column"),
        (_target(value=""), "value", "is empty"),
        (_target(comparator="full_coverage"), "value", "does not go with comparator"),
        (_target(comparator="range"), "value_max", "comparator range"),
        (_target(comparator="range", value_max="10"), "value_max", "not above"),
        (_target(target_year="20277"), "target_year", "no year of a goal"),
        (_target(target_year="2020", period_start="2025"), "target_year", "before period_start"),
        (_target(target_year=""), "target_year_basis", "empty target year"),
        (_document(year_basis=""), "year_basis", "both or neither"),
        (_document(year_basis="inferred"), "year_note_zh", "needs its reason"),
        (_document(year_basis="inferred", year_note_zh="理由", year_note_en="reason"), "document_id", "inferred year"),
        (_document(source_url="javascript:alert(1)"), "source_url", "form it must have"),
        (_document(text_sha256="abc"), "text_sha256", "form it must have"),
        (_document(document_id="../evil"), "document_id", "form it must have"),
        (_document(document_id="other-1"), "document_id", "not the name of the file"),
        (_document(city_id="atlantis"), "city_id", "not in cities"),
        (_document(effective_from="2026-02-01", expires_on="2026-01-01"), "expires_on", "before effective_from"),
        (_figure(), "column", "Ceiling (ceiling_cny) of sample-2026-1.1.a1 is empty"),
        (_figure(row_id="nobody"), "row_id", "no award, target or measure"),
        (_figure(row_id=""), "row_id", "is empty"),
        (lambda held: held["coverage"].update(incubation="mentioned"), "state", "an award has a figure"),
        (lambda held: held["coverage"].update(ip="quantified"), "state", "no award or goal"),
        (lambda held: held["coverage"].pop("ip"), "ip", "is missing"),
        (lambda held: held["measures"].append(held["measures"][0]), "measure_id", "more than once"),
        (lambda held: held["measures"].append("words"), "measures", "no record"),
        (lambda held: held["measures"][0].update(awards="words"), "awards", "no record"),
        (lambda held: held.update(figures={"a": "b"}), "figures", "is not a list"),
        (lambda held: held.update(document="words"), "document", "is not a mapping"),
        (lambda held: held.update(coverage=["rnd"]), "coverage", "is not a mapping"),
        (lambda held: held.update(measurs=[]), "measurs", "is not a section"),
    ],
)
def test_each_fault_is_named(change: Callable[[Content], None], column: str, words: str) -> None:
    held = content()
    change(held)
    lines = faults_of(held)
    assert any(f": {column}: " in line and words in line for line in lines), lines


def test_all_faults_come_together() -> None:
    held = content()
    for change in (_award(sum_cny=""), _target(value=""), _document(source_url="ftp:x"), _figure(row_id="nobody")):
        change(held)
    held["coverage"].pop("ip")
    assert len(faults_of(held)) >= 5


def test_a_city_stands_under_its_code_of_the_standard() -> None:
    rows, _ = rows_of_document(content(), "sample-2026-1.yaml")
    good = {"city_id": "weihai", "name_zh": "威海市", "name_en": "Weihai", "province_zh": "山东省", "province_en": "Shandong", "division_code": "371000", "level": "prefecture"}
    for wrong in ({"division_code": "371001"}, {"name_zh": "威海"}, {"level": "county"}):
        rows["cities"] = [{**good, **wrong}]
        assert any(fault.field == "division_code" for fault in validate(rows, {}))
    rows["cities"] = [good]
    assert validate(rows, {"sample-2026-1": "sample-2026-1.yaml"}) == []


@settings(max_examples=150, deadline=None)
@given(st.recursive(st.one_of(st.none(), st.text(max_size=6)), lambda inner: st.one_of(
    st.lists(inner, max_size=3),
    st.dictionaries(st.sampled_from(["document", "measures", "figures", "coverage", "awards", "targets", "measure_id", "award_id", "form", "bound", "start", "role"]), inner, max_size=5),
), max_leaves=25))
def test_any_shape_gives_faults_and_never_an_exception(shape: Any) -> None:
    if isinstance(shape, dict):
        assert faults_of(shape)
