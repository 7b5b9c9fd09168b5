"""What a report holds: one comparison, or several numbered ones behind a cover."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reports.clean import clean, cleaned
from reports.errors import ReportError
from wording.answer import Answer, DocumentRef


@dataclass(frozen=True)
class Item:
    """One comparison with the title it has in the report and the writer's remark."""

    comparison: Answer
    title: str
    remark: str = ""


@dataclass(frozen=True)
class Report:
    """A file to be written, all texts cleaned. `title` is that of the cover; a single comparison has no cover.

    `clauses` gives the clause behind a row id, for the documents in the library; `footnotes` puts the sources of a
    Word file at the foot of its pages; `details` brings every clause and every row's own note into Word and PowerPoint,
    which are short otherwise.
    """

    items: tuple[Item, ...]
    title: str = ""
    clauses: Mapping[str, str] = field(default_factory=dict)
    footnotes: bool = False
    details: bool = False

    @property
    def lang(self) -> str:
        """The language of the file: that of its first comparison."""
        return self.items[0].comparison.selection.lang

    @property
    def as_of(self) -> date:
        """The latest as-of date in the file."""
        return max(item.comparison.selection.as_of for item in self.items)

    @property
    def has_cover(self) -> bool:
        """Whether the file opens with a cover and contents."""
        return bool(self.title)

    @property
    def documents(self) -> tuple[DocumentRef, ...]:
        """Every document once, in order of first appearance: the list of sources."""
        found: dict[str, DocumentRef] = {}
        for item in self.items:
            for document in item.comparison.documents:
                found.setdefault(document.document_id, document)
        return tuple(found.values())


def single(comparison: Answer, clauses: Mapping[str, str] | None = None, *, footnotes: bool = False, details: bool = False) -> Report:
    """The report of one comparison. Raises ReportError if it has nothing to show."""
    if not comparison.cells:
        raise ReportError("reports.error.empty", title=comparison.title, reason=clean(comparison.empty_because))
    comparison = cleaned(comparison)
    return Report((Item(comparison, comparison.title),), clauses=_clean_clauses(clauses), footnotes=footnotes, details=details)


def several(
    title: str, items: tuple[Item, ...], clauses: Mapping[str, str] | None = None, *, footnotes: bool = False, details: bool = False,
) -> Report:
    """The report of a basket. Raises ReportError for an empty one, or one whose comparison has nothing to show."""
    if not items:
        raise ReportError("reports.error.no_items")
    for item in items:
        single(item.comparison)
    return Report(tuple(cleaned(item) for item in items), clean(title), _clean_clauses(clauses), footnotes, details)


def _clean_clauses(clauses: Mapping[str, str] | None) -> dict[str, str]:
    return {row_id: " ".join(clean(words).split()) for row_id, words in (clauses or {}).items()}
