"""A report as an Excel workbook: per comparison a chart, the table and the data; notes, sources and codebook once."""

from charts.wrap import width
from model.codes import code_list
from reports import wording
from reports.content import Item, Report
from reports.errors import ReportError
from reports.office import charts_of
from reports.packer import repacked
from reports.scatter import Scatter
from reports.sheet.book import Book
from reports.sheet.chart import add_chart
from reports.sheet.scatter import add_scatter
from reports.tables import long_table, matrix, unit_words
from wording.answer import Answer
from wording.texts import text

ROWS_MOST, ITEMS_MOST = 100_000, 60
_CATEGORIES = 200
_CODE_LISTS = ("mark", "verdict", "reason", "status", "beneficiary", "instrument", "recognition_level", "category")


def render(report: Report) -> bytes:
    """The file. Raises ReportError above 100,000 cells in one comparison or 60 comparisons."""
    for item in report.items:
        if error := refusal(item.comparison):
            raise error
    if len(report.items) > ITEMS_MOST:
        raise ReportError("reports.error.too_many_items", items=len(report.items), most=ITEMS_MOST)
    book, lang = Book(report), report.lang
    if report.has_cover:
        _cover(book, report)
    for place, item in enumerate(report.items, 1):
        before = f"{place} " if report.has_cover else ""
        _chart(book, item, before + text("reports.sheet.chart", lang))
        _table(book, item.comparison, before + text("reports.sheet.table", lang))
        _data(book, item.comparison, before + text("reports.sheet.data", lang))
    _notes(book, report)
    _sources(book, report)
    _codebook(book, lang)
    first = report.items[0]
    saved = book.saved(report.title or first.title, wording.filters(first.comparison), text("reports.author", lang))
    return repacked(saved, report.as_of)


def refusal(comparison: Answer) -> ReportError | None:
    """Why a comparison makes no workbook, or None."""
    cells = len(comparison.cells)
    return ReportError("reports.error.too_many_rows", rows=cells, most=ROWS_MOST) if cells > ROWS_MOST else None


def _cover(book: Book, report: Report) -> None:
    sheet = book.sheet(text("reports.sheet.contents", report.lang), landscape=False)
    sheet.set_column(0, 0, 90)
    sheet.write_string(0, 0, report.title, book.title)
    sheet.write_string(1, 0, wording.date_words(report), book.text)
    for place, item in enumerate(report.items, 1):
        sheet.write_string(place + 2, 0, text("reports.numbered", report.lang, number=place, title=item.title), book.text)


def _chart(book: Book, item: Item, name: str) -> None:
    comparison = item.comparison
    lang = comparison.selection.lang
    sheet = book.sheet(name)
    sheet.write_string(0, 0, item.title, book.title)
    sheet.set_row(0, 24)
    remark = [text("reports.remark", lang, remark=item.remark)] if item.remark else []
    lines = [*wording.disclaimers(comparison), comparison.finding, *remark, *wording.origin(comparison), wording.documents_line(comparison)]
    for place, words in enumerate(lines, 1):
        sheet.merge_range(place, 0, place, 8, words, book.text)
        sheet.set_row(place, 15 * (1 + width(words) // 120))
    charts = charts_of(comparison, _CATEGORIES, 1)
    if not charts:
        sheet.write_string(len(lines) + 2, 0, text("reports.no_chart", lang), book.text)
        sheet.set_column(0, 0, 44)
        return
    alt = text("reports.chart_alt", lang, title=item.title, finding=comparison.finding)
    if isinstance(charts[0], Scatter):
        add_scatter(book, sheet, name, charts[0], len(lines) + 2, alt, lang)
        return
    add_chart(book, sheet, name, charts[0], len(lines) + 2, unit_words(comparison, comparison.chart.unit), alt, lang)


def _table(book: Book, comparison: Answer, name: str) -> None:
    """The matrix as on screen."""
    grid = matrix(comparison)
    sheet = book.sheet(name)
    book.table(sheet, 0, grid.head, grid.rows, (40, *[26.0] * (len(grid.head) - 1)))
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)


def _data(book: Book, comparison: Answer, name: str) -> None:
    """One line per cell with filters on every column."""
    table = long_table(comparison)
    sheet = book.sheet(name)
    book.table(sheet, 0, tuple(column.heading for column in table.columns), table.rows)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)


def _notes(book: Book, report: Report) -> None:
    rows: list[tuple[str | float | None, ...]] = []
    for item in report.items:
        notes = wording.ordered_notes(item.comparison)
        rows += [(item.title, wording.note_kind(note.kind, report.lang), note.text) for note in notes]
        rows += [(item.title, text("reports.note.filters", report.lang), words) for words in wording.origin(item.comparison)]
    head = tuple(text(f"reports.column.{name}", report.lang) for name in ("comparison", "note_kind", "note"))
    _plain(book, text("reports.sheet.notes", report.lang), head, tuple(dict.fromkeys(rows)), (28, 18, 110))


def _sources(book: Book, report: Report) -> None:
    lang = report.lang
    clauses = {source.row_id: source for item in report.items for source in item.comparison.sources}
    rows: list[tuple[str | float | None, ...]] = [
        (source.citation, source.phrase, report.clauses.get(source.row_id, ""), source.sentence, source.row_id) for source in clauses.values()
    ]
    rows += [(reference, "", "", "", "") for reference in wording.references(report)]
    head = tuple(text(f"reports.column.{name}", lang) for name in ("citation", "phrase", "clause", "sentence", "row_id"))
    _plain(book, text("reports.sheet.sources", lang), head, tuple(rows), (60, 20, 40, 60, 34))


def _codebook(book: Book, lang: str) -> None:
    rows = tuple((text(f"reports.codes.{name}", lang), code, row[lang], row[f"definition_{lang}"]) for name in _CODE_LISTS for code, row in code_list(name).items())
    head = tuple(text(f"reports.column.{name}", lang) for name in ("list", "code", "label", "definition"))
    _plain(book, text("reports.sheet.codebook", lang), head, rows, (20, 26, 34, 70))


def _plain(book: Book, name: str, head: tuple[str, ...], rows: tuple[tuple[str | float | None, ...], ...], widths: tuple[float, ...]) -> None:
    sheet = book.sheet(name)
    book.table(sheet, 0, head, rows, widths)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
