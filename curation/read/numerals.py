"""Numbers that a file computes instead of writing them: the counters of lists, in the formats of Office and of web pages."""

from collections.abc import Callable

from curation.read.headings import chinese

_DAXIE = str.maketrans("零一二三四五六七八九十百", "零壹贰叁肆伍陆柒捌玖拾佰")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        words, number = words + letters * (number // value), number % value
    return words


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 26 * 9 else str(number)


def _from(first: str, last: int) -> Callable[[int], str]:
    """Counters that are single characters in a row: ①②③."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= last else str(number)


def _out_of(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else str(number)


def _counting(number: int) -> str:
    return chinese(number) if 0 <= number < 1000 else str(number)


def _formal(number: int) -> str:
    """Numerals of bank notes; ten is 壹拾 there."""
    words = _counting(number)
    return ("一" + words if words.startswith("十") else words).translate(_DAXIE)


def _digits(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "〇一二三四五六七八九"))


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str, "decimalzero": lambda number: f"{number:02d}", "decimalhalfwidth": str,
    "decimalfullwidth": lambda number: str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "chinesecounting": _counting, "chinesecountingthousand": _counting, "taiwanesecounting": _counting, "taiwanesecountingthousand": _counting,
    "japanesecounting": _counting, "koreancounting": _counting, "ideographdigital": _digits, "japanesedigitalten": _counting, "taiwanesedigital": _digits,
    "chineselegalsimplified": _formal, "ideographlegaltraditional": _formal,
    "ideographtraditional": _out_of("甲乙丙丁戊己庚辛壬癸"), "ideographzodiac": _out_of("子丑寅卯辰巳午未申酉戌亥"),
    "decimalenclosedcircle": _from("①", 20), "decimalenclosedcirclechinese": _from("①", 20), "decimalenclosedfullstop": _from("⒈", 20),
    "decimalenclosedparen": _from("⑴", 20), "ideographenclosedcircle": _from("㊀", 10),
    "lowerletter": _letters, "upperletter": lambda number: _letters(number).upper(), "lowerroman": _roman, "upperroman": lambda number: _roman(number).upper(),
    # the names that web pages use for the same
    "cjk-ideographic": _counting, "trad-chinese-informal": _counting, "simp-chinese-informal": _counting, "cjk-decimal": _digits,
    "simp-chinese-formal": _formal, "cjk-heavenly-stem": _out_of("甲乙丙丁戊己庚辛壬癸"),
    "decimal-leading-zero": lambda number: f"{number:02d}", "lower-alpha": _letters, "lower-latin": _letters, "upper-alpha": lambda number: _letters(number).upper(),
    "upper-latin": lambda number: _letters(number).upper(), "lower-roman": _roman, "upper-roman": lambda number: _roman(number).upper(), "none": lambda number: "",
}


def numbered(style: str, number: int) -> str:
    """A counter in a format; a format that is not known counts in digits."""
    return _FORMATS.get(style.lower(), str)(min(max(number, 0), 100_000))
