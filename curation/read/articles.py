"""The numbered articles of a policy text: where each begins and ends and how the document itself numbers it."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from model.anchoring import simplified

_DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_NUMERAL = "[零〇一二三四五六七八九十百]{1,5}"
# Headings by depth; the number is group 1. After the numbering that GB/T 9704 prescribes: 一、 (一) 1. (1).
_HEADINGS = (
    ("part", re.compile(rf"[ \t\u3000]*({_NUMERAL})、")),
    ("article", re.compile(rf"[ \t\u3000]*第({_NUMERAL}|\d{{1,3}})条")),
    ("section", re.compile(rf"[ \t\u3000]*[(（]({_NUMERAL})[)）]")),
    ("item", re.compile(r"[ \t\u3000]*(\d{1,3})(?:[、．]|\.(?!\d))")),
)
_TITLE = re.compile(r"[^。；：:;,，\n]{2,20}")
_RESPONSIBLE = re.compile(r"(?:责任单位|牵头单位|责任部门|责任分工)[:：]?([^)）\n。]{2,200})")
# A heading with fewer words than this and deeper headings below is a name for them and no article of its own.
_BARE = 40


@dataclass(frozen=True)
class Article:
    """One article: its number as the document writes it (二、(四)2), the same in digits for ids, its span and its title."""

    number: str
    key: str
    start: int
    end: int
    title: str


def articles(text: str) -> list[Article]:
    """All articles in order; a text without numbers is one article."""
    plain = simplified(text)
    heads = _heads(plain)
    if not heads:
        return [Article("1", "1", 0, len(text), "")]
    running = _runs_through(heads)
    times: Counter[str] = Counter()
    found: list[Article] = []
    place: dict[str, int] = {}
    for index, (kind, number, start, behind) in enumerate(heads):
        end = heads[index + 1][2] if index + 1 < len(heads) else len(text)
        depth = [name for name, _ in _HEADINGS].index(kind)
        place = {name: held for name, held in place.items() if [n for n, _ in _HEADINGS].index(name) < depth} | {kind: number}
        deeper = index + 1 < len(heads) and [n for n, _ in _HEADINGS].index(heads[index + 1][0]) > depth
        if deeper and end - behind < _BARE:
            continue
        title = _TITLE.match(plain[behind:end].lstrip())
        words, key = _named(place, kind, running)
        times[key] += 1
        key = f"{key}-x{times[key] - 1}" if times[key] > 1 else key
        found.append(Article(words, key, start, end, title.group().strip() if title else ""))
    return found


def article_at(found: list[Article], offset: int) -> Article | None:
    """The article in which a place of the text lies."""
    return next((article for article in found if article.start <= offset < article.end), None)


def departments(words: str) -> dict[str, list[str]]:
    """The departments that an article names as responsible, those behind 牵头 as leading."""
    match = _RESPONSIBLE.search(simplified(words))
    names = [name.strip() for name in re.split("[、,，;；]", match[1]) if 1 < len(name.strip()) <= 20] if match else []
    lead = [re.sub("[(（]?牵头(单位)?[)）]?", "", name).strip("：: ") for name in names if "牵头" in name]
    others = [re.sub("[(（]?(参与|配合|协助|负责)(单位)?[)）]?$", "", name) for name in names if "牵头" not in name]
    return {name: list(dict.fromkeys(value)) for name, value in (("lead_departments", lead), ("departments", [*lead, *others])) if value}


def _heads(plain: str) -> list[tuple[str, int, int, int]]:
    """Every heading at the beginning of a line: kind, number, start of the line, end of the number."""
    heads, start = [], 0
    for line in plain.splitlines(keepends=True):
        for kind, pattern in _HEADINGS:
            match = pattern.match(line)
            if match:
                heads.append((kind, _number(match[1]), start, start + match.end()))
                break
        start += len(line)
    return heads


def _runs_through(heads: list[tuple[str, int, int, int]]) -> bool:
    """Whether items are numbered on from one part or section to the next instead of anew in each."""
    numbers: list[int] = []
    above, parents = 0, set()
    for place, (kind, number, *_) in enumerate(heads):
        if kind == "item":
            numbers.append(number)
            parents.add(above)
        else:
            above = place
    return len(parents) > 1 and all(later > earlier for earlier, later in pairwise(numbers))


def _named(place: dict[str, int], kind: str, running: bool) -> tuple[str, str]:
    if kind == "article" or (kind == "item" and running):
        return str(place[kind]), str(place[kind])
    words = f"{_chinese(place['part'])}、" if "part" in place else ""
    words += f"({_chinese(place['section'])})" if "section" in place else ""
    words += str(place["item"]) if "item" in place else ""
    key = "-".join(str(place[name]) for name in ("part", "section", "item") if name in place)
    return words, f"0-{key}" if running and kind == "part" else key


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    hundreds, _, rest = words.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    value = _DIGITS.get(hundreds, 0) * 100 + (_DIGITS.get(tens, 1) * 10 if ten else 0)
    return value + _DIGITS.get(ones[-1:], 0)


def _chinese(number: int) -> str:
    """1 to 99 as officials number parts and sections."""
    tens, ones = divmod(number, 10)
    names = "零一二三四五六七八九"
    return (names[ones] if not tens else ("" if tens == 1 else names[tens % 10]) + "十" + (names[ones] if ones else ""))
