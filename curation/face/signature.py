"""The signature of a paper: the offices and the day below its text. The line of printing (…印发) is none."""

import re
from dataclasses import dataclass

from curation.face.dates import DAY, days
from curation.face.head import Piece
from curation.face.layout import Layout
from curation.face.lines import Line
from curation.face.signs import is_label, is_office, spaced, split_offices

_PRINTED = re.compile(rf"({DAY})\s*印\s*发")
_OFFICE_AND_DAY = re.compile(rf"(?P<office>[\u4e00-\u9fff()、\s]{{4,80}}?)\s*(?P<day>{DAY})\s*")
_MOST_OFFICES = 12


@dataclass(frozen=True)
class Signature:
    """Who signed and when. `printed` is the day of the line of printing, which is no date of issue."""

    offices: tuple[Piece, ...] = ()
    day: Piece | None = None
    printed: Piece | None = None
    line: int = -1


def read_signature(held: Layout, first: int, last: int, is_first: bool = False) -> Signature:
    """The last signature among the lines [first, last), or the first one: a day alone on its line below offices or running text."""
    printed = next((piece for line in held.lines[first:last] if (piece := _printing(line))), None)
    found = Signature(printed=printed)
    for place in range(first, last):
        line = held.lines[place]
        signed = _signed(held, place, first)
        if signed is None or _printing(line):
            continue
        offices, day = signed
        if offices or not found.offices:
            found = Signature(offices, day, printed, place)
            if offices and is_first:
                break
    return found if found.offices or found.day is None else _without_offices(held, found, last)


def _without_offices(held: Layout, found: Signature, last: int) -> Signature:
    """A day without an office is a signature only at the very end of the text, or of the part that is looked at."""
    behind = held.lines[found.line + 1 : last]
    marks = all(re.match(r"\(|附|抄送|联系|文字解读|相关|上一篇|下一篇", line.tight) or len(line.tight) < 12 for line in behind[:4])
    return found if marks else Signature(printed=found.printed)


def _signed(held: Layout, place: int, first: int) -> tuple[tuple[Piece, ...], Piece] | None:
    line = held.lines[place]
    words = spaced(line.words)
    if re.fullmatch(rf"\(?\s*{DAY}\s*\)?", words):
        day = Piece(days(words)[0].iso, line.start, line.end) if days(words) else None
        return (_offices_above(held.lines, place, first), day) if day else None
    match = None if is_label(line) or len(words) > 110 else _OFFICE_AND_DAY.fullmatch(words)
    if match and (names := split_offices(match["office"])) and (found := days(match["day"])):
        return tuple(Piece(name, line.start, line.end) for name in names), Piece(found[0].iso, line.start, line.end)
    return None


def _offices_above(lines: tuple[Line, ...], place: int, first: int) -> tuple[Piece, ...]:
    found: list[Piece] = []
    above = place - 1
    while above >= first and place - above <= _MOST_OFFICES and is_office(lines[above]):
        found[:0] = [Piece(name, lines[above].start, lines[above].end) for name in split_offices(lines[above].words)]
        above -= 1
    return tuple(found)


def _printing(line: Line) -> Piece | None:
    match = _PRINTED.search(spaced(line.words))
    found = days(match[1]) if match and len(line.tight) < 60 else []
    return Piece(found[0].iso, line.start, line.end) if found else None
