"""Innovation vouchers: what they buy, at what rate, up to which ceiling, out of which pool and at whose cost.

Vouchers of different documents are different instruments under one name: a rate, a ceiling and a pool are rows of their own
and never share an axis, and only rates of one base are stacked, one part per payer.
"""

from collections.abc import Iterable
from dataclasses import replace

from compare.shared import around as said
from compare.shared import voucher_bill, voucher_rows
from compare.shared.brevity import first_of
from compare.shared.grid import Matrix, comparability_notes
from compare.shared.listed_awards import list_of_awards
from compare.shared.material import Material, material
from compare.shared.others import or_others
from compare.shared.parts import by_part
from compare.shared.silence import silence
from compare.shared.view import DOCUMENT_FILTERS, View
from compare.shared.voucher_bill import BILL, CASE, INPUT
from compare.shared.voucher_grid import others, voucher_grid
from compare.shared.voucher_lines import Laid, laid_out
from loaders import lookups, queries
from loaders.paging import Rows
from loaders.queries import Row
from loaders.snapshot import Tables
from model.bills import TRIGGER
from model.case import values_of
from model.codes import codes
from model.comparison import MONEY_MARKS, Cell, Chart, Comparison, Heading, Note
from model.money import WAN
from model.proposal import PROPOSAL, proposed_vouchers
from model.saying import Words, figure_of, joined, label, listing, own, small, text, yuan
from model.selection import Selection

_SPOKEN = 3  # figures of one document in the sentence


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows: the points of a voucher with what a bill brings, its rates by base and payer, the services, and apart what buys no service."""
    held = material(view, tables, selection)
    awards = queries.records(queries.awards(tables, held.asked.having(categories=("voucher",))))
    proposals = proposed_vouchers(selection.proposals, awards)
    laid = laid_out(held, awards, proposals, selection)
    bills = _bills(held, laid, selection)
    return said.comparison(
        view, held, selection, _chart(laid, bills, selection), (*laid.cells, *bills), behind=awards,
        finding=(_of_row(laid, selection.row) or _finding(laid, bills, selection)) if laid.lines else "", notes=_notes(laid.matrix, laid.cells, awards, selection),
    )


def _bills(held: Material, laid: Laid, selection: Selection) -> tuple[Cell, ...]:
    """What the bill brings in each document; two sums compare as far as the rates behind them do."""
    if not laid.buying:
        return ()
    found = voucher_bill.results(laid.buying, selection)
    rates = {cell.column: cell for cell in laid.cells if cell.row == "rate"}
    cells = []
    for column in laid.matrix.columns:
        if column.key in laid.buying:
            judged = rates[column.key].comparability
            cells.append(voucher_bill.cell(BILL, column.key, found[column.key], text("vouchers.bill_unknown"), judged))
        else:
            cells.append(said.no_proposal(BILL) if column.key == PROPOSAL else silence(held, column.key, ("voucher",)).cell(BILL, column.key))
    return tuple(cells)


def rate_bases(tables: Tables) -> tuple[str, ...]:
    """The bases of which any document's voucher pays a rate, in the order of the codebook; a proposal may be made for each."""
    held = {basis for basis, trigger in lookups.distinct(tables, "awards", ("rate_basis", "trigger"), ("voucher",)) if trigger == TRIGGER}
    return tuple(code for code in codes("rate_basis") if code in held)


def _chart(laid: Laid, bills: tuple[Cell, ...], selection: Selection) -> Chart:
    """What the bill brings; for a chosen rate the rates of one base as a stack; a chosen ceiling, pool or sum is drawn alone, on its own axis."""
    matrix, lines, cells = laid.matrix, laid.lines, laid.cells
    rows = tuple(row for line in lines for row in _with_bill(line.heading, selection, has_bill=bool(bills)))
    line = next((line for line in lines if line.heading.key == selection.row), None)
    money_rows = {cell.row for cell in cells if cell.unit == "cny" and cell.mark in (*MONEY_MARKS, "pool")}
    if line and line.heading.key in money_rows:
        return Chart("magnitude", "cny", WAN, text("axis.wan"), rows, matrix.columns, (line.heading.key,))
    is_on_rates = line is not None and (line.kind == "part" or line.heading.key == "rate")
    if not is_on_rates and any(cell.value is not None for cell in bills):
        return Chart("magnitude", "cny", 1, text("vouchers.bill_axis"), rows, matrix.columns, (BILL,))
    parts = [part for part in lines if part.kind == "part"]
    if not parts:
        return Chart("matrix", "", 1, "", rows, matrix.columns)
    basis = line.name if line and line.kind == "part" else max(parts, key=lambda part: sum(other.name == part.name for other in parts)).name
    drawn = tuple(part.heading.key for part in parts if part.name == basis)
    axis = text("vouchers.axis", basis=small(label("rate_basis", basis)))
    return Chart("stack", "percent", 1, axis, rows, matrix.columns, drawn)


