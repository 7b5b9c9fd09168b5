"""Awards laid out as rows of recognised titles against columns of documents, each cell judged against a baseline.

Shared by every view whose rows are recognised titles. A row is title, level and variant; a column a document, oldest
first, and the reader's own proposal last.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from compare.shared import around as said
from compare.shared.grid import Matrix, comparability_notes, judge, main_row
from compare.shared.naming import spoken_of
from compare.shared.silence import Silence, silence
from compare.shared.view import View
from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model import money
from model.codes import code_list, codes
from model.comparability import compare_awards
from model.comparison import MONEY_MARKS, Cell, Chart, Comparison, Heading, Note
from model.money import WAN
from model.proposal import PROPOSAL, proposed_awards
from model.saying import Words, figure_of, joined, label, own, place_of, small, text
from model.selection import Selection

_PER_UNIT_GROUP = "per_unit"


def award_matrix(
    view: View, tables: Tables, selection: Selection, awards: list[Row], row_keys: Callable[[Row], str] | None = None,
    headings: Callable[[str, Row], Heading] | None = None,
) -> Comparison:
    """The comparison of `awards` (rows of `queries.awards`); `row_keys` and `headings` stand in for `row_key` and `row_heading`."""
    honoured = view.honoured(selection)
    documents = queries.selected_documents(tables, honoured)
    matrix = lay_out(tables, honoured, awards, documents, row_keys or (lambda award: row_key(tables, award)), headings or row_heading)
    cells = tuple(_cell(tables, matrix, row.key, column.key, selection) for row in matrix.rows for column in matrix.columns)
    notes = [*comparability_notes(matrix, cells, selection), Note("method", text("note.ceiling")), Note("method", text("note.absent"))]
    drawn = tuple(row.key for row in matrix.rows if any(cell.row == row.key and cell.mark in MONEY_MARKS for cell in cells))
    chart = Chart("magnitude", "cny", WAN, text("axis.wan"), matrix.rows, matrix.columns, drawn)
    behind = [award for group in matrix.placed.values() for award in group if award["document_id"] != PROPOSAL]
    return said.comparison(
        view, tables, selection, documents, chart, cells, finding=finding(matrix, cells) if cells else "", notes=notes if cells else (),
        behind=[*behind, *(clause for cell in cells if cell.mark == "mentioned" for clause in _silent(tables, matrix, cell.row, cell.column).clauses)],
    )


def row_key(tables: Tables, award: Row) -> str:
    """Title and level of an award, with the first row of its variant: the key of its row and part of links, free of words
    that an editor may still correct.
    """
    parts = [award["designation"] or award["beneficiary"], award["recognition_level"]]
    if award["frequency"] == "per_unit" and award["per_zh"]:
        parts.append(_PER_UNIT_GROUP)
    if award["variant_zh"]:
        parts.append(_variants(tables)[_variant_of(award)])
    return ":".join(parts)


def _variant_of(award: Row) -> tuple[str, ...]:
    return (award["designation"] or award["beneficiary"], award["recognition_level"], award["variant_zh"])


@lru_cache(maxsize=2)
def _variants(tables: Tables) -> dict[tuple[str, ...], str]:
    """The first award of each variant of a title, whatever is filtered."""
    found: dict[tuple[str, ...], str] = {}
    for award in sorted(queries.records(tables["awards"]), key=lambda row: row["award_id"]):
        found.setdefault(_variant_of(award), award["award_id"])
    return found


def row_heading(key: str, award: Row) -> Heading:
    """The words of a row: title and level, with its variant."""
    title = label("designation", award["designation"]) if award["designation"] else label("beneficiary", award["beneficiary"])
    level = award["recognition_level"]
    if level != "none":
        above = "row.level_or_above" if award["level_or_above"] else "row.level"
        title = text("row.title_level", title=title, level=text(above, level=small(label("recognition_level", level))))
    if award["frequency"] == "per_unit" and own(award, "per"):
        title = text("row.variant", row=title, variant=text("row.per", per=own(award, "per")))
    if own(award, "variant"):
        title = text("row.variant", row=title, variant=small(own(award, "variant")))
    group = text("row.no_level") if level == "none" else label("recognition_level", level)
    return Heading(key, title, group=group)


def lay_out(
    tables: Tables, selection: Selection, awards: list[Row], documents: dict[str, Row], key_of: Callable[[Row], str],
    heading_of: Callable[[str, Row], Heading],
) -> Matrix:
    """Place each award in its row and column; rows by level then title in the order of the codebook."""
    proposals = proposed_awards(selection.proposals, awards)
    placed: dict[tuple[str, str], list[Row]] = {}
    first: dict[str, Row] = {}
    for award in [*awards, *proposals]:
        key = key_of(award)
        placed.setdefault((key, award["document_id"]), []).append(award)
        first.setdefault(key, award)
    rows = tuple(heading_of(key, first[key]) for key in sorted(first, key=lambda key: _row_order(first[key])))
    return Matrix(rows, said.column_headings(tables, documents, selection, proposals), placed, documents)


def _row_order(award: Row) -> tuple[int, int, str]:
    levels, titles = codes("recognition_level"), codes("designation")
    title = award["designation"]
    return (
        titles.index(title) if title else len(titles),
        levels.index(award["recognition_level"]),
        award["award_id"],
    )


def _cell(tables: Tables, matrix: Matrix, row: str, column: str, selection: Selection) -> Cell:
    awards = matrix.placed.get((row, column), [])
    if not awards and column == PROPOSAL:
        return said.no_proposal(row)
    judged = judge(matrix, row, column, selection, compare_awards, lambda key: _silent(tables, matrix, row, key))
    if not awards:
        return _silent(tables, matrix, row, column).cell(row, column, judged)
    shown = main_row(awards)
    low, high = money.span(shown)
    words = joined("list.clause", (cell_words(award) for award in awards), once=True)
    return Cell(
        row, column, money.mark_of(shown), words, low, high, money.unit_of(shown),
        tuple(award["award_id"] for award in awards if column != PROPOSAL), judged,
    )


_GAINING = ("recognition", "upgrade", "establishment")  # the triggers by which a title is gained


def _silent(tables: Tables, matrix: Matrix, row: str, document_id: str) -> Silence:
    """How a document without an award on this row is silent, by the categories and the title of the row's awards."""
    held = [award for (key, _), awards in matrix.placed.items() if key == row for award in awards]
    categories = {award["categories"][0] for award in held if award["categories"]}
    clauses = {clause["measure_id"]: clause for award in held if is_plain(award) for clause in spoken_of(tables, document_id, award["designation"])}
    return silence(tables, document_id, categories, tuple(clauses.values()))


