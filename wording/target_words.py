"""A target in words, for every page, sentence and export: 2022年达到3%以上; ≥3% by 2022.

The comparator follows the document (达到 and 以上 are at least, 超过 is more than, a bare number is itself); the kind of
figure (a growth rate, an increment, a number per county) is said, because 10% a year and 10% of GDP are not one thing.
"""

from collections.abc import Mapping
from typing import Any

from model.money import WAN
from model.target import COVERAGE
from wording.formats import money, number, percent
from wording.texts import label, text

Row = Mapping[str, Any]

_COMPARED = {">=": "at_least", ">": "above", "=": "equal", "~": "about", "<=": "at_most", "range": "range"}
_QUANTITIES = {"square_metre": "target.quantity", "per_10k_people": "target.per_10k", "index": "target.index", "rank": "target.rank", "ratio": "target.ratio"}
# Words that only repeat the comparator or the kind of figure, and therefore are not said.
_SILENT_VERBS = ("reach", "add", "cumulate", "other")


def target_words(row: Row, lang: str) -> str:
    """What a target asks for, with its year: 2011—2015年新增超过500万平方米; +5,000,000 m² or more, 2011-2015.

    `row` is one row of `targets`. A target without a year says so, because its absence is a fact of the document.
    """
    return text(f"target.when_{_when(row)}", lang, figure=target_figure(row, lang), start=row["period_start"],
                year=row["target_year"], years=row["horizon_years"])


def target_figure(row: Row, lang: str) -> str:
    """The target without its year: 达到3%以上; 每年1200件以上; 实现全覆盖."""
    if row["comparator"] in COVERAGE:
        return text(f"target.{row['comparator']}", lang)
    figure, verb = compared(row, lang), _verb(row, lang)
    if verb:
        figure = text("target.verb", lang, verb=verb, figure=figure)
    elif row["basis"] == "cumulative":
        figure = text("target.cumulated", lang, figure=figure)
    elif row["basis"] in ("level", "ratio") and row["comparator"] == ">=" and _at_least(row) == "at_least":
        figure = text("target.reached", lang, figure=figure)
    return text(f"target.basis_{row['basis']}", lang, figure=figure)


def compared(row: Row, lang: str) -> str:
    """The number with unit and comparator: 3%以上; ≥3%; 约50家; 2至3处; 前8位."""
    if row["comparator"] == "range":
        low = percent(row["value"]) if row["unit"] == "percent" else _plain(row["value"], lang)
        return text("target.range", lang, figure=low, high=quantity(row["value_max"], row["unit"], lang))
    if row["unit"] == "rank" and row["comparator"] == "<=":
        return text("target.rank_or_better", lang, figure=_plain(row["value"], lang))
    key = _at_least(row) if row["comparator"] == ">=" else _COMPARED[row["comparator"]]
    return text(f"target.{key}", lang, figure=quantity(row["value"], row["unit"], lang))


def _at_least(row: Row) -> str:
    """The document's own way to say at least, since sentences are made to be quoted: 3%以上, 不少于100家, or only 达到350家."""
    before, after = str(row.get("prefix") or ""), str(row.get("suffix") or "")
    if after.startswith(("以上", "及以上", "(含)以上")):
        return "at_least"
    return "no_less" if any(word in before[-6:] for word in ("不少于", "不低于", "至少")) else "reaches"


def quantity(value: float, unit: str, lang: str) -> str:
    """A number in its unit: 3%, 150亿元, 500万平方米; in English countable things go without a unit."""
    if unit == "percent":
        return percent(value)
    if unit == "cny":
        return money(value, lang)
    name = label("unit", unit, lang)
    if lang == "zh" and unit == "square_metre" and value >= WAN:
        return text("target.wan", lang, figure=_plain(value / WAN, lang), unit=name)
    key = _QUANTITIES.get(unit, "target.count")
    return text(key, lang, figure=_plain(value, lang), unit=name)


def _plain(value: float, lang: str) -> str:
    """Chinese documents write 1200 without a grouping mark."""
    written = number(value, lang)
    return written.replace(",", "") if lang == "zh" else written


def _verb(row: Row, lang: str) -> str:
    if row["verb"] in _SILENT_VERBS:
        return ""
    said = label("verb", row["verb"], lang)
    return said if lang == "zh" else said.lower()


def _when(row: Row) -> str:
    """Which pattern names the time: a year, a year by which something is done, a period, a number of years, or none."""
    if row["target_year"] is None:
        return "horizon" if row["horizon_years"] is not None else "none"
    if row["period_start"] is not None:
        return "period"
    if row["target_year_basis"] == "title":
        return "within"
    is_level = row["basis"] in ("level", "ratio") and (row["verb"] in _SILENT_VERBS or row["comparator"] in COVERAGE)
    return "year" if is_level else "until"
