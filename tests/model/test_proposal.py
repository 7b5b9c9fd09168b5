"""Proposals of the link: what is a proposal, and the rows that come of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.proposal import (
    PROPOSAL,
    goal_item,
    is_proposal,
    item_words,
    proposed_awards,
    proposed_targets,
    proposed_vouchers,
    rate_item,
    sum_item,
)
from wording.say import say

ALLOWED = {"designations": ("tech_incubator",), "indicators": ("rd_gdp_share",), "levels": ("national", "none")}
SUM, GOAL, RATE = "tech_incubator.national.at_most.1500000", "rd_gdp_share.none.at_least.3_5.2028", "voucher.service_fee.exact.30.200000"
TITLE_ROW = {"designation": "tech_incubator", "beneficiary": "incubator"}
GOAL_ROW = {"indicator": "rd_gdp_share", "recognition_level": "none", "value": 3.0, "unit": "percent", "basis": "ratio", "restates": "x", "prefix": "达到"}
RATE_ROW = {"form": "rate", "rate_basis": "service_fee", "beneficiary": "enterprise"}


@pytest.mark.parametrize(("item", "right"), [
    (SUM, True), (GOAL, True), (RATE, True), ("voucher.service_fee.at_most.100", True), ("voucher.service_fee.exact.12_5", True),
    ("tech_incubator.national.at_most.0", False), ("tech_incubator.national.at_least.5", False), ("other.national.exact.5", False),
    ("tech_incubator.county.exact.5", False), ("rd_gdp_share.none.at_most.3.2028", False), ("rd_gdp_share.none.exact.3.5.2028", False),
    ("rd_gdp_share.none.exact.3.1901", False), ("voucher.service_fee.exact.101", False), ("voucher.service_fee.exact.100_99", False),
    ("voucher.service_fee.exact.0", False), ("voucher.nonsense.exact.30", False), ("voucher.service_fee.exact.30.0", False),
    ("voucher..exact.30", False), ("", False), ("voucher", False),
])
def test_what_is_a_proposal(item: str, right: bool) -> None:
    assert is_proposal(item, ALLOWED) is right


def test_each_kind_becomes_its_own_row() -> None:
    """1.5 million at most; 3.5 % or more by 2028; 30 % of the fee, at most 200,000 a year."""
    items = (SUM, GOAL, RATE)
    (award,), (goal,), (voucher,) = proposed_awards(items, [TITLE_ROW]), proposed_targets(items, [GOAL_ROW]), proposed_vouchers(items, [RATE_ROW])
    assert (award["form"], award["bound"], award["sum_cny"], award["beneficiary"]) == ("sum", "at_most", 1_500_000, "incubator")
    assert (goal["comparator"], goal["value"], goal["unit"], goal["target_year"], goal["restates"]) == (">=", 3.5, "percent", 2028, None)
    assert (voucher["rate_pct"], voucher["ceiling_cny"], voucher["ceiling_period"], voucher["trigger"]) == (30.0, 200_000, "year", "service_purchase")
    assert {row["document_id"] for row in (award, goal, voucher)} == {PROPOSAL}


def test_nothing_stands_where_it_does_not_belong() -> None:
    others = ({"designation": "key_laboratory", "beneficiary": "x"}, GOAL_ROW | {"indicator": "patents"}, RATE_ROW | {"rate_basis": "premium"})
    items = (SUM, GOAL, RATE)
    assert (proposed_awards(items, [others[0]]), proposed_targets(items, [others[1]]), proposed_vouchers(items, [others[2]])) == ([], [], [])


@given(st.integers(1, 10**9).map(lambda hundredths: hundredths / 100))
def test_a_figure_survives_the_link(value: float) -> None:
    (goal,) = proposed_targets([goal_item("rd_gdp_share", "none", "exact", value, 2030)], [GOAL_ROW])
    assert goal["value"] == value


@given(st.integers(1, 10**4).map(lambda hundredths: hundredths / 100), st.integers(0, 10**9), st.integers(1, 10**12))
def test_what_the_forms_write_the_link_takes(rate: float, ceiling: int, yuan: int) -> None:
    items = (rate_item("service_fee", "exact", rate, ceiling), sum_item("tech_incubator", "national", "at_most", yuan))
    assert all(is_proposal(item, ALLOWED) for item in items)
    (voucher,), (award,) = proposed_vouchers(items, [RATE_ROW]), proposed_awards(items, [TITLE_ROW])
    assert (voucher["rate_pct"], voucher["ceiling_cny"] or 0, award["sum_cny"]) == (rate, ceiling, yuan)


def test_proposals_are_listed_in_words() -> None:
    said = [say(item_words(item), "zh") for item in (SUM, GOAL, RATE)]
    assert said == ["科技企业孵化器 · 国家级：最高150万元", "研发经费投入占GDP比重：2028年3.5以上", "创新券：服务费用的30%，每年最高20万元"]
    assert say(item_words(SUM), "en") == "Technology business incubator, national: up to CNY 1.5 million"
