"""Words from pictures, by the OCR of `rapidocr` with the models in its wheel; installed with `requirements-ocr.txt`.

What comes from here is marked on every line. A percentage is never certain: ‰ comes back as % or %0 with full confidence.
"""

import logging
from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from curation.read.formats import format_of
from curation.read.layout import text_of
from curation.read.limits import Limits, within
from curation.read.no_text import is_no_text
from curation.read.ofd import ofd_pages
from curation.read.package import Package
from curation.read.page import Glyph, Page
from curation.read.page_picture import SCAN_PIXELS, frames, picture_of
from curation.read.pdf import pdf_pages
from curation.read.reading import ReadError, Reading, as_record, counted

# What OCR says is never as sure as what the file itself says.
_SUREST = 0.99
# Rows of points of a band, and how many of them two bands share: twice the height of the largest title.
_BAND, _OVERLAP = 640, 200
# Words that it hardly recognises are lines of a stamp or dirt.
_LEAST = 0.5


@cache
def _engine() -> Any:
    logging.disable(logging.INFO)
    from rapidocr import RapidOCR

    # One line at a time and one thread: batches of long lines are what takes memory, and a second thread mostly waits for the first.
    # A band is looked at as it is: enlarged to a least height it would take the memory of a page again.
    return RapidOCR(params={"EngineConfig.onnxruntime.intra_op_num_threads": 1, "Rec.rec_batch_num": 1, "Cls.cls_batch_num": 1, "Det.limit_type": "max", "Det.limit_side_len": 2000, "Global.log_level": "error"})


def recognised(picture: Any) -> Page:
    """A picture as a page of recognised pieces, in pixels. It is looked at band by band: memory grows with the area that is looked at."""
    glyphs = [glyph for top, bottom, first, last in bands(picture.height) for glyph in _in_band(picture, top, bottom) if first <= (glyph.top + glyph.bottom) / 2 < last]
    return Page(float(picture.width), float(picture.height), glyphs)


def bands(height: int) -> list[tuple[int, int, float, float]]:
    """(top, bottom, first, last) of the bands of a page: they overlap, and each gives the lines whose middle is in [first, last)."""
    count = max(1, -(-(height - _OVERLAP) // (_BAND - _OVERLAP)))
    tops = [round(place * (height - _BAND) / (count - 1)) for place in range(count)] if count > 1 else [0]
    cuts = [0.0, *((after + before + _BAND) / 2 for before, after in pairwise(tops)), float(height)]
    return [(top, min(height, top + _BAND), first, last) for top, (first, last) in zip(tops, pairwise(cuts), strict=True)]


def _in_band(picture: Any, top: int, bottom: int) -> list[Glyph]:
    import numpy

    try:
        result = _engine()(numpy.array(picture.crop((0, top, picture.width, bottom)).convert("RGB"))[:, :, ::-1])
    except Exception as error:  # the runtime's own words for too little memory
        if "alloc" in str(error):
            raise MemoryError from error
        raise
    glyphs = []
    for words, score, box in zip(result.txts or (), result.scores or (), result.boxes if result.boxes is not None else (), strict=False):
        across, down = [float(point[0]) for point in box], [float(point[1]) + top for point in box]
        if score >= _LEAST and words.strip():
            glyphs.append(Glyph(words.strip(), min(across), min(down), max(across), max(down), min(_SUREST, float(score))))
    return glyphs


def read_scan(data: bytes, name: str, limits: Limits) -> Reading:
    """A picture, or a PDF or OFD file whose scanned pages are recognised; a page with a text layer keeps it.

    Raises ReadError if there are no words.
    """
    kind = format_of(data, Path(name).suffix.lower())
    if kind == "pdf":
        pages, scanned, left_out = pdf_pages(data, name, limits)
    elif kind == "ofd":
        left_out = Counter()
        pages = [page.page() for page in ofd_pages(Package(data, name, limits), left_out, limits)]
        scanned = [number for number, page in enumerate(pages) if not page.glyphs]
    else:
        pages, left_out = [Page(1.0, 1.0, [])] * frames(data, name, limits), Counter()
        scanned = list(range(len(pages)))
    if is_no_text(text_of(pages, name, limits)[0]):
        scanned = list(range(len(pages)))
    within(len(scanned), limits.ocr_pages, "pages", name)
    for number in scanned:
        pages[number] = _fitted(recognised(picture_of(data, name, number + 1, SCAN_PIXELS, limits)), pages[number])
    text, lines, more = text_of(pages, name, limits)
    if not text.strip():
        raise ReadError("read.empty", name=name)
    left_out.update(more)
    left_out["picture"] = max(0, left_out["picture"] - len(scanned))  # the scans themselves were read
    return Reading(text, kind, counted(left_out), ("by_ocr",) if scanned else (), lines=lines, pages=len(pages))


def _fitted(page: Page, model: Page) -> Page:
    """A recognised page in the unit of the page that it is a picture of, so that margins are compared alike."""
    shown = (model.height, model.width) if model.turned % 2 else (model.width, model.height)
    if shown[0] <= 1:
        return page
    scale = shown[0] / page.width
    glyphs = [glyph._replace(left=glyph.left * scale, top=glyph.top * scale, right=glyph.right * scale, bottom=glyph.bottom * scale) for glyph in page.glyphs]
    return Page(shown[0], page.height * scale, glyphs)


def scan_task(request: Mapping[str, Any]) -> dict[str, Any]:
    """What the child does."""
    path = Path(str(request["path"]))
    return as_record(read_scan(path.read_bytes(), str(request["name"]), Limits(**request["limits"])))
