"""Kinds of change as the columns show them."""

from hypothesis import given
from hypothesis import strategies as st

from model.change import detected, implausible, propose
from model.schema import TABLES

EMPTY = dict.fromkeys(TABLES["awards"].columns)


def award(**values):
    return EMPTY | {"award_id": "x", "form": "sum", "bound": "exact", "sum_cny": 2_000_000, "beneficiary": "incubator", "designation": "tech_incubator",
                    "recognition_level": "national", "trigger": "recognition", "selection": "entitlement"} | values


def test_exact_200_became_at_most_100():
    assert detected(award(), award(bound="at_most", sum_cny=1_000_000)) == ("exact_to_ceiling", "lowered")


def test_a_match_that_became_a_sum_is_neither_higher_nor_lower():
    match = award(form="match", sum_cny=None, match_pct=100, match_basis="provincial_grant")
    assert detected(match, award(sum_cny=100_000)) == ("match_to_sum",)


def test_figures_of_another_kind_are_not_called_higher():
    rate = award(form="rate", sum_cny=None, rate_pct=5, rate_basis="contract_sum")
    other = rate | {"rate_pct": 20, "rate_basis": "premium"}
    assert detected(rate, other) == ("unclear",)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_raised_and_lowered_mirror_each_other(a, b):
    forward, backward = detected(award(sum_cny=a), award(sum_cny=b)), detected(award(sum_cny=b), award(sum_cny=a))
    assert ("raised" in forward) == ("lowered" in backward)
    assert not {"raised", "lowered"} <= set(forward)
    assert implausible(forward, [award(sum_cny=a)], [award(sum_cny=b)]) == []


def test_two_pilots_may_lead_to_one_later_row_and_nothing_is_lost():
    before = [award(award_id="a", variant_zh="企业"), award(award_id="b", variant_zh="公益")]
    after = [award(award_id="c", trigger="evaluation"), award(award_id="d", designation="makerspace")]
    pairs = [([row["award_id"] for row in pair.before], [row["award_id"] for row in pair.after]) for pair in propose(before, after)]
    assert pairs == [(["a"], ["c"]), (["b"], ["c"]), ([], ["d"])]


def test_a_match_that_became_a_ceiling_is_not_said_to_be_a_fixed_sum():
    match = award(form="match", sum_cny=None, match_pct=100, match_basis="provincial_grant")
    ceiling = award(bound="at_most", sum_cny=100_000)
    assert detected(match, ceiling) == ("match_to_ceiling",)
    assert implausible(("match_to_sum",), [match], [ceiling]) == [("kind_not_figures", ("match_to_sum",)), ("kind_unsaid", ("match_to_ceiling",))]
