"""Paragraphs, sentences and the stretches between semicolons, as slices of the compact text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 900  # characters of one stretch; a longer one is cut so that every rule stays linear

_STRETCH_END = re.compile(r"[。!?;]")
_HEADING = re.compile(
    r"(?:第[一二三四五六七八九十百零〇\d]{1,5}[条章节款]|[一二三四五六七八九十]{1,3}[、.]|[(\[][一二三四五六七八九十\d]{1,3}[)\]]"
    r"|\d{1,2}(?:[、)]|\.(?!\d))|[①-⑳㈠-㈩●◆■★※·]|--|[一二三四五六七八九]是)"
)
_RANKS = (
    (re.compile(r"第[一二三四五六七八九十百\d]{1,4}[编部篇]"), 0),
    (re.compile(r"第[一二三四五六七八九十百\d]{1,4}章"), 1),
    (re.compile(r"[一二三四五六七八九十]{1,3}[、.]"), 2),
    (re.compile(r"第[一二三四五六七八九十百零〇\d]{1,5}条"), 3),
    (re.compile(r"[(][一二三四五六七八九十]{1,3}[)]|[㈠-㈩]"), 4),
    (re.compile(r"\d{1,2}(?:[、)]|\.(?!\d))"), 5),
    (re.compile(r"[(]\d{1,2}[)]|[①-⑳]"), 6),
)


_NUMBERS_BEGIN = frozenset("第([㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十0123456789")


class Stretch(NamedTuple):
    """[start, end) between two semicolons or full stops; `sentence` and `paragraph` start where those start."""

    start: int
    end: int
    sentence: int
    paragraph: int


class Paragraph(NamedTuple):
    """[start, end) between two paragraph breaks, with its numbering rank (9: none) and its stretches."""

    start: int
    end: int
    rank: int
    stretches: tuple[Stretch, ...]


def paragraphs(compact: str) -> Iterator[Paragraph]:
    """All paragraphs in order."""
    start = 0
    for line in compact.split("\n"):
        end = start + len(line)
        if line:
            yield Paragraph(start, end, rank(line), tuple(_stretches(compact, start, end)))
        start = end + 1


def rank(line: str) -> int:
    """Depth of a numbered heading: chapter 1, 一、 2, article 3, (一) 4, 1. 5, (1) 6; no number 9."""
    return next((value for pattern, value in _RANKS if pattern.match(line)), 9) if line[:1] in _NUMBERS_BEGIN else 9


def heading_end(line: str) -> int:
    """Length of the number at the head of a line."""
    match = _HEADING.match(line)
    return match.end() if match else 0


def _stretches(compact: str, start: int, end: int) -> Iterator[Stretch]:
    sentence = begin = start
    for match in _STRETCH_END.finditer(compact, start, end):
        yield from _cut(begin, match.end(), sentence, start)
        begin = match.end()
        if match.group() != ";":
            sentence = begin
    yield from _cut(begin, end, sentence, start)


def _cut(start: int, end: int, sentence: int, paragraph: int) -> Iterator[Stretch]:
    while end - start > LONGEST:
        yield Stretch(start, start + LONGEST, max(sentence, start - LONGEST), paragraph)
        start += LONGEST
    if end > start:
        yield Stretch(start, end, max(sentence, start - LONGEST), paragraph)
