"""The text of an OFD file (GB/T 33190), the national format for official papers, from its own markup, with the place of every line.

Lengths are millimetres, y grows downwards. An object lies in its boundary, turned and scaled by its matrix.
"""

import math
import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from curation.read.layout import text_of
from curation.read.limits import Limits, within
from curation.read.no_text import is_no_text
from curation.read.ofd_objects import characters, glyph_of, matrix_of, numbers, rules_of
from curation.read.package import Package, attribute, local, resolve
from curation.read.page import Glyph, Page, Rule
from curation.read.reading import ReadError, Reading, counted
from curation.read.word_styles import child

_A4 = (0.0, 0.0, 210.0, 297.0)
_STRAIGHT = math.radians(8)
_DEEPEST = 20

@dataclass
class OfdPage:
    """One page: its box, glyphs, ruling lines, and the pictures on it as (name of the part, left, top, right, bottom)."""

    box: tuple[float, float, float, float]
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: list[tuple[str, tuple[float, float, float, float]]] = field(default_factory=list)

    def page(self) -> Page:
        """The page for the layout, with its own corner as origin."""
        left, top, width, height = self.box
        glyphs = [glyph._replace(left=glyph.left - left, right=glyph.right - left, top=glyph.top - top, bottom=glyph.bottom - top) for glyph in self.glyphs]
        rules = [Rule(rule.left - left, rule.top - top, rule.right - left, rule.bottom - top) for rule in self.rules]
        return Page(width, height, glyphs, rules)


def read_ofd(data: bytes, name: str, limits: Limits) -> Reading:
    """All text of all pages. Raises ReadError for a damaged file or one that holds only pictures."""
    left_out: Counter[str] = Counter()
    pages = ofd_pages(Package(data, name, limits), left_out, limits)
    within(sum(len(page.glyphs) for page in pages), limits.characters, "characters", name)
    if not any(page.glyphs for page in pages):
        is_scan = any(page.pictures for page in pages)
        raise ReadError("read.scanned", name=name, pages=str(len(pages))) if is_scan else ReadError("read.empty", name=name)
    text, lines, more = text_of([page.page() for page in pages], name, limits)
    if is_no_text(text):
        raise ReadError("read.no_text_layer", name=name, pages=str(len(pages)))
    left_out.update(more)
    left_out["scanned_page"] += sum(not page.glyphs and bool(page.pictures) for page in pages)
    return Reading(text, "ofd", counted(left_out), lines=lines, pages=len(pages))


def ofd_pages(package: Package, left_out: Counter[str], limits: Limits) -> list[OfdPage]:
    """Every page of every document in the file."""
    root = package.xml("OFD.xml")
    pages: list[OfdPage] = []
    for body in (held for held in root if local(held) == "DocBody"):
        start, signatures = child(body, "DocRoot"), child(body, "Signatures")
        left_out["seal"] += signatures is not None
        if start is not None and start.text:
            pages += _Document(package, resolve("", start.text.strip()), left_out, limits).pages()
    if not pages:
        raise ReadError("read.part_missing", name=package.name, part="DocRoot")
    return pages


class _Document:
    """One document of the file: its pages, templates and resources."""

    def __init__(self, package: Package, path: str, left_out: Counter[str], limits: Limits) -> None:
        self.package, self.left_out, self.limits = package, left_out, limits
        self.folder = posixpath.dirname(path)
        self.root = package.xml(path)
        common = child(self.root, "CommonData")
        parts = list(common) if common is not None else []
        self.templates = {attribute(held, "ID"): self._at(attribute(held, "BaseLoc")) for held in parts if local(held) == "TemplatePage"}
        self.area = _physical(common)
        self.media = {key: place for held in parts if local(held) in ("DocumentRes", "PublicRes") and held.text for key, place in self._media(self._at(held.text.strip()))}

    def pages(self) -> list[OfdPage]:
        """The pages in order."""
        held = child(self.root, "Pages")
        listed = [page for page in held if local(page) == "Page"] if held is not None else []
        within(len(listed), self.limits.pages, "pages", self.package.name)
        annotations = child(self.root, "Annotations")
        self.left_out["comment"] += annotations is not None and annotations.text is not None and self.package.has(self._at(annotations.text.strip()))
        return [self._page(self._at(attribute(page, "BaseLoc"))) for page in listed]

    def _at(self, location: str) -> str:
        return resolve(self.folder, location)

    def _media(self, path: str) -> Iterator[tuple[str, str]]:
        if not self.package.has(path):
            return
        root = self.package.xml(path)
        base = resolve(posixpath.dirname(path), attribute(root, "BaseLoc") or ".")
        for held in root.iter():
            if local(held) == "MultiMedia":
                file = child(held, "MediaFile")
                if file is not None and file.text:
                    yield attribute(held, "ID"), resolve(base, file.text.strip())

    def _page(self, path: str) -> OfdPage:
        root = self.package.xml(path)
        page = OfdPage(_physical(root) or self.area or _A4)
        for template in (held for held in root if local(held) == "Template"):
            place = self.templates.get(attribute(template, "TemplateID"), "")
            if place and self.package.has(place):
                self._objects(child(self.package.xml(place), "Content"), page, 0)
        self._objects(child(root, "Content"), page, 0)
        return page

    def _objects(self, parent: Any, page: OfdPage, depth: int) -> None:
        """Layers and blocks one inside the other, down to texts, paths and pictures."""
        for held in parent if parent is not None and depth < _DEEPEST else ():
            kind = local(held)
            if attribute(held, "Visible") == "false":
                self.left_out["hidden"] += any(local(part) == "TextCode" for part in held.iter())
            elif kind == "TextObject":
                self._text(held, page)
            elif kind == "PathObject":
                page.rules += rules_of(held)
            elif kind == "ImageObject":
                left, top, width, height = numbers(attribute(held, "Boundary"), 4)
                page.pictures.append((self.media.get(attribute(held, "ResourceID"), ""), (left, top, left + width, top + height)))
                self.left_out["picture"] += 1
            else:
                self._objects(held, page, depth + 1)

    def _text(self, held: Any, page: OfdPage) -> None:
        matrix, corner = matrix_of(held), numbers(attribute(held, "Boundary"), 4)
        angle = math.atan2(matrix[1], matrix[0])
        if abs(math.remainder(angle, 2 * math.pi)) > _STRAIGHT:
            self.left_out["page_furniture"] += 1  # words across a page are a watermark
            return
        size = numbers(attribute(held, "Size") or "4", 1)[0] or 4.0
        page.glyphs += [glyph_of(character, size, matrix, corner) for character in characters(held, size, corner[2])]


def _physical(parent: Any) -> tuple[float, float, float, float] | None:
    """The box of a page area, if it is a page at all."""
    area = next((held for name in ("PageArea", "Area") if parent is not None and (held := child(parent, name)) is not None), None)
    box = child(area, "PhysicalBox") if area is not None else None
    left, top, width, height = numbers((box.text or "") if box is not None else "", 4)
    return (left, top, width, height) if width > 1 and height > 1 else None
