"""Largest sums: the most that a single provision pays to one beneficiary, per document and kind of beneficiary."""

from dataclasses import dataclass

from compare import words as said
from compare.view import DOCUMENT_FILTERS, View
from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model import money
from model.citation import article_place
from model.codes import codes, label
from model.comparability import Side, compare_awards
from model.comparison import Cell, Chart, Comparison, Heading, Note, Verdict
from model.formats import WAN
from model.formats import money as yuan_words
from model.selection import Selection
from model.texts import text

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
    lang, honoured = selection.lang, view.honoured(selection)
    documents = queries.selected_documents(tables, honoured)
    awards = queries.records(queries.awards(tables, honoured))
    held = {award["beneficiary"] for award in awards}
    rows = tuple(Heading(code, text("largest.all", lang) if code == ALL else label("beneficiary", code, lang)) for code in (ALL, *codes("beneficiary")) if code == ALL or code in held)
    rows = rows if awards else ()
    columns = said.document_headings(tables, documents, selection)
    found = {(row.key, column.key): _best([award for award in awards if award["document_id"] == column.key and row.key in (ALL, award["beneficiary"])]) for row in rows for column in columns}
    reviewed = {row["document_id"] for row in queries.records(tables["coverage"]) if row["state"] != "not_reviewed"}
    cells = tuple(_cell(row.key, column.key, found, documents, reviewed, honoured) for row in rows for column in columns)
    used = {row_id for cell in cells for row_id in cell.source_ids}
    refs = said.document_refs(tables, documents, selection)
    drawn = tuple(row.key for row in rows if any(cell.row == row.key and cell.value is not None for cell in cells))
    return Comparison(
        view=view.name, selection=selection, snapshot=tables.snapshot, title=text("view.largest_sums.title", lang),
        finding=_finding(columns, cells, lang) if rows else "", chart=Chart("magnitude", "cny", WAN, text("axis.wan", lang), rows, columns, drawn), cells=cells,
        notes=(*(Note("method", text(key, lang)) for key in ("largest.note_payments", "largest.note_single", "note.ceiling", "note.absent")),
               *said.hidden(tables, honoured), *said.caveats(refs, selection)),
        sources=tuple(said.award_source(award, *said.document_and_city(tables, award["document_id"]), lang) for award in awards if award["award_id"] in used),
        documents=refs, filters=said.filter_words(tables, view, selection),
        empty_because="" if rows else said.empty_because(tables, view, selection, has_documents=bool(documents)),
    )


def _best(awards: list[Row]) -> Best:
    payable = [(yuan, award) for award in awards if (yuan := money.payable_max(award)[0]) is not None]
    most = max((yuan for yuan, _ in payable), default=None)
    return Best(awards, [award for yuan, award in payable if yuan == most], most)


def _cell(row: str, column: str, found: dict[tuple[str, str], Best], documents: dict[str, Row], reviewed: set[str], selection: Selection) -> Cell:
    lang, best = selection.lang, found[row, column]
    if best.yuan is None:
        mark = "unstated" if best.awards else "absent" if column in reviewed else "not_reviewed"
        words = text("largest.none" if best.awards else f"money.{mark}", lang)
        return Cell(row, column, mark, words, source_ids=tuple(award["award_id"] for award in best.awards))
    is_exact = all(money.payable_max(award)[1] == "exact" for award in best.top)
    sum_words = text("money.exact" if is_exact else "money.at_most", lang, sum=yuan_words(best.yuan, lang))
    what = text("list.clause", lang).join(
        dict.fromkeys(text("largest.what", lang, article=article_place(award["article"], lang), beneficiary=award[f"beneficiary_{lang}"]) for award in best.top)
    )
    words = text("largest.cell", lang, sum=sum_words, what=what)
    return Cell(row, column, "exact" if is_exact else "ceiling", words, best.yuan if is_exact else None, best.yuan, "cny",
                tuple(award["award_id"] for award in best.top), _verdict(row, column, found, documents, selection))


def _verdict(row: str, column: str, found: dict[tuple[str, str], Best], documents: dict[str, Row], selection: Selection) -> Verdict | None:
    """Against the pinned document or the earliest that pays a stated sum on this row; the first award of each stands for it."""
    paying = [key for key in documents if found[row, key].top]
    baseline = selection.baseline if selection.baseline in paying else paying[0]
    if column == baseline:
        return None
    sides = [Side(found[row, key].top[0], documents[key]) for key in (baseline, column)]
    return compare_awards(sides[0], sides[1], selection.as_of, selection.lang)


def _finding(columns: tuple[Heading, ...], cells: tuple[Cell, ...], lang: str) -> str:
    names = {column.key: column.label for column in columns}
    parts = [text("finding.value", lang, document=names[cell.column], figure=cell.words) for cell in cells if cell.row == ALL]
    return text("finding.row", lang, row=text("largest.all", lang), said=text("list.clause", lang).join(parts))


VIEW = View("largest_sums", (*DOCUMENT_FILTERS, "categories", "designations", "beneficiaries", "levels", "instruments"), build)
