"""PDF files made at test time: words at places, ruling lines, turned pages. Lengths in points, y from the top."""

import ctypes
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn as fonts
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 595, 842
FONT = Path(fonts.__file__).parent / "NotoSansSC-Regular.otf"


@dataclass
class Sheet:
    """One page to be made: (x, y, size, words, degrees) and ruling lines (x0, y0, x1, y1)."""

    words: list[tuple[float, float, float, str, float]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    rotate: int = 0
    picture: Image.Image | None = None

    def text(self, lines: Sequence[str], x: float = 80, y: float = 100, size: float = 16, pitch: float = 28) -> "Sheet":
        """Lines below one another; a full-width blank at the beginning sets a line in."""
        for place, line in enumerate(lines):
            blanks = len(line) - len(line.lstrip("\u3000"))
            self.words.append((x + blanks * size, y + place * pitch, size, line.lstrip("\u3000"), 0.0))
        return self

    def grid(self, columns: Sequence[float], levels: Sequence[float], skip: Sequence[tuple[float, float, float, float]] = ()) -> "Sheet":
        """A ruled table, less some of its pieces."""
        pieces = [(columns[i], level, columns[i + 1], level) for level in levels for i in range(len(columns) - 1)]
        pieces += [(column, levels[i], column, levels[i + 1]) for column in columns for i in range(len(levels) - 1)]
        self.rules += [piece for piece in pieces if piece not in skip]
        return self


@cache
def _font_bytes() -> bytes:
    return FONT.read_bytes()


def pdf(*sheets: Sheet) -> bytes:
    """The bytes of a PDF with these pages."""
    document = pdfium.PdfDocument.new()
    data = _font_bytes()
    held = (ctypes.c_uint8 * len(data)).from_buffer_copy(data)
    font = raw.FPDFText_LoadFont(document, held, len(data), raw.FPDF_FONT_TRUETYPE, True)
    for sheet in sheets:
        page = document.new_page(WIDTH, HEIGHT)
        if sheet.picture is not None:
            _place(document, page, sheet.picture)
        for x, y, size, words, degrees in sheet.words:
            _write(document, page, font, x, y, size, words, degrees)
        for x0, y0, x1, y1 in sheet.rules:
            path = raw.FPDFPageObj_CreateNewPath(x0, HEIGHT - y0)
            raw.FPDFPath_LineTo(path, x1, HEIGHT - y1)
            raw.FPDFPath_SetDrawMode(path, 0, True)
            raw.FPDFPage_InsertObject(page, path)
        page.set_rotation(sheet.rotate)
        page.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _write(document: Any, page: Any, font: Any, x: float, y: float, size: float, words: str, degrees: float) -> None:
    item = raw.FPDFPageObj_CreateTextObj(document, font, size)
    coded = words.encode("utf-16-le") + b"\x00\x00"
    raw.FPDFText_SetText(item, ctypes.cast(ctypes.create_string_buffer(coded), ctypes.POINTER(ctypes.c_ushort)))
    turn = math.radians(degrees)
    matrix = raw.FS_MATRIX(math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), x, HEIGHT - y - 0.88 * size)
    raw.FPDFPageObj_TransformF(item, matrix)
    raw.FPDFPage_InsertObject(page, item)


def _place(document: Any, page: Any, picture: Image.Image) -> None:
    image = pdfium.PdfImage.new(document)
    bitmap = pdfium.PdfBitmap.from_pil(picture.convert("RGB"))
    image.set_bitmap(bitmap)
    image.set_matrix(pdfium.PdfMatrix().scale(WIDTH, HEIGHT))
    page.insert_obj(image)


def picture(lines: Sequence[str], size: int = 40, width: int = 1240, height: int = 1754) -> Image.Image:
    """A page as a scanner sees it."""
    page = Image.new("RGB", (width, height), "white")
    font = ImageFont.truetype(str(FONT), size)
    draw = ImageDraw.Draw(page)
    for place, line in enumerate(lines):
        draw.text((120, 150 + place * size * 1.8), line, fill="black", font=font)
    return page
