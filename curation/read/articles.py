"""The numbered articles of a policy text: where each begins and ends and how the document itself numbers it.

Together they cover every figure of the text: what stands before the first number, in an annex, or in an article above its
own (一)(二) lies in an article too.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from curation.read.headings import DEPTH, Heading, chinese, headings
from model.characters import as_read

_TITLE = re.compile(r"[^。；：:;,，\n]{2,20}")
_RESPONSIBLE = re.compile(r"(?:责任单位|牵头单位|责任部门|责任分工)[:：]?([^)）\n。]{2,200})")
# A heading with fewer words than this, no figure and deeper headings below is a name for them and no article of its own.
_BARE = 40
_FIGURE = re.compile(r"[\d〇零一二两三四五六七八九十百千](?:[多余])?\s*(?:[万亿千百]?元|[万亿]|%|‰|个百分点|家|户|个|人|名|件|项|倍|平方米)|[百千]分之|\d:\d|翻[一两二]番")
# A sentence, so that an article above its own (一)(二) is one itself.
_SENTENCE = re.compile("[。；;：:]")
PREAMBLE = "引言"


@dataclass(frozen=True)
class Article:
    """One article: its number as the document writes it (二、(四)2), the same in letters and digits for ids, its span and its title."""

    number: str
    key: str
    start: int
    end: int
    title: str


def articles(text: str) -> list[Article]:
    """All articles in order; a text without numbers is one article."""
    plain = as_read(text)
    heads = headings(text)
    if not heads:
        return [Article("1", "1", 0, len(text), "")]
    running, anew = _runs_through(heads), _begins_anew(heads)
    times: Counter[str] = Counter()
    found = _preamble(plain[: heads[0].start])
    place: dict[str, Heading] = {}
    for index, head in enumerate(heads):
        end = heads[index + 1].start if index + 1 < len(heads) else len(text)
        place = {kind: held for kind, held in place.items() if DEPTH[kind] < DEPTH[head.kind]} | {head.kind: head}
        deeper = index + 1 < len(heads) and DEPTH[heads[index + 1].kind] > DEPTH[head.kind]
        words = plain[head.behind : end]
        if _is_bare(words, head, deeper) or _is_list_of_annexes(place, head.kind, words):
            continue
        title = _TITLE.match(words.lstrip())
        number, key = _named(place, head.kind, running, anew)
        times[key] += 1
        key = f"{key}-x{times[key] - 1}" if times[key] > 1 else key
        found.append(Article(number, key, head.start, end, _cut(text, head.behind, title)))
    return found or [Article("1", "1", 0, len(text), "")]


def article_at(found: list[Article], offset: int) -> Article | None:
    """The article in which a place of the text lies."""
    return next((article for article in found if article.start <= offset < article.end), None)


def departments(words: str) -> dict[str, list[str]]:
    """The departments that an article names as responsible, those behind 牵头 as leading."""
    match = _RESPONSIBLE.search(as_read(words))
    names = [name.strip() for name in re.split("[、,，;；]", match[1]) if 1 < len(name.strip()) <= 20] if match else []
    lead = [re.sub("[(（]?牵头(单位)?[)）]?", "", name).strip("：: ") for name in names if "牵头" in name]
    others = [re.sub("[(（]?(参与|配合|协助|负责)(单位)?[)）]?$", "", name) for name in names if "牵头" not in name]
    return {name: list(dict.fromkeys(value)) for name, value in (("lead_departments", lead), ("departments", [*lead, *others])) if value}


def _preamble(plain: str) -> list[Article]:
    return [Article(PREAMBLE, "preamble", 0, len(plain), "")] if _FIGURE.search(plain) else []


def _cut(text: str, behind: int, title: re.Match[str] | None) -> str:
    """The title with the characters of the text itself."""
    if title is None:
        return ""
    start = behind + len(text[behind:]) - len(text[behind:].lstrip())
    return text[start : start + len(title.group())].strip()


def _is_bare(words: str, head: Heading, deeper: bool) -> bool:
    if head.kind == "chapter":
        return (deeper or not words.strip()) and not _FIGURE.search(words)
    if not deeper or len(words) >= _BARE or _FIGURE.search(words):
        return False
    return head.kind != "article" or not _SENTENCE.search(words)


def _is_list_of_annexes(place: dict[str, Heading], kind: str, words: str) -> bool:
    """附件: with the names of annexes, not the annex itself."""
    return kind in ("annex", "item") and "annex" in place and not _FIGURE.search(words) and len(words) < 3 * _BARE


def _runs_through(heads: list[Heading]) -> bool:
    """Whether items are numbered on from one part or section to the next instead of anew in each."""
    numbers: list[int] = []
    above, parents = 0, set()
    for place, head in enumerate(heads):
        if head.kind == "item":
            numbers.append(head.number)
            parents.add(above)
        elif head.kind == "closing":
            break
        elif head.kind != "annex":
            above = place
    return len(parents) > 1 and all(later > earlier for earlier, later in pairwise(numbers))


def _begins_anew(heads: list[Heading]) -> bool:
    """Whether the numbers of articles begin anew in each chapter, so that a number alone cites nothing."""
    numbers: Counter[tuple[int, int]] = Counter()
    chapters = 0
    for head in heads:
        chapters += head.kind == "chapter"
        if head.kind == "annex":
            break
        if head.kind == "article":
            numbers[head.number, head.inserted] += 1
    return chapters > 1 and any(count > 1 for count in numbers.values())


def _named(place: dict[str, Heading], kind: str, running: bool, anew: bool) -> tuple[str, str]:
    words, keys = _annex(place.get("annex"))
    if kind == "item" and running and not ("annex" in place or "closing" in place):
        return str(place[kind].number), str(place[kind].number)
    if "article" in place or kind == "chapter":
        return _in_articles(place, kind, anew, words, keys)
    if kind == "annex":
        return words.strip(), "-".join(keys)
    if "closing" in place:
        words, keys = f"{words}附则", [*keys, "closing"]
    words += f"{chinese(place['part'].number)}、" if "part" in place else ""
    words += f"({chinese(place['section'].number)})" if "section" in place else ""
    words += str(place["item"].number) if "item" in place else ""
    keys += [str(place[name].number) for name in ("part", "section", "item") if name in place]
    key = "-".join(keys)
    return words, f"0-{key}" if running and kind == "part" else key


def _annex(annex: Heading | None) -> tuple[str, list[str]]:
    if annex is None:
        return "", []
    return (f"附件{annex.number} ", [f"annex{annex.number}"]) if annex.number else ("附件", ["annex"])


def _in_articles(place: dict[str, Heading], kind: str, anew: bool, words: str, keys: list[str]) -> tuple[str, str]:
    """第三章第二条, 第二条（一）, 第三条之一; an article whose number runs through the document is that number alone."""
    if "chapter" in place and (anew or kind == "chapter"):
        words += f"第{chinese(place['chapter'].number)}章"
        keys = [*keys, f"c{place['chapter'].number}"]
    if "article" not in place:
        return words, "-".join(keys)
    article = place["article"]
    keys = [*keys, f"{article.number}z{article.inserted}" if article.inserted else str(article.number)]
    if kind == "article" and not words and not article.inserted:
        return str(article.number), keys[0]
    words += f"第{chinese(article.number)}条" + (f"之{chinese(article.inserted)}" if article.inserted else "")
    words += f"（{chinese(place['section'].number)}）" if "section" in place else ""
    words += str(place["item"].number) if "item" in place else ""
    return words, "-".join([*keys, *(str(place[name].number) for name in ("section", "item") if name in place)])
