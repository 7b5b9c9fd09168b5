"""Days as Chinese documents write them: 2025年12月18日, 二〇二五年十二月十八日, 2025-12-18, 2025.12.18."""

import re
from dataclasses import dataclass
from datetime import date

_DIGITS = {character: str(number) for number, character in enumerate("〇一二三四五六七八九")} | dict.fromkeys("○零ОO0OЗ", "0")
_Y = r"(?:(?:19|20)\d\d|[一二][九〇○零OО0][〇○零OО0一二三四五六七八九]{2})"
_N = r"(?:[0-3]?\d|[一二三]?十?[一二三四五六七八九十]|十)"
DAY = rf"{_Y}\s*(?:年\s*{_N}\s*月\s*{_N}\s*日|[-/.]\s*[01]?\d\s*[-/.]\s*[0-3]?\d(?!\d))"
_PARTS = re.compile(rf"({_Y})\s*(?:年|[-/.])\s*({_N})\s*(?:月|[-/.])\s*({_N})\s*日?")
_MONTH = re.compile(rf"({_Y})\s*年\s*({_N})\s*月(?!\s*{_N}\s*日)")
_YEAR_END = re.compile(rf"({_Y})\s*年?(?:年底|年末|底|末)")


@dataclass(frozen=True)
class Day:
    """A day that stands at [start, end) of a piece of text; `iso` is YYYY-MM-DD."""

    iso: str
    start: int
    end: int


def days(words: str) -> list[Day]:
    """All days in order; one that the calendar does not have is none."""
    found = ((iso(match[1], match[2], match[3]), match) for match in _PARTS.finditer(words))
    return [Day(value, match.start(), match.end()) for value, match in found if value]


def iso(year: str, month: str, day: str) -> str:
    """YYYY-MM-DD of three numerals, empty if there is no such day."""
    try:
        return date(number(year), number(month), number(day)).isoformat()
    except ValueError:
        return ""


def number(words: str) -> int:
    """A numeral of a date: 2025, 二〇二五, 12, 十二, 三十一."""
    words = words.strip()
    if words.isdecimal():
        return int(words)
    if "十" in words:
        tens, _, ones = words.partition("十")
        return int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0"))
    digits = "".join(_DIGITS.get(character, character) for character in words)
    return int(digits) if digits.isdecimal() else 0


def month_end(words: str) -> str:
    """The last day of the month or year that the words name without a day (2025年12月, 2025年底); empty if they name none."""
    if match := _YEAR_END.search(words):
        return f"{number(match[1])}-12-31"
    match = _MONTH.search(words)
    if not match or not 1 <= number(match[2]) <= 12:
        return ""
    year, month = number(match[1]), number(match[2])
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1).isoformat()


def last_day(first: str, years: int) -> str:
    """The last day of a term of whole years that begins on `first`: the day before the anniversary."""
    begin = date.fromisoformat(first)
    try:
        anniversary = begin.replace(year=begin.year + years)
    except ValueError:  # 29 February
        anniversary = date(begin.year + years, 3, 1)
    return date.fromordinal(anniversary.toordinal() - 1).isoformat()
