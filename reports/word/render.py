"""A report as a Word file: finding, native chart, table, notes, clauses, bibliography; a basket with cover and contents."""

import io
from typing import Any

from docx.shared import Mm, Pt

from reports import wording
from reports.content import Item, Report
from reports.errors import ReportError
from reports.native import drawn_rows
from reports.office import charts_of
from reports.packer import repacked
from reports.tables import column_blocks, matrix
from reports.word.direct import spelled_out
from reports.word.layout import add_field, new_document
from reports.word.parts import Footnotes, add_caption, add_chart, add_table
from wording.answer import Answer
from wording.texts import text

ROWS_MOST = 1000
_CATEGORIES, _CHARTS, _COLUMNS = 20, 6, 5
_CHART_MOST_MM = 122  # so that it stands below title and finding on the first page


class _Memo:
    """The document being written, with its running numbers."""

    def __init__(self, report: Report) -> None:
        self.report, self.lang = report, report.lang
        self.document = new_document(self.lang)
        self.notes = Footnotes(self.document, self.lang) if report.footnotes else None
        self.figures = self.tables = 0

    def paragraph(self, words: str, style: str = "Normal") -> Any:
        """A paragraph by the id of its style: python-docx looks a name up in all styles, which takes most of a basket's time."""
        paragraph = self.document.add_paragraph(words)
        if style != "Normal":
            paragraph._p.style = style.replace(" ", "")
        return paragraph

    def heading(self, words: str, level: int) -> None:
        self.document.add_heading(words, level)


def render(report: Report) -> bytes:
    """The file. Raises ReportError above 1,000 rows in one table, which no reader of a memo would turn to."""
    for item in report.items:
        if error := refusal(item.comparison):
            raise error
    memo = _Memo(report)
    if report.has_cover:
        _cover(memo)
    for place, item in enumerate(report.items, 1):
        _item(memo, item, place)
    _bibliography(memo)
    _properties(memo)
    spelled_out(memo.document, report.lang)
    target = io.BytesIO()
    memo.document.save(target)
    return repacked(target.getvalue(), report.as_of)


def refusal(comparison: Answer) -> ReportError | None:
    """Why a comparison is no memo, or None."""
    rows = len(comparison.chart.rows)
    return ReportError("reports.error.too_many_rows", rows=rows, most=ROWS_MOST) if rows > ROWS_MOST else None


def _cover(memo: _Memo) -> None:
    """Title, date, and the contents: every comparison with its page."""
    report, lang = memo.report, memo.lang
    memo.paragraph(report.title, "Title").paragraph_format.space_before = Mm(40)
    date = memo.paragraph(wording.date_words(report))
    date.alignment, date.paragraph_format.first_line_indent = 1, Pt(0)
    contents = memo.paragraph(text("reports.contents", lang))
    contents.alignment, contents.paragraph_format.first_line_indent, contents.paragraph_format.space_before = 1, Pt(0), Mm(20)
    for place, item in enumerate(report.items, 1):
        line = memo.paragraph(text("reports.numbered", lang, number=place, title=item.title))
        line.paragraph_format.first_line_indent = Pt(0)
        line.paragraph_format.tab_stops.add_tab_stop(Mm(150), 2, 1)
        line.add_run("\t")
        add_field(line, f"PAGEREF item{place} \\h", "")


def _item(memo: _Memo, item: Item, place: int) -> None:
    comparison, lang = item.comparison, memo.lang
    if memo.report.has_cover:
        heading = memo.document.add_heading("", 1)
        heading.paragraph_format.page_break_before = True
        _named(heading, text("reports.numbered", lang, number=place, title=item.title), place)
    else:
        memo.paragraph(item.title, "Title").paragraph_format.space_after = Pt(16)
    for words in wording.disclaimers(comparison):
        memo.paragraph(words).runs[0].bold = True
    finding = memo.paragraph(comparison.finding)
    if memo.notes:
        for words in wording.citations(comparison):
            memo.notes.add(finding, words)
    if item.remark:
        memo.paragraph(text("reports.remark", lang, remark=item.remark))
    _figures(memo, item)
    _tables(memo, item)
    sources = memo.paragraph(wording.sources_line(comparison), "List Paragraph")
    sources.paragraph_format.space_before, sources.alignment = Pt(6), 0  # justified, a run of article numbers tears the line before it apart
    _notes(memo, item)


