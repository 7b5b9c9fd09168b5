"""What an award would come to in a stated case: one small evaluator over forms and relations.

An award is one row of the table `awards` as a mapping. Yuan are integers and fractions of a yuan are rounded to the
nearest; a case is one application within one year. What the document does not state stays unknown and is never zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from model.money import NOT_PAYMENTS, is_equity

Award = Mapping[str, Any]

# Recipients are chosen, so that meeting the conditions does not yet mean to be paid.
UNCERTAIN = ("competitive", "evaluated")


@dataclass(frozen=True)
class Amount:
    """The least and the most that is paid, in yuan. None is an end that the document leaves open, never zero."""

    low: int | None = None
    high: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether any end is known."""
        return self.low is not None or self.high is not None


@dataclass(frozen=True)
class Step:
    """One step of the arithmetic: a code that the texts put into words, and its numbers."""

    code: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What one award comes to, how it was computed, and why its amount or an end of it is not known.

    `unknown` holds codes: base_unknown, units_unknown, other_bracket, no_ceiling, programme, not_payment, unstated.
    """

    amount: Amount
    steps: tuple[Step, ...] = ()
    unknown: tuple[str, ...] = ()


def evaluate(award: Award, bases: Mapping[str, int], units: int | None = None) -> Outcome:
    """The outcome of one award in a case.

    `bases` gives the sums in yuan that rates and matches refer to, by code of `rate_basis` or `match_basis`; `units`
    how many units a sum per unit is paid for.
    """
    form = award["form"]
    if form in NOT_PAYMENTS or is_equity(award):
        return Outcome(Amount(), unknown=("not_payment",))
    if form == "pool":
        return Outcome(Amount(), unknown=("programme",))
    if form == "unstated":
        return Outcome(Amount(None, award["ceiling_cny"]), unknown=("unstated",))
    raw = _sum(award, units) if form == "sum" else _share(award, bases)
    return _uncertain(award, _capped(award, _limited(award, raw, bases))) if raw.amount.is_known else raw


def _sum(award: Award, units: int | None) -> Outcome:
    one = _bounded(award, award["sum_cny"], award["sum_max_cny"])
    is_per_unit = award["frequency"] == "per_unit" and bool(award["per_zh"])
    if not is_per_unit:
        return Outcome(one, (Step(f"sum_{award['bound']}", {"low": one.low, "high": one.high}),))
    if units is None:
        return Outcome(Amount(), unknown=("units_unknown",))
    units = min(units, award.get("units_max") or units)
    total = Amount(None if one.low is None else one.low * units, None if one.high is None else one.high * units)
    return Outcome(total, (Step("per_unit", {"units": units, "sum": award["sum_max_cny"] or award["sum_cny"], "result": _end(total)}),))


def _share(award: Award, bases: Mapping[str, int]) -> Outcome:
    """A rate of a base or a match of other money."""
    basis = award["rate_basis"] if award["form"] == "rate" else award["match_basis"]
    if basis not in bases:
        return Outcome(Amount(), unknown=("base_unknown",))
    if award.get("bracket_basis") and not _in_bracket(award, bases):
        return Outcome(Amount(), unknown=("other_bracket" if award["bracket_basis"] in bases else "base_unknown",))
    base, steps = bases[basis], []
    if award.get("slice_from_cny"):
        return _sliced(award, base, basis)
    limit = award["base_ceiling_cny"]
    if limit is not None and base > limit:
        steps.append(Step("base_ceiling", {"base": base, "limit": limit}))
        base = limit
    rates = [rate for rate in (award["rate_pct"], award["rate_max_pct"], award["match_pct"]) if rate is not None]
    results = [share(base, rate) for rate in rates]
    steps += [Step("share", {"basis": basis, "form": award["form"], "base": base, "rate": rate, "result": result}) for rate, result in zip(rates, results, strict=True)]
    amount = _bounded(award, results[0], results[-1])
    return Outcome(amount, (*steps, Step(f"rate_{award['bound']}", {"low": amount.low, "high": amount.high})))


def _in_bracket(award: Award, bases: Mapping[str, int]) -> bool:
    """Whether the sum that decides is known and lies in the bracket of the row: from its lower end on, below its upper end."""
    size, below = bases.get(award["bracket_basis"]), award["bracket_below_cny"]
    return size is not None and size >= (award["bracket_from_cny"] or 0) and (below is None or size < below)


def _sliced(award: Award, base: int, basis: str) -> Outcome:
    """Each slice of the base at its own rate: 100 % of the first 5,000 and 50 % of the rest."""
    starts = [int(start) for start in award["slice_from_cny"]]
    parts, steps = [], []
    for start, end, rate in zip(starts, [*starts[1:], base], award["slice_rate_pct"], strict=True):
        held = max(0, min(base, end) - start)
        parts.append(Fraction(held) * Fraction(rate) / 100)
        if held:
            steps.append(Step("share", {"basis": basis, "form": award["form"], "base": held, "rate": float(rate), "result": int(parts[-1] + Fraction(1, 2))}))
    total = int(sum(parts) + Fraction(1, 2))
    return Outcome(Amount(total, total), tuple(steps))


def share(base: int, rate_pct: float) -> int:
    """A percentage of a sum, rounded to the nearest yuan (halves up)."""
    return int(Fraction(base) * Fraction(str(rate_pct)) / 100 + Fraction(1, 2))


def _bounded(award: Award, value: int, upper: int | None) -> Amount:
    bound = award["bound"]
    if bound == "at_least":
        return Amount(value, None)
    if bound == "range":
        return Amount(value, upper)
    return Amount(0 if bound == "at_most" else value, value)


def _limited(award: Award, raw: Outcome, bases: Mapping[str, int]) -> Outcome:
    """No more than a share of a cost, where the row says so and the cost is known."""
    cost = bases.get(award.get("cap_basis") or "")
    if cost is None:
        return raw
    limit = share(cost, award["cap_pct"])
    return Outcome(cap(raw.amount, limit), (*raw.steps, Step("cap", {"limit": limit})), raw.unknown)


def _capped(award: Award, raw: Outcome) -> Outcome:
    ceilings = [
        (award[f"{name}_cny"], award[f"{name}_period"]) for name in ("ceiling", "also_ceiling")
        if award.get(f"{name}_cny") is not None and award[f"{name}_per"] not in ("programme", "application")
    ]
    if not ceilings:
        open_end = raw.amount.high is None or award["form"] in ("rate", "match")
        return Outcome(raw.amount, raw.steps, (*raw.unknown, "no_ceiling") if open_end else raw.unknown)
    for ceiling, period in ceilings:
        code = "ceiling_binds" if raw.amount.high is None or raw.amount.high > ceiling else "ceiling_free"
        step = Step(code, {"limit": ceiling, "period": period, "result": _end(raw.amount)})
        raw = Outcome(cap(raw.amount, ceiling), (*raw.steps, step), raw.unknown)
    return raw


def _uncertain(award: Award, outcome: Outcome) -> Outcome:
    """Where recipients are chosen or judged, nothing may be paid: the least is zero because the document says so."""
    if award["selection"] not in UNCERTAIN:
        return outcome
    step = Step("chosen", {"selection": award["selection"]})
    return Outcome(Amount(0, outcome.amount.high), (*outcome.steps, step), outcome.unknown)


def _end(amount: Amount) -> int | None:
    return amount.high if amount.high is not None else amount.low


def cap(amount: Amount, ceiling: int) -> Amount:
    """An amount under a ceiling; a ceiling closes an open upper end."""
    low = None if amount.low is None else min(amount.low, ceiling)
    return Amount(low, ceiling if amount.high is None else min(amount.high, ceiling))


def add(amounts: Sequence[Amount]) -> Amount:
    """Several amounts paid together (also `on_top_of`). A part with an open upper end leaves the sum open."""
    lows = [amount.low for amount in amounts if amount.low is not None]
    highs = [amount.high for amount in amounts]
    is_open = not highs or any(high is None for high in highs)
    return Amount(sum(lows) if lows else None, None if is_open else sum(high for high in highs if high is not None))


def fill_up(received: Amount, standard: Amount) -> Amount:
    """`fills_up_to`: what was received is later filled up to a higher standard, so the two are not added."""
    lows = [low for low in (received.low, standard.low) if low is not None]
    highs = (received.high, standard.high)
    return Amount(max(lows) if lows else None, None if None in highs else max(high for high in highs if high is not None))


def either(amounts: Sequence[Amount]) -> Amount:
    """Alternatives (variants, `excludes`): from the least to the most that one of them comes to."""
    lows, highs = [amount.low for amount in amounts], [amount.high for amount in amounts]
    low = None if not lows or None in lows else min(value for value in lows if value is not None)
    return Amount(low, None if not highs or None in highs else max(value for value in highs if value is not None))


def combine(relation: str, amount: Amount, other: Amount, ceiling: int | None = None) -> Amount:
    """An amount together with the one its row points at, by code of the list `relation`; `ceiling` is a shared one."""
    if relation == "fills_up_to":
        return fill_up(amount, other)
    if relation == "part_of":
        return other
    if relation == "excludes":
        return either([amount, other])
    total = add([amount, other])
    return cap(total, ceiling) if relation == "shares_ceiling" and ceiling is not None else total
