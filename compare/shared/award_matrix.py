"""Awards laid out as rows of recognised titles against columns of documents, each cell judged against a baseline.

Shared by every view whose rows are recognised titles. A row is title, level and variant; a column a document, oldest
first, and the reader's own proposal last.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from compare.shared import around as said
from compare.shared.grid import Matrix, comparability_notes, judge, main_row
from compare.shared.material import Material
from compare.shared.silence import Silence, silence
from compare.shared.view import View
from loaders.queries import Row
from loaders.snapshot import Tables
from loaders.titles import Variant, first_of_variants
from model import money
from model.codes import code_list, codes
from model.comparability import compare_awards
from model.comparison import MONEY_MARKS, Cell, Chart, Comparison, Heading, Note
from model.money import WAN
from model.proposal import PROPOSAL, proposed_awards
from model.saying import Words, figure_of, joined, label, own, place_of, small, text
from model.selection import Selection

_PER_UNIT_GROUP = "per_unit"

Variants = Mapping[Variant, str]


def award_matrix(
    view: View, material: Material, selection: Selection, awards: list[Row], row_keys: Callable[[Row], str] | None = None,
    headings: Callable[[str, Row], Heading] | None = None,
) -> Comparison:
    """The comparison of `awards` (rows of `queries.awards`); `row_keys` and `headings` stand in for `row_key` and `row_heading`."""
    if row_keys is None:
        variants = variants_of(material.tables, awards)
        row_keys = partial(row_key, variants)
    matrix = lay_out(material, selection, awards, row_keys, headings or row_heading)
    cells = tuple(_cell(material, matrix, row.key, column.key, selection) for row in matrix.rows for column in matrix.columns)
    notes = [*comparability_notes(matrix, cells, selection), Note("method", text("note.ceiling")), Note("method", text("note.absent"))]
    drawn = tuple(row.key for row in matrix.rows if any(cell.row == row.key and cell.mark in MONEY_MARKS for cell in cells))
    chart = Chart("magnitude", "cny", WAN, text("axis.wan"), matrix.rows, matrix.columns, drawn)
    behind = [award for group in matrix.placed.values() for award in group if award["document_id"] != PROPOSAL]
    return said.comparison(
        view, material, selection, chart, cells, finding=finding(matrix, cells) if cells else "", notes=notes if cells else (),
        behind=[*behind, *(clause for cell in cells if cell.mark == "mentioned" for clause in _silent(material, matrix, cell.row, cell.column).clauses)],
    )


def row_key(variants: Variants, award: Row) -> str:
    """Title and level of an award, with the first row of its variant: the key of its row and part of links, free of words
    that an editor may still correct.
    """
    parts = [award["designation"] or award["beneficiary"], award["recognition_level"]]
    if award["frequency"] == "per_unit" and award["per_zh"]:
        parts.append(_PER_UNIT_GROUP)
    if award["variant_zh"]:
        parts.append(variants[_variant_of(award)])
    return ":".join(parts)


def _variant_of(award: Row) -> tuple[str, str, str]:
    return (award["designation"] or award["beneficiary"], award["recognition_level"], award["variant_zh"])


def variants_of(tables: Tables, awards: Iterable[Row]) -> Variants:
    """The first award of each variant that these awards have, whatever is filtered."""
    return first_of_variants(tables, (_variant_of(award) for award in awards if award["variant_zh"]))


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
    material: Material, selection: Selection, awards: list[Row], key_of: Callable[[Row], str],
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
    return Matrix(rows, said.column_headings(material, selection, proposals), placed, material.documents)


def _row_order(award: Row) -> tuple[int, int, str]:
    levels, titles = codes("recognition_level"), codes("designation")
    title = award["designation"]
    return (
        titles.index(title) if title else len(titles),
        levels.index(award["recognition_level"]),
        award["award_id"],
    )


def _cell(material: Material, matrix: Matrix, row: str, column: str, selection: Selection) -> Cell:
    awards = matrix.placed.get((row, column), [])
    if not awards and column == PROPOSAL:
        return said.no_proposal(row)
    judged = judge(matrix, row, column, selection, compare_awards, lambda key: _silent(material, matrix, row, key))
    if not awards:
        return _silent(material, matrix, row, column).cell(row, column, judged)
    shown = main_row(awards)
    low, high = money.span(shown)
    words = joined("list.clause", (cell_words(award) for award in awards), once=True)
    return Cell(
        row, column, money.mark_of(shown), words, low, high, money.unit_of(shown),
        tuple(award["award_id"] for award in awards if column != PROPOSAL), judged,
    )


_GAINING = ("recognition", "upgrade", "establishment")  # the triggers by which a title is gained


def _silent(material: Material, matrix: Matrix, row: str, document_id: str) -> Silence:
    """How a document without an award on this row is silent, by the categories and the title of the row's awards."""
    held = matrix.of_row(row)
    categories = {award["categories"][0] for award in held if award["categories"]}
    clauses = {clause["measure_id"]: clause for award in held if is_plain(award) for clause in material.spoken_of(document_id, award["designation"])}
    return silence(material, document_id, categories, tuple(clauses.values()))


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
