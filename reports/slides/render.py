"""A report as a PowerPoint file: the finding as headline over a native chart, tables, notes and sources on slides."""

from pptx.util import Cm

from reports import wording
from reports.content import Item, Report
from reports.errors import ReportError
from reports.native import drawn_rows
from reports.office import chart_data, chart_type, charts_of, style, workbook
from reports.packer import repacked
from reports.slides.deck import EAST_ASIAN, HEIGHT, LATIN, MARGIN, WIDTH, Deck, line_count, line_height
from reports.slides.notes import note_slides
from reports.slides.tables import add_table, pages
from reports.tables import column_blocks, matrix
from wording.answer import Answer
from wording.texts import text

_CATEGORIES, _CHARTS, _COLUMNS, _SLIDES_MOST, _ROWS_MOST = 16, 6, 5, 60, 600
_TEXT_POINTS = 14
_LATE = ("definition",)  # last on a slide that cannot hold everything
_FOOT_TOP = HEIGHT - 2.9


def render(report: Report) -> bytes:
    """The file. Raises ReportError if one comparison would need more than 60 table slides."""
    for item in report.items:
        if error := refusal(item.comparison):
            raise error
    deck = Deck(wording.date_words(report))
    if report.has_cover:
        _cover(deck, report)
    for place, item in enumerate(report.items, 1):
        title = text("reports.numbered", report.lang, number=place, title=item.title) if report.has_cover else item.title
        _item(deck, report, item, title)
    shared = wording.shared_notes(report)
    if shared:
        _texts(deck, text("reports.heading.documents", report.lang), shared)
    if report.details or report.has_cover:
        _texts(deck, text("reports.heading.references", report.lang), wording.references(report))
    _properties(deck, report)
    return repacked(deck.saved(), report.as_of)


def refusal(comparison: Answer) -> ReportError | None:
    """Why a comparison makes no deck, or None."""
    rows = len(comparison.chart.rows)
    if rows > _ROWS_MOST:
        return ReportError("reports.error.too_many_rows", rows=rows, most=_ROWS_MOST)
    slides = len(_table_slides(comparison))
    return ReportError("reports.error.too_many_slides", slides=slides, most=_SLIDES_MOST) if slides > _SLIDES_MOST else None


def _cover(deck: Deck, report: Report) -> None:
    slide = deck.slide(report.title)
    slide.shapes.title.top = Cm(HEIGHT / 2 - 3)
    deck.text(slide, wording.date_words(report), MARGIN, HEIGHT / 2, WIDTH - 2 * MARGIN, 1, 18, alignment=2)
    titles = [text("reports.numbered", report.lang, number=place, title=item.title) for place, item in enumerate(report.items, 1)]
    _texts(deck, text("reports.contents", report.lang), titles)


def _item(deck: Deck, report: Report, item: Item, title: str) -> None:
    comparison, lang = item.comparison, report.lang
    _charts(deck, item, title)
    _tables(deck, item, title)
    first = [*wording.disclaimers(comparison), *([text("reports.remark", lang, remark=item.remark)] if item.remark else [])]
    notes = [words for words in wording.memo_notes(report, item) if words not in first]
    if not report.details:
        late = {note.text for note in comparison.notes if note.kind in _LATE}
        notes.sort(key=lambda words: words in late)
        note_slides(deck, text("reports.slide_notes", lang, title=title), [*first, wording.sources_line(comparison), *wording.origin(comparison), *notes], lang)
        return
    _texts(deck, text("reports.slide_notes", lang, title=title), [*first, *notes])
    _texts(deck, text("reports.slide_clauses", lang, title=title), [*wording.memo_clauses(report, item), *wording.origin(comparison)])


def _charts(deck: Deck, item: Item, title: str) -> None:
    """The finding as headline, on further charts the title, since they show other rows; below the chart its title, the
    filters and the sources.
    """
    comparison = item.comparison
    lang = comparison.selection.lang
    charts = charts_of(comparison, _CATEGORIES, _CHARTS)
    shown, rows = drawn_rows(comparison, _CATEGORIES, _CHARTS)
    for place, native in enumerate(charts, 1):
        named = title if len(charts) == 1 else text("reports.part", lang, title=title, part=place, parts=len(charts))
        slide = deck.slide(comparison.finding if place == 1 else named, most_lines=2)
        high = _FOOT_TOP - 3.5
        frame = slide.shapes.add_chart(chart_type(native), Cm(MARGIN), Cm(3.4), Cm(WIDTH - 2 * MARGIN), Cm(high), chart_data(native))
        frame._element.nvGraphicFramePr.cNvPr.set("descr", text("reports.chart_alt", lang, title=title, finding=comparison.finding))
        style(frame.chart, native, 12, EAST_ASIAN, LATIN)
        frame.chart.part.chart_workbook.update_from_xlsx_blob(workbook(native))
        left_out = [text("chart.rows_left_out", lang, shown=shown, rows=rows)] if shown < rows else []
        foot = [*wording.disclaimers(comparison), named, wording.filters(comparison), wording.documents_line(comparison), wording.snapshot(comparison), *left_out]
        deck.text(slide, text("list.clause", lang).join(foot), MARGIN, _FOOT_TOP, WIDTH - 2 * MARGIN, 1.9, 10, muted=True)


def _tables(deck: Deck, item: Item, title: str) -> None:
    comparison = item.comparison
    lang = comparison.selection.lang
    slides = _table_slides(comparison)
    for place, (head, rows) in enumerate(slides, 1):
        named = title if len(slides) == 1 else text("reports.part", lang, title=title, part=place, parts=len(slides))
        add_table(deck, deck.slide(named), head, rows)


def _table_slides(comparison: Answer) -> list[tuple[tuple[str, ...], list[tuple[str, ...]]]]:
    """Head and rows of every table slide."""
    blocks = [matrix(comparison, columns) for columns in column_blocks(comparison, _COLUMNS)]
    return [(grid.head, rows) for grid in blocks for rows in pages(grid)]


def _texts(deck: Deck, title: str, words: list[str]) -> None:
    """Paragraphs on as many slides as they need."""
    wide, room = WIDTH - 2 * MARGIN, HEIGHT - 3.6 - 1.4
    top = room
    slide = None
    for said in words:
        high = min(line_count(said, wide, _TEXT_POINTS) * line_height(_TEXT_POINTS), room)
        if slide is None or top + high > room:
            slide, top = deck.slide(title), 0.0
        deck.text(slide, said, MARGIN, 3.6 + top, wide, high, _TEXT_POINTS)
        top += high + 0.25


def _properties(deck: Deck, report: Report) -> None:
    properties, first = deck.file.core_properties, report.items[0]
    properties.title = (report.title or first.title)[:250]
    properties.author = properties.last_modified_by = text("reports.author", report.lang)
    properties.subject = wording.filters(first.comparison)[:250]
    properties.comments = wording.snapshot(first.comparison)[:250]
    properties.language = "en-GB" if report.lang == "en" else "zh-CN"