def is_plain(award: Row) -> bool:
    """Whether a row is the title itself, so that a clause that only names the title speaks of it; a variant or a tax relief is more."""
    return bool(award["designation"]) and not award["variant_zh"] and award["trigger"] in _GAINING and award["instrument"] != "tax_relief"


def cell_words(award: Row) -> Words:
    """What a cell says: 最高100万元 · 认定 · 第29条."""
    figure = figure_of(award)
    if award["document_id"] == PROPOSAL:
        return figure
    place = place_of(str(award["article"]))
    if award["trigger"] == "other":
        return text("cell.words_plain", figure=figure, article=place)
    return text("cell.words", figure=figure, trigger=small(label("trigger", award["trigger"])), article=place)


def finding(matrix: Matrix, cells: tuple[Cell, ...]) -> Words:
    """One sentence from the rows: the row that most documents give money for, with every document's figure."""
    by_row = {row.key: [cell for cell in cells if cell.row == row.key] for row in matrix.rows}
    stated = {key: sum(cell.mark in MONEY_MARKS and cell.column != PROPOSAL for cell in row) for key, row in by_row.items()}
    best = max(stated, key=lambda key: stated[key])
    if not stated[best]:
        return text("finding.none")
    columns = {heading.key: heading.label for heading in matrix.columns}
    parts = []
    for cell in by_row[best]:
        held = matrix.placed.get((best, cell.column))
        if held or cell.mark == "mentioned":
            figure = figure_of(main_row(held)) if held else cell.words
            parts.append(text("finding.value", document=columns[cell.column], figure=figure))
    silent = [columns[cell.column] for cell in by_row[best] if cell.mark == "absent" and cell.column != PROPOSAL]
    if silent:
        parts.append(text("finding.absent", documents=joined("list.separator", silent)))
    row = next(heading.label for heading in matrix.rows if heading.key == best)
    return text("finding.row", row=row, said=joined("list.clause", parts))


def titles(names: Iterable[str]) -> tuple[str, ...]:
    """The given designations that the codebook knows, in its order."""
    wanted = set(names)
    return tuple(code for code in code_list("designation") if code in wanted)
