"""List: every award of a question, a row each, sorted and paged by the tables; narrowed to one strip of the distribution if one is chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from compare.shared import around as said
from compare.shared.listed import ON_A_PAGE
from compare.shared.material import Material, pinned_id
from compare.shared.view import View
from loaders import lookups, paging, queries, spread
from loaders.paging import AWARD_ORDERS, Rows
from loaders.queries import Row
from loaders.snapshot import Tables
from loaders.spread import Line
from model import money
from model.codes import code_list
from model.comparability import Side, compare_awards
from model.comparison import Cell, Chart, Comparison, Heading, Note, Verdict
from model.money import WAN
from model.prepared import point
from model.saying import Words, document_short, figure_of, label, listed, own, percent, place_of, small, text, yuan
from model.selection import Selection
from model.status import status_on

USUAL = ("province", "title", "figure", "condition", "payer", "status", "difference")
SORTS = tuple(AWARD_ORDERS)


@dataclass(frozen=True)
class Entry:
    """One award of the list with its document and place, and the own figure that it is set against, if there is one."""

    award: Row
    document: Row
    city: Row
    own: Side | None
    as_of: date

    @property
    def status(self) -> str:
        """The code of the status of its document on the day."""
        return status_on(self.document, self.as_of)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict against the own figure of the same title, level and kind; None in the own document and where there is no own figure."""
        if self.own is None or self.own.document["document_id"] == self.document["document_id"]:
            return None
        return compare_awards(self.own, Side(self.award, self.document), self.as_of)


def list_of(view: View, tables: Tables, selection: Selection) -> Comparison:
    """A page of the awards of a view; a page beyond the end is the last one. Rows are awards, columns what is known of each."""
    line = spread.line_of(selection.row)
    rows = _narrowed(view.rows(tables, view.honoured(selection)), line)
    total = paging.count(tables, rows)
    last = max(0, (total - 1) // ON_A_PAGE)
    page = paging.page_of(tables, rows, _order(selection.sort), min(selection.page - 1, last) * ON_A_PAGE, ON_A_PAGE)
    documents = lookups.documents_by_id(tables, dict.fromkeys(row["document_id"] for row in page.rows))
    held = Material(tables, rows.selection, documents, lookups.count_documents(tables, rows.selection))
    entries = _entries(tables, rows, page.rows, documents, selection)
    usual = USUAL if line is None else tuple(name for name in USUAL if name != "title")  # every row has that of the strip
    shown = tuple(name for name in FIELDS if name in (selection.fields or usual)) or usual
    chart = Chart("list", "cny", WAN, "", tuple(_heading(entry) for entry in entries), tuple(Heading(name, text(f"list.{name}")) for name in shown))
    cells = tuple(_cell(entry, name) for entry in entries for name in shown)
    return said.comparison(
        view, held, selection, chart, cells, finding=text("list.finding", total=total) if cells else "", notes=[Note("method", text("note.ceiling"))],
        behind=page.rows, rows_total=total)


def _narrowed(rows: Rows, line: Line | None) -> Rows:
    """The awards of one strip, where one is chosen."""
    if line is None:
        return rows
    name = "designations" if line.title in code_list("designation") else "beneficiaries"
    return Rows(rows.table, rows.selection.having(**{name: (line.title,), "levels": (line.level,)}))


def _order(sort: str) -> tuple[tuple[str, bool], ...]:
    name = sort.removeprefix("-")
    return ((name, sort.startswith("-")),) if name in SORTS else (("place", False),)


def _entries(tables: Tables, rows: Rows, awards: tuple[Row, ...], documents: dict[str, Row], selection: Selection) -> list[Entry]:
    cities, own_id = queries.cities(tables), pinned_id(tables, rows.selection)
    of_own = lookups.of_documents(tables, "awards", [own_id]) if own_id else []
    sides = {_line(award): Side(award, queries.documents(tables)[own_id]) for award in reversed(of_own)}
    held = ((award, documents[award["document_id"]]) for award in awards)
    return [Entry(award, document, cities[document["city_id"]], sides.get(_line(award)), selection.as_of) for award, document in held]


def _line(award: Row) -> tuple[str, str, str]:
    placed = point(award)
    return placed["title"], placed["recognition_level"], placed["kind"]


def _heading(entry: Entry) -> Heading:
    name = text("list.row", document=document_short(entry.document, entry.city), article=place_of(str(entry.award["article"])))
    return Heading(entry.award["award_id"], name, status=entry.status, is_tentative=entry.status == "draft")


def _cell(entry: Entry, name: str) -> Cell:
    award = entry.award
    key = award["award_id"]
    if name == "figure":
        low, high = money.span(award)
        return Cell(key, name, money.mark_of(award), figure_of(award), low, high, money.unit_of(award), (key,))
    if name == "difference":
        return Cell(key, name, "text", _difference(entry), source_ids=(key,), comparability=entry.verdict)
    return Cell(key, name, "text", FIELDS[name](entry), source_ids=(key,))


def _difference(entry: Entry) -> Words:
    """How much more or less than the own figure, in words; only the verdict where the two are not to be compared."""
    verdict = entry.verdict
    if verdict is None or entry.own is None:
        return ""
    mine, other = _value(entry.own.row), _value(entry.award)
    if verdict.code == "not_comparable" or mine is None or other is None:
        return verdict.words
    if mine == other:
        return text("list.same")
    gap = abs(other - mine)
    return text("list.more" if other > mine else "list.less", sum=percent(gap) if money.unit_of(entry.award) == "percent" else yuan(gap))


def _value(award: money.Award) -> float | None:
    low, high = money.span(award)
    return high if high is not None else low


def _title(entry: Entry) -> Words:
    award = entry.award
    name = label("designation", award["designation"]) if award["designation"] else label("beneficiary", award["beneficiary"])
    if award["recognition_level"] == "none":
        return name
    return text("row.title_level", title=name, level=text("row.level", level=small(label("recognition_level", award["recognition_level"]))))


# What the list can show of an award, in the order of its columns. `figure` and `difference` are cells of their own.
FIELDS: Mapping[str, Callable[[Entry], Words]] = {
    "place": lambda entry: own(entry.city, "name"),
    "province": lambda entry: own(entry.city, "province"),
    "place_level": lambda entry: label("city_level", entry.city["level"]),
    "title": _title,
    "figure": lambda entry: figure_of(entry.award),
    "kind": lambda entry: label("mark", money.mark_of(entry.award)),
    "condition": lambda entry: label("trigger", entry.award["trigger"]),
    "selection": lambda entry: label("selection_mode", entry.award["selection"]),
    "frequency": lambda entry: label("frequency", entry.award["frequency"]),
    "beneficiary": lambda entry: own(entry.award, "beneficiary"),
    "payer": lambda entry: listed(label("payer", code) for code in entry.award["payers"]),
    "number": lambda entry: entry.document["document_number"] or "",
    "status": lambda entry: label("status", entry.status),
    "difference": _difference,
}
