"""Largest sums: the most that a single provision pays to one beneficiary, per document and kind of beneficiary."""

from collections.abc import Iterable
from dataclasses import dataclass

from compare.shared import around as said
from compare.shared import difference
from compare.shared.brevity import FEW
from compare.shared.grid import baseline, pinned
from compare.shared.material import Material, material
from compare.shared.others import or_others
from compare.shared.parts import by_part
from compare.shared.places import places
from compare.shared.silence import Silence, filtered, silent_verdict
from compare.shared.spread import spread_of
from compare.shared.view import AWARD_FILTERS, DOCUMENT_FILTERS, View
from loaders import lookups, payable, queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model import money
from model.codes import codes
from model.comparability import Side, compare_awards
from model.comparison import Cell, Chart, Comparison, Heading, Note, Verdict
from model.money import WAN
from model.proposal import PROPOSAL, PROPOSED_DOCUMENT, proposed_awards
from model.saying import Words, joined, label, own, place_of, small, text, yuan
from model.selection import Selection

ALL = "all"


@dataclass(frozen=True)
class Best:
    """The awards of one row and column: all of them, and those that pay the most; `yuan` is None if none fixes a sum."""

    awards: list[Row]
    top: list[Row]
    yuan: int | None


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are kinds of beneficiary after a row for all of them; a cell is the most that one provision can pay.

    After `payable_max`: loans, cover, tax rates, shares of income, budgets and what depends on an unknown base never
    count. A cell of mark `exact` is an exact sum, one of mark `ceiling` the upper end of what may be paid.
    """
    held = material(view, tables, selection)
    documents, honoured = held.documents, held.asked
    awards = queries.records(queries.awards(tables, honoured))
    proposals = proposed_awards(selection.proposals, awards)
    kinds_held = {beneficiary for award in awards for beneficiary in (award["beneficiary"], *award["beneficiaries_also"])}
    kinds = (Heading(code, label("beneficiary", code)) for code in codes("beneficiary") if code in kinds_held - {"unstated"})
    rows = (Heading(ALL, text("largest.all")), *kinds) if awards else ()
    columns = said.column_headings(held, selection, proposals)
    hidden = _hidden(held)
    by_document: dict[str, list[Row]] = {}
    for award in (*awards, *proposals):
        by_document.setdefault(award["document_id"], []).append(award)
    found = {(row.key, column.key): _best(_held(row.key, by_document.get(column.key, []))) for row in rows for column in columns}
    cells = tuple(
        filtered(row.key, column.key) if (row.key, column.key) in hidden and not found[row.key, column.key].awards
        else _cell(held, row.key, column.key, found, documents, selection) for row in rows for column in columns
    )
    drawn = tuple(row.key for row in rows if any(cell.row == row.key and cell.value is not None for cell in cells))
    used = {row_id for cell in cells if cell.column != PROPOSAL for row_id in cell.source_ids}
    return said.comparison(
        view, held, selection, Chart("magnitude", "cny", WAN, text("axis.wan"), rows, columns, drawn), cells,
        finding=_finding(rows, columns, cells, found, selection.row) if rows else "", behind=[award for award in awards if award["award_id"] in used],
        notes=[Note("method", text(key)) for key in ("largest.note_payments", "largest.note_single", "note.ceiling", "note.absent")],
    )


def _hidden(held: Material) -> frozenset[tuple[str, str]]:
    """(row, document) where the document supports such a beneficiary, so that it is not silent if a filter leaves nothing of it."""
    if not any(getattr(held.asked, name) for name in AWARD_FILTERS):
        return frozenset()
    whole = lookups.of_documents(held.tables, "awards", held.documents)
    return frozenset((row, award["document_id"]) for award in whole for row in (ALL, award["beneficiary"], *award["beneficiaries_also"]))


def _held(row: str, awards: Iterable[Row]) -> Iterable[Row]:
    """Those of the awards of a document that are for one kind of beneficiary, or all."""
    return (award for award in awards if row in (ALL, award["beneficiary"], *award["beneficiaries_also"]))


def _best(found: Iterable[Row]) -> Best:
    awards = list(found)
    payable = [(yuan, award) for award in awards if (yuan := money.payable_max(award)[0]) is not None]
    most = max((yuan for yuan, _ in payable), default=None)
    top = [award for yuan, award in payable if yuan == most]
    return Best(awards, sorted(top, key=lambda award: award.get("article_order") or 0), most)


def _cell(held: Material, row: str, column: str, found: dict[tuple[str, str], Best], documents: dict[str, Row], selection: Selection) -> Cell:
    best = found[row, column]
    if column == PROPOSAL and not best.awards:
        return said.no_proposal(row)
    judged = _verdict(held, row, column, found, documents, selection)
    if best.yuan is None:
        mark = _silent(held, column, best).mark
        words = text("largest.none" if best.awards else f"money.{mark}")
        return Cell(row, column, mark, words, source_ids=tuple(award["award_id"] for award in best.awards), comparability=judged)
    is_exact = _is_exact(best)
    what = joined(
        "list.clause", (text("largest.what", article=place_of(award["article"]), beneficiary=small(own(award, "beneficiary"))) for award in best.top), once=True)
    words = text("largest.cell", sum=_sum_words(best), what=what)
    mine = found.get((row, pinned(documents, selection)))
    return Cell(row, column, "exact" if is_exact else "ceiling", words, *_ends(best), "cny",
                tuple(award["award_id"] for award in best.top if column != PROPOSAL), judged, _sum_words(best),
                difference=difference.of_ends(judged, _ends(mine), _ends(best), "cny", difference.whose(documents, selection)) if mine else "")


def _ends(best: Best) -> tuple[int | None, int | None]:
    """Lower and upper end of the highest sum: a ceiling has no lower one."""
    return best.yuan if _is_exact(best) else None, best.yuan


def _is_exact(best: Best) -> bool:
    return all(money.payable_max(award)[1] == "exact" for award in best.top)


def _sum_words(best: Best) -> Words:
    return text("money.exact" if _is_exact(best) else "money.at_most", sum=yuan(best.yuan or 0))


def _silent(held: Material, document_id: str, best: Best) -> Silence:
    """A document whose awards fix no sum leaves it open; one of which no category was read is not reviewed."""
    is_read = any(state != "not_reviewed" for (key, _), state in held.states.items() if key == document_id)
    return Silence("unstated" if best.awards else "absent" if is_read else "not_reviewed")


def _verdict(
    held: Material, row: str, column: str, found: dict[tuple[str, str], Best], documents: dict[str, Row], selection: Selection
) -> Verdict | None:
    """Against the pinned document or the earliest that pays a stated sum on this row; the first award of each stands for it."""
    first = baseline((key for key in documents if found[row, key].top), documents, selection)
    if column == first or not first:
        return None
    a, b = found[row, first], found[row, column]
    if a.top and b.top:
        return compare_awards(Side(a.top[0], documents[first]), Side(b.top[0], documents.get(column, PROPOSED_DOCUMENT)), selection.as_of)
    marks = ["stated" if best.top else _silent(held, key, best).mark for key, best in ((first, a), (column, b))]
    return silent_verdict(marks[0], marks[1])


def _finding(rows: tuple[Heading, ...], columns: tuple[Heading, ...], cells: tuple[Cell, ...], found: dict[tuple[str, str], Best], chosen: str) -> Words:
    """The chosen row, else the first, as a sentence; of many documents with the articles only, since the cells name the beneficiaries."""
    names = {column.key: said.spoken(column) for column in columns}
    row, parts = next((row for row in rows if row.key == chosen), rows[0]), []
    for cell in (cell for cell in cells if cell.row == row.key and cell.words):
        best = found[row.key, cell.column]
        is_brief = len(columns) > FEW and best.yuan is not None
        figure = text("largest.cell", sum=_sum_words(best), what=places(award["article"] for award in best.top)) if is_brief else cell.words
        parts.append(text("finding.value", document=names[cell.column], figure=figure))
    return text("finding.row", row=row.label, said=joined("list.clause", parts))


def _strips(view: View, tables: Tables, selection: Selection) -> Comparison:
    """The distribution of the highest sums, a strip for each kind of beneficiary."""
    return spread_of(view, tables, selection, payable)


VIEW = View(
    "largest_sums", (*DOCUMENT_FILTERS, *AWARD_FILTERS), or_others(by_part(build, spread=_strips)),
    fields=("province", "title", "payable", "figure", "condition", "status", "difference"), sort="-payable",
)
