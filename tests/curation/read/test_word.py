"""Word files: all text in order, numbers as printed, what is not printed left out and counted."""

from pathlib import Path

import pytest

from curation.extract import extract
from curation.read.articles import articles
from curation.read.limits import LIMITS
from curation.read.reading import ReadError, Reading
from curation.read.word import read_word
from tests.curation.read.word_files import BY, MAIN, cell, level, listed, lists, par, run, table, word

HEAD = par("苇湖市支持创新载体发展办法")
FIRST = "第一条 对新认定的国家级科技企业孵化器，给予200万元一次性奖励。"


def read(data: bytes) -> Reading:
    return read_word(data, "a.docx", LIMITS)


def lines(data: bytes) -> list[str]:
    return read(data).text.splitlines()


def left(data: bytes) -> dict[str, int]:
    return {item.kind: item.count for item in read(data).left_out}


def amounts(text: str) -> list[tuple[object, object]]:
    return [(item.get("recognition_level"), item.get("sum_cny")) for item in extract(text)]


def test_tracked_changes_are_read_as_accepted() -> None:
    data = word(
        HEAD,
        par(run("第一条 对新认定的国家级科技企业孵化器，给予") + f"<w:del {BY}><w:r><w:delText>100万元</w:delText></w:r></w:del><w:ins {BY}>{run('200万元')}</w:ins>" + run("奖励。")),
        par(f"<w:moveFrom {BY}>{run('第九条 旧的位置。')}</w:moveFrom>"),
        par(f"<w:ins {BY}>{run('第二条 给予30万元。')}</w:ins>"),
        par(f"<w:moveTo {BY}>{run('第三条 新的位置。')}</w:moveTo>"),
    )
    assert lines(data)[1:] == ["第一条 对新认定的国家级科技企业孵化器，给予200万元奖励。", "第二条 给予30万元。", "第三条 新的位置。"]
    assert left(data) == {"deleted": 2} and read(data).notices == ("open_changes",)


def test_a_deleted_mark_joins_two_paragraphs() -> None:
    data = word(par(run("第一条 给予国家级孵化器"), f"<w:rPr><w:del {BY}/></w:rPr>"), par("200万元奖励。"))
    assert lines(data) == ["第一条 给予国家级孵化器200万元奖励。"]


@pytest.mark.parametrize("inner", [
    "<w:smartTag w:element='x'>{}</w:smartTag>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:hyperlink>{}</w:hyperlink>", "<w:fldSimple w:instr=' REF x '>{}</w:fldSimple>",
    "<w:customXml w:element='x'>{}</w:customXml>", "<w:bdo w:val='ltr'>{}</w:bdo>", "<w:somethingNew>{}</w:somethingNew>", "<w:smartTag><w:sdt><w:sdtContent><w:hyperlink>{}</w:hyperlink></w:sdtContent></w:sdt></w:smartTag>",
    "<w:r><w:ruby><w:rt><w:r><w:t>er</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    "<mc:AlternateContent><mc:Choice Requires='w14'>{}</mc:Choice><mc:Fallback><w:r><w:t>300万元</w:t></w:r></mc:Fallback></mc:AlternateContent>",
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> IF 1 = 1 </w:instrText></w:r><w:r><w:t>300万元</w:t></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>",
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r>{}", "<m:oMath><m:r><m:t>200万元</m:t></m:r></m:oMath>",
], ids=["smart tag", "control", "link", "simple field", "custom", "direction", "unknown", "nested", "ruby", "alternate", "field", "field without end", "formula"])
def test_text_inside_containers_is_read_in_its_place(inner: str) -> None:
    data = word(par(run("第一条 给予国家级孵化器") + inner.format(run("200万元")) + run("奖励。")))
    assert lines(data) == ["第一条 给予国家级孵化器200万元奖励。"]


@pytest.mark.parametrize("wrap", ["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml w:element='x'>{}</w:customXml>", "<w:ins " + BY + ">{}</w:ins>", "<w:unknown>{}</w:unknown>"])
def test_blocks_inside_containers_are_read(wrap: str) -> None:
    data = word(HEAD, wrap.format(par(FIRST) + table(["国家级", "50万元"])))
    assert lines(data)[1:] == [FIRST, "国家级\t50万元"]


