"""The head of a paper: its title, the offices above it, its number, a day beneath it.

A numbered line, a label, a line of navigation or a cited title is never its title (`curation.face.title_lines`).
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import takewhile

from curation.face.dates import days, month_end
from curation.face.layout import Layout
from curation.face.lines import Line
from curation.face.numbers import NUMBER, written
from curation.face.signs import OFFICE, is_date, is_navigation, is_office, spaced, split_offices
from curation.face.title_lines import FAR, RED_HEAD, TAIL_NUMBER, is_in_marks, is_known, title_lines
from model.characters import unified

_RECEIVED = re.compile(r"(?:收|来|办|阅|批|传)文")
_NEAR = 6  # lines between a title and its number
# What stands before a number on its line: a bracket, or the office and a colon.
_LEAD = re.compile(rf"[( ]+|{OFFICE.pattern}\s*:\s*")


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
    `in_marks`: the title stands in the marks of a cited one; `beside`: a line next to it that is nothing known and may be part of it.
    `other_number`: a further number near the title, so that one of the two is not its own.
    """

    title: Piece | None = None
    offices: tuple[Piece, ...] = ()
    number: Piece | None = None
    day: Piece | None = None
    joined: bool = False
    open_above: bool = False
    open_below: bool = False
    in_marks: bool = False
    beside: Piece | None = None
    other_number: Piece | None = None


def read_head(held: Layout, taken: Collection[int] = ()) -> Head:
    """The head of a text; at the offsets in `taken` the fields of the page have their values."""
    lines = tuple(line for line in held.head if NUMBER.match(line.words) or not any(line.start <= place < line.end for place in taken))
    spans = title_lines(lines)
    if not spans:
        numbers, day = _numbers_and_day(lines[-FAR:])
        return Head(number=_nth(numbers, 0), other_number=_nth(numbers, 1), day=day, offices=_offices_above(lines, len(lines)))
    first, last = spans
    if re.match(r"印发|转发|批转|公布|发布", lines[first].tight):  # such a title needs its subject
        first = next((place + 1 for place in range(first - 1, -1, -1) if not is_office(lines[place])), 0)
    start, end = lines[first].start, lines[last].end
    tail = TAIL_NUMBER.search(held.cut(start, end))
    above = tuple(line for line in lines[max(0, first - _NEAR) : first] if not line.words.startswith("("))  # in brackets it stands below its title
    numbers, day = _numbers_and_day((*above, *lines[last + 1 : last + 1 + _NEAR]))
    if tail and "《" not in held.cut(start, end)[: tail.start()].rpartition("》")[2]:
        numbers = [*numbers, Piece(written(tail), start + tail.start("letters"), start + tail.end())]
        end = start + tail.start()
    title = Piece(title_words(held.shown(start, end)), start, start + len(held.cut(start, end).rstrip()))
    offices = title_offices(title) or _offices_above(lines, first) or _offices_below(lines, last)
    is_below = first > 0 and lines[first].tight.startswith("关于") and is_office(lines[first - 1])
    return Head(title, offices, _nth(numbers, 0), day, last > first and "关于" not in lines[first].tight, is_below, _bracket_below(lines, last),
                is_in_marks(title.plain), _beside(lines, first, last), _nth(numbers, 1))


def _beside(lines: tuple[Line, ...], first: int, last: int) -> Piece | None:
    """The line right above or below a title that is neither part of it nor anything that a head is known to have there."""
    title = "".join(line.tight for line in lines[first : last + 1])
    near = [lines[place] for place in (first - 1, last + 1) if 0 <= place < len(lines)]
    open_line = next((line for line in near if not (is_known(line) or line.tight in title or title in line.tight)), None)
    return Piece(open_line.words, open_line.start, open_line.end) if open_line else None


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


def _nth(pieces: list[Piece], place: int) -> Piece | None:
    return pieces[place] if place < len(pieces) else None


def _numbers_and_day(lines: tuple[Line, ...]) -> tuple[list[Piece], Piece | None]:
    """The numbers that stand alone on a line near the title, each once and without those of a receiver's stamp, and a day alone or beside one."""
    numbers: dict[str, Piece] = {}
    day = None
    for place, line in enumerate(lines):
        is_cited = place > 0 and lines[place - 1].words.endswith(("》", ",", "、", "和", "及"))
        lead = _LEAD.match(line.words)
        begin = lead.end() if lead else 0
        match = None if is_cited else NUMBER.match(line.words, begin)
        behind = line.words[match.end() :] if match else ""
        if match and _is_rest(behind):
            if not _RECEIVED.fullmatch(match["letters"]):
                numbers.setdefault(written(match), Piece(written(match), line.start, line.start + match.end()))
            day = day or _first_day(behind, line)
        elif is_date(line):
            day = _first_day(line.words, line) or day
    return list(numbers.values()), day


def _is_rest(words: str) -> bool:
    """What may follow a number on its line: nothing, a bracket, the signer, a date."""
    rest = re.sub(r"签发人\s*:?.{0,12}$|\s[\u4e00-\u9fff]{2,6}\s*:.*$|(?:印发|发布|公布)?\)?$", "", spaced(words))
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


def _offices_below(lines: tuple[Line, ...], last: int) -> tuple[Piece, ...]:
    """The offices of a cover: alone on the lines between a title and a day or month."""
    below = list(takewhile(is_office, lines[last + 1 :]))
    following = lines[last + 1 + len(below)] if last + 1 + len(below) < len(lines) else None
    if not following or not (is_date(following) or month_end(following.tight)):
        return ()
    return tuple(Piece(name, line.start, line.end) for line in below for name in split_offices(line.words))


def _red_head(lines: tuple[Line, ...]) -> tuple[Piece, ...]:
    """The offices of the red head (某市某局文件); those that issue together stand one below the other."""
    found, is_red = [], False
    for line in lines:
        red = RED_HEAD.fullmatch(line.tight)
        is_red = is_red or bool(red)
        found += [Piece(name, line.start, line.end) for name in split_offices(red["offices"] if red else line.words) if red or is_office(line)]
    return tuple(found) if is_red else ()
