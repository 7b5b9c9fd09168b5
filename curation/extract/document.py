"""A document prepared for reading: compact text, paragraphs with the heads above them, figures grouped in lists."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from curation.extract.clauses import Paragraph, Stretch, heading_end, paragraphs
from curation.extract.definitions import Definition, find_definitions
from curation.extract.figure_lists import group_lists
from curation.extract.figures import Figure, find_figures
from curation.extract.normalise import Normal, normalise

_HEAD = 120
_TITLE = re.compile(r"[^。;,:\d]{2,30}[。:]")  # the short heading that a numbered paragraph begins with
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
# the head row of a table of support: 序号 奖补事项 奖补标准 责任单位
_TABLE_ROW = re.compile(r"[^,;。:\d]{0,24}(?:事项|项目|条款|内容|类别|名称|政策|对象|情形)[^,;。:\d]{0,12}(?:奖|补|资助|扶持|支持)[^,;。\d]{0,4}(?:标准|额度|金额|比例)[^,;。\d]{0,16}")
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

    @cached_property
    def _titles(self) -> dict[int, str]:
        return {}

    def looks_back(self, place: int) -> bool:
        """Whether a paragraph or a heading above it speaks of what has been done (发展基础, 现状)."""
        line = self.normal.compact[self.paragraphs[place].start : self.paragraphs[place].end]
        return any(_LOOKS_BACK.search(head[:16]) for head in (line[:24], *self.heads[place].split("\n")))

    def is_row(self, place: int) -> bool:
        """Whether a paragraph is a row of a table of support."""
        return _heads_a_table(self.heads[place])

    def title_of(self, place: int) -> str:
        """The short heading that a numbered paragraph begins with, without its number; empty if there is none."""
        if place not in self._titles:
            paragraph = self.paragraphs[place]
            line = self.normal.compact[paragraph.start : min(paragraph.start + 60, paragraph.end)]
            number = heading_end(line)
            title = _TITLE.match(line, number) if number else None
            self._titles[place] = title.group() if title else ""
        return self._titles[place]


def prepare(text: str) -> Document:
    """Normalise a text and find its paragraphs, heads and figures; linear in its length."""
    normal = normalise(text)
    found = tuple(paragraphs(normal.compact))
    heads = tuple(_heads(normal.compact, found))
    rows = tuple(_cut_at_cells(normal, paragraph) if _heads_a_table(head) else paragraph for paragraph, head in zip(found, heads, strict=True))
    return Document(normal, rows, heads, tuple(find_figures(normal.compact)))


def _heads_a_table(heads: str) -> bool:
    return _TABLE_ROW.fullmatch(heads.rsplit("\n", 1)[-1]) is not None


def _cut_at_cells(normal: Normal, row: Paragraph) -> Paragraph:
    """The row of a table with a stretch for each cell, so that no words of one cell say what a figure of another is."""
    first = normal.places[row.start]
    line = normal.simplified[first : normal.places[row.end - 1]]
    cuts = [bisect_left(normal.places, first + place, row.start, row.end) for place, char in enumerate(line) if char in "\t|"]
    stretches = []
    for stretch in row.stretches:
        inner = [stretch.start, *(cut for cut in cuts if stretch.start < cut < stretch.end), stretch.end]
        stretches += [stretch._replace(start=start, end=end) for start, end in pairwise(inner) if start < end]
    return row._replace(stretches=tuple(stretches))


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
        elif line.endswith(":") or (len(line) <= _HEAD // 2 and (_TABLE_HEAD.search(line) or _TABLE_ROW.fullmatch(line) or _GOAL_HEAD.fullmatch(line))):
            stack.append(((stack[-1][0] if stack else 0) + 0.5, words))
    return heads
