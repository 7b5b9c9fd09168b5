"""One folding of characters that look alike, before anything reads a text. Every step keeps the length, so offsets stay true.

A PDF printed by a browser gives 一 back as ⼀, a typist leaves １００ in full width, a copy holds 樂 as a compatibility
ideograph. What reads (articles, ledger, extractor, title search) reads `as_read(text)`; what is cited or shown is cut from
the text itself, so that names, titles and numbers keep their characters.
"""

import re
import unicodedata
from functools import cache

from opencc import OpenCC

# Radicals of U+2E80-2EF3 that NFKC leaves alone, in order, with the character that each looks like: after the
# property Equivalent_Unified_Ideograph of the Unicode Character Database. Components that are no character of their own
# (亻 in three of its shapes, 罒) stand for the commonest.
_RADICALS = dict(zip(
    (chr(code) for code in range(0x2E80, 0x2EF4) if code not in (0x2E9A, 0x2E9F, 0x2EF3)),
    "冫厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尢巳幺彑彐忄㣺扌攵旡日月歺民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒㓁罒罒羊羊羋耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
    strict=True,
))


def _compatible(codes: range) -> dict[str, str]:
    folded = ((chr(code), unicodedata.normalize("NFKC", chr(code))) for code in codes)
    return {old: new for old, new in folded if len(new) == 1 and new != old}


# Look-alike ideographs: both radical blocks and the compatibility ideographs.
IDEOGRAPHS: dict[str, str] = _RADICALS | {"⺟": "母", "⻳": "龟"} | _compatible(range(0x2F00, 0x2FD6)) | _compatible(range(0xF900, 0xFB00)) | _compatible(range(0x2F800, 0x2FA20))
# Full-width letters, digits and marks.
_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " ", "\u00a0": " ", "｡": "。"}
# The zeros of other scripts and styles, each followed by its nine digits: patterns take them for digits, readers of numerals do not know them.
_ZEROS = (
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810,
    0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30,
    0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60,
    0x16AC0, 0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0,
)
_DIGITS = {chr(zero + digit): str(digit) for zero in _ZEROS for digit in range(10)}
_TABLE = str.maketrans(IDEOGRAPHS | _DIGITS | _WIDE)

# Nobody sees these: zero-width spaces and joiners, soft hyphens, byte order marks, marks of direction, variation selectors.
INVISIBLE = frozenset("\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
                      "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff") | {chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))}

_HAN = re.compile("[\u3400-\u9fff]+")
# From this share of Chinese characters that only traditional script has, a text is traditional (such texts have a third,
# simplified ones at most a name or two).
_TRADITIONAL_SHARE = 0.05


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@cache
def _only_traditional() -> dict[int, str]:
    """Characters that no simplified text has (GB 2312 lacks them) and their simplified forms."""
    every = [chr(code) for code in range(0x4E00, 0x9FA6)]
    pairs = zip(every, str(_converter().convert("\n".join(every))).split("\n"), strict=True)
    return {ord(old): new for old, new in pairs if len(new) == 1 and new != old and not _in_gb2312(old)}


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile("[" + "".join(map(chr, _only_traditional())) + "]")


def _in_gb2312(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional script, not whether it holds a name that is."""
    sample = text[:200_000]
    return len(_traditional().findall(sample)) > _TRADITIONAL_SHARE * max(1, sum(map(len, _HAN.findall(sample))))


def unified(text: str) -> str:
    """Look-alike ideographs as the ordinary ones, full width as half width and every decimal digit as 0 to 9, character for character."""
    return text.translate(_TABLE)


def simplified(text: str) -> str:
    """A traditional text in simplified script, character for character; any other text as it is."""
    return always_simplified(text) if is_traditional(text) else text


def as_read(text: str) -> str:
    """What a grammar reads: look-alikes, width and script unified, character for character."""
    return simplified(unified(text)).translate(_only_traditional())


def always_simplified(text: str) -> str:
    """The text with every traditional form replaced, so that two copies can be compared; offsets stay."""
    converted = _convert(text)
    if len(converted) == len(text):
        return converted
    return "".join(_same_length(line) for line in text.splitlines(keepends=True))


def _same_length(line: str) -> str:
    converted = _convert(line)
    if len(converted) == len(line):
        return converted
    return "".join(new if len(new := _convert(character)) == 1 else character for character in line)


def _convert(text: str) -> str:
    """OpenCC stops at a NUL and refuses lone surrogates, so both are put aside and back."""
    plain = "".join("\ufffc" if character == "\0" or "\ud800" <= character <= "\udfff" else character for character in text)
    converted = str(_converter().convert(plain))
    if plain == text or len(converted) != len(text):
        return converted
    return "".join(old if mark != old and mark == "\ufffc" else new for old, mark, new in zip(text, plain, converted, strict=True))
