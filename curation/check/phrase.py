"""What a row's own evidence says: the figure in its phrase, read in the words that stand before and behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from curation.extract.ceilings import bound_of
from curation.extract.document import Document, prepare
from curation.extract.figures import Figure
from curation.extract.targets import comparator_of
from curation.extract.views import View


@dataclass(frozen=True)
class Phrase:
    """The figures of one phrase in text order, and the first of them in its clause (None without a figure)."""

    figures: tuple[Figure, ...]
    view: View | None
    words: str

    @property
    def bound(self) -> str:
        """The bound that the words give the first figure: exact, at_most, at_least or range."""
        return bound_of(self.view) if self.view else ""

    @property
    def comparator(self) -> str:
        """How the words compare the first figure of a goal: >=, >, =, ~, <= or range."""
        return comparator_of(self.view, self.figures[0]) if self.view else ""


def phrase_of(row: Mapping[str, Any]) -> Phrase:
    """The phrase of an award, a target or an entry of the ledger."""
    return _read(str(row.get("prefix") or ""), str(row.get("phrase") or ""), str(row.get("suffix") or ""))


@lru_cache(maxsize=8192)
def _read(prefix: str, phrase: str, suffix: str) -> Phrase:
    document = prepare(prefix + phrase + suffix)
    start, end = len(prefix), len(prefix) + len(phrase)
    figures = tuple(figure for figure in document.figures if _within(document, figure, start, end))
    return Phrase(figures, _view(document, figures[0]) if figures else None, document.normal.compact)


def _within(document: Document, figure: Figure, start: int, end: int) -> bool:
    first, last = document.normal.original(figure.start, figure.end)
    return first < end and last > start


def _view(document: Document, figure: Figure) -> View:
    """The list that the figure belongs to, so that 分别给予不超过 holds for each of its members."""
    for stretch in (stretch for paragraph in document.paragraphs for stretch in paragraph.stretches):
        floor = stretch.start
        for group in document.groups_in(stretch):
            if figure in group:
                return View(document.normal.compact, stretch, tuple(group), floor, "")
            floor = group[-1].end
    raise AssertionError("a figure that stands in no stretch")