def _of_row(laid: Laid, chosen: str) -> Words:
    """What each document says on the chosen row; empty without one."""
    line = next((line for line in laid.lines if line.heading.key == chosen), None)
    if line is None:
        return ""
    names = {column.key: said.spoken(column) for column in laid.matrix.columns}
    cells = [cell for cell in laid.cells if cell.row == chosen and cell.words]
    parts = [text("finding.value", document=names[cell.column], figure=cell.words) for cell in cells if cell.mark != "absent"]
    silent = [names[cell.column] for cell in cells if cell.mark == "absent"]
    if silent:
        parts.append(text("finding.absent", documents=listing(silent)))
    return text("finding.row", row=line.heading.label, said=joined("list.clause", parts))


def _with_bill(heading: Heading, selection: Selection, *, has_bill: bool) -> Iterable[Heading]:
    """The rows with that of the bill behind the rate."""
    yield heading
    if has_bill and heading.key == "rate":
        yield Heading(BILL, voucher_bill.name(selection), group=heading.group)


def _finding(laid: Laid, bills: tuple[Cell, ...], selection: Selection) -> Words:
    """What the bill brings in each document in which it can be worked out; else what each voucher states."""
    columns = {column.key: column for column in laid.matrix.columns}
    known = [cell for cell in bills if cell.value is not None]
    if not known:
        return _stated(laid)
    parts = [text("finding.value", document=said.spoken(columns[cell.column]), figure=cell.words) for cell in known]
    return text("vouchers.finding_bills" if len(known) < len(columns) else "vouchers.finding_all_bills", bill=yuan(values_of(CASE, selection.inputs)[INPUT]), said=joined("list.clause", parts))


def _stated(laid: Laid) -> Words:
    """What each document's voucher is, in one sentence; two vouchers or more are said to be different instruments."""
    parts, silent, buying, others = [], [], laid.buying, laid.others
    for column in laid.matrix.columns:
        own = [award for award in buying.get(column.key, []) if award["commitment"] != "by_reference"]
        figured = [award for award in own if award["form"] != "unstated"]
        if figured:
            figures = [text("vouchers.by_payer", figure=figure_of(award), payer=voucher_rows.payer_names(award["payers"])) for award in figured]
            parts.append(text("finding.value", document=said.spoken(column), figure=first_of(figures, _SPOKEN)))
        elif column.key in buying or column.key in others:
            parts.append(text("finding.value", document=said.spoken(column), figure=text("vouchers.no_figure")))
        else:
            silent.append(said.spoken(column))
    key = "vouchers.finding" if len(parts) > 1 else "vouchers.finding_one"
    if silent:
        parts.append(text("finding.absent", documents=listing(silent)))
    return text(key, said=joined("list.clause", parts))


def _notes(matrix: Matrix, cells: tuple[Cell, ...], awards: list[Row], selection: Selection) -> list[Note]:
    if not cells:
        return []
    columns = {heading.key: heading.label for heading in matrix.columns}
    remarks = [
        Note("definition", text("vouchers.remark", document=columns[award["document_id"]], beneficiary=own(award, "beneficiary"), note=own(award, "note")))
        for award in awards if own(award, "note")
    ]
    rules = [Note("definition", text("vouchers.same_name")), Note("method", text("vouchers.bill_note")), Note("method", text("vouchers.axes")), Note("method", text("note.absent"))]
    return [*rules, *comparability_notes(matrix, cells, selection), *dict.fromkeys(remarks)]


def _others(view: View, tables: Tables, selection: Selection) -> Comparison:
    """What stands under the name of a voucher but buys no service, as a list."""
    return list_of_awards(replace(view, reads=lambda tables, selection: others(view.reads(tables, selection))), tables, selection)


VIEW = View(
    "vouchers", DOCUMENT_FILTERS, or_others(by_part(build, spread=voucher_grid, further={"other": _others})),
    lambda tables, selection: Rows("awards", selection.having(categories=("voucher",))))
