"""Page, styles and footer of a Word file, after GB/T 9704-2012 (official documents of party and government bodies).

A4; margins 37, 35, 28 and 26 mm, so that the text area is 156 x 225 mm; body 三号仿宋, first line indented by two characters;
headings 黑体, then 楷体; page numbers 四号 as — 1 —, odd pages right, even pages left. The faces named by the standard are
followed by others in the font table, because systems differ in what they carry.
"""

from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

BODY, HEAD, SUB, TITLE = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
CHART_FACE, LATIN = "黑体", "Times New Roman"
TEXT_WIDTH_MM = 156
# face -> what stands in for it, in the font table
_FALLBACKS = {BODY: "仿宋;FangSong;STFangsong", HEAD: "SimHei;Microsoft YaHei", SUB: "楷体;KaiTi;STKaiti", TITLE: "小标宋;华文中宋;SimSun"}
# style -> face, size in points, bold, alignment, indent in characters, exact line spacing
_LEFT, _CENTRE, _BOTH = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
_STYLES: dict[str, tuple[str, float, bool, Any, int, float | None]] = {
    "Normal": (BODY, 16, False, _BOTH, 2, 28.95),
    "Title": (TITLE, 22, False, _CENTRE, 0, 32),
    "Heading 1": (HEAD, 16, False, _LEFT, 2, 28.95),
    "Heading 2": (SUB, 16, False, _LEFT, 2, 28.95),
    "Caption": (HEAD, 12, False, _CENTRE, 0, None),
    "List Paragraph": (BODY, 12, False, _BOTH, 2, 20),
    "No Spacing": (BODY, 10.5, False, _LEFT, 0, None),
}


def new_document() -> Any:
    """An empty document with page, styles, footer and font table set."""
    document = Document()
    _page(document)
    for name, rule in _STYLES.items():
        _style(document.styles[name], *rule)
    _defaults(document)
    _footer(document)
    _font_table(document)
    _drop_old_styles(document)
    return document


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(15), Mm(23)


def _style(style: Any, face: str, points: float, bold: bool, alignment: Any, indent: int, spacing: float | None) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(points), bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    _faces(style.element.get_or_add_rPr().get_or_add_rFonts(), face)
    rule = style.paragraph_format
    rule.alignment, rule.space_before, rule.space_after = alignment, Pt(0), Pt(0)
    rule.line_spacing_rule = WD_LINE_SPACING.SINGLE
    if spacing:
        rule.line_spacing = Pt(spacing)
    rule.first_line_indent = Pt(points * indent)
    if style.name in ("Heading 1", "Heading 2"):
        rule.keep_with_next = True
        rule.space_before = Pt(6)
    border = style.element.pPr.find(qn("w:pBdr"))
    if border is not None:
        style.element.pPr.remove(border)


def _faces(fonts: Any, face: str) -> None:
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, value in (("ascii", LATIN), ("hAnsi", LATIN), ("eastAsia", face), ("cs", LATIN)):
        fonts.set(qn(f"w:{name}"), value)


def _defaults(document: Any) -> None:
    properties = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _faces(properties.find(qn("w:rFonts")), BODY)
    language = properties.find(qn("w:lang"))
    language.set(qn("w:val"), "en-GB")  # also in Chinese files: tagged as Chinese, 2023 would break between any two digits
    language.set(qn("w:eastAsia"), "zh-CN")


def _footer(document: Any) -> None:
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, alignment in ((section.footer, WD_ALIGN_PARAGRAPH.RIGHT), (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.alignment = alignment
        paragraph.paragraph_format.first_line_indent = Pt(0)
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(14)
        _run(paragraph, "— ")
        add_field(paragraph, "PAGE", "1")
        _run(paragraph, " —")
        for run in paragraph.runs:
            run.font.size = Pt(14)
            _faces(run._r.get_or_add_rPr().get_or_add_rFonts(), "宋体")


def _run(paragraph: Any, words: str) -> Any:
    return paragraph.add_run(words)


def add_field(paragraph: Any, code: str, shown: str) -> None:
    """A Word field with the result that is shown until it is updated."""
    for kind in ("begin", "code", "separate", "shown", "end"):
        run = paragraph.add_run()
        if kind == "shown":
            run.text = shown
            continue
        element = OxmlElement("w:instrText" if kind == "code" else "w:fldChar")
        if kind == "code":
            element.set(qn("xml:space"), "preserve")
            element.text = f" {code} "
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def _font_table(document: Any) -> None:
    part = next(relation.target_part for relation in document.part.rels.values() if relation.reltype == RT.FONT_TABLE)
    fonts = parse_xml(part.blob)
    for face, others in _FALLBACKS.items():
        for old in [font for font in fonts if font.get(qn("w:name")) == face]:
            fonts.remove(old)
        fonts.append(parse_xml(
            f'<w:font {nsdecls("w")} w:name="{face}"><w:altName w:val="{others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        ))
    part._blob = _serialised(fonts)


def _drop_old_styles(document: Any) -> None:
    """python-docx's template carries a second copy of the styles for Word 2010; a changed first copy contradicts it."""
    relations = document.part.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/stylesWithEffects")]:
        del relations[key]


def _serialised(element: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True))
