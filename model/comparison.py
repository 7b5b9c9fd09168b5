"""What every view computes: one Comparison of codes, numbers, row ids and verdicts. A cell without a number has None, never zero.

The shape holds what is to be said as Sayings, without a language; `wording.answer` gives the same shape in the words of one
language, which charts, files and pages show. W is Words here and str there.
"""

from dataclasses import dataclass, field
from typing import Generic

from typing_extensions import TypeVar

from model.saying import Words
from model.selection import Selection

W = TypeVar("W", default=Words)

MONEY_MARKS = ("exact", "ceiling", "floor", "range")
NUMBER_MARKS = (*MONEY_MARKS, "rate", "match", "pool", "not_payment")
SILENT_MARKS = ("unstated", "mentioned", "absent", "not_reviewed")


@dataclass(frozen=True)
class Heading(Generic[W]):
    """A row or column. `group` gathers rows under one heading; `status` is a code of the list `status`;
    `is_tentative` marks drafts and own proposals, which are drawn hollow and labelled everywhere; `is_own` is the own city, which
    stands first and is tinted; `city_id` is the place of a document, whose papers share a hue.
    """

    key: str
    label: W
    group: W | str = ""
    note: W | str = ""
    status: str = ""
    is_tentative: bool = False
    is_own: bool = False
    city_id: str = ""


@dataclass(frozen=True)
class Reason(Generic[W]):
    """Why two cells are not simply comparable, and what can be compared instead, in words."""

    code: str
    words: W
    instead: W


@dataclass(frozen=True)
class Verdict(Generic[W]):
    """direct | conditional | not_comparable, with every reason, strongest first."""

    code: str
    words: W
    reasons: tuple[Reason[W], ...] = ()


@dataclass(frozen=True)
class Cell(Generic[W]):
    """One value at (row, column).

    `low` and `high` are in the base unit of `unit` (yuan for cny, percent for percent); None is never zero.
    A ceiling has only `high`, a floor only `low`, an exact value both. `words` is what a person reads.
    `comparability` is None for the baseline itself. `figure` is the figure with which the words begin, and `cases` are the
    words of each support where there are several, the one of the number first. `difference` says how much more or less than the own
    city's figure it is, only where the two are directly comparable.
    """

    row: str
    column: str
    mark: str
    words: W
    low: float | None = None
    high: float | None = None
    unit: str = ""
    source_ids: tuple[str, ...] = ()
    comparability: Verdict[W] | None = None
    figure: W | str = ""
    cases: tuple[W, ...] = ()
    difference: W | str = ""

    @property
    def value(self) -> float | None:
        """The number a chart draws: the upper end, or the lower one of a floor."""
        return self.high if self.high is not None else self.low


@dataclass(frozen=True)
class Chart(Generic[W]):
    """How the cells are drawn. `question` is magnitude, matrix, change, timeline, stack, list, spread, goals or tiles.

    `unit` and `scale` are those of the drawn cells (10,000 for 万元); `axis` the axis title; `drawn` the keys of the
    rows that a magnitude, change or stack chart draws (the matrix shows all rows).
    """

    question: str
    unit: str
    scale: float
    axis: W
    rows: tuple[Heading[W], ...]
    columns: tuple[Heading[W], ...]
    drawn: tuple[str, ...] = ()


@dataclass(frozen=True)
class Point(Generic[W]):
    """One figure of a distribution on the strip `row`, or `count` equal ones where there are too many to tell apart.

    `label` names the document (empty for several) and `words` its figure; `low` and `high` are as in a cell, and `at` is the target year of a goal. `is_marked` points are
    named in the chart: the own city, its peers, the documents set side by side and the own proposal; `is_own` is the one that others are measured by.
    `before` is the `source_id` of the same place's figure in its paper before this one, to which a line is drawn.
    """

    row: str
    mark: str
    low: float | None
    high: float | None
    words: W | str = ""
    label: W | str = ""
    document_id: str = ""
    source_id: str = ""
    status: str = ""
    count: int = 1
    at: int | None = None
    before: str = ""
    is_tentative: bool = False
    is_marked: bool = False
    is_own: bool = False

    @property
    def value(self) -> float:
        """Where the point stands: the upper end, or the lower one of a floor."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return max(ends)


@dataclass(frozen=True)
class Source(Generic[W]):
    """The clause behind a cell: one award, target or measure, ready to be cited.

    `citation` is what officials write inline; `sentence` a full sentence with the figure; `start`, `end` are code
    points in the document's text.
    """

    row_id: str
    document_id: str
    article: str
    phrase: str
    prefix: str
    suffix: str
    citation: W
    sentence: W
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class DocumentRef(Generic[W]):
    """A document as notes, legends and bibliographies name it; `source` says what kind of copy was read where it is no official one."""

    document_id: str
    label: W
    title: W
    number: str
    reference: W
    status: str
    status_words: W
    is_draft: bool
    is_public: bool
    caveat: W | str = ""
    source: W | str = ""


@dataclass(frozen=True)
class Note(Generic[W]):
    """A remark that travels with the figures. `kind`: caveat, comparability, hidden, method or definition."""

    kind: str
    text: W


@dataclass(frozen=True)
class Comparison(Generic[W]):
    """One answered question. `filters` says the selection in words; `empty_because` why there is nothing to show;
    `total` counts the documents that pass the filters, of which `documents` are shown, and `rows_total` the rows of a list, of which a page is.
    `part` is the part of a page with many documents that this is, of `parts`; `points` are those of a distribution.
    """

    view: str
    selection: Selection
    snapshot: str
    title: W
    finding: W
    chart: Chart[W]
    cells: tuple[Cell[W], ...]
    notes: tuple[Note[W], ...] = ()
    sources: tuple[Source[W], ...] = ()
    documents: tuple[DocumentRef[W], ...] = ()
    filters: tuple[W, ...] = ()
    empty_because: W | str = ""
    total: int = 0
    rows_total: int = 0
    part: str = ""
    parts: tuple[str, ...] = ()
    points: tuple[Point[W], ...] = ()
    _index: dict[tuple[str, str], Cell[W]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._index.update({(cell.row, cell.column): cell for cell in self.cells})

    def cell(self, row: str, column: str) -> Cell[W] | None:
        """The cell at (row, column), or None where the view has none."""
        return self._index.get((row, column))

    def source(self, row_id: str) -> Source[W] | None:
        """The clause behind a row id."""
        return next((source for source in self.sources if source.row_id == row_id), None)
