"""The evaluator: worked examples from the documents, and properties that hold for every award."""

from hypothesis import given
from hypothesis import strategies as st

from loaders import queries
from model.codes import codes
from model.evaluate import Amount, add, cap, combine, either, evaluate, fill_up
from model.money import payable_max
from model.schema import TABLES

EMPTY = dict.fromkeys(TABLES["awards"].columns) | {"selection": "entitlement", "frequency": "unspecified", "bound": "exact"}

YUAN = st.integers(1, 10**10)
RATES = st.sampled_from([0.6, 1.0, 5.0, 12.5, 20.0, 40.0, 100.0])
BOUNDS = st.sampled_from(["exact", "at_most", "at_least"])
SELECTIONS = st.sampled_from(["entitlement", "competitive", "evaluated", "unstated"])
AMOUNTS = st.one_of(
    st.builds(lambda a, b: Amount(min(a, b), max(a, b)), YUAN, YUAN), st.builds(Amount, YUAN, st.none()),
    st.builds(Amount, st.none(), YUAN), st.just(Amount()),
)


def award(**values):
    return EMPTY | values


def ceiling(value, period="year"):
    return {"ceiling_cny": value, "ceiling_per": "beneficiary", "ceiling_period": period}


@st.composite
def shares(draw):
    form = draw(st.sampled_from(["rate", "match"]))
    limit = draw(st.none() | YUAN)
    columns = {"rate_pct": draw(RATES), "rate_basis": "cost"} if form == "rate" else {"match_pct": draw(RATES), "match_basis": "cost"}
    return award(form=form, bound=draw(BOUNDS), selection=draw(SELECTIONS), base_ceiling_cny=draw(st.none() | YUAN) if form == "rate" else None,
                 **columns, **(ceiling(limit) if limit else {}))


def test_twelve_upgrades_under_a_yearly_ceiling():
    outcome = evaluate(award(form="sum", sum_cny=100_000, frequency="per_unit", per_zh="家", **ceiling(1_000_000)), {}, 12)
    assert outcome.amount == Amount(1_000_000, 1_000_000)
    assert [step.code for step in outcome.steps] == ["per_unit", "ceiling_binds"]
    assert outcome.steps[0].values["result"] == 1_200_000


def test_at_most_five_percent_of_the_increment():
    row = award(form="rate", bound="at_most", rate_pct=5.0, rate_basis="rd_increment", **ceiling(1_000_000))
    assert evaluate(row, {"rd_increment": 3_000_000}).amount == Amount(0, 150_000)
    assert evaluate(row, {"rd_increment": 30_000_000}).amount == Amount(0, 1_000_000)


def test_a_small_rate_is_exact():
    row = award(form="rate", rate_pct=0.6, rate_basis="new_loan_balance")
    assert evaluate(row, {"new_loan_balance": 500}).amount == Amount(3, 3)
    assert evaluate(row, {"new_loan_balance": 500}).unknown == ("no_ceiling",)


def test_a_base_under_its_own_ceiling():
    row = award(form="rate", bound="at_most", rate_pct=1.0, rate_basis="loan_balance", base_ceiling_cny=30_000_000)
    assert evaluate(row, {"loan_balance": 50_000_000}).amount == Amount(0, 300_000)


def test_an_exact_sum_on_evaluation_may_be_nothing():
    assert evaluate(award(form="sum", sum_cny=50_000, selection="evaluated"), {}).amount == Amount(0, 50_000)


def test_a_step_on_the_way_to_a_listing_is_filled_up_and_not_added():
    assert fill_up(Amount(500_000, 500_000), Amount(3_000_000, 3_000_000)) == Amount(3_000_000, 3_000_000)


def test_what_is_no_payment_to_one_beneficiary_has_no_amount():
    for form, column in (("loan_ceiling", "loan_ceiling_cny"), ("insured_sum", "insured_sum_cny"), ("pool", "pool_cny"), ("tax_rate", "tax_rate_pct")):
        outcome = evaluate(award(form=form, **{column: 5_000_000}), {})
        assert not outcome.amount.is_known and outcome.unknown


