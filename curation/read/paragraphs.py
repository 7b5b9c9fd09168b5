"""From the rows of pages to the paragraphs of a text: rows that a full line broke are joined, also from one page to the next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from curation.read.headings import HEADINGS
from curation.read.page import Row
from model.characters import as_read

# In heights of a row: a line is full if it ends this near the margin; a paragraph begins, or a row is centred, if it is set in
# by this much; a title is larger than the text by this factor.
_FULL, _INDENT, _CENTRED, _TITLE = 2.3, 0.9, 1.0, 1.15
_MANY = 3
# Below a title stand its number and its dates, which are lines of their own.
_WIDE, _APPENDED = 0.7, re.compile(r"^\s*[（(]|号\s*$|[日月]\s*$|^\s*第[一二三四五六七八九十]+[章条]")
# Rows that stand further apart than this many usual steps belong to different paragraphs.
_APART = 1.5
# A large row that ends so is a whole of its own: the red head, a number, a day, a bracket.
_WHOLE = re.compile(r"(?:文件|号|日|月|[）)])\s*$")
# The line of printing below a paper (…2030年11月21日印发) goes on in nothing.
_IMPRINT = re.compile(r"\d\s*日\s*印\s*发\s*$")
_FINISHED = re.compile(r"[。；：！？;:!?][”’）)》]?\s*$")


@dataclass(frozen=True)
class Margins:
    """Left and right edge of the running text of a document, its usual height, and whether its paragraphs are set in, and the way from row to row."""

    left: float
    right: float
    height: float
    are_set_in: bool
    pitch: float


def margins(pages: Sequence[Sequence[Row]], width: float) -> Margins | None:
    """The margins of the running text on pages of a width; None where there are no rows.

    Where fewer than three rows reach one right edge, the margins of a page are taken to be alike.
    """
    rows = [row for page in pages for row in page]
    if not rows:
        return None
    height = median(row.height for row in rows)
    usual = [row for row in rows if 0.7 * height <= row.height <= 1.3 * height] or rows
    right = sorted(row.right for row in usual)[int(0.9 * (len(usual) - 1))]
    if right < 0.6 * width or sum(abs(row.right - right) < 1.3 * height for row in usual) < _MANY:
        right = max(right, width - min(row.left for row in usual))
    full = [row for row in usual if row.right >= right - _FULL * height] or usual
    left = sorted(row.left for row in full)[int(0.25 * (len(full) - 1))]
    set_in = sum(row.left > left + _INDENT * height for row in full)
    steps = [row.top - before.top for page in pages for before, row in pairwise(page) if row.top > before.top]
    return Margins(left, right, height, set_in >= 0.08 * len(full), median(steps) if steps else 2 * height)


def goes_on(before: Row, row: Row, edges: Margins) -> bool:
    """Whether a row goes on in the paragraph of the row before it."""
    if min(before.height, row.height) > _TITLE * edges.height or _are_centred(before, row, edges):
        return abs(before.height - row.height) < 0.15 * edges.height and _is_one_title(before, row, edges)
    is_full = before.right >= edges.right - _FULL * edges.height
    is_set_in = row.left > edges.left + _INDENT * edges.height
    is_apart = row.top - before.top > _APART * max(edges.pitch, edges.height)
    if _IMPRINT.search(row.words) or not is_full or is_set_in or is_apart or "\t" in before.words or "\t" in row.words:
        return False
    if _FINISHED.search(before.words):
        return edges.are_set_in and not _begins(row.words)
    return True


def _is_one_title(before: Row, row: Row, edges: Margins) -> bool:
    """Large rows are a title; rows of the usual height are one if the first was full and the second is no number or date."""
    if row.height > _TITLE * edges.height:
        return not (_APPENDED.search(row.words) or _WHOLE.search(before.words))
    is_wide = before.right - before.left > _WIDE * (edges.right - edges.left)
    return is_wide and _APPENDED.search(row.words) is None and _FINISHED.search(before.words) is None


def _are_centred(before: Row, row: Row, edges: Margins) -> bool:
    """Whether two rows have one middle although the second is set in; a paragraph's last row has not."""
    return abs(before.left + before.right - row.left - row.right) < 0.8 * edges.height and row.left > edges.left + _CENTRED * edges.height


def _begins(words: str) -> bool:
    plain = as_read(words).lstrip()
    return any(pattern.match(plain) for kind, pattern in HEADINGS.items() if kind != "item")


def joined(before: str, words: str) -> str:
    """Two rows of one paragraph; a space only between words of letters."""
    is_letters = before[-1:].isascii() and before[-1:].isalpha() and words[:1].isascii() and words[:1].isalpha()
    return before + (" " if is_letters else "") + words


