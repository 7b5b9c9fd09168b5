"""Numbers and dates in the words of each language."""

from datetime import date

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from model.money import MILLION, WAN, YI

# Parsed once: to parse a locale takes longer than to write a number.
_LOCALES = {"zh": Locale.parse("zh_CN"), "en": Locale.parse("en_GB")}


def number(value: float, lang: str) -> str:
    """A plain number with up to four decimals, grouped by thousands."""
    return str(format_decimal(value, format="#,##0.####", locale=_LOCALES[lang]))


def money(yuan: float, lang: str) -> str:
    """A sum: 100万元, 1.5亿元, 3000元; in English CNY 1 million, CNY 500,000."""
    if lang == "en":
        if abs(yuan) >= 1_000_000:
            return f"CNY {number(yuan / 1_000_000, lang)} million"
        return f"CNY {number(yuan, lang)}"
    if abs(yuan) >= YI:
        return f"{_plain(yuan / YI)}亿元"
    if abs(yuan) >= WAN:
        return f"{_plain(yuan / WAN)}万元"
    return f"{_plain(yuan)}元"


def axis_scale(unit: str, scale: float, lang: str) -> float:
    """What an axis divides its numbers by: English counts money in millions where Chinese counts it in 万."""
    return MILLION if (unit, scale, lang) == ("cny", WAN, "en") else scale


def percent(value: float) -> str:
    """A percentage with a sign: 5%, 0.6%."""
    return f"{_plain(value)}%"


def day(value: date | None, lang: str) -> str:
    """A date: 2023年7月13日, 13 July 2023; empty for none."""
    if value is None:
        return ""
    return str(format_date(value, format="y年M月d日" if lang == "zh" else "d MMMM y", locale=_LOCALES[lang]))


def _plain(value: float) -> str:
    """Officials write 1000万元 without a grouping mark."""
    return str(format_decimal(value, format="0.####", locale=_LOCALES["zh"]))
