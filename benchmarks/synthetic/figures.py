"""Invented figures of support: every form with the columns it needs, and the phrase that says exactly this."""

import random
from collections.abc import Callable
from typing import Any

from benchmarks.synthetic.draw import code, shares

Row = dict[str, Any]

FORMS = {"sum": 55, "rate": 12, "unstated": 12, "match": 7, "pool": 4, "loan_ceiling": 4, "income_share": 2, "covered_balance": 1.5, "insured_sum": 1.5, "tax_rate": 1}
SUMS = (1, 2, 3, 5, 8, 10, 15, 20, 30, 50, 80, 100, 150, 200, 300, 500, 1000, 2000)  # in ten thousand yuan
_WAN = 10_000
_AT = {"exact": "", "at_most": "最高", "at_least": "不低于"}


def figure(rng: random.Random, form: str = "") -> Row:
    """Form, bound, money columns and phrase of one award, of the given form if one is given."""
    form = form or shares(rng, FORMS)
    return {"form": form, **_OF[form](rng)}


def _sum(rng: random.Random) -> Row:
    bound = shares(rng, {"at_most": 5, "exact": 4, "at_least": 0.5, "range": 0.5})
    at = min(int(rng.expovariate(1 / 5)), len(SUMS) - 2) if rng.random() < 0.5 else rng.randrange(len(SUMS) - 1)
    low = SUMS[at]
    if bound == "range":
        return {"bound": bound, "sum_cny": low * _WAN, "sum_max_cny": SUMS[at + 1] * _WAN, "phrase": f"{low}万元至{SUMS[at + 1]}万元"}
    return {"bound": bound, "sum_cny": low * _WAN, "phrase": f"{_AT[bound]}{low}万元"}


def _rate(rng: random.Random) -> Row:
    bound, rate = shares(rng, {"at_most": 3, "exact": 5}), rng.choice((1, 2, 3, 5, 8, 10, 15, 20, 30, 50))
    return {"bound": bound, "rate_pct": float(rate), "rate_basis": code(rng, "rate_basis"), "phrase": f"{'不超过' if bound == 'at_most' else ''}{rate}%", **_ceiling(rng)}


def _match(rng: random.Random) -> Row:
    share = rng.choice((20, 30, 50, 100))
    return {"bound": "exact", "match_pct": float(share), "match_basis": code(rng, "match_basis"), "phrase": "1:1" if share == 100 else f"{share}%", **_ceiling(rng)}


def _ceiling(rng: random.Random) -> Row:
    if rng.random() < 0.4:
        return {}
    return {"ceiling_cny": rng.choice(SUMS) * _WAN, "ceiling_per": code(rng, "ceiling_per"), "ceiling_period": code(rng, "ceiling_period")}


def _money(column: str, least: int, most: int) -> Callable[[random.Random], Row]:
    def made(rng: random.Random) -> Row:
        bound, wan = shares(rng, {"at_most": 2, "exact": 2}), rng.choice([value for value in (*SUMS, 5000, 10_000) if least <= value <= most])
        return {"bound": bound, column: wan * _WAN, "phrase": f"{_AT[bound]}{wan}万元"}

    return made


def _tax(rng: random.Random) -> Row:
    return {"bound": "exact", "tax_rate_pct": 15.0, "phrase": "15%"}


def _income(rng: random.Random) -> Row:
    low = rng.choice((50, 60, 70))
    if rng.random() < 0.3:
        return {"bound": "range", "share_pct": float(low), "share_max_pct": float(low + 20), "phrase": f"{low}%至{low + 20}%"}
    return {"bound": "at_least", "share_pct": float(low), "phrase": f"不低于{low}%"}


def _unstated(rng: random.Random) -> Row:
    return {"bound": "open", "unstated_kind": code(rng, "unstated_kind"), "phrase": rng.choice(("给予支持", "给予奖励", "优先支持", "一事一议"))}


_OF: dict[str, Callable[[random.Random], Row]] = {
    "sum": _sum, "rate": _rate, "match": _match, "tax_rate": _tax, "income_share": _income, "unstated": _unstated, "pool": _money("pool_cny", 100, 10_000),
    "loan_ceiling": _money("loan_ceiling_cny", 50, 2000), "covered_balance": _money("covered_balance_cny", 1000, 10_000), "insured_sum": _money("insured_sum_cny", 100, 1000),
}
