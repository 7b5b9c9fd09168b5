"""The picture of a page, to stand beside its text: of a PDF, an OFD file, or a picture itself."""

import base64
from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from curation.child import bounded
from curation.read.formats import format_of
from curation.read.limits import LIMITS, Limits, within
from curation.read.ofd import OfdPage, ofd_pages
from curation.read.package import Package
from curation.read.reading import ReadError

# Width on the screen; and the longer side of a page for OCR, about 200 dots an inch of A4.
SHOWN_PIXELS, SCAN_PIXELS = 1000, 2340


def page_picture(path: Path, number: int, limits: Limits = LIMITS) -> bytes:
    """Page `number` (from 1) of a file as PNG, made in a child process. Raises ReadError for a format without pages."""
    return base64.b64decode(bounded("curation.read.page_picture", "picture_task", {"path": str(path.absolute()), "page": number}, path.name, limits))


def picture_task(request: Mapping[str, Any]) -> str:
    """What the child does."""
    path = Path(str(request["path"]))
    held = BytesIO()
    picture_of(path.read_bytes(), path.name, int(request["page"]), SHOWN_PIXELS, Limits(**request["limits"])).save(held, "PNG")
    return base64.b64encode(held.getvalue()).decode("ascii")


def picture_of(data: bytes, name: str, number: int, pixels: int, limits: Limits) -> Any:
    """A page as a picture whose longer side has so many pixels at most."""
    kind = format_of(data, Path(name).suffix.lower())
    if kind == "pdf":
        return _of_pdf(data, number, pixels)
    if kind == "ofd":
        package = Package(data, name, limits)
        return drawn(ofd_pages(package, Counter(), limits)[number - 1], package, pixels)
    if kind != "picture":
        raise ReadError("read.no_pages", name=name)
    image = _image(data, name, limits)
    image.seek(number - 1)
    return _upright(image, pixels)


def frames(data: bytes, name: str, limits: Limits) -> int:
    """How many pages a picture file holds."""
    return int(getattr(_image(data, name, limits), "n_frames", 1))


def _image(data: bytes, name: str, limits: Limits) -> Any:
    """A picture file, whose size is known before its points are read."""
    from PIL import Image

    try:
        image = Image.open(BytesIO(data))
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise ReadError("read.damaged", name=name, kind=Path(name).suffix.lower(), detail=type(error).__name__) from error
    within(image.width * image.height, limits.picture_pixels, "pixels", name)
    return image


def _upright(image: Any, pixels: int) -> Any:
    """A picture upright, in colour, and no larger than that."""
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(image).convert("RGB")
    upright.thumbnail((pixels, pixels))
    return upright


def _of_pdf(data: bytes, number: int, pixels: int) -> Any:
    import pypdfium2 as pdfium

    page = pdfium.PdfDocument(data)[number - 1]
    width, height = page.get_size()
    return page.render(scale=pixels / max(width, height, 1.0), may_draw_forms=False).to_pil().convert("RGB")


def drawn(page: OfdPage, package: Package, pixels: int) -> Any:
    """An OFD page: its pictures, ruling lines, and characters at their places in one Chinese font."""
    from PIL import Image, ImageDraw

    left, top, width, height = page.box
    scale = pixels / max(width, height)
    sheet = Image.new("RGB", (max(1, round(width * scale)), max(1, round(height * scale))), "white")
    for part, place in page.pictures:
        box = tuple(round((value - origin) * scale) for value, origin in zip(place, (left, top, left, top), strict=True))
        if part and package.has(part) and 0 < box[2] - box[0] <= 4 * pixels and 0 < box[3] - box[1] <= 4 * pixels:
            _paste(sheet, package.read(part), box)
    pen = ImageDraw.Draw(sheet)
    for rule in page.rules:
        pen.line([((rule.left - left) * scale, (rule.top - top) * scale), ((rule.right - left) * scale, (rule.bottom - top) * scale)], fill="black")
    for glyph in page.glyphs:
        pen.text(((glyph.left - left) * scale, (glyph.bottom - 0.12 * glyph.height - top) * scale), glyph.words, fill="black", font=_font(max(1, round(glyph.height * scale))), anchor="ls")
    return sheet


def _paste(sheet: Any, data: bytes, box: tuple[int, ...]) -> None:
    from PIL import Image

    try:
        image = Image.open(BytesIO(data)).convert("RGB").resize((box[2] - box[0], box[3] - box[1]))
    except (OSError, ValueError, Image.DecompressionBombError):
        return
    sheet.paste(image, (box[0], box[1]))


def _font(size: int) -> Any:
    """The font of the wheel `pylopdf-fonts-zh-cn`."""
    import pylopdf_fonts_zh_cn as fonts
    from PIL import ImageFont

    size = min(size, 400)
    if size not in _FONTS:
        _FONTS[size] = ImageFont.truetype(str(Path(fonts.__file__).parent / "NotoSansSC-Regular.otf"), size)
    return _FONTS[size]


_FONTS: dict[int, Any] = {}
