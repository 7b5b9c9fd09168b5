"""The face of what is printed: Noto Sans SC with only the characters that are used, in TrueType outlines.

Chromium writes a face with PostScript outlines, as the Noto CJK fonts of Linux are, into a PDF as hundreds of unnamed fonts,
reads 见 back as the radical ⻅ (one glyph stands for both, and the lower code wins), and figures that a feature of the face swaps
as nothing at all. A face that has one character per glyph and no features is read back as it was written, by every reader.
"""

import base64
import io
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import pylopdf_fonts_zh_cn
from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from charts.theme import PRINT_FACE

_OFF_BY = 1.0  # units of a thousandth of the size: how far a curve may stray when it is written anew
_ALWAYS = "".join(chr(code) for code in range(0x20, 0x7F))


def css(words: Iterable[str]) -> str:
    """The @font-face rule of the family `PRINT_FACE` with the characters of the words inside; what Noto lacks is left to the system."""
    content = base64.b64encode(_truetype("".join(sorted({*_ALWAYS, *(character for said in words for character in said)})))).decode()
    return f'@font-face{{font-family:"{PRINT_FACE}";src:url(data:font/ttf;base64,{content})}}'


@cache
def common() -> str:
    """The rule with all characters of GB/T 2312, which printed pages of any content are set in; about two megabytes."""
    return css(_national())


def _national() -> Iterator[str]:
    """The 94 by 94 places of GB/T 2312 that hold a character, and the dashes that it lacks."""
    for row in range(0xA1, 0xF8):
        for place in range(0xA1, 0xFF):
            yield bytes((row, place)).decode("gb2312", "ignore")
    yield "–−•·"


@lru_cache(maxsize=16)
def _truetype(characters: str) -> bytes:
    """The bytes of the face, the same for the same characters."""
    options = subset.Options(layout_features=[], notdef_outline=True, desubroutinize=True)
    source = subset.load_font(str(pylopdf_fonts_zh_cn.sans_path()), options)
    chooser = subset.Subsetter(options)
    chooser.populate(text=characters)
    chooser.subset(source)
    order, drawn, advances = source.getGlyphOrder(), source.getGlyphSet(), source["hmtx"].metrics
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, _OFF_BY, reverse_direction=True))
        glyphs[name] = pen.glyph()
    built = FontBuilder(source["head"].unitsPerEm, isTTF=True)
    built.setupGlyphOrder(order)
    built.setupCharacterMap(source.getBestCmap())
    built.setupGlyf(glyphs)
    built.setupHorizontalMetrics({name: (advances[name][0], getattr(glyphs[name], "xMin", 0)) for name in order})
    lines = source["hhea"]
    built.setupHorizontalHeader(ascent=lines.ascent, descent=lines.descent, lineGap=lines.lineGap)
    built.setupNameTable({"familyName": PRINT_FACE, "styleName": "Regular", "psName": PRINT_FACE.replace(" ", "")})
    built.setupOS2(sTypoAscender=lines.ascent, sTypoDescender=lines.descent, usWinAscent=lines.ascent, usWinDescent=-lines.descent)
    built.setupPost(keepGlyphNames=False)
    built.updateHead(created=0, modified=0)
    target = io.BytesIO()
    built.font.save(target, reorderTables=None)
    return target.getvalue()
