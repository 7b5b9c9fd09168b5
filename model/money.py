"""What an award's figure is worth in numbers. One place decides how each form is read.

An award is one row of the table `awards` as a mapping (column -> value or None). Yuan are integers.
"""

from collections.abc import Mapping
from typing import Any

from model.schema import FORM_RULES

Award = Mapping[str, Any]

WAN = 10_000
YI = 100_000_000
MILLION = 1_000_000

NOT_PAYMENTS = ("loan_ceiling", "covered_balance", "insured_sum", "tax_rate", "income_share")
_BOUND_MARKS = {"exact": "exact", "at_most": "ceiling", "at_least": "floor", "range": "range"}
_PERCENT_FORMS = ("rate", "match", "tax_rate", "income_share")


def is_equity(award: Award) -> bool:
    """A sum that a fund puts into shares: it has to be paid back and is no payment."""
    return award["form"] == "sum" and award.get("instrument") == "fund"


def mark_of(award: Award) -> str:
    """The code of the list `mark` under which a cell shows the award."""
    form = award["form"]
    if form in NOT_PAYMENTS or is_equity(award):
        return "not_payment"
    if form == "sum":
        return _BOUND_MARKS[award["bound"]]
    return str(form)


def unit_of(award: Award) -> str:
    """The base unit of the main figure, cny or percent; empty for a row without one."""
    if award["form"] == "unstated":
        return ""
    return "percent" if award["form"] in _PERCENT_FORMS else "cny"


def span(award: Award) -> tuple[float | None, float | None]:
    """Lower and upper end of the main figure in its base unit; an open end is None, never zero."""
    rule = FORM_RULES[award["form"]]
    main = award[rule.main] if rule.main else None
    upper = award[rule.upper] if rule.upper else None
    return {"exact": (main, main), "at_most": (None, main), "at_least": (main, None), "range": (main, upper)}.get(award["bound"], (None, None))


def payable_max(award: Award) -> tuple[int | None, str]:
    """The most one beneficiary can get in yuan, and the code of the list `payable_reason` that says why.

    None means that the document does not fix it, never zero. Loans, cover, tax rates and shares are no payments.
    """
    form = award["form"]
    ceilings = [(award[f"{name}_per"], int(award[f"{name}_cny"])) for name in ("ceiling", "also_ceiling") if award.get(f"{name}_cny") is not None]
    if form in NOT_PAYMENTS or is_equity(award):
        return None, "not_payment"
    whole = [ceiling for per, ceiling in ceilings if per not in ("programme", "item", "project", "application")]
    if whole:
        return min(whole), "ceiling"
    if form == "pool" or any(per == "programme" for per, _ in ceilings):
        return None, "programme"
    if ceilings:
        return None, "units_unknown"
    return {"sum": _payable_sum, "rate": _payable_rate}.get(form, _payable_other)(award)


def _payable_sum(award: Award) -> tuple[int | None, str]:
    if award["bound"] == "at_least":
        return None, "no_upper_end"
    if award["frequency"] == "per_unit" and award["per_zh"]:
        return _payable_units(award)
    if award["bound"] == "range":
        return int(award["sum_max_cny"]), "range_end"
    return int(award["sum_cny"]), "exact" if award["bound"] == "exact" else "ceiling"


def _payable_units(award: Award) -> tuple[int | None, str]:
    """Sums per unit come to an end only where the text limits the units, and not for units that return with time."""
    if award.get("units_max") is None or str(award["per"]).endswith(("_month", "_year")):
        return None, "units_unknown"
    return int((award["sum_max_cny"] or award["sum_cny"]) * award["units_max"]), "units_max"


def _payable_rate(award: Award) -> tuple[int | None, str]:
    rate = award["rate_max_pct"] or award["rate_pct"]
    if award["base_ceiling_cny"] is None or award["bound"] == "at_least":
        return None, "base_unknown"
    return round(award["base_ceiling_cny"] * rate / 100), "rate_of_base"


def _payable_other(award: Award) -> tuple[int | None, str]:
    return None, "base_unknown" if award["form"] == "match" else "unstated"