def test_hidden_text_is_left_out_and_counted() -> None:
    styles = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="I"><w:basedOn w:val="H"/></w:style>'
    data = word(
        par(run("第一条 给予") + run("999万元", "<w:vanish/>") + run("888万元", '<w:rStyle w:val="I"/>') + run("20", '<w:rStyle w:val="I"/><w:vanish w:val="0"/>') + run("0万元奖励。")),
        styles=styles,
    )
    assert lines(data) == ["第一条 给予200万元奖励。"] and left(data) == {"hidden": 2}


def test_footnotes_and_text_boxes_stand_behind_their_paragraph() -> None:
    box = f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{par('框中：市级50万元。')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>" \
          f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{par('框中：市级50万元。')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    data = word(
        par(run("第一条 给予") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + box + run("200万元。")), par("第二条 完。"),
        footnotes=f'<w:footnote w:type="separator" w:id="0">{par("---")}</w:footnote><w:footnote w:id="2">{par("不含税。")}</w:footnote>',
    )
    assert lines(data) == ["第一条 给予200万元。", "注：不含税。", "框中：市级50万元。", "第二条 完。"]


def test_what_is_not_body_is_counted() -> None:
    contents = f"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>{par('第一条 目录 1')}</w:sdtContent></w:sdt>"
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{par('单击此处输入')}</w:sdtContent></w:sdt>"
    picture = "<w:r><w:drawing><a:blip r:embed='x'/></w:drawing></w:r>"
    data = word(contents, prompt, par(run(FIRST) + picture), header=par("页眉"), footer=par("— 1 —"), comments=f"<w:comment w:id='1'>{par('批注')}</w:comment>")
    assert lines(data) == [FIRST]
    assert left(data) == {"contents": 1, "prompt": 1, "picture": 1, "page_furniture": 2, "comment": 1}
    assert all(str(item.count) in said for item, said in zip(read(data).left_out, read(data).said("zh"), strict=True))


def test_a_contents_field_over_several_paragraphs_is_left_out() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    data = word(par(mark.format("begin") + '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>' + mark.format("separate") + run("第一条 总则 1")), par("第二条 奖励 2"), par(mark.format("end") + run("")), par(FIRST))
    assert lines(data) == [FIRST] and left(data) == {"contents": 1}


