"""A comparison as rows and columns: the matrix that people read, and the long table that spreadsheets take."""

from collections.abc import Iterable
from dataclasses import dataclass

from charts.marks import named
from model.codes import codes
from model.comparison import NUMBER_MARKS
from model.money import MILLION, WAN, YI
from wording.answer import Answer, Cell, DocumentRef, Heading, Source
from wording.formats import axis_scale
from wording.texts import label, text

_EMPTY = "—"
_SCALED: dict[tuple[str, float], str] = {("cny", WAN): "axis.wan", ("cny", MILLION): "axis.wan", ("cny", YI): "targets.unit_cny", ("square_metre", WAN): "targets.unit_square_metre"}
_SAID_ALREADY = ("", "in_force", "draft")  # the label of a draft names it


@dataclass(frozen=True)
class Grid:
    """A table of texts: one heading per column, the first column naming the row; `own` is the place of the own city's column, if it has one."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    own: int | None = None


@dataclass(frozen=True)
class Column:
    """A column of the long table. Numbers stay numbers; the unit stands in the heading."""

    heading: str
    is_number: bool = False


@dataclass(frozen=True)
class LongTable:
    """One row per cell of the comparison; None is an empty cell and never zero."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | float | None, ...], ...]


def column_heading(column: Heading, lang: str) -> str:
    """City and year, number, and the status of a document: 威海2018 威政办字〔2018〕107号(已废止)."""
    words = " ".join(part for part in (column.label, column.note) if part)
    if column.status in _SAID_ALREADY:
        return words
    return text("reports.with_status", lang, document=words, status=label("status", column.status, lang))


def row_words(comparison: Answer, row: Heading) -> str:
    """The head of a row, of a document that is no longer valid with its status; where documents are set against each other, with what changed: 孵化器〔由定额改为限额，标准下调〕."""
    lang = comparison.selection.lang
    if comparison.chart.question != "change" or not row.note:
        return named(row, lang) if all(column.key != "status" for column in comparison.chart.columns) else row.label
    return text("reports.with_change", lang, row=row.label, change=row.note)


def cell_words(cell: Cell | None, lang: str) -> str:
    """What a cell says, with its verdict where two figures are set against each other, and the difference to the own city."""
    if cell is None or not cell.words:
        return _EMPTY
    verdict = cell.comparability
    if verdict is None or any(reason.code == "value_absent" for reason in verdict.reasons):
        return cell.words
    return f"{cell.words} [{text('list.clause', lang).join(part for part in (verdict.words, cell.difference) if part)}]"


def matrix(comparison: Answer, columns: tuple[Heading, ...] | None = None) -> Grid:
    """The comparison as on screen, or only some of its columns."""
    chart, lang = comparison.chart, comparison.selection.lang
    shown = chart.columns if columns is None else columns
    head = (text("reports.row", lang), *(column_heading(column, lang) for column in shown))
    rows = tuple((row_words(comparison, row), *(cell_words(comparison.cell(row.key, column.key), lang) for column in shown)) for row in chart.rows)
    return Grid(head, rows, next((place for place, column in enumerate(shown, 1) if column.is_own), None))