@given(st.none() | YUAN, SELECTIONS)
def test_unstated_is_never_zero(limit, selection):
    amount = evaluate(award(form="unstated", bound="open", selection=selection, **(ceiling(limit) if limit else {})), {}).amount
    assert amount == Amount(None, limit)


@given(shares())
def test_an_unknown_base_is_never_zero(row):
    assert evaluate(row, {}) .amount == Amount()


@given(shares(), YUAN)
def test_never_above_a_ceiling(row, base):
    amount = evaluate(row, {"cost": base}).amount
    if row["ceiling_cny"] is not None:
        assert amount.high is not None and amount.high <= row["ceiling_cny"]
        assert amount.low is None or amount.low <= amount.high


@given(shares(), YUAN, YUAN)
def test_monotone_in_the_base(row, a, b):
    small, large = (evaluate(row, {"cost": base}).amount for base in sorted((a, b)))
    assert small.low <= large.low
    assert small.high is None if large.high is None else small.high <= large.high


@given(shares(), YUAN)
def test_at_most_is_a_range_from_zero(row, base):
    amount = evaluate(row | {"bound": "at_most"}, {"cost": base}).amount
    assert amount.low == 0 and amount.high is not None


@given(AMOUNTS, AMOUNTS)
def test_a_top_up_never_lowers(base, extra):
    total = add([base, extra])
    assert base.low is None or total.low >= base.low
    assert total.high is None or (base.high is not None and total.high >= base.high)


@given(AMOUNTS, AMOUNTS)
def test_filling_up_is_never_more_than_adding(received, standard):
    filled, added = fill_up(received, standard), add([received, standard])
    assert filled.high is None or filled.high <= added.high
    assert filled.low is None or filled.low <= added.low


@given(st.lists(AMOUNTS, max_size=4), YUAN)
def test_alternatives_and_ceilings_keep_their_order(amounts, limit):
    for amount in (either(amounts), cap(either(amounts), limit), add(amounts)):
        assert amount.low is None or amount.high is None or amount.low <= amount.high


@given(AMOUNTS, AMOUNTS, YUAN)
def test_a_shared_ceiling_holds_both_together(first, second, ceiling):
    assert combine("shares_ceiling", first, second, ceiling).high <= ceiling


@given(AMOUNTS, AMOUNTS)
def test_what_excludes_is_not_added(first, second):
    total = combine("excludes", first, second)
    assert total.high is None or total.high == max(first.high, second.high)
    assert combine("on_top_of", first, second) == add([first, second])


@given(base=st.integers(10**6, 10**13), units=st.integers(1, 10**4))
def test_no_award_of_the_documents_comes_to_more_than_it_can_pay(tables, base, units):
    bases = dict.fromkeys((*codes("rate_basis"), *codes("match_basis")), base)
    for row in queries.records(tables["awards"]):
        most, amount = payable_max(row)[0], evaluate(row, bases, units).amount
        if most is not None and amount.is_known:
            assert amount.high is not None and amount.high <= most, row["award_id"]


def voucher(**values):
    """A voucher that pays the first 5,000 in full and half of the rest, at most 50,000 a year."""
    return award(form="rate", bound="range", rate_pct=50.0, rate_max_pct=100.0, rate_basis="service_fee", slice_from_cny=["0", "5000"],
                 slice_rate_pct=["100", "50"], **ceiling(50_000), **values)


def test_a_voucher_in_slices():
    for fee, paid in ((4_000, 4_000), (5_000, 5_000), (5_001, 5_001), (25_000, 15_000), (95_000, 50_000), (200_000, 50_000)):
        assert evaluate(voucher(), {"service_fee": fee}).amount == Amount(paid, paid)
    steps = evaluate(voucher(), {"service_fee": 25_000}).steps
    assert [(step.values["base"], step.values["rate"], step.values["result"]) for step in steps if step.code == "share"] == [(5_000, 100.0, 5_000), (20_000, 50.0, 10_000)]
    assert evaluate(voucher(), {}).unknown == ("base_unknown",)


