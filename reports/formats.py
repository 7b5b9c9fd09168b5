"""The one list of formats that the export menu, the basket and the command line read, and what a file is called."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from loaders.snapshot import Tables
from reports import images, package, page, pdf, plain
from reports.content import Report
from reports.errors import ReportError
from reports.sheet import render as sheet
from reports.slides import render as slides
from reports.word import render as word
from wording.answer import Answer
from wording.texts import text

_OFFICE = "application/vnd.openxmlformats-officedocument"
_UNSAFE = re.compile(r"[\\/:*?\"<>|\x00-\x1f\x7f\s.]+")
_STEM_MOST = 60


def _never(comparison: Answer) -> None:
    """Every comparison can be made into this format."""


@dataclass(frozen=True)
class Format:
    """One kind of file. `refuses` says why a comparison cannot be made into it; `for_basket` formats take several."""

    name: str
    extension: str
    mime: str
    render: Callable[[Report], bytes] | None = None
    refuses: Callable[[Answer], ReportError | None] = _never
    for_basket: bool = False

    def label(self, lang: str) -> str:
        """What the menu calls it."""
        return text(f"reports.format.{self.name}", lang)

    def unavailable(self, comparison: Answer) -> str:
        """Why this format cannot be made of a comparison now, with the mend; empty if it can."""
        error = self.refuses(comparison)
        return error.words(comparison.selection.lang) if error else ""


FORMATS: dict[str, Format] = {item.name: item for item in (
    Format("docx", "docx", f"{_OFFICE}.wordprocessingml.document", word.render, word.refusal, for_basket=True),
    Format("pptx", "pptx", f"{_OFFICE}.presentationml.presentation", slides.render, slides.refusal, for_basket=True),
    Format("xlsx", "xlsx", f"{_OFFICE}.spreadsheetml.sheet", sheet.render, sheet.refusal, for_basket=True),
    Format("png", "png", "image/png", images.png, images.refusal),
    Format("svg", "svg", "image/svg+xml", images.svg, images.refusal),
    Format("pdf", "pdf", "application/pdf", pdf.pdf, images.refusal),
    Format("html", "html", "text/html", page.render, for_basket=True),
    Format("csv", "csv", "text/csv", plain.csv_file),
    Format("package", "zip", "application/zip", refuses=package.refusal),
)}


def make(name: str, report: Report, tables: Tables, *, is_confirmed: bool = False) -> bytes:
    """The file of a report. Raises ReportError with the mend: a missing browser, too many rows, a basket in a format for one."""
    chosen = FORMATS[name]
    if report.has_cover and not chosen.for_basket:
        raise ReportError("reports.error.not_for_basket", format=chosen.label(report.lang), formats=", ".join(item.name for item in FORMATS.values() if item.for_basket))
    if chosen.render is None:
        return package.render(tables, report.items[0].comparison, is_confirmed=is_confirmed)
    return chosen.render(report)


def file_name(name: str, title: str, comparison: Answer, *, is_confirmed: bool = False) -> str:
    """What and when: 孵化载体奖补-各文件对照_2026-11-21_741909c4.docx. The day is the as-of date, the end the snapshot.

    A data package with documents that are not marked public says so, since the file is what gets passed on.
    """
    stem = _UNSAFE.sub("-", title).strip("-")[:_STEM_MOST] or comparison.view
    if name == "package" and is_confirmed and package.not_public(comparison):
        stem += f"_{text('reports.package.all_documents', comparison.selection.lang)}"
    return f"{stem}_{comparison.selection.as_of.isoformat()}_{comparison.snapshot[:8]}.{FORMATS[name].extension}"
