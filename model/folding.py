"""How search reads words: one folding of what is searched, and of what a reader types one term after the other.

Whatever is on screen can be typed: any script, width and case; document numbers with any brackets; 第29条 or 第二十九条; a
figure with or without a space and grouped or not; formal and short names of departments; pinyin and its initials.
"""

import re
import unicodedata
from functools import cache, lru_cache

from opencc import OpenCC
from pypinyin import lazy_pinyin

from model.codes import read_csv

# A year with the number behind it, as document numbers have them.
_NUMBERED = re.compile(r"(?<!\d)((?:19|20)\d\d)\W{0,3}年?\W{0,3}第?\s*(\d{1,4})\s*号")
_ARTICLE = re.compile(r"第\s*([〇零一二三四五六七八九十百]{1,7})\s*(?=[条章节款项部])")
_COMMISSION = re.compile(r"(?<=发改|经信|卫健)委员会")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_SPACED = re.compile(r"(?<=\d)\s+(?=[万亿元%‰条号])|(?<=第)\s+(?=\d)")
_TOKEN = re.compile(r"[a-zà-ÿ]+|\d+(?:\.\d+)?|[%‰]|[^\W\da-zà-ÿ_]+")
_LETTERS = re.compile(r"[a-zà-ÿ]+")
_YEAR_THEN_NUMBER = re.compile(r"((?:^|.* )(?:19|20)\d\d,)\x1f( (?!(?:19|20)\d\d,)\d{1,4},)(?=\x1f|号|$)")
_PLURAL = re.compile(r"(?<=[a-z]{3}[a-rt-z])s$")
_WHOLE = 2  # letters of a word that is searched as a whole: initials would stand in nearly every English word
_ENDINGS = ("自治州", "地区", "市", "区", "县", "旗", "盟")
_NOTHING = "\0"  # what no text holds: a query of mere marks finds nothing
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0}


def folded(words: str) -> str:
    """Text as search sees it, line by line: words of letters between spaces, numbers as ` 100,`, no marks.

    So a number is found as a whole number and a word of letters by its beginning.
    """
    plain = _GROUPED.sub("", _plain(words))
    return "\n".join(f" {_spaced(line)} " for line in plain.splitlines() or [""])


def terms(words: str) -> tuple[str, ...]:
    """What must stand in a folded text for the words to be found in it: one term for each word that was typed.

    A year with a number behind it (2023 5) is one term, a document number; a place before other words (威海市科技局) is a term of its own.
    Words of marks alone find nothing; no words, everything.
    """
    plain = _GROUPED.sub("", _SPACED.sub("", _plain(words)))
    parts = [part for part in (_spaced(chunk) for chunk in _places().sub(r"\1 ", plain).split()) if part]
    if not parts:
        return (_NOTHING,) if words.strip() else ()
    joined = "\x1f".join(_bounded(part) for part in parts)
    while (again := _YEAR_THEN_NUMBER.sub(r"\1\2", joined)) != joined:
        joined = again
    return tuple(dict.fromkeys(joined.split("\x1f")))


def holds(text: str, words: str) -> bool:
    """Whether a folded text holds every term of the words."""
    return all(term in text for term in terms(words))


def pinyin(name: str) -> str:
    """The pinyin of a Chinese name in one word, and its initials: weihaishi whs."""
    syllables = [part.casefold() for part in lazy_pinyin(name, errors="ignore")]
    return f"{''.join(syllables)} {''.join(part[0] for part in syllables)}" if syllables else ""


def _plain(words: str) -> str:
    narrow = unicodedata.normalize("NFKC", words)
    simple = str(_simplifier().convert(narrow)).replace("劵", "券").casefold().replace("r&d", "rd")
    numbered = _ARTICLE.sub(lambda found: f"第{_value(found[1])}", simple)
    pattern, short = _offices()
    offices = _COMMISSION.sub("委", pattern.sub(lambda found: short[found[0]], numbered))
    return _NUMBERED.sub(r"\1 \2号", offices)


@lru_cache(maxsize=20_000)  # labels and names of bodies stand in nearly every clause of a corpus
def _spaced(line: str) -> str:
    """Tokens with a space before and after each word of letters, and a number as ` 100,` right before what it counts."""
    said = []
    for found in _TOKEN.finditer(line):
        token, is_apart = found[0], found.start() and not line[found.start() - 1].isalnum() and line[found.start() - 1] not in "%‰"
        if token[0].isdigit():
            said.append(f" {token},")
        elif _LETTERS.fullmatch(token):
            said.append(f" {token} ")
        else:
            said.append(f" {token}" if is_apart and not (said and said[-1].endswith(",")) else token)
    return " ".join("".join(said).split())


def _bounded(part: str) -> str:
    """A term begins where a number or a word of letters begins; a short word of letters also ends there."""
    first, last = part.split()[0], part.split()[-1]
    start = " " if first[0].isdigit() or _LETTERS.match(first) else ""
    if not _LETTERS.fullmatch(last):
        return start + part
    return start + (f"{part} " if len(last) <= _WHOLE else _PLURAL.sub("", part))


def _value(numeral: str) -> int:
    """A Chinese numeral below a thousand, as articles are counted."""
    if not set(numeral) & set("十百"):
        return int("".join(str(_DIGITS[character]) for character in numeral))
    total, digit = 0, None
    for character in numeral:
        if character in _DIGITS:
            digit = _DIGITS[character]
        else:
            total, digit = total + (1 if digit is None else digit) * {"十": 10, "百": 100}[character], None
    return total + (digit or 0)


def bare_place(name: str) -> str:
    """The name of a place without its ending: 威海市 -> 威海; one of which too little would be left stays whole."""
    ending = next((ending for ending in _ENDINGS if name.endswith(ending) and len(name) > len(ending) + 1), "")
    return name.removesuffix(ending)


@cache
def _places() -> re.Pattern[str]:
    """A place of the divisions, with its ending or without, at the beginning of a word that goes on."""
    names = {row["name_zh"] for row in read_csv("divisions")}
    listed = sorted(names | {bare_place(name) for name in names}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\S)({'|'.join(listed)})(?=\w)")


@cache
def _offices() -> tuple[re.Pattern[str], dict[str, str]]:
    """Formal words in names of departments and their short forms, read only right before what such a name ends with."""
    short = {row["long"]: row["short"] for row in read_csv("department_words")}
    return re.compile(f"(?:{'|'.join(sorted(short, key=len, reverse=True))})(?=委|局|厅|办)"), short


@cache
def _simplifier() -> OpenCC:
    return OpenCC("t2s")
