"""What python-docx has no words for: native charts, fast tables, captions with numbers, footnotes."""

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.oxml import parse_xml as parse_chart
from pptx.oxml.ns import qn as chart_qn

from reports.office import Native, chart_data, chart_type, style, workbook
from reports.tables import Grid
from reports.word.layout import BODY, CHART_FACE, HEAD, LATIN, TEXT_WIDTH_MM, add_field

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_TWIPS_PER_MM = 56.7
_CROWDED = 4  # columns beside the first, from which the letters get smaller
_LONG = 30  # rows, above which they do too
_HEAD_FILL, _OWN_FILL = "E7ECF2", "EEF3F8"


class _Holder:
    """The little of a chart part that python-pptx's Chart reads."""

    def __init__(self, element: Any) -> None:
        self._element = element


def add_chart(document: Any, native: Native, number: int, height_mm: float, alt: str) -> None:
    """A native chart with its workbook, in a paragraph of its own that stays with its caption."""
    package = document.part.package
    space = parse_chart(ChartXmlWriter(chart_type(native), chart_data(native)).xml.encode())
    style(Chart(space, _Holder(space)), native, 9, CHART_FACE, LATIN)
    book = Part(PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"), _BOOK_TYPE, workbook(native), package)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART_TYPE, b"", package)
    for old in space.findall(chart_qn("c:externalData")):
        space.remove(old)
    data = etree.SubElement(space, chart_qn("c:externalData"))
    data.set(chart_qn("r:id"), part.relate_to(book, RT.PACKAGE))
    etree.SubElement(data, chart_qn("c:autoUpdate")).set("val", "0")
    part._blob = etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)
    paragraph = document.add_paragraph(style="No Spacing")
    paragraph.alignment, paragraph.paragraph_format.keep_with_next, paragraph.paragraph_format.space_before = 1, True, Mm(3)
    paragraph.add_run()._r.append(_drawing(document.part.relate_to(part, RT.CHART), number, height_mm, alt))


def _drawing(relation: str, number: int, height_mm: float, alt: str) -> Any:
    spaces = nsdecls("w", "wp", "a", "r") + ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    return parse_xml(
        f'<w:drawing {spaces}><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{Mm(TEXT_WIDTH_MM)}" cy="{Mm(height_mm)}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{1000 + number}" name="Chart {number}" descr={quoteattr(alt)}/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def add_table(document: Any, grid: Grid, lang: str) -> None:
    """A table with repeated header rows that never stand alone; written as XML, since python-docx slows with size."""
    total = round(TEXT_WIDTH_MM * _TWIPS_PER_MM)
    others = max(len(grid.head) - 1, 1)
    first = round(total * (0.24 if others < _CROWDED else 0.19)) if len(grid.head) > 1 else total
    widths = [first, *[(total - first) // others] * (len(grid.head) - 1)]
    half_points = 21 if others < _CROWDED and len(grid.rows) <= _LONG else 18
    faces = _faces(HEAD, lang), _faces(BODY, lang)
    rows = "".join(_row(row, widths, half_points, faces, own=grid.own) for row in grid.rows)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    document.element.body.insert_element_before(parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{_row(grid.head, widths, half_points, faces, is_head=True)}{rows}</w:tbl>"
    ), "w:sectPr")


def _faces(face: str, lang: str) -> str:
    """The faces of a run, as `reports.word.direct` has them."""
    hint = ' w:hint="eastAsia"' if lang == "zh" else ""
    return f'<w:rFonts{hint} w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{face}" w:cs="{LATIN}"/>'


def _row(cells: tuple[str, ...], widths: list[int], half_points: int, faces: tuple[str, str], *, is_head: bool = False, own: int | None = None) -> str:
    head = "<w:tblHeader/>" if is_head else ""
    fills = [_HEAD_FILL if is_head else _OWN_FILL if place == own else "" for place in range(len(cells))]
    written = "".join(_cell(words, width, half_points, faces[not is_head], is_head, fill) for words, width, fill in zip(cells, widths, fills, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{written}</w:tr>"


def _cell(words: str, width: int, half_points: int, faces: str, is_head: bool, fill: str) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    rules = '<w:keepNext/><w:spacing w:before="40" w:after="40"/><w:jc w:val="center"/>' if is_head else '<w:spacing w:before="30" w:after="30"/>'
    look = f'<w:rPr>{faces}{"<w:b/>" if is_head else ""}<w:sz w:val="{half_points}"/></w:rPr>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="NoSpacing"/>{rules}</w:pPr><w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p></w:tc>'
    )


def add_caption(document: Any, sequence: str, number: int, words: str, *, bookmark: str = "", keep_with_next: bool = False) -> None:
    """A caption that Word numbers by itself (SEQ field), so that figures may be added and moved."""
    paragraph = document.add_paragraph()
    paragraph._p.style = "Caption"
    paragraph.paragraph_format.keep_with_next = keep_with_next
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Mm(1.5)
    if bookmark:
        _bookmark(paragraph, bookmark, number, "start")
    paragraph.add_run(f"{sequence} ")
    add_field(paragraph, f"SEQ {sequence} \\* ARABIC", str(number))
    paragraph.add_run(f"\u3000{words}")
    if bookmark:
        _bookmark(paragraph, bookmark, number, "end")


def _bookmark(paragraph: Any, name: str, number: int, side: str) -> None:
    element = OxmlElement(f"w:bookmark{side.capitalize()}")
    element.set(qn("w:id"), str(number))
    if side == "start":
        element.set(qn("w:name"), name)
    paragraph._p.append(element)


class Footnotes:
    """Real footnotes of a document; python-docx has none of its own."""

    def __init__(self, document: Any, lang: str) -> None:
        self.faces = _faces(BODY, lang)
        self.root = parse_xml(
            f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>'
        )
        root = self.root

        class _Late(Part):  # type: ignore[misc]
            """A part that is written when the document is saved."""

            @property
            def blob(self) -> bytes:
                return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))

        document.part.relate_to(_Late(PackURI("/word/footnotes.xml"), _NOTES_TYPE, b"", document.part.package), RT.FOOTNOTES)
        settings = document.settings.element
        links = parse_xml(f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>')
        settings.find(qn("w:compat")).addprevious(links)
        self.count = 0

    def add(self, paragraph: Any, words: str) -> None:
        """A footnote at the end of a paragraph."""
        if self.count and paragraph.runs and paragraph.runs[-1].font.superscript:
            paragraph.add_run(",").font.superscript = True
        self.count += 1
        run = paragraph.add_run()
        run.font.superscript = True
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(self.count))
        run._r.append(mark)
        self.root.append(parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{self.count}"><w:p><w:pPr><w:pStyle w:val="NoSpacing"/></w:pPr><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:rPr>{self.faces}<w:sz w:val="18"/></w:rPr><w:t xml:space="preserve"> {escape(words)}</w:t></w:r></w:p></w:footnote>'
        ))
