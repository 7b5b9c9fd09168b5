"""Innovation vouchers: what they buy, at what rate, up to which ceiling, out of which pool and at whose cost.

Vouchers of different documents are different instruments under one name: a rate, a ceiling and a pool are rows of their own
and never share an axis, and only rates of one base are stacked, one part per payer.
"""


from compare.shared import around as said
from compare.shared import voucher_rows
from compare.shared.brevity import first_of
from compare.shared.grid import Matrix, comparability_notes
from compare.shared.material import material
from compare.shared.parts import by_part
from compare.shared.view import DOCUMENT_FILTERS, View
from compare.shared.voucher_grid import voucher_grid
from compare.shared.voucher_lines import Laid, laid_out
from loaders import lookups, queries
from loaders.paging import Rows
from loaders.queries import Row
from loaders.snapshot import Tables
from model.codes import codes
from model.comparison import MONEY_MARKS, Cell, Chart, Comparison, Note
from model.money import WAN
from model.proposal import proposed_vouchers
from model.saying import Words, figure_of, joined, label, listing, own, small, text
from model.selection import Selection

CARDS = ("use", "rate", "ceiling", "payer")
_SPOKEN = 3  # figures of one document in the sentence


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows: the points of a voucher, its rates by base and payer, the services, and apart what buys no service."""
    held = material(view, tables, selection)
    awards = queries.records(queries.awards(tables, held.asked.having(categories=("voucher",))))
    proposals = proposed_vouchers(selection.proposals, awards)
    laid = laid_out(held, awards, proposals, selection)
    return said.comparison(
        view, held, selection, _chart(laid, selection.row), laid.cells, behind=awards,
        finding=(_of_row(laid, selection.row) or _finding(laid)) if laid.lines else "", notes=_notes(laid.matrix, laid.cells, awards, selection),
    )


def rate_bases(tables: Tables) -> tuple[str, ...]:
    """The bases of which any document's voucher pays a rate, in the order of the codebook; a proposal may be made for each."""
    held = {basis for basis, trigger in lookups.distinct(tables, "awards", ("rate_basis", "trigger"), ("voucher",)) if trigger == voucher_rows.SERVICE}
    return tuple(code for code in codes("rate_basis") if code in held)


def _chart(laid: Laid, chosen: str) -> Chart:
    """The rates of one base as a stack; a chosen ceiling, pool or sum is drawn alone, on its own axis."""
    matrix, lines, cells = laid.matrix, laid.lines, laid.cells
    line = next((line for line in lines if line.heading.key == chosen), None)
    money_rows = {cell.row for cell in cells if cell.unit == "cny" and cell.mark in (*MONEY_MARKS, "pool")}
    if line and line.heading.key in money_rows:
        return Chart("magnitude", "cny", WAN, text("axis.wan"), matrix.rows, matrix.columns, (line.heading.key,))
    parts = [part for part in lines if part.kind == "part"]
    if not parts:
        return Chart("matrix", "", 1, "", matrix.rows, matrix.columns)
    basis = line.name if line and line.kind == "part" else max(parts, key=lambda part: sum(other.name == part.name for other in parts)).name
    drawn = tuple(part.heading.key for part in parts if part.name == basis)
    axis = text("vouchers.axis", basis=small(label("rate_basis", basis)))
    return Chart("stack", "percent", 1, axis, matrix.rows, matrix.columns, drawn)


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


def _finding(laid: Laid) -> Words:
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
    rules = [Note("definition", text("vouchers.same_name")), Note("method", text("vouchers.axes")), Note("method", text("note.absent"))]
    return [*rules, *comparability_notes(matrix, cells, selection), *dict.fromkeys(remarks)]


VIEW = View("vouchers", DOCUMENT_FILTERS, by_part(build, spread=voucher_grid), lambda tables, selection: Rows("awards", selection.having(categories=("voucher",))))
