"""What limits an award, in words: ceilings, shares of a cost, the most units, slices of the base and the longest term."""

from model.money import Award
from wording.formats import money, number, percent
from wording.sentence import in_sentence
from wording.texts import label, text

_PERS = {"programme": "money.ceiling_programme", "item": "money.ceiling_item", "project": "money.ceiling_project", "application": "money.ceiling_application"}


def limits(award: Award, lang: str) -> list[str]:
    """Every limit of a row in the order of reading: its ceilings, the ceiling of its base, the share of a cost, units, term."""
    found = [_ceiling(award, name, lang) for name in ("ceiling", "also_ceiling") if award.get(f"{name}_cny") is not None]
    if award["base_ceiling_cny"] is not None:
        found.append(text("money.base_ceiling", lang, sum=money(award["base_ceiling_cny"], lang)))
    if award.get("cap_pct") is not None:
        basis = in_sentence(label("rate_basis", award["cap_basis"], lang))
        found.append(text("money.cap_whole" if award["cap_pct"] == 100 else "money.cap", lang, basis=basis, rate=percent(award["cap_pct"])))
    if award.get("units_max") is not None:
        found.append(text("money.units_max", lang, units=number(award["units_max"], lang), per=_unit(award, lang)))
    if award["term_max_months"] is not None:
        found.append(_term(award["term_max_months"], lang))
    return found


def slices(award: Award, lang: str) -> str:
    """The slices of a rate: 5000元以内100%、超过5000元部分50%."""
    starts = [int(start) for start in award["slice_from_cny"]]
    parts = []
    for place, (start, rate) in enumerate(zip(starts, award["slice_rate_pct"], strict=True)):
        end = starts[place + 1] if place + 1 < len(starts) else None
        key = "money.slice_last" if end is None else "money.slice_middle" if start else "money.slice_first"
        parts.append(text(key, lang, start=money(start, lang), end=money(end or 0, lang), rate=percent(float(rate))))
    return text("money.slice_separator", lang).join(parts)


def _ceiling(award: Award, name: str, lang: str) -> str:
    per, period = award[f"{name}_per"], award[f"{name}_period"]
    key = _PERS.get(per, "money.ceiling")
    if per == "item" and award.get(f"per_{lang}"):
        key = "money.ceiling_per_item_year" if period == "year" else "money.ceiling_per_item"
    if key == "money.ceiling_project" and period == "term":
        key = "money.ceiling_project_term"
    if key == "money.ceiling" and period in ("year", "term"):
        key = f"money.ceiling_{period}"
    return text(key, lang, sum=money(award[f"{name}_cny"], lang), per=award.get(f"per_{lang}") or "")


def _unit(award: Award, lang: str) -> str:
    """What the most units count: square metres also where the sum is per square metre and month."""
    if str(award["per"]).startswith("square_metre"):
        return label("per_unit", "square_metre", lang).lower()
    return str(award[f"per_{lang}"] or "")


def _term(months: int, lang: str) -> str:
    """A longest term, in years from two whole years on: 期限不超过3年, for at most 18 months."""
    years, rest = divmod(months, 12)
    if rest or years < 2:
        return text("money.term_months", lang, months=months)
    return text("money.term_years", lang, years=years)
