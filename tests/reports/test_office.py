"""Word, PowerPoint and Excel files reopened: their numbers are those of the cells, their charts are charts."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from lxml import etree
from pptx.util import Emu

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.selection import Selection
from reports import package
from reports.content import Item, Report, several, single
from reports.errors import ReportError
from reports.formats import FORMATS, make
from reports.tables import cell_words, long_table
from reports.wording import citations, sources_line, status_line
from tests.reports.package_checks import charts, check, pictures
from tests.samples import HOSTILE, comparison, hostile, mixed
from wording.answer import Answer, Note, answered
from wording.texts import text

OFFICE = ("docx", "pptx", "xlsx")
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def render(name: str, report: Report) -> bytes:
    made = FORMATS[name].render
    assert made is not None
    return made(report)


def drawn_numbers(content: bytes) -> list[float]:
    """All numbers that the chart parts hold."""
    return sorted(float(node.text) for part in charts(content) for node in etree.fromstring(part).findall(f".//{C}val//{C}pt/{C}v"))


def expected_numbers(made: Answer) -> list[float]:
    """Both ends of a range, else the one value, of every cell that may stand on the axis, in axis units."""
    shown = [cell for cell in made.cells if cell.row in made.chart.drawn and cell.mark in ("exact", "ceiling", "floor", "range")]
    ends = [end for cell in shown for end in ({cell.low, cell.high} if cell.mark == "range" else {cell.value}) if end is not None]
    return sorted(end / made.chart.scale for end in ends)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", OFFICE)
def test_charts_are_native_and_hold_the_numbers_of_the_cells(tables: Tables, selection: Selection, name: str, lang: str) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, selection.having(lang=lang))
    for one in (made, mixed(lang)):
        content = render(name, single(one))
        if name == "xlsx":  # its chart reads cells, so the numbers stand on the sheet
            sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
            numbers = sorted(cell.value for row in sheet.iter_rows(min_col=2) for cell in row if isinstance(cell.value, (int, float)))
            assert charts(content)
        else:
            numbers = drawn_numbers(content)
        assert numbers == expected_numbers(one)
        assert not pictures(content)


@pytest.mark.parametrize("name", OFFICE)
def test_the_same_view_gives_the_same_bytes(tables: Tables, selection: Selection, name: str) -> None:
    made = answered(VIEWS["what_changed"], tables, selection)
    assert render(name, single(made)) == render(name, single(made))


@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=pytest.mark.slow)])
@pytest.mark.parametrize("view", list(VIEWS))
def test_every_view_makes_sound_files(tables: Tables, selection: Selection, view: str, lang: str, tmp_path: Path) -> None:
    report = single(answered(VIEWS[view], tables, selection.having(lang=lang)))
    for name in OFFICE:
        check(render(name, report), name, tmp_path)


@pytest.mark.parametrize("made", [
    mixed(), hostile(), comparison([["exact"]]), comparison([["absent", "absent"]]), comparison([["ceiling", "floor"] * 20]),
    comparison([["exact", "absent"]] * 3, row_names=["很长的认定称号名称" * 7] * 3), comparison([["exact", "exact"]], question="stack"),
    comparison([["exact", "ceiling"], ["absent", "exact"]], question="change"),
], ids=["mixed", "hostile", "one", "all_missing", "forty_columns", "long_names", "stack", "change"])
@pytest.mark.parametrize("name", OFFICE)
def test_odd_comparisons_make_sound_files(made: Answer, name: str, tmp_path: Path) -> None:
    check(render(name, single(made)), name, tmp_path)
    check(render(name, several("=封面\x00", (Item(made, made.title, HOSTILE[0]), Item(mixed(), "二")))), name, tmp_path)


def test_five_thousand_rows_are_a_workbook_or_a_clear_refusal(tmp_path: Path) -> None:
    made = comparison([["exact", "absent"]] * 5000)
    content = render("xlsx", single(made))
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    assert sum(1 for _ in book["数据"].iter_rows()) == 10_001
    for name in ("docx", "pptx"):
        with pytest.raises(ReportError) as raised:
            render(name, single(made))
        assert "5000" in raised.value.words("zh") and "Excel" in raised.value.words("en")
        assert FORMATS[name].unavailable(made), "known before the click"


def test_nothing_to_show_is_refused_with_the_reason() -> None:
    with pytest.raises(ReportError) as raised:
        single(comparison([]))
    assert "没有符合查询条件的文件" in raised.value.words("zh")


def test_the_memo_says_everything_that_belongs_to_the_figures(tables: Tables, selection: Selection) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, selection.having(cities=("weihai", "shanwei")))
    document = docx.Document(io.BytesIO(render("docx", single(made, details=True))))
    said = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert made.finding in said and made.snapshot in said and all(words in said for words in made.filters)
    assert all(source.citation in said for source in made.sources)
    assert all(f"[{at}] {item.reference}" in said for at, item in enumerate(made.documents, 1))
    assert all(note.text in said for note in made.notes if note.kind != "status") and status_line([made]) in said
    assert "(草案)" in said and "巧巧简历站" in said, "a draft and a third-party copy are named"
    assert said.index("参考文献") > said.index(made.sources[-1].citation)
    written = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert {cell_words(cell, made.selection.lang) for cell in made.cells} <= written


@pytest.mark.parametrize(("view", "kind"), [("what_changed", "change"), ("standard_cases", "arithmetic_other"), ("vouchers", "")])
def test_a_memo_is_short_unless_details_are_asked_for(tables: Tables, selection: Selection, view: str, kind: str) -> None:
    made = answered(VIEWS[view], tables, selection)
    row_by_row = [note.text for note in made.notes if note.kind == kind]
    said = {}
    for details in (False, True):
        report = single(made, {source.row_id: "原文如此" for source in made.sources}, details=details)
        deck = pptx.Presentation(io.BytesIO(render("pptx", report)))
        slides = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
        said[details] = ["\n".join(one.text for one in docx.Document(io.BytesIO(render("docx", report))).paragraphs), "\n".join(slides)]
    for short, full in zip(said[False], said[True], strict=True):
        assert "原文如此" not in short and "原文如此" in full
        assert not any(words in short for words in row_by_row)
        assert not row_by_row or f"另有{len(set(row_by_row) | {note.text for note in made.notes if note.kind == 'arithmetic'})}条" in short
        assert all(note.text in short for note in made.notes if note.kind in ("method", "comparability"))
    assert all(words in said[True][0] for words in row_by_row)
    book = openpyxl.load_workbook(io.BytesIO(render("xlsx", single(made))))
    assert set(row_by_row) <= {row[2] for row in book["说明"].iter_rows(values_only=True)}, "the workbook always has them"


def test_the_memo_is_laid_out_after_the_standard(tables: Tables, selection: Selection) -> None:
    """GB/T 9704-2012: A4, margins 37, 35, 28 and 26 mm, body 三号 (16 pt) 仿宋, text area 156 x 225 mm, page number — n —."""
    content = render("docx", single(answered(VIEWS["incubator_rewards"], tables, selection)))
    document = docx.Document(io.BytesIO(content))
    section = document.sections[0]
    millimetres = [round(length.mm) for length in (section.page_width, section.page_height, section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)]
    assert millimetres == [210, 297, 37, 35, 28, 26]
    normal = document.styles["Normal"]
    assert normal.font.size.pt == 16
    assert normal.element.rPr.rFonts.get(f"{W}eastAsia") == "仿宋_GB2312"
    assert document.styles["Heading 1"].element.rPr.rFonts.get(f"{W}eastAsia") == "黑体"
    assert document.styles["Heading 2"].element.rPr.rFonts.get(f"{W}eastAsia") == "楷体_GB2312"
    for footer in (section.footer, section.even_page_footer):
        number = footer.paragraphs[0].text
        assert number.startswith("— ") and number.endswith(" —") and "PAGE" in footer._element.xml
    fonts = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/fontTable.xml"))
    fallback = {font.get(f"{W}name"): font.find(f"{W}altName") for font in fonts}
    assert "FangSong" in fallback["仿宋_GB2312"].get(f"{W}val")


def test_captions_number_themselves_and_header_rows_repeat() -> None:
    document = docx.Document(io.BytesIO(render("docx", single(mixed()))))
    xml = document.element.xml
    assert len(re.findall(r"SEQ 图 ", xml)) == len(re.findall("<c:chart ", xml)) >= 1
    assert "SEQ 表 " in xml
    for table in document.tables:
        first = table.rows[0]._tr
        assert first.trPr.find(f"{W}tblHeader") is not None
        assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in table.rows[0].cells)
        assert all(row._tr.trPr.find(f"{W}cantSplit") is not None for row in table.rows)


def test_footnotes_are_real_if_asked_for() -> None:
    made = mixed()
    with zipfile.ZipFile(io.BytesIO(render("docx", single(made, footnotes=True)))) as archive:
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
        body = archive.read("word/document.xml").decode()
    ids = [note.get(f"{W}id") for note in notes][2:]
    assert len(ids) == len(citations(made))
    assert all(f'<w:footnoteReference w:id="{one}"/>' in body for one in ids)
    with zipfile.ZipFile(io.BytesIO(render("docx", single(made)))) as archive:
        assert "word/footnotes.xml" not in archive.namelist()


def test_the_clause_is_quoted_where_the_library_has_it() -> None:
    made = mixed()
    row = made.sources[0].row_id
    for clauses, inside, outside in (({row: "第二十九条原文\x00如此"}, "条款原文：“第二十九条原文 如此”", ""), ({}, "原文数字：“100万元”", "条款原文")):
        said = "\n".join(one.text for one in docx.Document(io.BytesIO(render("docx", single(made, clauses, details=True)))).paragraphs)
        assert inside in said and (not outside or outside not in said)


def test_the_link_stands_only_with_a_public_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def said() -> str:
        return "\n".join(one.text for one in docx.Document(io.BytesIO(render("docx", single(mixed())))).paragraphs)

    assert "http" not in said()
    monkeypatch.setenv("POLICY_PUBLIC_URL", "https://policy.example.cn/")
    assert "https://policy.example.cn/incubator_rewards?as_of=2026-11-21" in said()
    monkeypatch.setenv("POLICY_PUBLIC_URL", "javascript:alert(1)")
    assert "javascript" not in said()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_slides_are_wide_and_nothing_leaves_them(tables: Tables, selection: Selection, lang: str) -> None:
    made = answered(VIEWS["targets"], tables, selection.having(lang=lang))
    deck = pptx.Presentation(io.BytesIO(render("pptx", single(made))))
    assert deck.slide_width * 9 == pytest.approx(deck.slide_height * 16, rel=0.001)
    assert deck.slides[0].shapes.title.text_frame.text.rstrip("…")[:20] in made.finding
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width + Emu(9000) and shape.top + shape.height <= deck.slide_height + Emu(9000), shape.name
            if shape.has_table:
                assert sum(row.height for row in shape.table.rows) == pytest.approx(shape.height, rel=0.02)
    tables_held = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    written = {cell.text for table in tables_held for row in table.rows for cell in row.cells}
    assert {row.label for row in made.chart.rows} <= written, "every row stands on some slide"
    assert all(any(made.snapshot in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame) for slide in deck.slides if any(shape.has_chart for shape in slide.shapes))


@pytest.mark.parametrize("view", ["what_changed", "vouchers", "standard_cases", "overview"])
def test_a_deck_is_charts_tables_and_at_most_two_slides_of_notes_with_the_sources(tables: Tables, selection: Selection, view: str) -> None:
    made = answered(VIEWS[view], tables, selection)
    deck = pptx.Presentation(io.BytesIO(render("pptx", single(made))))
    kinds = ["chart" if any(shape.has_chart for shape in slide.shapes) else "table" if any(shape.has_table for shape in slide.shapes) else "notes" for slide in deck.slides]
    assert kinds == sorted(kinds, key=["chart", "table", "notes"].index) and kinds.count("notes") in (1, 2)
    heads = [slide.shapes.title.text_frame.text for slide, kind in zip(deck.slides, kinds, strict=True) if kind == "chart"]
    assert all(head.startswith(made.title) for head in heads[1:]), "the finding speaks of the first rows only"
    said = "".join(shape.text_frame.text for slide, kind in zip(deck.slides, kinds, strict=True) if kind == "notes" for shape in slide.shapes if shape.has_text_frame)
    assert sources_line(made) in said and made.snapshot in said
    assert all(note.text in said for note in made.notes if note.kind in ("caveat", "disclaimer", "comparability")) and status_line([made]) in said


def test_notes_that_two_slides_cannot_hold_are_counted() -> None:
    made = mixed()
    many = replace(made, notes=(*made.notes, *(Note("definition", f"{at}：{'长' * 200}") for at in range(40))))
    deck = pptx.Presentation(io.BytesIO(render("pptx", single(many))))
    first, second = [slide for slide in deck.slides if "说明与来源" in slide.shapes.title.text_frame.text]
    assert second.shapes.title.text_frame.text.endswith("说明与来源(续)")
    said = [shape.text_frame.text for slide in (first, second) for shape in slide.shapes if shape.has_text_frame]
    held = sum(note.text in said for note in many.notes)
    assert any(words.startswith(f"另有{len(many.notes) - held}条说明") for words in said) and 0 < held < 40


@pytest.mark.parametrize("name", OFFICE)
def test_the_series_that_only_pushes_the_bars_of_a_timeline_is_not_named(tables: Tables, selection: Selection, name: str) -> None:
    root = etree.fromstring(charts(render(name, single(answered(VIEWS["overview"], tables, selection))))[0])
    assert root.find(f".//{C}legend") is None
    assert name == "xlsx" or any("(草案)" in node.text for node in root.find(f".//{C}cat").iter(f"{C}v")), "the category names the draft"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_workbook_has_numbers_as_numbers_units_in_headings_filters_and_one_page_width(tables: Tables, selection: Selection, lang: str) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, selection.having(lang=lang))
    book = openpyxl.load_workbook(io.BytesIO(render("xlsx", single(made))))
    names = ["图表", "对照表", "数据", "说明", "来源", "代码表"] if lang == "zh" else ["Chart", "Table", "Data", "Notes", "Sources", "Codebook"]
    assert book.sheetnames == names
    data = book[names[2]]
    heads = [cell.value for cell in data[1]]
    table = long_table(made)
    assert heads == [column.heading for column in table.columns]
    assert any(text("axis.wan", lang) in head for head in heads)
    for row, expected in zip(data.iter_rows(min_row=2, values_only=True), table.rows, strict=True):
        assert [value or None for value in expected] == list(row)
    numbers = [cell for row in data.iter_rows(min_row=2) for cell in row if isinstance(cell.value, (int, float))]
    assert numbers and all(cell.data_type == "n" for cell in numbers)
    assert data.auto_filter.ref and data.freeze_panes == "C2"
    for sheet in book.worksheets:
        assert sheet.page_setup.fitToWidth in (None, 1) and sheet.page_setup.fitToHeight == 0 and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.paperSize == 9


def test_no_text_becomes_a_formula_or_a_link() -> None:
    for content in (render("xlsx", single(hostile())), *embedded(render("docx", single(hostile()))), *embedded(render("pptx", single(hostile())))):
        book = openpyxl.load_workbook(io.BytesIO(content))
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type != "f" and cell.hyperlink is None, cell.value


def embedded(content: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        found = [archive.read(name) for name in archive.namelist() if name.endswith(".xlsx")]
    assert found
    return found


@pytest.mark.parametrize("name", OFFICE)
def test_ceilings_are_hatched_and_drafts_hollow_and_named(name: str) -> None:
    part = charts(render(name, single(mixed())))[0].decode()
    assert 'prst="wdUpDiag"' in part
    root = etree.fromstring(part.encode())
    names = [node.text for node in root.findall(f".//{C}ser/{C}tx//{C}v")]
    if name != "xlsx":
        assert {"定额", "定额(草案或自拟)", "上限(草案或自拟)", "下限", "区间", "区间下端"} == set(names)
        categories = [node.text for node in root.find(f".//{C}cat").iter(f"{C}v")]
        assert any("本文件未见规定" in one for one in categories), "what is missing is said in words"
    assert "≤" in part, "a ceiling says so in its label"
    gaps = root.find(f".//{C}dispBlanksAs")
    assert gaps is None if name == "xlsx" else gaps.get("val") == "gap", "a missing value is a gap, which Excel takes for granted"


def test_a_basket_has_cover_contents_numbered_figures_and_one_list_of_sources(tables: Tables, selection: Selection) -> None:
    made = [answered(VIEWS[view], tables, selection) for view in ("incubator_rewards", "vouchers", "targets")]
    report = several("创新政策对照材料", tuple(Item(one, one.title, "供座谈会使用") for one in made))
    document = docx.Document(io.BytesIO(render("docx", report)))
    said = [paragraph.text for paragraph in document.paragraphs]
    assert said[0] == "创新政策对照材料" and "目　录" in said
    assert said.count("参考文献") == 1 and sum(line.startswith("[1] ") for line in said) == 1
    figures = [line for line in said if line.startswith("图 ")]
    assert [line.split()[1] for line in figures] == [str(at) for at in range(1, len(figures) + 1)]
    assert all(f"{at}. {one.title}" in said for at, one in enumerate(made, 1))
    assert said.count("说明：供座谈会使用") == 3
    book = openpyxl.load_workbook(io.BytesIO(render("xlsx", report)))
    assert {"目录", "1 图表", "3 数据", "说明", "来源", "代码表"} <= set(book.sheetnames)
    deck = pptx.Presentation(io.BytesIO(render("pptx", report)))
    assert deck.slides[0].shapes.title.text_frame.text == "创新政策对照材料"


def test_a_basket_is_refused_by_formats_for_one(tables: Tables) -> None:
    report = several("题", (Item(mixed(), "一"),))
    for name in ("csv", "png", "package"):
        with pytest.raises(ReportError, match="docx"):
            make(name, report, tables)
    assert package.refusal(mixed()) is None


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_paragraphs_and_runs_say_what_their_styles_say(lang: str) -> None:
    """Checkers of official documents and WPS look there; marks that both scripts use stand in the Chinese face of a Chinese file."""
    document = docx.Document(io.BytesIO(render("docx", single(mixed(lang)))))
    title, *rest = document.paragraphs
    assert title.alignment == 1 and title.runs[0]._r.rPr.rFonts.get(f"{W}eastAsia") == "方正小标宋简体"
    finding = next(one for one in rest if one.text.startswith("甲市2023"))
    assert finding.alignment == 3 and finding._p.pPr.ind.get(f"{W}firstLineChars") == "200" and finding.paragraph_format.line_spacing.pt == pytest.approx(28.95)
    cells = [cell.paragraphs[0] for table in document.tables for row in table.rows for cell in row.cells]
    for run in (run for paragraph in (title, *rest, *cells) for run in paragraph.runs):
        fonts = run._r.rPr.rFonts
        assert fonts.get(f"{W}ascii") == "Times New Roman" and fonts.get(f"{W}eastAsia")
        assert (fonts.get(f"{W}hint") == "eastAsia") == (lang == "zh")


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-CN"), ("en", "en-GB")])
def test_what_the_writer_adds_is_chinese_by_theme_and_language(lang: str, tag: str) -> None:
    """python-docx's template is set up for Japanese, so that an added heading would look like none of ours."""
    content = render("docx", single(mixed(lang)))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        settings, theme, styles = (archive.read(f"word/{name}.xml").decode() for name in ("settings", "theme/theme1", "styles"))
    assert re.search(r'themeFontLang[^>]*w:eastAsia="zh-CN"', settings) and "ja-JP" not in settings
    assert re.findall(r'<a:ea typeface="([^"]*)"', theme) == ["仿宋_GB2312"] * 2
    assert re.search(rf'docDefaults>.*<w:lang[^>]*w:val="{tag}"', styles, re.DOTALL)
    document = docx.Document(io.BytesIO(content))
    assert [document.styles[f"Heading {level}"].element.rPr.rFonts.get(f"{W}eastAsia") for level in (1, 2, 3, 4)] == ["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"]
    assert all(document.styles[f"Heading {level}"].font.size.pt == 16 for level in (1, 2, 3, 4))


