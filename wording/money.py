"""The figure of an award in words: 最高100万元; 合同金额的5%以内，每年最高30万元. `award` is one row of `awards`."""

from model.money import Award, is_equity, span
from wording.formats import money, percent
from wording.limits import limits, slices
from wording.sentence import in_sentence as in_sentence
from wording.texts import label, text


def words(award: Award, lang: str) -> str:
    """The figure as a person reads it: 最高100万元; 合同金额的5%以内，每年最高30万元; 1:1 of the provincial grant."""
    figure = {"sum": _sum_words, "rate": _rate_words, "match": _match_words, "unstated": _unstated_words}.get(award["form"], _other_words)(award, lang)
    if award["relation"] == "on_top_of" and award["form"] != "unstated" and award.get("per") != "step":
        figure = text("money.on_top", lang, figure=figure)
    return text("money.comma", lang).join((figure, *limits(award, lang)))


def _bounded(award: Award, low: float | None, high: float | None, lang: str) -> str:
    if award["bound"] == "range":
        return text("money.range", lang, low=money(low or 0, lang), high=money(high or 0, lang))
    value = high if high is not None else low
    return text(f"money.{award['bound']}", lang, sum=money(value or 0, lang))


def _sum_words(award: Award, lang: str) -> str:
    figure = _bounded(award, *span(award), lang)
    if is_equity(award):
        return text("money.equity", lang, figure=figure)
    per = award[f"per_{lang}"]
    if per and award["frequency"] == "per_unit":
        return text("money.per_unit", lang, per=per, figure=figure)
    key = {"annual": "money.annual", "one_off": "money.one_off"}.get(award["frequency"])
    return text(key, lang, figure=figure) if key else figure


def _rate_words(award: Award, lang: str) -> str:
    basis = in_sentence(label("rate_basis", award["rate_basis"], lang))
    if award.get("slice_from_cny"):
        return text("money.sliced", lang, basis=basis, slices=slices(award, lang))
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