def _named(heading: Any, words: str, place: int) -> None:
    from reports.word.parts import _bookmark

    _bookmark(heading, f"item{place}", 500 + place, "start")
    heading.add_run(words)
    _bookmark(heading, f"item{place}", 500 + place, "end")


def _figures(memo: _Memo, item: Item) -> None:
    charts = charts_of(item.comparison, _CATEGORIES, _CHARTS)
    for place, native in enumerate(charts, 1):
        memo.figures += 1
        height = _height(native.lines)
        alt = text("reports.chart_alt", memo.lang, title=item.title, finding=item.comparison.finding)
        add_chart(memo.document, native, memo.figures, height, alt)
        title = item.title if len(charts) == 1 else text("reports.part", memo.lang, title=item.title, part=place, parts=len(charts))
        add_caption(memo.document, text("reports.figure", memo.lang), memo.figures, title)
    shown, rows = drawn_rows(item.comparison, _CATEGORIES, _CHARTS)
    if shown < rows:
        memo.paragraph(text("chart.rows_left_out", memo.lang, shown=shown, rows=rows), "List Paragraph")


def _height(lines: float) -> float:
    """Millimetres of a chart: as low as its categories or strips stay readable, a page at most."""
    return min(max(min(24 + 6.2 * lines, _CHART_MOST_MM), 24 + 4.6 * lines), 190)


def _tables(memo: _Memo, item: Item) -> None:
    blocks = column_blocks(item.comparison, _COLUMNS)
    for place, columns in enumerate(blocks, 1):
        memo.tables += 1
        title = item.title if len(blocks) == 1 else text("reports.part", memo.lang, title=item.title, part=place, parts=len(blocks))
        add_caption(memo.document, text("reports.table", memo.lang), memo.tables, title, keep_with_next=True)
        add_table(memo.document, matrix(item.comparison, columns), memo.lang)


def _notes(memo: _Memo, item: Item) -> None:
    comparison, lang = item.comparison, memo.lang
    memo.heading(text("reports.heading.notes", lang), 2)
    said = wording.disclaimers(comparison)
    for words in (words for words in wording.memo_notes(memo.report, item) if words not in said):
        memo.paragraph(words, "List Paragraph")
    clauses = wording.memo_clauses(memo.report, item)
    if clauses:
        memo.heading(text("reports.heading.clauses", lang), 2)
    for words in clauses:
        memo.paragraph(words, "List Paragraph")
    if clauses:
        memo.heading(text("reports.heading.origin", lang), 2)
    for words in wording.origin(comparison):
        memo.paragraph(words, "List Paragraph")


def _bibliography(memo: _Memo) -> None:
    shared = wording.shared_notes(memo.report)
    if shared:
        heading = memo.document.add_heading(text("reports.heading.documents", memo.lang), 1)
        heading.paragraph_format.page_break_before = True
    for words in shared:
        memo.paragraph(words, "List Paragraph")
    memo.heading(text("reports.heading.references", memo.lang), 1 if memo.report.has_cover else 2)
    for words in wording.references(memo.report):
        line = memo.paragraph(words, "List Paragraph")
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Pt(21), Pt(-21)


def _properties(memo: _Memo) -> None:
    properties = memo.document.core_properties
    first = memo.report.items[0]
    properties.title = (memo.report.title or first.title)[:250]
    properties.author = properties.last_modified_by = text("reports.author", memo.lang)
    properties.subject = wording.filters(first.comparison)[:250]
    properties.comments = wording.snapshot(first.comparison)[:250]
    properties.keywords = ""
    properties.language = "en-GB" if memo.lang == "en" else "zh-CN"
