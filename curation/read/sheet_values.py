"""The values of a workbook's cells as Excel shows them: percentages, dates, units that a format adds, numbers shown in 万."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from curation.read.package import attribute, local

# The formats that have a number and no words in the file (ISO/IEC 29500-1, 18.8.30).
_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 49: "@"}
_DATES = frozenset((*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58))
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_PLACES = re.compile(r"[#0?](?:[#0?,]*[#0?])?(?:(?P<dot>\.)(?P<decimals>[#0?]+))?(?P<scale>,*)")
_DIGITS = 11


@dataclass(frozen=True)
class Formats:
    """The number format of every cell style, and whether dates count from 1904."""

    by_style: tuple[tuple[int, str], ...] = ()
    from_1904: bool = False

    def shown(self, value: str, style: int) -> str:
        """A number as it is shown; text that is no number stays."""
        try:
            number = Decimal(value)
        except InvalidOperation:
            return value
        if not number.is_finite() or abs(number.adjusted()) > 30:
            return value
        identity, pattern = self.by_style[style] if 0 <= style < len(self.by_style) else (0, "General")
        if identity in _DATES or _is_date(pattern):
            return _date(number, self.from_1904)
        return _shown(number, pattern)


def formats_of(styles: Any, from_1904: bool) -> Formats:
    """The formats of xl/styles.xml."""
    named: dict[int, str] = {}
    found: list[tuple[int, str]] = []
    for part in styles if styles is not None else ():
        if local(part) == "numFmts":
            named = {_whole(attribute(held, "numFmtId")): attribute(held, "formatCode") for held in part}
    for part in styles if styles is not None else ():
        if local(part) == "cellXfs":
            found = [(number, named.get(number, _BUILT_IN.get(number, "General"))) for number in (_whole(attribute(held, "numFmtId")) for held in part)]
    return Formats(tuple(found), from_1904)


def _whole(words: str) -> int:
    return int(words) if re.fullmatch(r"\d{1,9}", words) else 0


def _is_date(pattern: str) -> bool:
    plain = _QUOTED.sub("", re.sub(r"\[[^\]]*\]", "", pattern)).lower()
    return "general" not in plain and re.search(r"[yd年日]|m{1,5}[-/月]", plain) is not None and not re.search(r"[#0?]", plain)


def _date(number: Decimal, from_1904: bool) -> str:
    """The day of a serial number; before March 1900 Excel counts a day that never was."""
    days = int(number)
    if not 61 <= days < 2_958_466:
        return str(days)
    return (date(1904, 1, 1) if from_1904 else date(1899, 12, 30)).__add__(timedelta(days)).isoformat()


def _shown(number: Decimal, pattern: str) -> str:
    parts = pattern.split(";")
    chosen = parts[1] if number < 0 and len(parts) > 1 and parts[1].strip() else parts[0]
    sign = "-" if number < 0 and chosen is parts[0] else ""
    chosen = re.sub(r"\[[^\]]*\]|_.|\*.", "", chosen)
    tight = re.sub(r"(?:!|\\)(.)", lambda match: f'"{match[1]}"', chosen)
    places = _PLACES.search(_QUOTED.sub(lambda match: "\x00" * len(match.group()), tight))
    if places is None or "e+" in tight.lower():
        return _plain(number) if tight.strip() in ("", "@", "General") or "e+" in tight.lower() else _literal(tight).replace("General", _plain(number))
    if re.search(r'0"\."0,', tight):  # 0!.0, shows 12345 as 1.2: the ten thousands of Chinese accounts
        return sign + str((abs(number) / 10_000).quantize(Decimal("0.1"), ROUND_HALF_UP)) + _literal(tight[re.search(r'0"\."0,*', tight).end() :])  # type: ignore[union-attr]
    value = abs(number) * (100 if "%" in tight else 1) / (1000 ** len(places["scale"]))
    decimals = places["decimals"] or ""
    digits = f"{value.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP):f}"
    for _ in range(len(decimals) - len(decimals.rstrip("#?"))):
        digits = digits[:-1] if digits.endswith("0") else digits
    return _literal(tight[: places.start()]) + sign + digits.rstrip(".") + _literal(tight[places.end() :])


def _literal(words: str) -> str:
    """The words that a format adds."""
    return _QUOTED.sub(lambda match: match[1] or match[2] or "", words).strip()


def _plain(number: Decimal) -> str:
    """A number in the general format: so many digits, no exponent."""
    rounded = number.quantize(Decimal(1).scaleb(max(number.adjusted() - _DIGITS + 1, -10))) if number else number
    words = f"{rounded:f}"
    return (words.rstrip("0").rstrip(".") if "." in words else words) or "0"


def text_of_item(item: Any) -> str:
    """The words of a shared or inline string, without the reading beside it."""
    return "".join(held.text or "" for held in item.iter() if local(held) == "t" and not any(local(above) == "rPh" for above in held.iterancestors()))


def cell_words(cell: Any, strings: list[str], formats: Formats) -> tuple[str, bool]:
    """What a cell shows, and whether it is a formula whose result the file does not hold."""
    parts: Mapping[str, Any] = {local(held): held for held in cell}
    kind = attribute(cell, "t")
    if kind == "inlineStr":
        return (text_of_item(parts["is"]) if "is" in parts else ""), False
    value = (parts["v"].text or "") if "v" in parts else ""
    if not value:
        return "", "f" in parts
    if kind == "s":
        place = _whole(value)
        return (strings[place] if place < len(strings) else ""), False
    if kind == "b":
        return ("TRUE" if value == "1" else "FALSE"), False
    if kind in ("str", "e", "d"):
        return value, False
    return formats.shown(value, _whole(attribute(cell, "s"))), False