def test_a_limit_per_application_does_not_limit_the_year():
    row = voucher(also_ceiling_cny=30_000, also_ceiling_per="application", also_ceiling_period="once")
    assert evaluate(row, {"service_fee": 95_000}).amount == Amount(50_000, 50_000)
    assert payable_max(row) == (50_000, "ceiling")


@given(st.integers(0, 10**8), st.integers(0, 10**8))
def test_slices_rise_with_the_fee_and_never_pass_it(a, b):
    row = voucher() | {"ceiling_cny": None, "ceiling_per": None}
    low, high = (evaluate(row, {"service_fee": fee}).amount.high for fee in sorted((a, b)))
    assert low <= high <= max(a, b)


def test_a_bracket_takes_its_lower_end_and_leaves_its_upper_end():
    row = award(form="rate", rate_pct=6.0, rate_basis="equipment", bracket_basis="equipment", bracket_from_cny=1_000_000, bracket_below_cny=2_000_000)
    assert evaluate(row, {"equipment": 1_000_000}).amount == Amount(60_000, 60_000)
    assert evaluate(row, {"equipment": 2_000_000}).unknown == ("other_bracket",)
    assert evaluate(row, {"equipment": 999_999}).unknown == ("other_bracket",)
    other = row | {"bracket_basis": "cost"}
    assert evaluate(other, {"equipment": 1_500_000}).unknown == ("base_unknown",)
    assert evaluate(other, {"equipment": 1_500_000, "cost": 1_500_000}).amount == Amount(90_000, 90_000)


def test_a_sum_no_higher_than_half_of_the_cost():
    row = award(form="sum", sum_cny=500_000, cap_pct=50.0, cap_basis="construction")
    assert evaluate(row, {"construction": 800_000}).amount == Amount(400_000, 400_000)
    assert evaluate(row, {"construction": 2_000_000}).amount == Amount(500_000, 500_000)
    assert evaluate(row, {}).amount == Amount(500_000, 500_000)


def test_two_ceilings_bind_together():
    row = award(form="rate", rate_pct=5.0, rate_basis="investment_made", ceiling_cny=1_000_000, ceiling_per="project", ceiling_period="unstated",
                also_ceiling_cny=3_000_000, also_ceiling_per="beneficiary", also_ceiling_period="year")
    assert evaluate(row, {"investment_made": 10_000_000}).amount == Amount(500_000, 500_000)
    assert evaluate(row, {"investment_made": 90_000_000}).amount == Amount(1_000_000, 1_000_000)
    assert payable_max(row) == (3_000_000, "ceiling")
    assert payable_max(row | {"also_ceiling_cny": None, "also_ceiling_per": None}) == (None, "units_unknown")


def test_units_up_to_their_most():
    row = award(form="sum", sum_cny=5_000, frequency="per_unit", per="item", per_zh="展位", units_max=4)
    assert evaluate(row, {}, 3).amount == Amount(15_000, 15_000)
    assert evaluate(row, {}, 9).amount == Amount(20_000, 20_000)
    assert payable_max(row) == (20_000, "units_max")
    rent = award(form="sum", bound="at_most", sum_cny=20, frequency="per_unit", per="square_metre_month", per_zh="平方米·月", units_max=500)
    assert payable_max(rent) == (None, "units_unknown")


def test_equity_is_no_payment():
    row = award(form="sum", bound="at_most", sum_cny=30_000_000, instrument="fund")
    assert payable_max(row) == (None, "not_payment")
    assert evaluate(row, {}).unknown == ("not_payment",)


def test_a_part_is_not_added_to_its_total():
    assert combine("part_of", Amount(0, 20_000_000), Amount(0, 100_000_000)) == Amount(0, 100_000_000)
