"""The text of a PDF with a text layer, with the place of every line; pages that are pictures are recognised or counted."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any

from curation.read.layout import text_of
from curation.read.limits import Limits, within
from curation.read.no_text import is_no_text
from curation.read.page import Glyph, Page, Rule
from curation.read.reading import ReadError, Reading, counted

# A page with fewer characters than this and a picture over most of it is a scan.
_FEW, _COVERS = 20, 0.5
_STRAIGHT = math.radians(8)
_MOST_SEGMENTS = 20_000
# How far a Chinese font reaches above and below the baseline, in its em.
_ABOVE, _BELOW = 0.88, 0.12


def read_pdf(data: bytes, name: str, limits: Limits) -> Reading:
    """The text layer, page after page. Raises ReadError for a locked or damaged file, or one whose text layer is none."""
    pages, scanned, left_out = pdf_pages(data, name, limits)
    if sum(len(page.glyphs) for page in pages) == 0 or len(scanned) == len(pages):
        raise ReadError("read.scanned", name=name, pages=str(len(pages)))
    text, lines, more = text_of(pages, name, limits)
    if is_no_text(text):
        raise ReadError("read.no_text_layer", name=name, pages=str(len(pages)))
    left_out.update(more)
    left_out["scanned_page"] += len(scanned)
    return Reading(text, "pdf", counted(left_out), lines=lines, pages=len(pages))


def pdf_pages(data: bytes, name: str, limits: Limits) -> tuple[list[Page], list[int], Counter[str]]:
    """What stands on every page, which pages (from 0) are scans, and what was left out."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("read.locked_pdf", name=name) from error
        raise ReadError("read.damaged", name=name, kind=".pdf", detail="PDF") from error
    within(len(document), limits.pages, "pages", name)
    pages: list[Page] = []
    scanned: list[int] = []
    left_out: Counter[str] = Counter()
    for number in range(len(document)):
        page, is_scan = _page(document, number, left_out, name, limits)
        pages.append(page)
        scanned += [number] if is_scan else []
    within(sum(len(page.glyphs) for page in pages), limits.characters, "characters", name)
    return pages, scanned, left_out


def _page(document: Any, number: int, left_out: Counter[str], name: str, limits: Limits) -> tuple[Page, bool]:
    """One page as it is read, and whether it is a scan."""
    import pypdfium2.raw as raw

    page = document[number]
    left, bottom, right, top = page.get_bbox()
    width, height = max(right - left, 1.0), max(top - bottom, 1.0)
    words = page.get_textpage()
    glyphs = list(_glyphs(words.raw, raw))
    words.close()
    turn, upright = _turn(glyphs)
    left_out["page_furniture"] += bool(len(upright) < len(glyphs))
    shown = page.get_rotation() // 90
    turned = (turn - shown) % 4
    flip = _Turn(left, bottom, width, height, turn)
    within(len(upright), limits.characters, "characters", name)
    drawn, pictures = _drawn(page, raw, flip)
    left_out["picture"] += pictures
    result = Page(*((width, height) if turn % 2 == 0 else (height, width)), [flip.glyph(glyph) for _, glyph in upright], drawn, turned)
    is_scan = len(upright) < _FEW and _picture_share(page, raw, width * height) > _COVERS
    page.close()
    return result, is_scan


class _Turn:
    """From the user space of a PDF page to the page as read: quarter turns with the clock, y downwards."""

    def __init__(self, left: float, bottom: float, width: float, height: float, turn: int) -> None:
        self.left, self.bottom, self.width, self.height, self.turn = left, bottom, width, height, turn

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as read."""
        x, y = x - self.left, y - self.bottom
        return ((x, self.height - y), (y, x), (self.width - x, y), (self.height - y, self.width - x))[self.turn]

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box of the page as read."""
        first, second = self.point(left, bottom), self.point(right, top)
        return min(first[0], second[0]), min(first[1], second[1]), max(first[0], second[0]), max(first[1], second[1])

    def glyph(self, glyph: Glyph) -> Glyph:
        """A glyph whose box is left, bottom, right, top of user space."""
        return Glyph(glyph.words, *self.box(glyph.left, glyph.top, glyph.right, glyph.bottom), spaced=glyph.spaced)


def _glyphs(words: Any, raw: Any) -> Iterator[tuple[float, Glyph]]:
    """Every printed character with its angle; the box is left, bottom, right, top of its em square, as 一 has hardly a height of its own."""
    box, matrix, x, y = raw.FS_RECTF(), raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    blank = False
    shared = _Shared()
    for index in range(raw.FPDFText_CountChars(words)):
        code = raw.FPDFText_GetUnicode(words, index)
        if code <= 32 or code in (0xA0, 0x3000, 0xFFFE) or raw.FPDFText_IsGenerated(words, index) == 1:
            blank = blank or raw.FPDFText_IsGenerated(words, index) == 0
            continue
        if not raw.FPDFText_GetLooseCharBox(words, index, ctypes.byref(box)):
            continue
        raw.FPDFText_GetMatrix(words, index, ctypes.byref(matrix))
        raw.FPDFText_GetCharOrigin(words, index, x, y)
        em = raw.FPDFText_GetFontSize(words, index) * math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
        angle = raw.FPDFText_GetCharAngle(words, index)
        glyph = Glyph(chr(code), box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top), spaced=blank)
        yield angle, _squared(glyph, *shared.origin(x.value, y.value, angle, glyph), angle, em)
        blank = False