CHINESE = lists(level(0, "chineseCounting", "第%1条"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3."))


def test_numbers_that_word_computes_are_text() -> None:
    data = word(HEAD, listed("甲："), listed("国家级；", 1), listed("子。", 2), listed("丑。", 2), listed("省级。", 1), listed("乙："), listed("又一。", 1), numbering=CHINESE)
    assert lines(data)[1:] == ["第一条 甲：", "（一） 国家级；", "1. 子。", "2. 丑。", "（二） 省级。", "第二条 乙：", "（一） 又一。"]
    assert [item.number for item in articles(read(data).text)] == ["1", "第一条（一）1", "第一条（一）2", "第一条（二）", "2", "第二条（一）"]


@pytest.mark.parametrize(("style", "right"), [
    ("decimal", ["1、", "2、", "3、"]), ("chineseCountingThousand", ["一、", "二、", "三、"]), ("ideographTraditional", ["甲、", "乙、", "丙、"]), ("chineseLegalSimplified", ["壹、", "贰、", "叁、"]),
    ("upperRoman", ["I、", "II、", "III、"]), ("lowerLetter", ["a、", "b、", "c、"]), ("decimalEnclosedCircleChinese", ["①、", "②、", "③、"]), ("decimalZero", ["01、", "02、", "03、"]), ("decimalFullWidth", ["１、", "２、", "３、"]),
])
def test_formats_of_numbers(style: str, right: list[str]) -> None:
    data = word(*(listed("条。") for _ in right), numbering=lists(level(0, style, "%1、", more='<w:suff w:val="nothing"/>')))
    assert lines(data) == [f"{number}条。" for number in right]


def test_compound_legal_and_restarted_numbers() -> None:
    two = lists(level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", more="<w:isLgl/>"), level(2, "chineseCounting", "第%3条", more='<w:lvlRestart w:val="0"/>'),
                more='<w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>')
    data = word(listed("总则"), listed("款", 1), listed("条", 2), listed("奖励"), listed("款", 1), listed("条", 2), listed("另起", 0, 2), listed("再", 0, 2), numbering=two)
    assert lines(data) == ["第一章 总则", "1.1 款", "第一条 条", "第二章 奖励", "2.1 款", "第二条 条", "第七章 另起", "第八章 再"]


def test_numbers_of_styles_and_paragraphs_without() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    own = lists(level(0, "chineseCounting", "第%1条", more='<w:pStyle w:val="A"/>'), level(1, "decimal", "%2."))
    data = word(
        par(run("甲"), '<w:pStyle w:val="A"/>'), par(run("乙"), '<w:pStyle w:val="B"/>'), par(run("无"), '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        par(f"<w:del {BY}><w:r><w:delText>删</w:delText></w:r></w:del>", f'<w:pStyle w:val="A"/><w:rPr><w:del {BY}/></w:rPr>'), par(run("丙"), '<w:pStyle w:val="A"/>'),
        styles=styles, numbering=own,
    )
    assert lines(data) == ["第一条 甲", "第二条 乙", "无", "第三条 丙"]


def test_one_table_is_one_text() -> None:
    merged = table([cell("载体", '<w:vMerge w:val="restart"/>'), cell("奖励", '<w:gridSpan w:val="2"/>')], [cell("", "<w:vMerge/>"), "国家级", "省级"], ["孵化器", "200万元", "100万元"])
    assert lines(word(merged)) == ["载体\t奖励\t奖励", "载体\t国家级\t省级", "孵化器\t200万元\t100万元"]
    awards = table(["载体", "级别", "奖励标准"], [cell("科技企业孵化器", '<w:vMerge w:val="restart"/>'), "国家级", "200万元"], [cell("", "<w:vMerge/>"), "省级", "100万元"])
    assert amounts(read(word(HEAD, par("第一条 按下表给予一次性奖励："), awards)).text) == [("national", 2_000_000), ("provincial", 1_000_000)]


def test_a_table_inside_a_cell_follows_its_row() -> None:
    inner = table(["国家级", "50万元"], ["市级", "10万元"])
    data = word(HEAD, "<w:tbl><w:tr>" + cell("第一条 对新认定的孵化器按右表奖励：") + f"<w:tc>{inner}{par('')}</w:tc>" + "</w:tr></w:tbl>")
    assert lines(data)[1:] == ["第一条 对新认定的孵化器按右表奖励：", "国家级\t50万元", "市级\t10万元"]
    assert amounts(read(data).text) == [("national", 500_000), ("municipal", 100_000)]


def test_a_table_that_is_there_for_layout_gives_paragraphs() -> None:
    long = "第一条 " + "为了支持发展，" * 20 + "制定本办法。"
    data = word("<w:tbl><w:tr>" + f"<w:tc>{par(long)}{par('第二条 给予10万元。')}</w:tc>" + cell("旁注") + "</w:tr></w:tbl>")
    assert lines(data) == [long, "第二条 给予10万元。", "旁注"]


def test_deleted_rows_and_cells() -> None:
    gone = f"<w:tr><w:trPr><w:del {BY}/></w:trPr>{cell('市级')}{cell('9万元')}</w:tr>"
    data = word("<w:tbl><w:tr>" + cell("国家级") + cell("5万元") + "</w:tr>" + gone + "</w:tbl>")
    assert lines(data) == ["国家级\t5万元"] and left(data) == {"deleted": 1} and read(data).notices == ("open_changes",)


@pytest.mark.parametrize("how", [{"strict": True}, {"kind": MAIN.replace("document.main+xml", "template.main+xml")}, {"kind": "application/vnd.ms-word.document.macroEnabled.main+xml"}, {"main": "text/papers.xml"}],
                         ids=["strict", "template", "macros", "other part"])
def test_editions_and_packages(how: dict[str, str]) -> None:
    assert lines(word(HEAD, par(FIRST), **how)) == ["苇湖市支持创新载体发展办法", FIRST]  # type: ignore[arg-type]


def test_an_imported_page_is_read_and_another_object_counted() -> None:
    data = word(HEAD, '<w:altChunk r:id="a.html"/>', '<w:altChunk r:id="b.bin"/>', extra={"a.html": f"<html><meta charset='utf-8'><body><p>{FIRST}</p></body></html>", "b.bin": "x"})
    assert lines(data)[1:] == [FIRST] and left(data) == {"object": 1}


@pytest.mark.parametrize("data", [b"PK\x03\x04nonsense", word(HEAD)[:400], word(HEAD).replace(b"word/document", b"gone/document")])
def test_damaged_files_are_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        read(data)


def test_a_file_that_is_something_else_is_named_so(tmp_path: Path) -> None:
    import io
    import zipfile

    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(ReadError, match="not a Word file"):
        read(held.getvalue())


RAISED = '<w:vertAlign w:val="superscript"/>'


def field(instruction: str, result: str | None = "") -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    middle = mark.format("separate") + run(result) if result is not None else ""
    return mark.format("begin") + f"<w:r><w:instrText>{instruction}</w:instrText></w:r>" + middle + mark.format("end")


@pytest.mark.parametrize(("instruction", "printed"), [
    (r" EQ \f(1,3) ", "1/3"), (r" eq \f(1;3) ", "1/3"), (r" EQ \o\ac(○,3) ", "③"), (r" eq \o(〇,12) ", "⑫"), (r" EQ \x(5) ", "5"), (r" EQ \o(□,√) ", "☑"),
    (r' EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(guō),涡) ', "涡"),
])
@pytest.mark.parametrize("result", ["", None])
def test_what_a_formula_field_prints_is_read_from_its_instruction(instruction: str, printed: str, result: str | None) -> None:
    data = word(HEAD, par(run("补贴") + field(instruction, result) + run("的费用。")))
    assert lines(data)[1:] == [f"补贴{printed}的费用。"] and not left(data)


@pytest.mark.parametrize("instruction", [r" EQ \r(3,x) ", r" EQ \f(1,2 ", r" EQ \f(\f(1,2),3) ", r" EQ \i\su(1,5,3) ", r" EQ \f(1) ", r" EQ \o" + r" \ac " * 3000])
def test_a_formula_field_that_is_not_understood_is_counted(instruction: str) -> None:
    data = word(HEAD, par(run("补贴") + field(instruction, None) + run("的费用。")))
    assert lines(data)[1:] == ["补贴的费用。"] and left(data) == {"symbol": 1}


@pytest.mark.parametrize("inner", [field(r" EQ \f(1,2) "), "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"])
def test_a_fraction_does_not_grow_onto_the_number_before_it(inner: str) -> None:
    assert lines(word(HEAD, par(run("给予20") + inner + run("万元。"))))[1:] == ["给予20 1/2万元。"]


@pytest.mark.parametrize(("font", "code", "shown"), [
    ("Symbol", "F0B3", "≥"), ("Symbol", "F0A3", "≤"), ("Wingdings 2", "F0A3", "□"), ("Wingdings 2", "F052", "☑"), ("Wingdings", "F0FE", "☑"), ("Wingdings", "F0A8", "□"), ("Symbol", "F0B4", "×"),
    ("symbol", "B1", "±"), ("Symbol", "F035", "5"), ("Wingdings", "F083", "③"), ("Wingdings 2", "F06C", "③"), ("Wingdings", "F0FC", "✓"), ("Symbol", "F025", "%"),
])
def test_the_font_decides_which_sign_a_place_is(font: str, code: str, shown: str) -> None:
    data = word(HEAD, par(run("投入") + f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>' + run("500万元")))
    assert lines(data)[1:] == [f"投入{shown}500万元"] and not left(data)


@pytest.mark.parametrize(("font", "code"), [("Wingdings", "F028"), ("A Face", "F0A3"), ("Symbol", ""), ("Symbol", "zz"), ("Symbol", "10F0A3")])
def test_a_sign_that_is_not_known_is_counted(font: str, code: str) -> None:
    data = word(HEAD, par(run("投入") + f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>' + run("500万元")))
    assert lines(data)[1:] == ["投入500万元"] and left(data) == {"symbol": 1}


@pytest.mark.parametrize(("words", "shown"), [
    (run("每10") + run("4", RAISED) + run("元"), "每10⁴元"), (run("给予50") + run("12", RAISED) + run("万元"), "给予50¹²万元"), (run("按m") + run("2", RAISED) + run("计"), "按m2计"),
    (run("给予50万元") + run("1", RAISED) + run("。"), "给予50万元1。"), (run("10") + run("th", RAISED) + run("。"), "10th。"), (run("5") + run("2", RAISED) + run("7"), "5²7"),
])
def test_a_raised_figure_does_not_grow_onto_the_number_before_it(words: str, shown: str) -> None:
    assert lines(word(HEAD, par(words)))[1:] == [shown]
