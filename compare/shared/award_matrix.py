"""Awards laid out as rows of recognised titles against columns of documents, each cell judged against a baseline.

Shared by every view whose rows are recognised titles. A row is title, level and variant; a column a document, oldest
first, and the reader's own proposal last.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from compare.shared import around as said
from compare.shared.brevity import FEW
from compare.shared.difference import award_difference
from compare.shared.grid import Matrix, comparability_notes, judge, main_row
from compare.shared.material import Material, narrowed
from compare.shared.silence import Silence, filtered, silence
from compare.shared.view import AWARD_FILTERS, View
from loaders import lookups
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


@dataclass(frozen=True)
class Layout:
    """How awards are laid out: the key and the heading of a row, what a cell says of an award, the ids of awards for a wider title,
    which a cell says without a number, and where a document without awards on a row provides for the matter nevertheless.
    """

    key: Callable[[Row], str]
    heading: Callable[[str, Row], Heading]
    words: Callable[[Row], Words]
    wider: frozenset[str] = frozenset()
    elsewhere: Callable[[str], Words] = lambda document_id: ""
    titles: tuple[str, ...] = ()  # those that the page is about, if it is about some: choosing them is no filter


def award_matrix(view: View, material: Material, selection: Selection, awards: list[Row], layout: Layout | None = None) -> Comparison:
    """The comparison of `awards` (rows of `queries.awards`), a row for each title, level and variant unless laid out otherwise.

    The first award of a cell that has a number stands for it.
    """
    layout = layout or Layout(partial(row_key, variants_of(material.tables, awards)), row_heading, cell_words)
    matrix = lay_out(material, selection, awards, layout)
    whole = _whole(material, matrix, layout)
    cells = tuple(_cell(material, matrix, row.key, column.key, selection, layout, whole) for row in matrix.rows for column in matrix.columns)
    notes = [*comparability_notes(matrix, cells, selection), Note("method", text("note.ceiling")), Note("method", text("note.absent"))]
    drawn = tuple(row.key for row in matrix.rows if any(cell.row == row.key and cell.mark in MONEY_MARKS and cell.unit == "cny" for cell in cells))
    chart = Chart("magnitude", "cny", WAN, text("axis.wan"), matrix.rows, matrix.columns, drawn)
    behind = [award for group in (*matrix.placed.values(), *matrix.wider.values()) for award in group if award["document_id"] != PROPOSAL]
    return said.comparison(
        view, material, selection, chart, cells, finding=finding(matrix, cells, selection) if cells else "", notes=notes if cells else (),
        behind=[*behind, *(clause for cell in cells if cell.mark == "mentioned" for clause in _silent(material, matrix, cell.row, cell.column).clauses)],
    )


def _whole(material: Material, matrix: Matrix, layout: Layout) -> Matrix | None:
    """What the documents provide for the titles of the rows, whatever a filter of the page leaves out: silence is judged by it. None without such a filter."""
    if not any(getattr(material.asked, name) for name in AWARD_FILTERS if name != "designations" or not layout.titles):
        return None
    about = set(layout.titles) or {row.key.split(":")[0] for row in matrix.rows}
    placed: dict[tuple[str, str], list[Row]] = {}
    for award in lookups.of_documents(material.tables, "awards", material.documents) if matrix.rows else ():
        named = {award["designation"] or award["beneficiary"], *(award["designations_also"] or ())}
        gathered = narrowed(award["designation"]) if award["designation"] and not layout.titles else frozenset()
        if about & (named | gathered):
            placed.setdefault((layout.key(award), award["document_id"]), []).append(award)
    return replace(matrix, placed=placed)


def row_key(variants: Variants, award: Row) -> str:
    """Title and level of an award, with the first row of its variant: the key of its row and part of links, free of words
    that an editor may still correct.
    """
    parts = [award["designation"] or award["beneficiary"], award["recognition_level"]]
    if award["frequency"] == "per_unit" and award["per_zh"]:
        parts.append(_PER_UNIT_GROUP)
    if award["variant_zh"]:
        parts.append(variants.get(_variant_of(award), ""))  # a variant that only a filter leaves out has no row
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
    return Heading(key, title)


def lay_out(material: Material, selection: Selection, awards: list[Row], layout: Layout) -> Matrix:
    """Place each award in its row and column; rows by level then title in the order of the codebook."""
    proposals = proposed_awards(selection.proposals, awards)
    placed: dict[tuple[str, str], list[Row]] = {}
    wider: dict[tuple[str, str], list[Row]] = {}
    first: dict[str, Row] = {}
    for award in [*awards, *proposals]:
        key = layout.key(award)
        if award["award_id"] in layout.wider:
            wider.setdefault((key, award["document_id"]), []).append(award)
            continue
        placed.setdefault((key, award["document_id"]), []).append(award)
        first.setdefault(key, award)
    rows = tuple(layout.heading(key, first[key]) for key in sorted(first, key=lambda key: _row_order(key, first[key])))
    return Matrix(rows, said.column_headings(material, selection, proposals), placed, material.documents, wider)


def _row_order(key: str, award: Row) -> tuple[int, int, str]:
    levels, titles = codes("recognition_level"), codes("designation")
    title = key.split(":")[0]
    return (
        titles.index(title) if title in titles else len(titles),
        levels.index(award["recognition_level"]),
        award["award_id"],
    )


def _cell(
    material: Material, matrix: Matrix, row: str, column: str, selection: Selection, layout: Layout, whole: Matrix | None
) -> Cell:
    awards = matrix.placed.get((row, column), [])
    if not awards and column == PROPOSAL:
        return said.no_proposal(row)
    if not awards and (row, column) in matrix.wider:
        return Cell(row, column, "text", _said(_cases(matrix, row, column, layout)), source_ids=_ids(matrix, row, column))
    if not awards and whole and (row, column) in whole.placed:
        return filtered(row, column)
    if not awards and (pointer := _elsewhere(matrix, row, column) or layout.elsewhere(column)):
        return Cell(row, column, "text", pointer)
    if not awards and whole and _elsewhere(whole, row, column):
        return filtered(row, column)
    judged = judge(matrix, row, column, selection, compare_awards, lambda key: _silent(material, matrix, row, key))
    if not awards:
        return _silent(material, matrix, row, column).cell(row, column, judged)
    cases = _cases(matrix, row, column, layout)
    return Cell(row, column, *number_of(main_row(awards), _said(cases)), _ids(matrix, row, column), judged, figure_of(awards[0]), cases if len(cases) > 1 else (),
                award_difference(matrix, row, column, selection, judged))


def _cases(matrix: Matrix, row: str, column: str, layout: Layout) -> tuple[Words, ...]:
    """Every award of a cell in words, those of a wider title last, each once."""
    held = [*matrix.placed.get((row, column), []), *matrix.wider.get((row, column), [])]
    return tuple(dict.fromkeys(layout.words(award) for award in held))


def _said(cases: tuple[Words, ...]) -> Words:
    return joined("list.clause", cases, once=True)


def _ids(matrix: Matrix, row: str, column: str) -> tuple[str, ...]:
    held = [*matrix.placed.get((row, column), []), *matrix.wider.get((row, column), [])]
    return tuple(award["award_id"] for award in held if column != PROPOSAL)


def number_of(award: Row, words: Words) -> tuple[str, Words, float | None, float | None, str]:
    """Mark, words, ends and unit of a cell: a rate or a sum per unit that has a ceiling is drawn as the most that it can pay, a sum per unit
    without one only said, since it shares no axis with sums paid once.
    """
    most, why = money.payable_max(award)
    if most is not None and why != "exact" and (award["form"] != "sum" or is_per_unit(award)):
        return "ceiling", words, None, most, "cny"
    if is_per_unit(award) and award["document_id"] != PROPOSAL:
        return "text", words, None, None, ""
    low, high = money.span(award)
    return money.mark_of(award), words, low, high, money.unit_of(award)


def is_per_unit(award: Row) -> bool:
    """Whether a sum is paid for each of something, and so shares no axis with sums paid once."""
    return award["frequency"] == "per_unit" and bool(award["per_zh"])


def _elsewhere(matrix: Matrix, row: str, column: str) -> Words:
    """Where a document provides for the title in another row, so that it is not silent: at the same level, by level, for a level and those above, without one."""
    title, level = row.split(":")[:2]
    others = [(key.split(":")[1], award) for key, award in matrix.of_column(column) if key.split(":")[0] == title]
    levels = codes("recognition_level")
    if any(other == level for other, _ in others):
        return text("elsewhere.variant")
    named = (award for _, award in matrix.of_column(column) if award["designation"] and award["recognition_level"] == level)
    if any(title in narrowed(award["designation"]) for award in named):
        return text("elsewhere.together")
    if level == "none" and others:
        return text("elsewhere.by_level")
    above = [other for other, award in others if award["level_or_above"] and levels.index(other) > levels.index(level)]
    if above:
        return text("elsewhere.or_above", level=small(label("recognition_level", above[0])))
    return text("elsewhere.no_level") if any(other == "none" for other, _ in others) else ""


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


def finding(matrix: Matrix, cells: tuple[Cell, ...], selection: Selection) -> Words:
    """One sentence on one row, the chosen one or that for which most documents give money: what each states, the own one first; of many only the first."""
    by_row = {row.key: [cell for cell in cells if cell.row == row.key] for row in matrix.rows}
    stated = {key: sum(cell.mark in MONEY_MARKS and cell.column != PROPOSAL for cell in row) for key, row in by_row.items()}
    best = selection.row if selection.row in stated else max(stated, key=lambda key: stated[key])
    if not stated[best] and selection.row != best:
        return text("finding.none")
    columns = {heading.key: said.spoken(heading) for heading in matrix.columns}
    parts = [
        text("finding.value", document=columns[cell.column], figure=_short(matrix, cell))
        for cell in by_row[best] if (best, cell.column) in matrix.placed or (best, cell.column) in matrix.wider or cell.mark == "mentioned"
    ]
    if len(parts) > FEW:
        parts = [*parts[:FEW], text("finding.others", count=len(parts) - FEW)]
    silent = [columns[cell.column] for cell in by_row[best] if cell.mark == "absent" and cell.column != PROPOSAL]
    if silent:
        parts.append(text("finding.absent", documents=joined("list.separator", silent)) if len(silent) <= FEW else text("finding.absent_many", count=len(silent)))
    row = next(heading.label for heading in matrix.rows if heading.key == best)
    return text("finding.row", row=row, said=joined("list.clause", parts))


def _short(matrix: Matrix, cell: Cell) -> Words:
    """The figure of a cell without its place, and how many it has in all."""
    place = cell.row, cell.column
    held, wider = matrix.placed.get(place, []), matrix.wider.get(place, [])
    if not held and not wider:
        return cell.words
    main = main_row(held) if held else wider[0]
    figure = figure_of(main)
    if under := for_others_too(main, (cell.row.split(":")[0],)):
        figure = text("row.variant", row=figure, variant=joined("by_title.comma", (part for part in (under, small(own(main, "variant"))) if part)))
    return text("finding.cases", figure=figure, count=len(held)) if len(held) > 1 else figure


def for_others_too(award: Row, titles: tuple[str, ...]) -> Words:
    """That a support is meant for another title or for several kinds of recipient, of which the titles are only a part; empty for one of their own."""
    if award["document_id"] == PROPOSAL or (award["designation"] or award["beneficiary"]) in titles:
        return ""
    if award["designation"]:
        return text("by_title.under", title=small(label("designation", award["designation"])))
    return text("by_title.also", beneficiary=own(award, "beneficiary"))


def titles(names: Iterable[str]) -> tuple[str, ...]:
    """The given designations that the codebook knows, in its order."""
    wanted = set(names)
    return tuple(code for code in code_list("designation") if code in wanted)
