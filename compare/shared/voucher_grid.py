"""Vouchers of many documents: a grid with a document a row, and what a bill of a given sum brings in each."""

from collections.abc import Iterable, Mapping
from typing import Any

from compare.shared import around as said
from compare.shared import voucher_bill, voucher_rows
from compare.shared.listed import ON_A_PAGE
from compare.shared.material import Material, marked_ids, own_id
from compare.shared.view import View
from compare.shared.voucher_bill import BILL, CASE, INPUT
from compare.shared.voucher_lines import by_document, points, stated_cell
from loaders import bills, lookups, paging, queries
from loaders.bills import Buyer
from loaders.paging import Rows
from loaders.queries import Row
from loaders.snapshot import Tables
from model.bills import CATEGORY, TRIGGER, buys_service
from model.case import Result, values_of
from model.comparison import SILENT_MARKS, Cell, Chart, Comparison, Heading, Note, Point
from model.saying import Words, document_short, joined, text, yuan
from model.selection import Selection

POINTS = ("use", "rate", "ceiling", "pool", "users", "payer")
LIMIT = 1000  # bills that are drawn one by one; beyond, equal ones are counted together


def voucher_grid(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are documents with a voucher, a page of them, columns its points and what the bill brings; the points of the chart are all bills."""
    rows = view.rows(tables, view.honoured(selection))
    own, marked = own_id(tables, rows.selection), frozenset(marked_ids(view, tables, selection))
    buyers = bills.buyers(tables, rows.selection)
    results = _results(tables, buyers, selection)
    holding = [*([own] if own and buyers else []), *(one.document_id for one in buyers if one.document_id != own)]  # the own one first, also without a voucher
    last = max(0, (len(holding) - 1) // ON_A_PAGE)
    first = min(selection.page - 1, last) * ON_A_PAGE
    shown = lookups.documents_by_id(tables, holding[first:first + ON_A_PAGE])
    held = Material(tables, rows.selection.having(documents=tuple(shown) or ("-",)), shown, lookups.count_documents(tables, rows.selection))
    of_page = [award for award in lookups.of_documents(tables, "awards", shown) if CATEGORY in award["categories"]]
    chart = Chart("spread", "cny", 1, text("vouchers.bill_axis"), said.document_headings(held, selection),
                  (*(Heading(name, text(f"vouchers.{name}")) for name in POINTS), Heading(BILL, voucher_bill.name(selection))), (BILL,))
    return said.comparison(
        view, held, selection, chart, tuple(_cells(held, of_page, selection)), behind=of_page, rows_total=len(holding), points=_points(tables, buyers, results, marked, own),
        finding=_finding(held.total, paging.count_documents_with(tables, rows), results, selection, next((row for row in chart.rows if row.is_own), None)),
        notes=[Note("definition", text("vouchers.same_name")), Note("method", text("vouchers.bill_note")), Note("method", text("vouchers.dash_note"))])


def others(rows: Rows) -> Rows:
    """Those of the rows that stand under the name of a voucher but buy no service."""
    return Rows(rows.table, rows.selection, but=("trigger", TRIGGER))


def _results(tables: Tables, buyers: tuple[Buyer, ...], selection: Selection) -> dict[str, Result]:
    """What the bill brings by document, of those whose voucher buys services; worked out once for all that are alike."""
    first: dict[str, str] = {}
    for one in buyers:
        first.setdefault(one.kind, one.document_id)
    found = voucher_bill.results(bills.awards_of(tables, first.values()), selection) if first else {}
    return {one.document_id: found[first[one.kind]] for one in buyers}


def _cells(held: Material, awards: list[Row], selection: Selection) -> Iterable[Cell]:
    """The points of each document of the page, then what the bill brings in it."""
    buying, stated = by_document(award for award in awards if buys_service(award)), {award["award_id"]: award for award in awards}
    for line in points(buying):
        yield from (_turned(stated_cell(held, line, key, buying), stated) for key in held.documents)
    found = voucher_bill.results(buying, selection)
    yield from (voucher_bill.cell(key, BILL, found.get(key), "—") for key in held.documents)


def _turned(cell: Cell, awards: Mapping[str, Row]) -> Cell:
    """A cell of the matrix of vouchers with its document as the row; what is not stated is a dash, and pairs are judged side by side only."""
    words = "—" if cell.mark in SILENT_MARKS else voucher_rows.brief(cell.row, [awards[key] for key in cell.source_ids])
    return Cell(cell.column, cell.row, cell.mark, words, cell.low, cell.high, cell.unit, cell.source_ids)


def _points(tables: Tables, buyers: tuple[Buyer, ...], results: dict[str, Result], marked: frozenset[str], own: str) -> tuple[Point, ...]:
    """The bills that can be worked out; where they are too many, equal ones of one status together but for those of named documents."""
    known = [one for one in buyers if _is_known(results[one.document_id])]
    alone = [one for one in known if len(known) <= LIMIT or one.document_id in marked or one.document_id == own]
    documents = lookups.documents_by_id(tables, [one.document_id for one in alone])
    together: dict[tuple[Any, ...], list[Buyer]] = {}
    for one in known:
        if one.document_id not in documents:
            together.setdefault((*voucher_bill.ends(results[one.document_id]), one.status), []).append(one)
    return (*(_point(tables, documents[one.document_id], one, results[one.document_id], marked, own) for one in alone),
            *(_several(held, results[held[0].document_id]) for held in together.values()))


def _is_known(found: Result) -> bool:
    return bool(found.amount.is_known and found.counted)


def _point(tables: Tables, document: Row, buyer: Buyer, found: Result, marked: frozenset[str], own: str) -> Point:
    key, (low, high) = buyer.document_id, voucher_bill.ends(found)
    return Point(
        BILL, voucher_bill.mark(found), low, high, words=voucher_bill.words(found), label=document_short(document, queries.cities(tables)[buyer.city_id]), document_id=key,
        status=buyer.status, is_tentative=buyer.status == "draft", is_marked=key in marked, is_own=key == own)


def _several(held: list[Buyer], found: Result) -> Point:
    """Documents of one status in which the bill brings the same."""
    low, high = voucher_bill.ends(found)
    return Point(BILL, voucher_bill.mark(found), low, high, words=voucher_bill.words(found), label=text("spread.several", count=len(held)), status=held[0].status,
                 count=len(held), is_tentative=held[0].status == "draft")


def _finding(total: int, holding: int, results: dict[str, Result], selection: Selection, own: Heading | None) -> Words:
    """How many documents have vouchers, for how many what the bill brings can be worked out, and what it brings in the own city."""
    known = sum(map(_is_known, results.values()))
    parts = [text("vouchers.finding_many", total=total, holding=holding, buying=len(results))]
    parts.append(text("vouchers.finding_bill", bill=yuan(values_of(CASE, selection.inputs)[INPUT]), known=known))
    if own:
        found = results.get(own.key)
        words = text("vouchers.own_none") if found is None else voucher_bill.words(found) if _is_known(found) else text("vouchers.own_unknown")
        parts.append(text("finding.value", document=said.spoken(own), figure=words))
    return joined("list.clause", parts)
