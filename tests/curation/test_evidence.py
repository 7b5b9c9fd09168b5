"""Every number of a row is compared with its own phrase; what a phrase cannot give has a reason."""

from collections.abc import Callable
from typing import Any

import pytest

from curation.check.fault import Fault
from curation.check.frames import rows_of_document
from curation.check.phrase import phrase_of
from curation.check.places import article_faults, text_faults
from curation.check.validate import validate
from model.codes import read_csv
from tests.curation.sample import TEXT, content, place

RATE = {"recognition_level": "none", "form": "rate", "sum_cny": "", "rate_basis": "contract_sum", "rate_pct": "5", "bound": "exact", **place("5%"),
        "ceiling_cny": "200000", "ceiling_per": "beneficiary", "ceiling_period": "year"}
CEILING = {"role": "award", "row_id": "sample-2026-1.1.a1", "column": "ceiling_cny", **place("20万元")}


def faults(change: Callable[[dict[str, Any]], Any]) -> list[Fault]:
    held = content()
    change(held)
    rows, found = rows_of_document(held, "sample-2026-1.yaml")
    rows["cities"] = [dict(row) for row in read_csv("cities")]
    return [*found, *validate(rows, {"sample-2026-1": "sample-2026-1.yaml"})]


def award(**columns: Any) -> Callable[[dict[str, Any]], Any]:
    return lambda held: held["measures"][0]["awards"][0].update(columns)


def target(**columns: Any) -> Callable[[dict[str, Any]], Any]:
    return lambda held: held["measures"][1]["targets"][0].update(columns)


def both(*changes: Callable[[dict[str, Any]], Any]) -> Callable[[dict[str, Any]], Any]:
    return lambda held: [change(held) for change in changes]


def test_the_sample_has_no_fault() -> None:
    assert faults(lambda held: None) == []


@pytest.mark.parametrize(("change", "field", "code"), [
    (award(sum_cny="9000000"), "sum_cny", "phrase_other_value"),
    (award(sum_cny="100"), "sum_cny", "phrase_other_value"),
    (award(phrase="100亿元"), "sum_cny", "phrase_other_value"),
    (award(phrase="100家"), "sum_cny", "phrase_other_kind"),
    (award(phrase="适当奖励"), "sum_cny", "phrase_no_figure"),
    (award(bound="exact"), "bound", "phrase_other_bound"),
    (award(bound="at_least"), "bound", "phrase_other_bound"),
    (award(prefix="给予不低于"), "bound", "phrase_other_bound"),
    (award(bound="range", sum_max_cny="2000000"), "sum_max_cny", "phrase_other_value"),
    (award(recognition_level="provincial"), "recognition_level", "level_not_named"),
    (award(level_or_above="true"), "level_or_above", "above_not_named"),
    (award(beneficiary_zh="省级以上孵化器", recognition_level="provincial"), "level_or_above", "above_named"),
    (award(ceiling_cny="100000", ceiling_per="beneficiary", ceiling_period="year"), "ceiling_cny", "no_phrase_of_column"),
    (award(end="90"), "end", "phrase_other_length"),
    (award(beyond_phrase=["by_reference"], note_zh="注", note_en="n"), "beyond_phrase", "reason_not_needed"),
    (award(beyond_phrase=["bound_elsewhere"]), "beyond_phrase", "reason_not_needed"),
    (award(beyond_phrase=["level_elsewhere"]), "beyond_phrase", "reason_not_needed"),
    (award(beyond_phrase=["other_elsewhere"]), "beyond_phrase", "reason_not_needed"),
    (target(value="120"), "value", "phrase_other_value"),
    (target(comparator="="), "comparator", "phrase_other_comparator"),
    (target(comparator="full_coverage", value="", unit="none"), "comparator", "phrase_other_comparator"),
    (target(unit="person"), "unit", "phrase_other_unit"),
    (target(target_year="2028"), "target_year", "year_not_named"),
    (target(period_start="2024"), "period_start", "year_not_named"),
    (target(horizon_years="3"), "horizon_years", "year_not_named"),
    (target(beyond_phrase=["year_elsewhere"]), "beyond_phrase", "reason_not_needed"),
    (lambda held: held["measures"][0].update(article="二"), "article", "article_not_of_id"),
    (both(award(**RATE), lambda held: held["figures"].append({**CEILING, "phrase": "30万元"})), "ceiling_cny", "phrase_other_value"),
    (award(**RATE, cap_pct="50", cap_basis="actual_cost"), "cap_pct", "no_phrase_of_column"),
    (award(**RATE, units_max="3"), "units_max", "no_phrase_of_column"),
    (both(award(**RATE, units_max="3"), lambda held: held["figures"].append({**CEILING, "column": "units_max"})), "units_max", "phrase_other_kind"),
    (award(**RATE, bracket_basis="contract_sum", bracket_from_cny="300000"), "bracket_from_cny", "no_phrase_of_limit"),
    (award(**RATE, slice_from_cny=["0", "300000"], slice_rate_pct=["5", "3"]), "slice_rate_pct", "no_phrase_of_limit"),
    (lambda held: held["figures"].append({"role": "condition", **place("100万元"), "prefix": "另一处"}), "phrase", "two_phrases_one_place"),
])
def test_each_departure_from_the_evidence_is_named(change: Callable[[dict[str, Any]], Any], field: str, code: str) -> None:
    found = [(item.field, item.code) for item in faults(change)]
    assert (field, code) in found