def test_notes_of_a_memo_say_the_status_of_all_documents_in_one_sentence() -> None:
    made = mixed()
    said = [one.text for one in docx.Document(io.BytesIO(render("docx", single(replace(made, notes=(*made.notes, Note("status", "甲市2010现行有效。"))))))).paragraphs]
    (line,) = [words for words in said if "的文件状态" in words]
    assert all(f"{document.label}{document.status_words}" in line for document in made.documents)
    assert "甲市2010现行有效。" not in said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_status_of_a_repealed_document_stands_in_every_export(tables: Tables, selection: Selection, lang: str) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, selection.having(lang=lang, statuses=("repealed", "in_force"), cities=("weihai",)))
    named = {"zh": "威海2018(已废止)", "en": "Weihai 2018 (Repealed)"}[lang]
    for name in ("docx", "pptx"):
        content = render(name, single(made))
        drawn = [node.text for part in charts(content) for node in etree.fromstring(part).iter(f"{C}v")]
        assert named in drawn and not any(words.startswith(named.split("(")[0].strip() + f"{'' if lang == 'zh' else ' '}威政") for words in drawn if words)
    sheet = openpyxl.load_workbook(io.BytesIO(render("xlsx", single(made)))).worksheets[0]
    assert named in {cell.value for row in sheet.iter_rows() for cell in row}
    for name in ("html", "csv"):
        assert {"zh": "已废止", "en": "Repealed"}[lang] in render(name, single(made)).decode()


def test_a_repealed_sum_is_grey_and_pale_in_office_charts() -> None:
    made = comparison([["exact", "exact"]])
    first = replace(made.chart.columns[0], status="repealed")
    made = replace(made, chart=replace(made.chart, columns=(first, *made.chart.columns[1:])))
    for name in OFFICE:
        root = etree.fromstring(charts(render(name, single(made)))[0])
        fills = {tuple(node.get("val") for node in series.findall(f"{C}spPr//{A}srgbClr")) for series in root.iter(f"{C}ser")}
        assert fills == {("DDDFE2", "878E96"), ("2F7ABF", "2F7ABF")}, name