class _Shared:
    """The origins of characters that a PDF gives as /ActualText: pdfium gives all of them that of the first, and boxes side by side.

    Taken as they are, the second 0 of 500 would stand on the first and count as one printed twice to look bold.
    """

    def __init__(self) -> None:
        self._first: tuple[float, float, float, float] | None = None  # origin and middle of the box

    def origin(self, x: float, y: float, angle: float, glyph: Glyph) -> tuple[float, float]:
        """Where the character stands: its own origin, or behind the one whose origin it shares by as much as the boxes tell."""
        across, up = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        if self._first is None or self._first[:2] != (x, y):
            self._first = (x, y, across, up)
        along = math.cos(angle), -math.sin(angle)
        step = (across - self._first[2]) * along[0] + (up - self._first[3]) * along[1]
        return x + step * along[0], y + step * along[1]


def _squared(glyph: Glyph, x: float, y: float, angle: float, em: float) -> Glyph:
    """A glyph in the square of its font, which stands on the baseline at a point and is turned clockwise by an angle."""
    if not 1 < em < 300:
        return glyph
    along, up = (math.cos(angle), -math.sin(angle)), (math.sin(angle), math.cos(angle))
    foot, head = (x - _BELOW * em * up[0], y - _BELOW * em * up[1]), (x + _ABOVE * em * up[0], y + _ABOVE * em * up[1])
    wide = em if ord(glyph.words) > 0x2E7F else 0.0
    points = [foot, head, (foot[0] + wide * along[0], foot[1] + wide * along[1]), *([] if wide else [_end(glyph, foot, along)])]
    across, along_up = [point[0] for point in points], [point[1] for point in points]
    return Glyph(glyph.words, min(across), min(along_up), max(across), max(along_up), spaced=glyph.spaced)


def _end(glyph: Glyph, foot: tuple[float, float], along: tuple[float, float]) -> tuple[float, float]:
    """Where the box of a narrow glyph ends along its baseline."""
    reach = max((px - foot[0]) * along[0] + (py - foot[1]) * along[1] for px in (glyph.left, glyph.right) for py in (glyph.top, glyph.bottom))
    return foot[0] + reach * along[0], foot[1] + reach * along[1]


def _turn(glyphs: list[tuple[float, Glyph]]) -> tuple[int, list[tuple[float, Glyph]]]:
    """The quarter turns that set most characters upright, and the characters that then are; the others are a watermark."""
    quarters = Counter(round(-angle / (math.pi / 2)) % 4 for angle, _ in glyphs if abs(math.remainder(angle, math.pi / 2)) < _STRAIGHT)
    turn = quarters.most_common(1)[0][0] if quarters else 0
    return turn, [(angle, glyph) for angle, glyph in glyphs if abs(math.remainder(angle + turn * math.pi / 2, 2 * math.pi)) < _STRAIGHT]


def _drawn(page: Any, raw: Any, flip: _Turn) -> tuple[list[Rule], int]:
    """The ruling lines of a page, and how many pictures it holds."""
    rules: list[Rule] = []
    pictures = 0
    segments = 0
    for held in page.get_objects(max_depth=3):
        if held.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
        elif held.type == raw.FPDF_PAGEOBJ_PATH and segments < _MOST_SEGMENTS:
            found = list(_segments(held, raw))
            segments += len(found)
            rules += [rule for points in found if (rule := _rule(flip, *points))]
    return rules, pictures


def _segments(held: Any, raw: Any) -> Iterator[tuple[float, float, float, float]]:
    """The straight pieces of a path in user space."""
    matrix = held.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(held), _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(held, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield (*last, *point)
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield (*last, *first)


def _rule(flip: _Turn, x0: float, y0: float, x1: float, y1: float) -> Rule | None:
    left, top, right, bottom = flip.box(x0, y0, x1, y1)
    if min(right - left, bottom - top) > 1 or max(right - left, bottom - top) < 6:
        return None
    return Rule(left, (top + bottom) / 2, right, (top + bottom) / 2) if right - left > bottom - top else Rule((left + right) / 2, top, (left + right) / 2, bottom)


def _picture_share(page: Any, raw: Any, area: float) -> float:
    share = 0.0
    for held in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = held.get_bounds()
        share = max(share, (right - left) * (top - bottom) / area)
    return share
