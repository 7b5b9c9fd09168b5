"""The head of a paper: its title, the offices above it, its number, a day beneath it.

A title is the line (or the lines) nearest above the text that ends as titles end. A numbered line, a label, a line of
navigation or a cited title is never one.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from curation.face.dates import days
from curation.face.layout import Layout
from curation.face.lines import Line
from curation.face.numbers import NUMBER, written
from curation.face.page_fields import meaning
from curation.face.signs import (
    KIND,
    OFFICE,
    is_appendix,
    is_body,
    is_date,
    is_label,
    is_navigation,
    is_office,
    is_title_like,
    is_version,
    spaced,
)
from model.characters import unified

_FAR = 14  # lines between the title and the text: number, date, source, buttons of the page
_MOST_LINES = 4
_SHORTEST = 3  # 管理局 and 办公室 are the end of a name and no office
_RED_HEAD = re.compile(r"(?P<offices>.{3,60}?)文件$")
_STEM = re.compile(rf"(?:若干|实施|管理|暂行|专项|工作|行动|扶持|奖励|支持|促进|试行|发展)?(?:工作|管理|实施|行动|扶持|奖励|奖补|发展|若干|资金|专项|政策|的)*{KIND}(?:\([^()]*\))*")
_BRACKET_GOES_ON = re.compile(rf"\([^()]{{2,24}}\)的?[^()。;:]{{0,10}}{KIND}")  # (2031—2033年)的通知: the title was broken before its bracket
_TAIL_NUMBER = re.compile(rf"\(?\s*{NUMBER.pattern}\s*\)?\s*$")


@dataclass(frozen=True)
class Piece:
    """Words of the text at [start, end), in the form in which they are published."""

    value: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        """The words in narrow width, as grammar reads them."""
        return unified(self.value)


@dataclass(frozen=True)
class Head:
    """What stands above the text; `joined` if the title was put together of lines that might be apart.

    `open_above`: an office stands alone right above a title that begins with 关于, and may be part of it; `open_below`: a bracket below it may be.
    """

    title: Piece | None = None
    offices: tuple[Piece, ...] = ()
    number: Piece | None = None
    day: Piece | None = None
    joined: bool = False
    open_above: bool = False
    open_below: bool = False


def read_head(held: Layout, taken: Collection[int] = ()) -> Head:
    """The head of a text; at the offsets in `taken` the fields of the page have their values."""
    lines = tuple(line for line in held.head if not any(line.start <= place < line.end for place in taken))
    spans = _title_lines(lines)
    if not spans:
        number, day = _number_and_day(lines[-_FAR:])
        return Head(number=number, day=day, offices=_offices_above(lines, len(lines)))
    first, last = spans
    if re.match(r"印发|转发|批转|公布|发布", lines[first].tight):  # such a title needs its subject
        first = next((place + 1 for place in range(first - 1, -1, -1) if not is_office(lines[place])), 0)
    start, end = lines[first].start, lines[last].end
    tail = _TAIL_NUMBER.search(held.cut(start, end))
    number, day = _number_and_day((*lines[max(0, first - 6) : first], *lines[last + 1 :]))
    if tail and "《" not in held.cut(start, end)[: tail.start()].rpartition("》")[2]:
        number = number or Piece(written(tail), start + tail.start("letters"), start + tail.end())
        end = start + tail.start()
    title = Piece(title_words(held.shown(start, end)), start, start + len(held.cut(start, end).rstrip()))
    offices = title_offices(title) or _offices_above(lines, first)
    above = first > 0 and lines[first].tight.startswith("关于") and is_office(lines[first - 1])
    return Head(title, offices, number, day, last > first and "关于" not in lines[first].tight, above, _bracket_below(lines, last))


def _bracket_below(lines: tuple[Line, ...], last: int) -> bool:
    """Whether a bracket that is no day and no number follows the title."""
    below = lines[last + 1] if last + 1 < len(lines) else None
    return below is not None and below.tight.startswith("(") and not is_date(below) and not NUMBER.match(below.words.lstrip("( ")) and not re.search(r"公开|此件|年\d{1,2}月", below.tight)


def title_words(words: str) -> str:
    """A title without line ends and spaces; one space stays between the offices that issue together."""
    kept = ""
    for part in filter(None, (line.strip() for line in words.split("\n"))):
        kept += (" " if split_offices(kept) and not part.startswith("关于") else "") + part
    front, mark, rest = kept.partition("关于")
    if mark and split_offices(front):
        return re.sub(r"\s+", " ", front.strip()) + mark + re.sub(r"\s+", "", rest)
    return re.sub(r"\s+", "", kept)


def title_offices(title: Piece) -> tuple[Piece, ...]:
    """The offices that a title begins with (澄湖市人民政府关于…)."""
    front, mark, _ = title.value.partition("关于")
    if not mark or not front or "《" in front:
        return ()
    names = split_offices(front)
    return tuple(Piece(name, title.start, title.end) for name in names)


def split_offices(words: str) -> list[str]:
    """The offices of a line that holds nothing else; empty if it does not."""
    words = re.split(r"转发|批转|印发|公布|发布", words)[0]
    parts = [part for part in re.split(r"[\s、,]+", words.strip()) if part]
    if len(parts) == 1 and (place := re.match(r"(?:中共)?([\u4e00-\u9fff]{2,5}?[省市县区州盟旗])", parts[0])):
        parts = [part for part in re.split(rf"(?<=[\u4e00-\u9fff]{{3}})(?=(?:中共)?{place[1]}(?!委))", parts[0]) if part]
    return parts if parts and all(OFFICE.fullmatch(part) and len(part) > _SHORTEST for part in parts) else []


def _title_lines(lines: tuple[Line, ...]) -> tuple[int, int] | None:
    """First and last line of the title nearest to the text."""
    for last in range(len(lines) - 1, max(-1, len(lines) - 1 - _FAR), -1):
        end = last
        if is_version(lines[last]) and not is_date(lines[last]) and last and is_title_like(lines[last - 1].tight + lines[last].tight):
            last -= 1
        if _excluded(lines[last]):
            continue
        for first in range(max(0, last - _MOST_LINES + 1), last + 1):
            if _is_title(lines[first : last + 1]):
                return first, end
    return None


def _is_title(parts: tuple[Line, ...]) -> bool:
    """Whether these lines together are one title and no line of them belongs to something else."""
    words = "".join(part.tight for part in parts)
    words = _TAIL_NUMBER.sub("", words)
    if not is_title_like(words) or any(_excluded(part) for part in parts):
        return False
    if len(parts) == 1:
        return not _STEM.fullmatch(words) and not words.startswith("(")
    first, rest = parts[0], parts[1:]
    if not is_office(first) and split_offices("".join(part.words for part in parts).partition("关于")[0]):
        return True  # the names of the offices run on from line to line
    if parts[-1].tight.startswith("(") and len(parts) == 2:
        return "关于" in first.tight
    if any(is_title_like(part.tight) and not _STEM.fullmatch(part.tight) for part in parts[:-1]):
        return False
    if is_office(first):
        return not rest[0].tight.startswith("关于") and "关于" in words and len(rest) > 1
    if "关于" in first.tight:
        return not any("关于" in part.tight for part in rest) or "《" in words
    return bool(_STEM.fullmatch(rest[-1].tight)) and len(parts) == 2 and len(first.tight) >= 5 and "关于" not in rest[-1].tight


def _excluded(line: Line) -> bool:
    """Lines that are no part of a title."""
    words = line.tight
    if is_navigation(line) or is_body(line) or is_date(line) or is_appendix(line) or meaning(words) or not re.search(r"[\u4e00-\u9fff]", words) or "\t" in line.words:
        return True
    if "关于" in words and "《" not in words[: words.index("关于")]:
        return False
    if words.startswith("("):
        return not _BRACKET_GOES_ON.fullmatch(words)
    return is_label(line) or bool(_RED_HEAD.fullmatch(words) or NUMBER.match(words))


def _number_and_day(lines: tuple[Line, ...]) -> tuple[Piece | None, Piece | None]:
    """The number that stands alone on a line near the title, and a day alone or beside it."""
    number = day = None
    for place, line in enumerate(lines):
        is_cited = place > 0 and lines[place - 1].words.endswith(("》", ",", "、", "和", "及"))
        match = None if is_cited else NUMBER.match(line.words.lstrip("( "))
        behind = line.words.lstrip("( ")[match.end() :] if match else ""
        if match and _is_rest(behind):
            number = number or Piece(written(match), line.start, line.start + match.end() + len(line.words) - len(line.words.lstrip("( ")))
            day = day or _first_day(behind, line)
        elif is_date(line):
            day = _first_day(line.words, line) or day
    return number, day


def _is_rest(words: str) -> bool:
    """What may follow a number on its line: nothing, a bracket, the signer, a date."""
    rest = re.sub(r"签发人\s*:?.{0,12}$|(?:印发|发布|公布)?\)?$", "", spaced(words))
    return not re.sub(r"[\s()★☆]", "", re.sub(r"\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2}", "", rest))


def _first_day(words: str, line: Line) -> Piece | None:
    found = days(spaced(words))
    return Piece(found[0].iso, line.start, line.end) if found else None


def _offices_above(lines: tuple[Line, ...], first: int) -> tuple[Piece, ...]:
    """The offices that stand alone on the lines directly above a title, or on the red head of the sheet."""
    found: list[Piece] = []
    place = first - 1
    while place >= 0 and is_office(lines[place]) and not is_navigation(lines[place]):
        found[:0] = [Piece(name, lines[place].start, lines[place].end) for name in split_offices(lines[place].words)]
        place -= 1
    if found:
        return tuple(found)
    return _red_head(lines[max(0, first - 8) : first])


def _red_head(lines: tuple[Line, ...]) -> tuple[Piece, ...]:
    """The offices of the red head (某市某局文件); those that issue together stand one below the other."""
    found, is_red = [], False
    for line in lines:
        red = _RED_HEAD.fullmatch(line.tight)
        is_red = is_red or bool(red)
        found += [Piece(name, line.start, line.end) for name in split_offices(red["offices"] if red else line.words) if red or is_office(line)]
    return tuple(found) if is_red else ()
