"""Documents as a list: a row each, with place, title, number, day and status, sorted and paged by the tables."""

from compare.shared import around as said
from compare.shared.listed import ON_A_PAGE
from compare.shared.material import Material
from compare.shared.names import short_names
from compare.shared.view import DOCUMENT_FILTERS, View
from loaders import paging, queries
from loaders.paging import Rows
from loaders.queries import Row
from loaders.snapshot import Tables
from model.comparison import Cell, Chart, Comparison, Heading, Note
from model.saying import Words, day_of, label, own, text
from model.selection import Selection
from model.status import status_on

COLUMNS = ("province", "title", "number", "day", "status")


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """A page of the documents that pass, the newest first; a page beyond the end is the last one."""
    rows = view.rows(tables, view.honoured(selection))
    total = paging.count(tables, rows)
    last = max(0, (total - 1) // ON_A_PAGE)
    page = paging.page_of(tables, rows, (("issued_on", True),), min(selection.page - 1, last) * ON_A_PAGE, ON_A_PAGE)
    shown = {row["document_id"]: row for row in page.rows}
    held = Material(tables, rows.selection, shown, total)
    names = short_names(shown, queries.cities(tables))
    headings = tuple(_heading(row, names[key], selection) for key, row in shown.items())
    chart = Chart("list", "", 1, "", headings, tuple(Heading(name, text(f"document_list.{name}")) for name in COLUMNS))
    cells = tuple(Cell(row["document_id"], name, "text", _words(tables, row, name, selection) or "—") for row in shown.values() for name in COLUMNS)
    return said.comparison(view, held, selection, chart, cells, finding=text("document_list.finding", total=total) if cells else "", rows_total=total,
                           notes=[Note("method", text("document_list.note"))])


def _heading(row: Row, name: Words, selection: Selection) -> Heading:
    status = status_on(row, selection.as_of)
    return Heading(row["document_id"], name, status=status, is_tentative=status == "draft")


def _words(tables: Tables, row: Row, name: str, selection: Selection) -> Words:
    if name == "province":
        return own(queries.cities(tables)[row["city_id"]], "province")
    if name == "title":
        return own(row, "title")
    if name == "number":
        return str(row["document_number"] or "")
    return day_of(row["issued_on"] or row["published_on"] or row["effective_from"]) if name == "day" else label("status", status_on(row, selection.as_of))


VIEW = View("document_list", (*DOCUMENT_FILTERS, "text"), build, lambda tables, selection: Rows("documents", selection), is_record=True)
