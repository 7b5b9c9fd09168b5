"""Vouchers of many documents: a grid with a document a row, and what a bill of a given sum brings in each."""

from collections.abc import Mapping

from compare.shared import around as said
from compare.shared import voucher_bill, voucher_rows
from compare.shared.listed import ON_A_PAGE
from compare.shared.material import Material, marked_ids, pinned_id
from compare.shared.view import View
from compare.shared.voucher_bill import BILL, CASE, INPUT
from compare.shared.voucher_lines import by_document, laid_out
from loaders import lookups, paging, queries
from loaders.paging import Rows
from loaders.queries import Row
from loaders.snapshot import Tables
from model.case import Result, values_of
from model.comparison import SILENT_MARKS, Cell, Chart, Comparison, Heading, Note, Point
from model.saying import Words, document_short, joined, text, yuan
from model.selection import Selection
from model.status import status_on

POINTS = ("use", "rate", "ceiling", "pool", "users", "payer")
MOST = 500  # documents whose bill is worked out, the newest


def voucher_grid(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are documents with a voucher, a page of them, columns its points and what the bill brings; the points of the chart are all bills."""
    rows = view.rows(tables, view.honoured(selection))
    own = pinned_id(tables, rows.selection)
    named = paging.documents_with(tables, rows)
    newest = list(reversed(paging.documents_with(tables, buying(rows))))
    holding = [*(key for key in newest if key == own), *(key for key in newest if key != own)]  # the own one first
    last = max(0, (len(holding) - 1) // ON_A_PAGE)
    first = min(selection.page - 1, last) * ON_A_PAGE
    shown = lookups.documents_by_id(tables, holding[first:first + ON_A_PAGE])
    held = Material(tables, rows.selection.having(documents=tuple(shown) or ("-",)), shown, lookups.count_documents(tables, rows.selection))
    awards = lookups.of_documents(tables, "awards", holding[:MOST])
    results = voucher_bill.results(by_document(award for award in awards if "voucher" in award["categories"] and voucher_rows.buys_service(award)), selection)
    of_page = [award for award in awards if award["document_id"] in shown and "voucher" in award["categories"]]
    laid = laid_out(held, of_page or _read(tables, rows, shown), [], selection)
    marked = frozenset(marked_ids(view, tables, selection))
    bills = tuple(_point(tables, key, found, marked, own, selection) for key, found in results.items() if found.amount.is_known and found.counted)
    chart = Chart("spread", "cny", 1, text("vouchers.bill_axis"), said.document_headings(held, selection),
                  (*(Heading(name, text(f"vouchers.{name}")) for name in POINTS), Heading(BILL, voucher_bill.name(selection))), (BILL,))
    stated = {award["award_id"]: award for award in of_page}
    cells = tuple(_turned(cell, stated) for cell in laid.cells if cell.row in POINTS)
    return said.comparison(
        view, held, selection, chart, (*cells, *(voucher_bill.cell(key, BILL, results.get(key), "—") for key in shown)), behind=of_page, rows_total=len(holding), points=bills,
        finding=_finding(held.total, len(named), results, selection), notes=[Note("definition", text("vouchers.same_name")), Note("method", text("vouchers.bill_note")), Note("method", text("vouchers.dash_note"))])


def buying(rows: Rows) -> Rows:
    """Those of the rows that buy a service; what else stands under the name of a voucher is a part of its own."""
    return Rows(rows.table, rows.selection, ("trigger", voucher_rows.SERVICE))


def others(rows: Rows) -> Rows:
    """Those of the rows that stand under the name of a voucher but buy no service."""
    return Rows(rows.table, rows.selection, but=("trigger", voucher_rows.SERVICE))


def _read(tables: Tables, rows: Rows, shown: dict[str, Row]) -> list[Row]:
    return queries.records(queries.awards(tables, rows.selection.having(documents=tuple(shown) or ("-",))))


def _turned(cell: Cell, awards: Mapping[str, Row]) -> Cell:
    """A cell of the matrix of vouchers with its document as the row; what is not stated is a dash, and pairs are judged side by side only."""
    words = "—" if cell.mark in SILENT_MARKS else voucher_rows.brief(cell.row, [awards[key] for key in cell.source_ids])
    return Cell(cell.column, cell.row, cell.mark, words, cell.low, cell.high, cell.unit, cell.source_ids)


def _point(tables: Tables, key: str, found: Result, marked: frozenset[str], own: str, selection: Selection) -> Point:
    document = queries.documents(tables)[key]
    low, high = voucher_bill.ends(found)
    status = status_on(document, selection.as_of)
    return Point(
        BILL, voucher_bill.mark(found), low, high, words=voucher_bill.words(found), label=document_short(document, queries.cities(tables)[document["city_id"]]), document_id=key,
        status=status, is_tentative=status == "draft", is_marked=key in marked, is_own=key == own)


def _finding(total: int, holding: int, results: dict[str, Result], selection: Selection) -> Words:
    """How many documents have vouchers, and for how many what the bill brings can be worked out."""
    known = sum(bool(found.amount.is_known and found.counted) for found in results.values())
    parts = [text("vouchers.finding_many", total=total, holding=holding, buying=len(results))]
    parts.append(text("vouchers.finding_bill", bill=yuan(values_of(CASE, selection.inputs)[INPUT]), known=known))
    return joined("list.clause", parts)
