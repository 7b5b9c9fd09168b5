"""What pages carry besides the text, known by place and repetition: running heads, page numbers, watermarks."""

import re
from collections import Counter
from collections.abc import Sequence

from curation.read.page import Page, Row

# A row of furniture is one of this many from the top or bottom of its page, and stands at the same height on so many pages.
_OUTER, _SHARE, _SAME_PLACE = 2, 0.4, 0.012
# A page number stands in this outermost part of a page.
_MARGIN = 0.15
_DASHED = re.compile(r"[\s]*(?:[—–―─\-_·•~～]+\s*\d{1,4}\s*[—–―─\-_·•~～]*|[—–―─\-_·•~～]*\s*\d{1,4}\s*[—–―─\-_·•~～]+|第\s*[\d一二三四五六七八九十]{1,4}\s*页.{0,12}|\d{1,4}\s*/\s*\d{1,4}|共\s*\d{1,4}\s*页.{0,12}|[Pp]age\s*\d+.{0,10})\s*")
_BARE = re.compile(r"\s*(\d{1,4}|[ivxl]{1,6})\s*")


def without_furniture(pages: Sequence[Page], rows: Sequence[Sequence[Row]]) -> tuple[list[list[Row]], int]:
    """The rows of every page without furniture, and how many rows were furniture."""
    repeated = _repeated(pages, rows)
    kept: list[list[Row]] = []
    for number, (page, held) in enumerate(zip(pages, rows, strict=True)):
        kept.append([row for place, row in enumerate(held) if not _is_furniture(page, held, place, number, repeated)])
    if not any(kept):  # where all is alike nothing is furniture
        return [list(held) for held in rows], 0
    return kept, sum(map(len, rows)) - sum(map(len, kept))


def _is_furniture(page: Page, held: Sequence[Row], place: int, number: int, repeated: set[tuple[str, int]]) -> bool:
    row = held[place]
    at_edge = place < _OUTER or place >= len(held) - _OUTER
    if any((_pattern(row), step) in repeated for step in _steps(page, row)):
        return True
    if not at_edge or not (row.bottom < _MARGIN * page.height or row.top > (1 - _MARGIN) * page.height):
        return False
    match = _BARE.fullmatch(row.words)
    return _DASHED.fullmatch(row.words) is not None or (match is not None and (place in (0, len(held) - 1)) and _is_page_number(match[1], number, held, place))


def _is_page_number(words: str, number: int, held: Sequence[Row], place: int) -> bool:
    """A bare number is that of the page if it stands apart from the text, or counts as the pages do."""
    if len(held) == 1:
        return True
    neighbour = held[1] if place == 0 else held[-2]
    apart = neighbour.top - held[0].bottom if place == 0 else held[-1].top - neighbour.bottom
    return apart > 1.2 * held[place].height or (words.isdigit() and int(words) == number + 1)


def _pattern(row: Row) -> str:
    return re.sub(r"\d+", "#", "".join(row.words.split()))


def _steps(page: Page, row: Row) -> tuple[int, int]:
    """Where a row stands, in steps of the page's height; two, as a row may lie at the border of one."""
    step = row.top / page.height / _SAME_PLACE
    return int(step), int(step + 0.5) + 100_000


def _repeated(pages: Sequence[Page], rows: Sequence[Sequence[Row]]) -> set[tuple[str, int]]:
    """Words that stand in one place on many pages: at the edge of two pages, or anywhere on three."""
    edge: Counter[tuple[str, int]] = Counter()
    anywhere: Counter[tuple[str, int]] = Counter()
    for page, held in zip(pages, rows, strict=True):
        for place, row in enumerate(held):
            for step in _steps(page, row):
                anywhere[_pattern(row), step] += 1
                edge[_pattern(row), step] += place < _OUTER or place >= len(held) - _OUTER
    total = len(pages)
    return {key for key, count in edge.items() if count >= max(2, _SHARE * total)} | {key for key, count in anywhere.items() if count >= max(3, 0.6 * total)}
