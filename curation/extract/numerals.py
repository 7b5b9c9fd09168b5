"""The value of a numeral that has been found: digits, Chinese numerals and mixtures of both."""

import re
from decimal import Decimal

DIGITS = r"(?:(?<!\d)\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?)"
CHINESE = "零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟"

_DIGIT = {
    **{char: value for value, char in enumerate("零一二三四五六七八九")},
    **{char: value for value, char in enumerate("零壹贰叁肆伍陆柒捌玖")},
    "〇": 0, "两": 2,
}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_PIECE = re.compile(rf"{DIGITS}|.", re.S)


def value_of(numeral: str) -> Decimal:
    """The value of 200, 1,000.5, 二十, 1.5亿, 3千万, 一亿二千万; raises ValueError if it is not a numeral."""
    if not numeral:
        raise ValueError("an empty numeral")
    if "点" in numeral:
        return _with_point(numeral)
    if len(numeral) > 1 and all(char in _DIGIT for char in numeral):
        return Decimal("".join(str(_DIGIT[char]) for char in numeral))
    return _by_scales(numeral)


def _with_point(numeral: str) -> Decimal:
    whole, _, rest = numeral.partition("点")
    scale = Decimal(1)
    while rest and (rest[-1] in _SMALL or rest[-1] in _LARGE):
        scale *= _SMALL.get(rest[-1]) or _LARGE[rest[-1]]
        rest = rest[:-1]
    if not rest or any(char not in _DIGIT for char in rest):
        raise ValueError(f"not a numeral: {numeral}")
    fraction = Decimal("0." + "".join(str(_DIGIT[char]) for char in rest))
    return (_by_scales(whole or "零") + fraction) * scale


def _by_scales(numeral: str) -> Decimal:
    """Sum of sections: digits count, 十百千 multiply the digit before, 万亿 multiply all that is open."""
    total, section, digit = Decimal(0), Decimal(0), None
    for piece in _PIECE.findall(numeral):
        if piece[0].isascii() and piece[0].isdigit():
            digit = Decimal(piece.replace(",", ""))
        elif piece in _DIGIT:
            digit = Decimal(_DIGIT[piece])
        elif piece in _SMALL:
            section += (Decimal(1) if digit is None else digit) * _SMALL[piece]
            digit = None
        elif piece in _LARGE:
            total = _enlarge(total, section + (digit or Decimal(0)), piece)
            section, digit = Decimal(0), None
        else:
            raise ValueError(f"not a numeral: {numeral}")
    return total + section + (digit or Decimal(0))


def _enlarge(total: Decimal, section: Decimal, scale: str) -> Decimal:
    """万 multiplies the section before it, 亿 everything before it (1.5万亿); alone they count as one."""
    if scale == "亿" and total:
        return (total + section) * _LARGE[scale]
    return total + (section or Decimal(1)) * _LARGE[scale]
