"""Page, styles and footer of a Word file, after GB/T 9704-2012 (official documents of party and government bodies).

A4; margins 37, 35, 28 and 26 mm, so that the text area is 156 x 225 mm; body 三号仿宋, first line indented by two characters;
headings 黑体, then 楷体; page numbers 四号 as — 1 —, odd pages right, even pages left. The faces named by the standard are
followed by others in the font table, because systems differ in what they carry.
"""

from dataclasses import dataclass
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
_LEFT, _CENTRE, _BOTH = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
_THEME_FACES = {"latin": LATIN, "ea": BODY}


@dataclass(frozen=True)
class Rule:
    """How a style looks: `indent` in characters, `line` an exact height in points or as the face has it."""

    face: str
    points: float
    alignment: Any
    indent: int = 0
    line: float | None = None
    bold: bool = False
    line_rule: Any = WD_LINE_SPACING.EXACTLY


STYLES: dict[str, Rule] = {
    "Normal": Rule(BODY, 16, _BOTH, 2, 28.95),
    "Title": Rule(TITLE, 22, _CENTRE, 0, 32),
    "Heading 1": Rule(HEAD, 16, _LEFT, 2, 28.95),
    "Heading 2": Rule(SUB, 16, _LEFT, 2, 28.95),
    "Heading 3": Rule(BODY, 16, _LEFT, 2, 28.95, bold=True),
    "Heading 4": Rule(BODY, 16, _LEFT, 2, 28.95),
    "Caption": Rule(HEAD, 12, _CENTRE),
    "List Paragraph": Rule(BODY, 10.5, _BOTH, 2, 15),
    "No Spacing": Rule(BODY, 10.5, _LEFT),
}


def new_document(lang: str) -> Any:
    """An empty document with page, styles, theme, footer and font table set."""
    document = Document()
    _page(document)
    for name, rule in STYLES.items():
        _style(document.styles[name], rule)
    _defaults(document, lang)
    _theme(document)
    _footer(document)
    _font_table(document)
    _drop_old_styles(document)
    return document


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(15), Mm(23)


def _style(style: Any, rule: Rule) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(rule.points), rule.bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    faces(style.element.get_or_add_rPr().get_or_add_rFonts(), rule.face)
    layout = style.paragraph_format
    layout.alignment, layout.space_before, layout.space_after = rule.alignment, Pt(0), Pt(0)
    layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
    if rule.line:
        layout.line_spacing = Pt(rule.line)
    layout.first_line_indent = Pt(rule.points * rule.indent)
    if style.name.startswith("Heading"):
        layout.keep_with_next = True
        layout.space_before = Pt(6)
    border = style.element.pPr.find(qn("w:pBdr"))
    if border is not None:
        style.element.pPr.remove(border)


def faces(fonts: Any, face: str) -> None:
    """Name a Chinese face beside the Latin one, instead of what the theme would give."""
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, value in (("ascii", LATIN), ("hAnsi", LATIN), ("eastAsia", face), ("cs", LATIN)):
        fonts.set(qn(f"w:{name}"), value)


def _defaults(document: Any, lang: str) -> None:
    """The language of the file, which readers of the screen and of a PDF made of it take; Latin words are English in both, since
    2023 would break between any two digits if its run were Chinese.
    """
    properties = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    faces(properties.find(qn("w:rFonts")), BODY)
    language = properties.find(qn("w:lang"))
    language.set(qn("w:val"), "en-GB" if lang == "en" else "zh-CN")
    language.set(qn("w:eastAsia"), "zh-CN")
    runs = document.styles["Normal"].element.get_or_add_rPr()
    runs.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB" w:eastAsia="zh-CN"/>'))


def _theme(document: Any) -> None:
    """Chinese faces and language for whatever the writer adds in a style of their own; python-docx's template is set up for Japanese."""
    part = next(relation.target_part for relation in document.part.rels.values() if relation.reltype == RT.THEME)
    root = parse_xml(part.blob)
    for kind in root.iter("{*}majorFont", "{*}minorFont"):
        for name, face in _THEME_FACES.items():
            kind.find(f"{{*}}{name}").set("typeface", face)
    part._blob = _serialised(root)
    document.settings.element.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")


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
            fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
            faces(fonts, "宋体")
            fonts.set(qn("w:hint"), "eastAsia")  # the dashes beside the number are Chinese ones


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
