"""Awards laid out as rows of recognised titles against columns of documents, each cell judged against a baseline.

Shared by every view whose rows are recognised titles. A row is title, level and variant; a column a document, oldest
first, and the reader's own proposal last.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from compare import words as said
from compare.view import View
from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model import money
from model.citation import article_place
from model.codes import code_list, codes, label
from model.comparability import Side, compare_awards
from model.comparison import MONEY_MARKS, SILENT_MARKS, Cell, Chart, Comparison, Heading, Note, Source, Verdict
from model.formats import WAN
from model.proposal import PROPOSAL, PROPOSED_DOCUMENT, proposal_awards
from model.selection import Selection
from model.texts import text

_PER_UNIT_GROUP = "per_unit"


@dataclass(frozen=True)
class Matrix:
    """What is laid out: the awards by row and column, and the documents behind the columns."""

    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    awards: dict[tuple[str, str], list[Row]]
    documents: dict[str, Row]
    pinned: str

    def baseline(self, row: str) -> str:
        """The column that a row is compared with: the pinned one, or the earliest that has the row."""
        filled = (column.key for column in self.columns if (row, column.key) in self.awards)
        return self.pinned or next(filled, "")


def award_matrix(
    view: View, tables: Tables, selection: Selection, awards: list[Row], category: str, row_keys: Callable[[Row], str] | None = None,
    headings: Callable[[str, Row, str], Heading] | None = None,
) -> Comparison:
    """The comparison of `awards` (rows of `queries.awards`). `category` is the one whose coverage tells a cell without
    an award apart: not in the document, or not reviewed. `row_keys` and `headings` stand in for `row_key` and `row_heading`.
    """
    lang = selection.lang
    honoured = view.honoured(selection)
    documents = queries.selected_documents(tables, honoured)
    matrix = lay_out(tables, honoured, awards, documents, row_keys or row_key, headings or row_heading)
    if not matrix.rows:
        reason = said.empty_because(tables, view, selection, has_documents=bool(documents))
        return _comparison(view, tables, selection, matrix, (), (), "", empty_because=reason)
    states = {(row["document_id"], row["category"]): row["state"] for row in queries.records(tables["coverage"])}
    cells = tuple(
        _cell(matrix, row.key, column.key, states.get((column.key, category), "not_reviewed"), selection)
        for row in matrix.rows for column in matrix.columns
    )
    notes = tuple(comparability_notes(matrix, cells, lang))
    return _comparison(view, tables, selection, matrix, cells, notes, finding(matrix, cells, lang))


def row_key(award: Row) -> str:
    """Title, level and variant of an award; the key of its row and part of links."""
    title = award["designation"] or award["beneficiary"]
    parts = [title, award["recognition_level"]]
    if award["frequency"] == "per_unit" and award["per_zh"]:
        parts.append(_PER_UNIT_GROUP)
    if award["variant_en"]:
        parts.append("".join(c if c.isascii() and c.isalnum() else "_" for c in award["variant_en"].lower())[:40].strip("_"))
    return ":".join(parts)


def row_heading(key: str, award: Row, lang: str) -> Heading:
    """The words of a row: title and level, with its variant."""
    title = label("designation", award["designation"], lang) if award["designation"] else label("beneficiary", award["beneficiary"], lang)
    level = award["recognition_level"]
    if level != "none":
        above = "row.level_or_above" if award["level_or_above"] else "row.level"
        title = text("row.title_level", lang, title=title, level=text(above, lang, level=label("recognition_level", level, lang)))
    if award["frequency"] == "per_unit" and award[f"per_{lang}"]:
        title = text("row.variant", lang, row=title, variant=text("row.per", lang, per=award[f"per_{lang}"]))
    if award[f"variant_{lang}"]:
        title = text("row.variant", lang, row=title, variant=award[f"variant_{lang}"])
    group = label("recognition_level", level, lang)
    return Heading(key, title, group=group)


def lay_out(
    tables: Tables, selection: Selection, awards: list[Row], documents: dict[str, Row], key_of: Callable[[Row], str],
    heading_of: Callable[[str, Row, str], Heading],
) -> Matrix:
    """Place each award in its row and column; rows by level then title in the order of the codebook."""
    proposals = proposal_awards(selection, awards)
    placed: dict[tuple[str, str], list[Row]] = {}
    first: dict[str, Row] = {}
    for award in [*awards, *proposals]:
        key = key_of(award)
        placed.setdefault((key, award["document_id"]), []).append(award)
        first.setdefault(key, award)
    rows = tuple(heading_of(key, first[key], selection.lang) for key in sorted(first, key=lambda key: _row_order(first[key])))
    columns = list(said.document_headings(tables, documents, selection))
    if proposals:
        columns.append(Heading(PROPOSAL, text("proposal.label", selection.lang), note=text("proposal.note", selection.lang), is_tentative=True))
    pinned = selection.baseline if selection.baseline in documents else ""
    return Matrix(rows, tuple(columns), placed, documents, pinned)


def _row_order(award: Row) -> tuple[int, int, str]:
    levels, titles = codes("recognition_level"), codes("designation")
    title = award["designation"]
    return (
        titles.index(title) if title else len(titles),
        levels.index(award["recognition_level"]),
        award["award_id"],
    )


def _cell(matrix: Matrix, row: str, column: str, state: str, selection: Selection) -> Cell:
    lang = selection.lang
    awards = matrix.awards.get((row, column), [])
    if not awards:
        mark = "not_reviewed" if state == "not_reviewed" and column != PROPOSAL else "absent"
        words = text(f"money.{mark}", lang) if column != PROPOSAL else ""
        return Cell(row, column, mark, words, comparability=_verdict(matrix, row, column, selection))
    shown = main_award(awards)
    low, high = money.span(shown)
    words = text("list.clause", lang).join(dict.fromkeys(cell_words(award, lang) for award in awards))
    return Cell(
        row, column, money.mark_of(shown), words, low, high, money.unit_of(shown),
        tuple(award["award_id"] for award in awards if column != PROPOSAL), _verdict(matrix, row, column, selection),
    )


def main_award(awards: list[Row]) -> Row:
    """The award whose number a cell draws: the first with a figure."""
    return next((award for award in awards if award["form"] != "unstated"), awards[0])


def cell_words(award: Row, lang: str) -> str:
    """What a cell says: 最高100万元 · 认定 · 第29条."""
    figure = money.words(award, lang)
    if award["document_id"] == PROPOSAL:
        return figure
    place = article_place(str(award["article"]), lang)
    return text("cell.words", lang, figure=figure, trigger=label("trigger", award["trigger"], lang), article=place)


def _verdict(matrix: Matrix, row: str, column: str, selection: Selection) -> Verdict | None:
    baseline = matrix.baseline(row)
    if column == baseline:
        return None
    sides = [_side(matrix, row, key) for key in (baseline, column)]
    if all(side is None for side in sides):
        return None
    return compare_awards(sides[0], sides[1], selection.as_of, selection.lang)


def _side(matrix: Matrix, row: str, column: str) -> Side | None:
    awards = matrix.awards.get((row, column))
    if not awards:
        return None
    return Side(main_award(awards), matrix.documents.get(column, PROPOSED_DOCUMENT))


def comparability_notes(matrix: Matrix, cells: Iterable[Cell], lang: str) -> Iterable[Note]:
    """One note per cell that is not simply comparable although both documents have a provision."""
    rows = {heading.key: heading.label for heading in matrix.rows}
    columns = {heading.key: heading.label for heading in matrix.columns}
    pinned = text("note.baseline", lang, document=columns[matrix.pinned]) if matrix.pinned else text("note.baseline_earliest", lang)
    yield Note("comparability", pinned)
    for cell in cells:
        judged = cell.comparability
        if judged is None or judged.code == "direct" or any(reason.code == "value_absent" for reason in judged.reasons):
            continue
        yield Note("comparability", text(
            "note.cell", lang, row=rows[cell.row], document=columns[cell.column], baseline=columns[matrix.baseline(cell.row)], verdict=judged.words,
            reasons=text("list.separator", lang).join(reason.words for reason in judged.reasons), instead=judged.reasons[0].instead,
        ))


def finding(matrix: Matrix, cells: tuple[Cell, ...], lang: str) -> str:
    """One sentence from the rows: the row that most documents give money for, with every document's figure."""
    by_row = {row.key: [cell for cell in cells if cell.row == row.key and cell.column != PROPOSAL] for row in matrix.rows}
    stated = {key: sum(cell.mark in MONEY_MARKS for cell in row) for key, row in by_row.items()}
    best = max(stated, key=lambda key: stated[key])
    if not stated[best]:
        return text("finding.none", lang)
    columns = {heading.key: heading.label for heading in matrix.columns}
    parts = [
        text("finding.value", lang, document=columns[cell.column], figure=money.words(main_award(matrix.awards[best, cell.column]), lang))
        for cell in by_row[best] if cell.mark not in SILENT_MARKS
    ]
    silent = [columns[cell.column] for cell in by_row[best] if cell.mark == "absent"]
    if silent:
        parts.append(text("finding.absent", lang, documents=text("list.separator", lang).join(silent)))
    row = next(heading.label for heading in matrix.rows if heading.key == best)
    return text("finding.row", lang, row=row, said=text("list.clause", lang).join(parts))


