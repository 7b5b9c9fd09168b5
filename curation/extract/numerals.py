"""The value of a numeral that has been found: digits, Chinese numerals and mixtures of both, written by the rules of either.

A numeral that breaks those rules (1万50000, 三万万, 1.5万5000) has no value: a wrong figure is worse than none.
"""

import re
from decimal import Decimal

DIGITS = r"(?:(?<!\d)\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?)"
CHINESE = "零〇一二三四五六七八九十百千两廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟"

_DIGIT = {char: str(value) for value, char in enumerate("零一二三四五六七八九")} | {"〇": "0", "两": "2"}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_SCALES = {**_SMALL, **_LARGE}
# Capitals, shorthand (廿 is twenty) and W in the plain spelling; an ASCII numeral with separators loses them.
_PLAIN = str.maketrans(
    {**dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千", strict=True)), "廿": "二十", "卅": "三十", "卌": "四十", "W": "万", "w": "万", ",": ""}
)
_PIECE = re.compile(r"\d+(?:\.\d+)?|[零〇一二三四五六七八九两]+|.", re.S)
# 三万五, 3万5: the last digit is one step below the scale before it.
_SHORT = re.compile(r"(?<=[百千万亿])[一二三四五六七八九两1-9]$")


_BEFORE_SHORT = "百千万亿佰仟Ww"
_USUAL = re.compile(r"(?P<digits>[1-9][0-9]*(?:\.[0-9]+)?)(?P<scale>[万亿])?")  # most numerals need no reading by pieces
_USUAL_SCALES = {None: Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}


def value_of(numeral: str) -> Decimal:
    """The value of 200, 1,000.5, 二十, 1.5亿, 1万5000, 三万五, 一亿二千万; raises ValueError if it is not a numeral."""
    usual = _USUAL.fullmatch(numeral)
    if usual:
        return Decimal(usual["digits"]) * _USUAL_SCALES[usual["scale"]]
    plain = numeral.translate(_PLAIN)
    if not plain:
        raise ValueError("an empty numeral")
    if "点" in plain:
        return _with_point(plain)
    return _Reading(plain).value()


def is_short(numeral: str) -> bool:
    """Whether the last digit stands for the scale below (三万五 is 35,000)."""
    return len(numeral) > 1 and numeral[-2] in _BEFORE_SHORT and _SHORT.search(numeral.translate(_PLAIN)) is not None


def _with_point(plain: str) -> Decimal:
    whole, _, rest = plain.partition("点")
    scale = Decimal(1)
    while rest and rest[-1] in _SCALES:
        scale *= _SCALES[rest[-1]]
        rest = rest[:-1]
    if not rest or any(char not in _DIGIT for char in rest):
        raise ValueError(f"not a numeral: {plain}")
    return (_Reading(whole or "零").value() + Decimal("0." + "".join(_DIGIT[char] for char in rest))) * scale


class _Reading:
    """Reads pieces from left to right: digits wait for their scale, 十百千 make a section, 万 and 亿 close it."""

    def __init__(self, plain: str) -> None:
        self._plain = plain
        self._total, self._section = Decimal(0), Decimal(0)
        self._digits: Decimal | None = None
        self._step = 0  # the scale read last; what follows must be smaller
        self._top = 0  # 万 or 亿 if it was read
        self._zero = False  # 零 behind a scale: what follows may skip places
        self._broken = False  # 1.5万: no digits of lower places may follow

    def value(self) -> Decimal:
        pieces = _PIECE.findall(self._plain)
        for place, piece in enumerate(pieces):
            if piece in _SMALL:
                self._small(_SMALL[piece])
            elif piece in _LARGE:
                self._large(_LARGE[piece])
            elif piece[0] in _DIGIT or piece[0].isdigit():
                self._number(piece, last=place == len(pieces) - 1)
            else:
                self._refuse()
        if self._zero and self._digits is None:
            self._refuse()
        return self._total + self._section + (self._digits or 0)

    def _refuse(self) -> None:
        raise ValueError(f"not a numeral: {self._plain}")

    def _number(self, piece: str, last: bool) -> None:
        if self._digits is not None:
            self._refuse()
        words = piece if piece[0].isascii() else "".join(_DIGIT[char] for char in piece)
        if len(words) == 2 and not piece[0].isascii() and "0" not in words:  # 七八家 is seven or eight
            self._refuse()
        if self._step and words.startswith("0"):
            if self._zero or piece[0].isascii():
                self._refuse()
            self._zero, words = True, words.lstrip("0")
            if not words:
                return
        value = Decimal(words)
        if last and self._step > 10 and not self._zero and _SHORT.search(self._plain):
            value *= self._step // 10
        if self._step and (value >= self._step or "." in words or (self._broken and not self._zero)):
            self._refuse()
        self._broken = self._broken or "." in words
        self._digits = value

    def _small(self, scale: int) -> None:
        if self._digits is None and (self._section or self._total or self._zero):
            self._refuse()
        if (self._section and scale >= self._step) or (self._digits or 0) >= 10 or (self._total and self._top <= scale):
            self._refuse()
        self._section += (1 if self._digits is None else self._digits) * scale
        self._digits, self._step, self._zero = None, scale, False

    def _large(self, scale: int) -> None:
        opened = self._section + (self._digits or 0)
        if not opened and (self._total or self._digits is not None or self._zero):
            opened = self._beside(scale)
        elif self._top and scale >= self._top:  # 一万二千亿: the whole of it counts
            if scale == self._top:
                self._refuse()
            opened, self._total = self._total + opened, Decimal(0)
        self._total += (opened or 1) * scale
        self._section, self._digits, self._step, self._top, self._zero = Decimal(0), None, scale, scale, False

    def _beside(self, scale: int) -> Decimal:
        """万亿: 亿 right behind 万."""
        if self._zero or self._digits is not None or scale <= self._top or self._step != self._top:
            self._refuse()
        opened, self._total = self._total, Decimal(0)
        return opened
