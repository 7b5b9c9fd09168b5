"""Where a policy text numbers its parts: the headings at the beginning of its lines, after GB/T 9704 and the rules for laws."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from model.characters import INVISIBLE, as_read

_DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_NUMERAL = "[零〇○一二三四五六七八九十百]{1,5}"
_MANY = rf"({_NUMERAL}|\d{{1,3}})"
# Behind 第二条 in running text: no article begins where a line happens to break before such words.
_GOES_ON = r"(?:规定|之规定|所[列述称规指]|第|的|款|项(?!目)|(?:至|到|和|与|及|或|以及|[、,])\s*(?:第|本)|中(?:规定|的|所|有关)|[)）」》])"
# Headings by depth; the number is group 1.
HEADINGS = {
    "annex": re.compile(rf"附\s*件\s*{_MANY}?(?:\s*[:：]|\s*$|\s+(?=\S))"),
    "closing": re.compile(r"附\s*则()\s*[:：]?\s*$"),
    "chapter": re.compile(rf"第\s*{_MANY}\s*[章编](?!{_GOES_ON})"),
    "part": re.compile(rf"({_NUMERAL})\s*[、.](?!\d)"),
    "article": re.compile(rf"第\s*{_MANY}\s*条(?:\s*之\s*(?P<of>{_NUMERAL}))?(?!{_GOES_ON})"),
    "section": re.compile(rf"[(（]\s*({_NUMERAL})\s*[)）](?!\s*(?:款|项|中|至|和|、|所))|([㈠-㈩])"),
    "item": re.compile(r"(\d{1,3})\s*(?:[、]|\.(?!\d))"),
}
DEPTH = {kind: depth for depth, kind in enumerate(HEADINGS)}
# An entry of a table of contents: dots that lead to a page number.
_CONTENTS = re.compile(r"(?:[.…·]{3,}|\t)\s*\d{1,4}\s*$")
_FINISHED = re.compile(r"[。;:：；!?…)）”》】]\s*$")
_WRAPPED = 18


@dataclass(frozen=True)
class Heading:
    """One heading: its kind, number and what is inserted behind it (第三条之一 is 3 and 1), the start of its line, the end of its number."""

    kind: str
    number: int
    inserted: int
    start: int
    behind: int


def headings(text: str) -> list[Heading]:
    """Every heading of a text in order."""
    found: list[Heading] = []
    before = ""
    for start, line in _lines(as_read(text)):
        heading = _heading(line, start)
        if heading and not (_is_wrapped(before) and not _follows(heading, found)):
            found.append(heading)
        before = line if line.strip() else before
    return found


def _lines(plain: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in plain.splitlines(keepends=True):
        yield start, line
        start += len(line)


def _heading(line: str, start: int) -> Heading | None:
    seen = [place for place, character in enumerate(line) if character not in INVISIBLE and character not in "\r\n"]
    words = "".join(line[place] for place in seen)
    indent = len(words) - len(words.lstrip())
    if _CONTENTS.search(words):
        return None
    for kind, pattern in HEADINGS.items():
        match = pattern.match(words, indent)
        if match:
            inserted = number_of(match["of"]) if kind == "article" and match["of"] else 0
            number = match[1] or (match[2] if kind == "section" else "")
            return Heading(kind, number_of(number or ""), inserted, start, start + seen[match.end() - 1] + 1)
    return None


def _is_wrapped(before: str) -> bool:
    """Whether the line before breaks off within a sentence."""
    return len(before.strip()) >= _WRAPPED and not _FINISHED.search(before)


def _follows(heading: Heading, found: list[Heading]) -> bool:
    """Whether a number is the next of its kind, so that it may begin even behind an unfinished line."""
    last = next((held for held in reversed(found) if held.kind == heading.kind), None)
    return heading.number == 1 or heading.kind in ("annex", "chapter") or (last is not None and heading.number == last.number + (0 if heading.inserted else 1))


def number_of(words: str) -> int:
    """A number from 0 to 999 in digits, in Chinese numerals or in a bracketed numeral (㈠); 0 for none."""
    if "㈠" <= words[:1] <= "㈩":
        return ord(words[0]) - ord("㈠") + 1
    if words.isdigit():
        return int(words)
    hundreds, _, rest = words.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    value = _DIGITS.get(hundreds, 0) * 100 + (_DIGITS.get(tens, 1) * 10 if ten else 0)
    return value + _DIGITS.get(ones[-1:], 0)


def chinese(number: int) -> str:
    """1 to 999 as officials number parts and articles."""
    names = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{names[hundreds]}百" if hundreds else ""
    if tens:
        return words + ("" if tens == 1 and not hundreds else names[tens]) + "十" + (names[ones] if ones else "")
    return words + ("零" if hundreds and ones else "") + (names[ones] if ones or not hundreds else "")