def _comparison(
    view: View, tables: Tables, selection: Selection, matrix: Matrix, cells: tuple[Cell, ...], notes: tuple[Note, ...],
    finding_words: str, empty_because: str = "",
) -> Comparison:
    lang = selection.lang
    refs = said.document_refs(tables, matrix.documents, selection)
    used = {row_id for cell in cells for row_id in cell.source_ids}
    awards = [award for group in matrix.awards.values() for award in group if award["award_id"] in used]
    unique = {award["award_id"]: award for award in awards}
    cities = queries.cities(tables)
    remarks = [Note("method", text(key, lang)) for key in ("note.ceiling", "note.absent")] if cells else []
    if any(column.key == PROPOSAL for column in matrix.columns):
        remarks.append(Note("method", text("note.proposal", lang)))
    drawn = tuple(row.key for row in matrix.rows if any(cell.row == row.key and cell.mark in MONEY_MARKS for cell in cells))
    return Comparison(
        view=view.name,
        selection=selection,
        snapshot=tables.snapshot,
        title=text(f"view.{view.name}.title", lang),
        finding=finding_words,
        chart=Chart("magnitude", "cny", WAN, text("axis.wan", lang), matrix.rows, matrix.columns, drawn),
        cells=cells,
        notes=(*notes, *remarks, *said.hidden(tables, view.honoured(selection)), *said.caveats(refs, selection)),
        sources=tuple(_source(award, matrix.documents[award["document_id"]], cities, lang) for award in unique.values()),
        documents=refs,
        filters=said.filter_words(tables, view, selection),
        empty_because=empty_because,
    )


def _source(award: Row, document: Row, cities: dict[str, Row], lang: str) -> Source:
    return said.award_source(award, document, cities[document["city_id"]], lang)


def titles(names: Iterable[str]) -> tuple[str, ...]:
    """The given designations that the codebook knows, in its order."""
    wanted = set(names)
    return tuple(code for code in code_list("designation") if code in wanted)
