"""List: every award or goal of a question, a row each, sorted and paged by the tables; narrowed to one strip of the distribution if one is chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from compare.shared import around as said
from compare.shared.listed import ON_A_PAGE
from compare.shared.material import Material, own_id, pinned_id
from compare.shared.view import View
from loaders import lookups, paging, queries
from loaders.paging import ORDERS, Rows
from loaders.queries import Row
from loaders.snapshot import Tables
from model.comparability import Side
from model.comparison import Cell, Chart, Comparison, Heading, Note, Verdict
from model.saying import Words, document_short, label, own, place_of, text
from model.schema import TABLES
from model.selection import Selection
from model.status import status_on

Number = tuple[str, Words, float | None, float | None, str]  # mark, words, lower and upper end, unit


@dataclass(frozen=True)
class Entry:
    """One row of the list with its document and place, and the own row that it is set against, if there is one."""

    row: Row
    document: Row
    city: Row
    own: Side | None
    as_of: date

    @property
    def status(self) -> str:
        """The code of the status of its document on the day."""
        return status_on(self.document, self.as_of)

    @property
    def is_own(self) -> bool:
        """Whether there is nothing to set it against: no own row, or its own document is the own one."""
        return self.own is None or self.own.document["document_id"] == self.document["document_id"]


@dataclass(frozen=True)
class Kind:
    """What a list of one table needs: `line` groups rows that may be set against each other, `narrowed` keeps those of the strip in a
    link, `figure` gives mark, words, ends and unit, `gap` the difference of two rows; `fields` are the further columns in their order, `usual` those shown unless others are wanted.
    """

    line: Callable[[Row], object]
    narrowed: Callable[[Rows, str], Rows]
    figure: Callable[[Row], Number]
    compare: Callable[[Side, Side, date], Verdict]
    gap: Callable[[Verdict, Row, Row], Words]
    scale: tuple[str, float]
    fields: Mapping[str, Callable[[Entry], Words]]
    usual: tuple[str, ...]
    numbers: Mapping[str, Callable[[Row], Number]] = field(default_factory=dict)  # further columns of the same make as `figure`
    named: Mapping[str, str] = field(default_factory=dict)  # columns that are called otherwise than in other lists


def list_of(kind: Kind, view: View, tables: Tables, selection: Selection) -> Comparison:
    """A page of the rows of a view; a page beyond the end is the last one. Rows are awards or goals, columns what is known of each."""
    found = view.rows(tables, view.honoured(selection))
    rows = kind.narrowed(found, selection.row)
    total = paging.count(tables, rows)
    last = max(0, (total - 1) // ON_A_PAGE)
    order, own = _order(sort_of(view, rows.table, selection)), own_id(tables, rows.selection)
    page = paging.page_of(tables, rows, order, min(selection.page - 1, last) * ON_A_PAGE, ON_A_PAGE, first=own)
    documents = lookups.documents_by_id(tables, dict.fromkeys(row["document_id"] for row in page.rows))
    held = Material(tables, rows.selection, documents, lookups.count_documents(tables, rows.selection))
    entries = _entries(kind, tables, rows, page.rows, documents, selection)
    idle = {*(("title",) if rows != found else ()), *(() if own else ("difference",))}  # every row of a strip has its title
    usual = tuple(name for name in view.fields or kind.usual if name not in idle)
    shown = tuple(name for name in kind.fields if name in (selection.fields or usual)) or usual
    key = TABLES[rows.table].key[0]
    chart = Chart("list", *kind.scale, "", tuple(_heading(entry, key, own, selection, queries.cities(tables)) for entry in entries), tuple(Heading(name, text(f"list.{kind.named.get(name, name)}")) for name in shown))
    cells = tuple(_cell(kind, entry, key, name) for entry in entries for name in shown)
    return said.comparison(
        view, held, selection, chart, cells, finding=text("list.finding", total=total) if cells else "", notes=[Note("method", text("note.ceiling"))],
        behind=page.rows, rows_total=total)


def sorts(table: str) -> tuple[str, ...]:
    """What a list of a table can be sorted by."""
    return tuple(ORDERS[table])


def sort_of(view: View, table: str, selection: Selection) -> str:
    """What the list is sorted by, with `-` downwards: what the reader chose, else as the view has it."""
    return selection.sort if selection.sort.removeprefix("-") in ORDERS[table] else view.sort


def _order(sort: str) -> tuple[tuple[str, bool], ...]:
    return ((sort.removeprefix("-"), sort.startswith("-")), ("place", False))


def _entries(kind: Kind, tables: Tables, rows: Rows, found: tuple[Row, ...], documents: dict[str, Row], selection: Selection) -> list[Entry]:
    cities, own_id = queries.cities(tables), pinned_id(tables, rows.selection)
    of_own = lookups.of_documents(tables, rows.table, [own_id]) if own_id else []
    sides = {kind.line(row): Side(row, queries.documents(tables)[own_id]) for row in reversed(of_own)}
    held = ((row, documents[row["document_id"]]) for row in found)
    return [Entry(row, document, cities[document["city_id"]], sides.get(kind.line(row)), selection.as_of) for row, document in held]


def _heading(entry: Entry, key: str, own: str, selection: Selection, cities: Mapping[str, Row]) -> Heading:
    is_own, short = entry.document["document_id"] == own, document_short(entry.document, entry.city)
    name = text("list.row", document=said.named_own(short, selection, cities) if is_own else short, article=place_of(str(entry.row["article"])))
    return Heading(entry.row[key], name, status=entry.status, is_tentative=entry.status == "draft", is_own=is_own)


def _cell(kind: Kind, entry: Entry, key: str, name: str) -> Cell:
    row_id = entry.row[key]
    if name == "figure" or name in kind.numbers:
        mark, words, low, high, unit = kind.numbers.get(name, kind.figure)(entry.row)
        return Cell(row_id, name, mark, words, low, high, unit, (row_id,))
    if name == "difference":
        verdict = None if entry.is_own or entry.own is None else kind.compare(entry.own, Side(entry.row, entry.document), entry.as_of)
        return Cell(row_id, name, "text", _difference(kind, entry, verdict), source_ids=(row_id,))
    return Cell(row_id, name, "text", kind.fields[name](entry), source_ids=(row_id,))


def _difference(kind: Kind, entry: Entry, verdict: Verdict | None) -> Words:
    """How much more or less than the own figure, in words; only the verdict where the two are not directly comparable."""
    if verdict is None or entry.own is None:
        return ""
    return kind.gap(verdict, dict(entry.own.row), entry.row) or verdict.words


def nothing(entry: Entry) -> Words:
    """The place of a column whose cells are made by the list itself."""
    return ""


# What lists of both tables can show of a place and a document.
PLACE: Mapping[str, Callable[[Entry], Words]] = {
    "place": lambda entry: own(entry.city, "name"),
    "province": lambda entry: own(entry.city, "province"),
    "place_level": lambda entry: label("city_level", entry.city["level"]),
}
DOCUMENT: Mapping[str, Callable[[Entry], Words]] = {
    "number": lambda entry: entry.document["document_number"] or "",
    "status": lambda entry: label("status", entry.status),
    "difference": nothing,
}
