"""A document prepared for reading: compact text, paragraphs with the heads above them, figures grouped in lists."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from curation.extract.clauses import Paragraph, Stretch, heading_end, paragraphs
from curation.extract.definitions import Definition, find_definitions
from curation.extract.figure_lists import group_lists
from curation.extract.figures import Figure, find_figures
from curation.extract.normalise import Normal, normalise

_HEAD = 120
_DEEPEST = 9
# The line above a table of sums promises support for its rows.
_TABLE_HEAD = re.compile(r"(?:奖|补|资助|扶持|支持)[^,;。]{0,8}(?:标准|额度|金额)(?:一览|明细|对照)?表?(?:\([^()]{0,12}\))?$")
_LOOKS_BACK = re.compile(
    r"""
    (?:发展|工作|现实|科技|创新|产业)(?:基础|现状|回顾|形势|环境)
    |(?:主要|取得的?|发展)(?:成就|成效|成绩)
    |现状
    |回顾
    |面临
    |形势
    |背景
    |存在的?问题
    """,
    re.X,
)
# a heading without a number above a list of goals
_GOAL_HEAD = re.compile(
    r"""
    [^,;。:]{0,16}(?:目标|指标)(?:任务|体系)?
    """,
    re.X,
)


@dataclass(frozen=True)
class Document:
    """The whole text as the rules read it. `heads[i]` are the headings above paragraph i, one a line, nearest last."""

    normal: Normal
    paragraphs: tuple[Paragraph, ...]
    heads: tuple[str, ...]
    figures: tuple[Figure, ...]

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """What the document says of its own words, with the level that each carries."""
        return find_definitions(self.normal.compact)

    @cached_property
    def _starts(self) -> list[int]:
        return [figure.start for figure in self.figures]

    def figures_in(self, start: int, end: int) -> tuple[Figure, ...]:
        """Figures that begin in [start, end)."""
        return self.figures[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def _groups(self) -> dict[int, list[list[Figure]]]:
        return {}

    def groups_in(self, stretch: Stretch) -> list[list[Figure]]:
        """The lists of figures of one stretch, found once for awards and goals."""
        if stretch.start not in self._groups:
            self._groups[stretch.start] = group_lists(self.normal.compact, list(self.figures_in(stretch.start, stretch.end)))
        return self._groups[stretch.start]

    def looks_back(self, place: int) -> bool:
        """Whether a paragraph or a heading above it speaks of what has been done (发展基础, 现状)."""
        line = self.normal.compact[self.paragraphs[place].start : self.paragraphs[place].end]
        return any(_LOOKS_BACK.search(head[:16]) for head in (line[:24], *self.heads[place].split("\n")))

    def title_of(self, place: int) -> str:
        """The short heading that a numbered paragraph begins with, without its number; empty if there is none."""
        paragraph = self.paragraphs[place]
        line = self.normal.compact[paragraph.start : min(paragraph.start + 60, paragraph.end)]
        number = heading_end(line)
        title = re.match(r"[^。;,:\d]{2,30}[。:]", line[number:]) if number else None
        return title.group() if title else ""


def prepare(text: str) -> Document:
    """Normalise a text and find its paragraphs, heads and figures; linear in its length."""
    normal = normalise(text)
    found = tuple(paragraphs(normal.compact))
    return Document(normal, found, tuple(_heads(normal.compact, found)), tuple(find_figures(normal.compact)))


def _heads(compact: str, found: tuple[Paragraph, ...]) -> list[str]:
    """For each paragraph the first words of the numbered paragraphs that it stands under."""
    stack: list[tuple[float, str]] = []
    heads: list[str] = []
    for paragraph in found:
        while stack and stack[-1][0] >= paragraph.rank:
            stack.pop()
        heads.append("\n".join(text for _, text in stack))
        line = compact[paragraph.start : paragraph.end]
        words = line if len(line) <= _HEAD else line[: _HEAD // 2] + line[-_HEAD // 2 :]
        if paragraph.rank < _DEEPEST:
            stack.append((paragraph.rank, words))
        elif line.endswith(":") or (len(line) <= _HEAD // 2 and (_TABLE_HEAD.search(line) or _GOAL_HEAD.fullmatch(line))):
            stack.append(((stack[-1][0] if stack else 0) + 0.5, words))
    return heads
