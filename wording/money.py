"""The figure of an award in words: 最高100万元; 合同金额的5%以内，每年最高30万元. `award` is one row of `awards`."""

from functools import cache

from model.codes import read_csv
from model.money import Award, span
from wording.formats import money, percent
from wording.texts import label, text


def words(award: Award, lang: str) -> str:
    """The figure as a person reads it: 最高100万元; 合同金额的5%以内，每年最高30万元; 1:1 of the provincial grant."""
    figure = {"sum": _sum_words, "rate": _rate_words, "match": _match_words, "unstated": _unstated_words}.get(award["form"], _other_words)(award, lang)
    if award["relation"] == "on_top_of" and award["form"] != "unstated":
        figure = text("money.on_top", lang, figure=figure)
    limits = _limits(award, lang)
    return text("money.comma", lang).join((figure, *limits))


def in_sentence(words: str) -> str:
    """A label inside a sentence: its first letter small, unless the word is an abbreviation such as R&D or the name of a place."""
    is_kept = not words[1:2].islower() or words.split(maxsplit=1)[0] in _places()
    return words if is_kept else words[:1].lower() + words[1:]


@cache
def _places() -> frozenset[str]:
    """The English names of cities and provinces in the data."""
    return frozenset(city[column] for city in read_csv("cities") for column in ("name_en", "province_en"))


def _bounded(award: Award, low: float | None, high: float | None, lang: str) -> str:
    if award["bound"] == "range":
        return text("money.range", lang, low=money(low or 0, lang), high=money(high or 0, lang))
    value = high if high is not None else low
    return text(f"money.{award['bound']}", lang, sum=money(value or 0, lang))


def _sum_words(award: Award, lang: str) -> str:
    figure = _bounded(award, *span(award), lang)
    per = award[f"per_{lang}"]
    if per and award["frequency"] == "per_unit":
        return text("money.per_unit", lang, per=per, figure=figure)
    key = {"annual": "money.annual", "one_off": "money.one_off"}.get(award["frequency"])
    return text(key, lang, figure=figure) if key else figure


def _rate_words(award: Award, lang: str) -> str:
    basis = in_sentence(label("rate_basis", award["rate_basis"], lang))
    if award["bound"] == "range":
        return text("money.rate_range", lang, basis=basis, low=percent(award["rate_pct"]), high=percent(award["rate_max_pct"]))
    key = {"at_most": "money.rate_at_most", "at_least": "money.rate_at_least"}.get(award["bound"], "money.rate")
    return text(key, lang, basis=basis, rate=percent(award["rate_pct"]))


def _match_words(award: Award, lang: str) -> str:
    basis = in_sentence(label("match_basis", award["match_basis"], lang))
    if award["bound"] == "exact" and award["match_pct"] == 100:
        return text("money.match_one", lang, basis=basis)
    key = "money.match_at_most" if award["bound"] == "at_most" else "money.match"
    return text(key, lang, basis=basis, rate=percent(award["match_pct"]))


def _unstated_words(award: Award, lang: str) -> str:
    kind = award["unstated_kind"]
    term = award["instrument_term_zh"] if lang == "zh" else in_sentence(label("instrument", award["instrument"], lang))
    return text("money.unstated" if kind == "unspecified" else f"money.unstated_{kind}", lang, term=term)


def _other_words(award: Award, lang: str) -> str:
    low, high = span(award)
    if award["form"] == "tax_rate":
        return text("money.tax_rate", lang, rate=percent(award["tax_rate_pct"]))
    if award["form"] == "income_share":
        figure = percent(low) if low is not None else percent(high or 0)
        if award["bound"] == "range":
            figure = text("money.range", lang, low=percent(low or 0), high=percent(high or 0))
        if award["bound"] in ("at_least", "at_most"):
            figure = text(f"money.{award['bound']}", lang, sum=figure)
        return text("money.income_share", lang, figure=figure)
    return text(f"money.{award['form']}", lang, figure=_bounded(award, low, high, lang))


def _limits(award: Award, lang: str) -> list[str]:
    limits = []
    if award["ceiling_cny"] is not None:
        key = {"programme": "money.ceiling_programme", "item": "money.ceiling_item"}.get(award["ceiling_per"], "money.ceiling")
        if key == "money.ceiling" and award["ceiling_period"] in ("year", "term"):
            key = f"money.ceiling_{award['ceiling_period']}"
        limits.append(text(key, lang, sum=money(award["ceiling_cny"], lang)))
    if award["base_ceiling_cny"] is not None:
        limits.append(text("money.base_ceiling", lang, sum=money(award["base_ceiling_cny"], lang)))
    if award["term_max_months"] is not None:
        limits.append(_term(award["term_max_months"], lang))
    return limits


def _term(months: int, lang: str) -> str:
    """A longest term, in years from two whole years on: 期限不超过3年, for at most 18 months."""
    years, rest = divmod(months, 12)
    if rest or years < 2:
        return text("money.term_months", lang, months=months)
    return text("money.term_years", lang, years=years)
