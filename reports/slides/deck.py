"""The deck: python-pptx's template widened to 16:9, and slides whose text is measured before it is set."""

import io
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Cm, Pt

from charts.wrap import width

EAST_ASIAN, LATIN = "微软雅黑", "Calibri"
WIDTH, HEIGHT, MARGIN = 33.867, 19.05, 1.5  # centimetres
_OLD_WIDTH = 25.4
_TITLE_ONLY = 5
_INK, _MUTED, _ACCENT = RGBColor(0x1F, 0x29, 0x33), RGBColor(0x5B, 0x65, 0x70), RGBColor(0x2F, 0x7A, 0xBF)
_CM_PER_POINT = 0.0353
_LEADING = 1.3


class Deck:
    """The presentation being written; every slide has a title, a numbered foot and nothing beyond its edges."""

    def __init__(self, foot: str) -> None:
        self.file = Presentation()
        self.foot = foot
        _widen(self.file)
        _theme_fonts(self.file)

    def slide(self, title: str, *, most_lines: int = 2) -> Any:
        """A slide with its title set as large as it fits in `most_lines`."""
        slide = self.file.slides.add_slide(self.file.slide_layouts[_TITLE_ONLY])
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = Cm(MARGIN), Cm(0.7), Cm(WIDTH - 2 * MARGIN), Cm(2.6)
        points = next((size for size in (28, 24, 20, 18, 16, 14, 12) if line_count(title, WIDTH - 2 * MARGIN - 0.6, size) <= most_lines), 12)
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        write(frame.paragraphs[0], cut(title, WIDTH - 2 * MARGIN - 0.6, points, 3), points, bold=True)
        self.text(slide, f"{self.foot}　{len(self.file.slides)}", MARGIN, HEIGHT - 0.9, WIDTH - 2 * MARGIN, 0.6, 9, alignment=3, muted=True)
        return slide

    def text(self, slide: Any, words: str, left: float, top: float, wide: float, high: float, points: float, *, alignment: int = 1, muted: bool = False) -> None:
        """A text box in centimetres, its words cut to what fits."""
        box = slide.shapes.add_textbox(Cm(left), Cm(top), Cm(wide), Cm(high))
        frame = box.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        most = max(1, int(high / line_height(points)))
        write(frame.paragraphs[0], cut(words, wide, points, most), points, muted=muted)
        frame.paragraphs[0].alignment = alignment

    def saved(self) -> bytes:
        """The bytes of the file."""
        target = io.BytesIO()
        self.file.save(target)
        return target.getvalue()


def write(paragraph: Any, words: str, points: float, *, bold: bool = False, muted: bool = False) -> None:
    """Set the words of a paragraph with both faces named."""
    run = paragraph.add_run()
    run.text = words
    run.font.size, run.font.bold = Pt(points), bold
    run.font.color.rgb = _MUTED if muted else _INK
    paragraph.line_spacing = Pt(round(points * _LEADING, 1))  # faces differ in their own leading; measured heights would not hold
    properties = run._r.get_or_add_rPr()
    for name, face in (("a:latin", LATIN), ("a:ea", EAST_ASIAN)):
        properties.append(properties.makeelement(qn(name), {"typeface": face}))


def line_height(points: float) -> float:
    """Centimetres that one line takes."""
    return points * _CM_PER_POINT * _LEADING


def line_count(words: str, wide: float, points: float) -> int:
    """Lines that the words take in a box; counted on the safe side, since faces differ."""
    per_line = max(4, int(wide / (points * _CM_PER_POINT * 0.55)))
    return max(1, -(-width(words) // max(per_line - 3, 2)))


def cut(words: str, wide: float, points: float, most: int) -> str:
    """The words, shortened with … if they would take more than `most` lines."""
    if line_count(words, wide, points) <= most:
        return words
    while words and line_count(words + "…", wide, points) > most:
        words = words[: -max(1, len(words) // 40)]
    return words + "…"


def _widen(file: Any) -> None:
    """Stretch master and layouts with the slide, or new slides would sit on the left two thirds."""
    file.slide_width, file.slide_height = Cm(WIDTH), Cm(HEIGHT)
    for place in (file.slide_master, *file.slide_layouts):
        for shape in place.shapes:
            if shape._element.xpath(".//a:xfrm"):
                shape.left, shape.width = round(shape.left * WIDTH / _OLD_WIDTH), round(shape.width * WIDTH / _OLD_WIDTH)


def _theme_fonts(file: Any) -> None:
    part = next(relation.target_part for relation in file.slide_master.part.rels.values() if relation.reltype.endswith("/theme"))
    part._blob = part.blob.replace(b'<a:ea typeface=""/>', f'<a:ea typeface="{EAST_ASIAN}"/>'.encode())
