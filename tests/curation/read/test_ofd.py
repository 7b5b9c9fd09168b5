"""OFD: the national format for official papers, read from its own markup."""

import io

import pytest
from PIL import Image

from curation.extract import extract
from curation.read.limits import LIMITS
from curation.read.ofd import read_ofd
from curation.read.page_picture import picture_of
from curation.read.reading import ReadError, Reading
from tests.curation.read.ofd_files import grid, ofd, path, text

LINES = ["第一条 对新认定的国家级科技企业孵化器，给予运营单位", "200万元一次性奖励；对新认定的省级科技企业孵化器，给", "予运营单位100万元一次性奖励，所需资金由市财政承担。"]
WHOLE = "".join(LINES)


def read(data: bytes) -> Reading:
    return read_ofd(data, "a.ofd", LIMITS)


def body(lines: list[str], y: float = 40) -> str:
    return "".join(text(line, 39.2 if place == 0 else 28, y + 10 * place) for place, line in enumerate(lines))


@pytest.mark.parametrize("absolute", [True, False])
def test_lines_are_joined_to_paragraphs_with_their_places(absolute: bool) -> None:
    reading = read(ofd(text("苇湖市支持创新载体发展办法", 60, 25, 8) + body(LINES), absolute=absolute))
    assert reading.text.splitlines() == ["苇湖市支持创新载体发展办法", WHOLE]
    assert reading.pages == 1 and [reading.text[line.start : line.end] for line in reading.lines[1:]] == LINES
    assert reading.lines[1].box[:2] == pytest.approx((39.2 / 210, 40 / 297), abs=0.002)


@pytest.mark.parametrize("word", [
    text("给予200万元奖励。", delta=""), text("给予200万元奖励。", delta='DeltaX="5.6 5.6 5.6 5.6 5.6 5.6 5.6 5.6 5.6"'),
    '<ofd:PageBlock ID="7"><ofd:PageBlock ID="8">' + text("给予200万元奖励。") + "</ofd:PageBlock></ofd:PageBlock>",
    '<ofd:TextObject ID="1" Boundary="28 40 60 8" Font="4" Size="5.6"><ofd:TextCode X="0" Y="5" DeltaX="g 3 5.6">给予20</ofd:TextCode><ofd:TextCode X="22.4" Y="5" DeltaX="g 5 5.6">0万元奖励。</ofd:TextCode></ofd:TextObject>',
    text("给予200万元奖励。", size=2.8, more='CTM="2 0 0 2 0 0"'), "".join(text(character, 28 + 5.6 * place, delta="") for place, character in enumerate("给予200万元奖励。")),
], ids=["no distances", "listed distances", "blocks", "two codes", "scaled", "one object a character"])
def test_every_way_to_write_a_line(word: str) -> None:
    assert read(ofd(word)).text == "给予200万元奖励。\n"


def test_a_template_is_shown_on_each_page_and_known_as_furniture() -> None:
    reading = read(ofd(*(body([line]) + text(f"— {place} —", 100, 280) for place, line in enumerate(["第一条 甲。", "第二条 乙。", "第三条 丙。"], 1)), template=text("苇湖市人民政府文件", 80, 12)))
    assert reading.text.splitlines() == ["第一条 甲。", "第二条 乙。", "第三条 丙。"]
    assert [(item.kind, item.count) for item in reading.left_out] == [("page_furniture", 6)]


def test_hidden_words_watermarks_seals_and_annotations() -> None:
    data = ofd(
        body(LINES) + text("999万元", y=100, more='Visible="false"') + text("内部资料", y=150, size=20, more='CTM="0.7 0.7 -0.7 0.7 0 0"'), signatures=True, more="<ofd:Annotations>Annots.xml</ofd:Annotations>",
    )
    assert read(data).text == WHOLE + "\n"
    assert {item.kind: item.count for item in read(data).left_out} == {"hidden": 1, "page_furniture": 1, "seal": 1}


def test_a_ruled_table() -> None:
    rows = [("载体", "级别", "奖励标准"), ("孵化器", "国家级", "200万元"), ("众创空间", "市级", "10万元")]
    cells = "".join(text(words, 30 + 50 * column, 62 + 10 * row, 4) for row, held in enumerate(rows) for column, words in enumerate(held))
    reading = read(ofd(text("第一条 按下表给予一次性奖励：", y=45) + grid([28, 78, 128, 178], [60, 70, 80, 90]) + cells))
    assert reading.text.splitlines()[1:] == ["载体\t级别\t奖励标准", "孵化器\t国家级\t200万元", "众创空间\t市级\t10万元"]
    assert [(item.get("recognition_level"), item.get("sum_cny")) for item in extract(reading.text)] == [("national", 2_000_000), ("municipal", 100_000)]


def test_a_scan_is_refused_and_its_picture_is_shown() -> None:
    held = io.BytesIO()
    Image.new("RGB", (60, 80), (200, 0, 0)).save(held, "PNG")
    data = ofd('<ofd:ImageObject ID="9" Boundary="0 0 210 297" ResourceID="50"/>', pictures={"a.png": held.getvalue()})
    with pytest.raises(ReadError, match="scan"):
        read(data)
    assert picture_of(data, "a.ofd", 1, 300, LIMITS).getpixel((100, 100)) == (200, 0, 0)


def test_the_picture_of_a_page_shows_lines_and_characters_at_their_places() -> None:
    sheet = picture_of(ofd(text("一", 100, 100, 40) + path(20, 200, 190, 200)), "a.ofd", 1, 594, LIMITS).convert("L")
    assert sheet.size == (420, 594)
    assert min(sheet.crop((200, 200, 280, 290)).get_flattened_data()) < 80 and min(sheet.crop((40, 395, 380, 405)).get_flattened_data()) < 80
    assert min(sheet.crop((0, 0, 420, 190)).get_flattened_data()) > 200


@pytest.mark.parametrize("data", [b"PK\x03\x04nonsense", ofd(body(LINES))[:700], ofd(body(LINES)).replace(b"Doc_0/Document.xml", b"Doc_0/Documgone.xml")])
def test_damaged_files_are_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        read(data)