@pytest.mark.parametrize("change", [
    award(bound="exact", beyond_phrase=["bound_elsewhere"]),
    award(recognition_level="provincial", beyond_phrase=["level_elsewhere"]),
    award(sum_cny="300000", beyond_phrase=["reckoned"], note_zh="按三年平均计算。", note_en="Mean of three years."),
    award(recognition_level="none", form="match", sum_cny="", match_pct="100", match_basis="county_share", phrase="全额配套", bound="exact", start="33", end="37"),
    award(recognition_level="none", form="match", sum_cny="", match_pct="100", match_basis="county_share", phrase="不超过县级支持额", start="33", end="41",
          beyond_phrase=["by_reference"], note_zh="以县级支持额为准。", note_en="The county's share."),
    award(recognition_level="none", form="rate", sum_cny="", rate_pct="100", rate_basis="rent", phrase="租金全免", bound="exact", start="33", end="37"),
    award(recognition_level="none", form="rate", sum_cny="", rate_pct="2", rate_basis="equipment", prefix="补助比例再提高", phrase="2个百分点", suffix="。", bound="exact",
          start="33", end="38"),
    both(award(**RATE), lambda held: held["figures"].append(CEILING)),
    award(**RATE, beyond_phrase=["other_elsewhere"]),
    both(award(**RATE, bracket_basis="contract_sum", bracket_from_cny="200000"), lambda held: held["figures"].append(CEILING)),
    target(unit="person", beyond_phrase=["unit_elsewhere"]),
    target(comparator="=", beyond_phrase=["bound_elsewhere"]),
    target(target_year="2030", beyond_phrase=["year_elsewhere"]),
])
def test_what_a_phrase_cannot_give_has_a_reason(change: Callable[[dict[str, Any]], Any]) -> None:
    assert [item for item in faults(change) if "no_such" not in item.code] == []


def test_a_reason_needs_its_note_and_a_reference_means_the_whole() -> None:
    match = {"recognition_level": "none", "form": "match", "sum_cny": "", "match_basis": "county_share", "phrase": "不超过县级支持额", "start": "33", "end": "41", "beyond_phrase": ["by_reference"]}
    assert [item.code for item in faults(award(**match, match_pct="100"))] == ["phrase_no_figure"]
    assert [item.code for item in faults(award(**match, match_pct="80", note_zh="注", note_en="n"))] == ["phrase_no_figure"]


@pytest.mark.parametrize(("prefix", "phrase", "suffix", "value", "bound"), [
    ("给予最高", "50万元", "奖励。", 500_000, "at_most"), ("给予不超过", "1.5亿元", "支持", 150_000_000, "at_most"), ("提供不低于", "三十万元", "资助", 300_000, "at_least"),
    ("分别给予不超过500万元、", "300万元", "奖励。", 3_000_000, "at_most"), ("分别给予", "100", "万元、50万元奖励。", 1_000_000, "exact"),
    ("给予", "20万元", "以内的补助", 200_000, "at_most"), ("按费用的", "百分之五", "给予补贴", 5, "exact"), ("按省拨资金", "1:0.5", "配套", 50, "exact"),
    ("給予最高", "２０ 萬元", "獎勵。", 200_000, "at_most"), ("对", "100万元以上", "的项目", 1_000_000, "at_least"), ("每件", "3千元", "补助", 3_000, "exact"),
])
def test_a_phrase_is_read_with_its_context(prefix: str, phrase: str, suffix: str, value: int, bound: str) -> None:
    found = phrase_of({"prefix": prefix, "phrase": phrase, "suffix": suffix})
    assert [int(figure.value) for figure in found.figures] == [value] and found.bound == bound


@pytest.mark.parametrize(("measure", "article", "wrong"), [
    ("d.2-4-2", "二、(四)2", False), ("d.2-4-2", "二、(四)3", True), ("d.29", "29", False), ("d.29a", "29", False), ("d.29", "28", True),
    ("d.0-2", "二、发展目标", False), ("d.0-2", "三、发展目标", True), ("d.12", "第十二条", False), ("d.12", "第十一条", True), ("d.3-1", "三、(一)", False),
    ("d.4", "四", False), ("d.21", "二十一", False), ("d.annex", "附件", False), ("d.closing", "结尾", False), ("d.closing", "4", True), ("d.closing-3", "附则3", False), ("d.closing-3", "附则2", True), ("d.3-1-x1", "三、(一)", False), ("d.1-1", "一、(二)", True),
])
def test_an_article_has_the_number_of_its_measure(measure: str, article: str, wrong: bool) -> None:
    assert bool(list(article_faults({"measure_id": measure, "article": article}, "d.yaml"))) == wrong


def test_with_the_text_every_place_is_looked_up() -> None:
    assert list(text_faults(content(), TEXT, "a.yaml")) == []
    moved = content()
    moved["measures"][0]["awards"][0].update(start="40", end="46")
    assert {item.code for item in text_faults(moved, TEXT, "a.yaml")} == {"not_at_its_place"}
    other = content()
    other["measures"][1]["targets"][0], other["measures"][0]["awards"] = {**other["measures"][0]["awards"][0], "target_id": "x"}, []
    assert [item.code for item in text_faults(other, TEXT, "a.yaml")] == ["other_article"]
    assert list(text_faults(content(), "另一份文件。\n" * 40, "a.yaml"))


def test_a_ledger_entry_without_its_phrase_is_a_fault_and_no_crash() -> None:
    def change(held: dict[str, Any]) -> None:
        held["measures"][0]["awards"][0].update(RATE)
        held["figures"].append(CEILING | {"phrase": ""})

    found = {(fault.field, fault.code) for fault in faults(change)}
    assert any(field == "ceiling_cny" for field, _ in found)