def column_blocks(comparison: Answer, size: int) -> list[tuple[Heading, ...]]:
    """The columns in blocks that fit the width of a page, of about equal size; shares are short and stay together."""
    columns = comparison.chart.columns
    size *= 2 if comparison.chart.question == "shares" else 1
    count = -(-len(columns) // size) or 1
    even = -(-len(columns) // count)
    return [columns[at : at + even] for at in range(0, len(columns), even)] if columns else [()]


def scale_of(comparison: Answer, unit: str) -> float:
    """What the numbers of a unit are divided by: money as on the axis, else as axes of money are; the rest as it is."""
    if unit == comparison.chart.unit:
        return comparison.chart.scale
    return axis_scale(unit, WAN if unit == "cny" else 1, comparison.selection.lang)


def unit_words(comparison: Answer, unit: str) -> str:
    """The plain unit of the numbers as a heading carries it, 万元, empty if they have none; the axis may say more."""
    lang = comparison.selection.lang
    scaled = _SCALED.get((unit, scale_of(comparison, unit)))
    return text(scaled, lang) if scaled else label("unit", unit, lang) if unit in codes("unit") else ""


def _end_heading(comparison: Answer, end: str, unit: str) -> str:
    lang = comparison.selection.lang
    named, words = text(f"reports.column.{end}", lang), unit_words(comparison, unit)
    return text("reports.with_unit", lang, column=named, unit=words) if words else named


def long_table(comparison: Answer) -> LongTable:
    """All cells with their numbers (one pair of columns per unit), words, verdict and sources; of a list a row for each of its rows."""
    if comparison.part in ("list", "other"):
        return _list_table(comparison)
    lang = comparison.selection.lang
    units = tuple(dict.fromkeys(cell.unit for cell in comparison.cells if _has_number(cell)))
    names = ("row", "document", "number", "status", "kind", "words")
    ends = [_end_heading(comparison, end, unit) for unit in units for end in ("low", "high")]
    against = ("difference",) if any(cell.difference for cell in comparison.cells) else ()
    rest = ("comparability", *against, "reasons", "sources", "phrases", "copy", "caveat", "row_ids")
    columns = (
        *(Column(text(f"reports.column.{name}", lang)) for name in names), *(Column(name, True) for name in ends),
        *(Column(text(f"reports.column.{name}", lang)) for name in rest),
    )
    rows = {row.key: row for row in comparison.chart.rows}
    heads = {column.key: column for column in comparison.chart.columns}
    sources = {source.row_id: source for source in comparison.sources}
    documents = {document.document_id: document for document in comparison.documents}
    found = []
    for cell in comparison.cells:
        column, verdict = heads[cell.column], cell.comparability
        cited = [sources[row_id] for row_id in cell.source_ids if row_id in sources]
        found.append((
            row_words(comparison, rows[cell.row]), column.label, column.note, label("status", column.status, lang) if column.status else "",
            label("mark", cell.mark, lang), cell.words, *_numbers(comparison, cell, units), verdict.words if verdict else "",
            *((cell.difference,) if against else ()), _joined((reason.words for reason in verdict.reasons) if verdict else (), lang),
            _joined((source.citation for source in cited), lang), _joined((source.phrase for source in cited), lang),
            *_copy(documents, cell, cited, lang), ",".join(cell.source_ids),
        ))
    return LongTable(columns, tuple(found))


def _list_table(comparison: Answer) -> LongTable:
    """One row per award or goal: each column in words, one with figures also as kind and numbers in columns of their own; then the clause."""
    lang, shown = comparison.selection.lang, comparison.chart.columns
    units = {column.key: tuple(dict.fromkeys(cell.unit for cell in comparison.cells if cell.column == column.key and _has_number(cell))) for column in shown}
    heads = [Column(text("reports.column.row", lang))]
    for column in shown:
        heads.append(Column(column.label))
        if units[column.key]:
            ends = [_end_heading(comparison, end, unit) for unit in units[column.key] for end in ("low", "high")]
            heads.append(Column(text("list.fact", lang, name=column.label, value=text("reports.column.kind", lang))))
            heads += [Column(text("list.fact", lang, name=column.label, value=end), True) for end in ends]
    heads += [Column(text(f"reports.column.{name}", lang)) for name in ("sources", "row_ids")]
    found = []
    for row in comparison.chart.rows:
        values: list[str | float | None] = [row.label]
        for column in shown:
            cell = comparison.cell(row.key, column.key)
            values.append(cell.words if cell else "")
            if units[column.key] and cell:
                values += [label("mark", cell.mark, lang) if _has_number(cell) else "", *_numbers(comparison, cell, units[column.key])]
        source = comparison.source(row.key)
        found.append((*values, source.citation if source else "", row.key))
    return LongTable(tuple(heads), tuple(found))


def _copy(documents: dict[str, DocumentRef], cell: Cell, cited: list[Source], lang: str) -> tuple[str, str]:
    """What kind of copy the documents behind a cell were read in, where it is no official one, and their caveats."""
    ids = dict.fromkeys([*(key for key in (cell.column, cell.row) if key in documents), *(source.document_id for source in cited)])
    held = [documents[key] for key in ids if key in documents]
    return _joined((ref.source for ref in held if ref.source), lang), _joined((ref.caveat for ref in held if ref.caveat), lang)


def _numbers(comparison: Answer, cell: Cell, units: tuple[str, ...]) -> list[float | None]:
    found: list[float | None] = []
    for unit in units:
        scale = scale_of(comparison, unit)
        found += [None if end is None or cell.unit != unit or not _has_number(cell) else end / scale for end in (cell.low, cell.high)]
    return found


def _has_number(cell: Cell) -> bool:
    """Words have no number, also where a chart places them (the dates of a timeline)."""
    return cell.mark in NUMBER_MARKS and cell.value is not None


def _joined(items: Iterable[str], lang: str) -> str:
    return text("list.clause", lang).join(dict.fromkeys(item for item in items if item))
