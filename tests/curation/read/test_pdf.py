"""PDF with a text layer: paragraphs as written, tables as lines, furniture out, every line with its place."""

import io
from dataclasses import replace

import pypdf
import pytest

from curation.extract import extract
from curation.read.articles import articles
from curation.read.limits import LIMITS
from curation.read.pdf import read_pdf
from curation.read.reading import ReadError, Reading
from model.characters import IDEOGRAPHS
from tests.curation.read.pdf_files import Sheet, pdf

# 26 characters of 16 points fill a line from 80 to 496.
FIRST = ["　　第一条 对新认定的国家级科技企业孵化器，给予运营单", "位200万元一次性奖励；对新认定的省级科技企业孵化器，给", "予运营单位100万元一次性奖励，所需资金由市财政承担。"]
SECOND = ["　　第二条 对新备案的市级众创空间，按照年度考核的结果及", "第三条规定的标准给予10万元奖励。"]
THIRD = ["　　第三条 本办法自2026年1月1日起施行，有效期三年，由", "市科技局负责解释。"]
TITLE = ["苇湖市支持创新载体发展办法"]


def read(data: bytes) -> Reading:
    """The reading with ordinary characters: the font gives some of them back as radicals."""
    reading = read_pdf(data, "a.pdf", LIMITS)
    return replace(reading, text="".join(IDEOGRAPHS.get(character, character) for character in reading.text))


def whole(lines: list[str]) -> str:
    return "".join(lines).strip("　")


def test_rows_are_joined_to_paragraphs() -> None:
    text = read(pdf(Sheet().text(TITLE, 180, 60, 22).text([*FIRST, *SECOND, *THIRD], y=120))).text
    assert text.splitlines() == [TITLE[0], whole(FIRST), whole(SECOND), whole(THIRD)]
    assert [item.number for item in articles(text)] == ["1", "2", "3"]


def test_a_sentence_goes_on_over_the_page_and_its_number() -> None:
    first = Sheet().text([*FIRST[:2]], y=100).text(["— 1 —"], 280, 800, 14)
    second = Sheet().text([FIRST[2], *SECOND], y=100).text(["— 2 —"], 280, 800, 14)
    reading = read(pdf(first, second))
    assert reading.text.splitlines() == [whole(FIRST), whole(SECOND)]
    assert [(item.kind, item.count) for item in reading.left_out] == [("page_furniture", 2)] and reading.pages == 2


@pytest.mark.parametrize("number", ["1", "- 1 -", "第1页 共3页", "1/3", "·1·", "第 1 页"])
def test_page_numbers_in_every_shape(number: str) -> None:
    sheets = [Sheet().text(lines, y=100).text([number.replace("1", str(place))], 280, 800, 12) for place, lines in enumerate((FIRST, SECOND, THIRD), 1)]
    assert read(pdf(*sheets)).text.splitlines() == [whole(FIRST), whole(SECOND), whole(THIRD)]


def test_running_heads_and_watermarks_are_known_by_repetition() -> None:
    sheets = []
    for place, lines in enumerate((FIRST, SECOND, THIRD), 1):
        sheet = Sheet().text(["苇湖市人民政府公报 2026年第1期"], 80, 40, 10).text(lines, y=100).text([str(place)], 290, 800, 10)
        sheet.words.append((150, 500, 60, "内部资料", 45.0))
        sheets.append(sheet)
    reading = read(pdf(*sheets))
    assert reading.text.splitlines() == [whole(FIRST), whole(SECOND), whole(THIRD)]
    assert {item.kind: item.count for item in reading.left_out}["page_furniture"] == 9


def test_a_line_that_is_said_twice_in_the_text_is_no_furniture() -> None:
    sheets = [Sheet().text([*FIRST, "　　给予10万元奖励。", *lines], y=100 + 28 * place) for place, lines in enumerate((SECOND, THIRD))]
    assert read(pdf(*sheets)).text.count("给予10万元奖励。") == 3


def test_a_number_in_the_text_is_no_page_number() -> None:
    assert read(pdf(Sheet().text([*FIRST, "　　2027"], y=100))).text.splitlines()[-1] == "2027"


def table(sheet: Sheet, top: float = 200) -> Sheet:
    columns, levels = [80, 230, 330, 450], [top, top + 30, top + 60, top + 90, top + 120]
    sheet.grid(columns, levels, skip=[(80, top + 60, 230, top + 60)])
    rows = [("载体", "级别", "奖励标准"), (None, "国家级", "200万元"), (None, "省级", "100万元"), ("众创空间", "市级", "10万元")]
    for place, row in enumerate(rows):
        for x, words in zip(columns, row, strict=False):
            if words:
                sheet.words.append((x + 6, top + 30 * place + 8, 12, words, 0.0))
    sheet.words.append((86, top + 52, 12, "科技企业孵化器", 0.0))
    return sheet


def test_a_ruled_table_gives_its_cells_and_fills_spanning_heads() -> None:
    reading = read(pdf(table(Sheet().text([*TITLE, "　　第一条 按下表给予一次性奖励："], y=100))))
    assert reading.text.splitlines()[2:] == ["载体\t级别\t奖励标准", "科技企业孵化器\t国家级\t200万元", "科技企业孵化器\t省级\t100万元", "众创空间\t市级\t10万元"]
    assert [(item.get("recognition_level"), item.get("sum_cny")) for item in extract(reading.text)] == [("national", 2_000_000), ("provincial", 1_000_000), ("municipal", 100_000)]


def test_a_cell_of_several_rows_is_one() -> None:
    sheet = Sheet().text(TITLE, y=100).grid([80, 300, 450], [200, 260, 290])
    for x, y, words in ((86, 206, "对新认定的国家级科技企业"), (86, 226, "孵化器给予奖励"), (306, 215, "200万元"), (86, 266, "市级"), (306, 266, "10万元")):
        sheet.words.append((x, y, 12, words, 0.0))
    assert read(pdf(sheet)).text.splitlines()[1:] == ["对新认定的国家级科技企业孵化器给予奖励\t200万元", "市级\t10万元"]


def test_a_frame_around_the_text_is_no_table() -> None:
    assert read(pdf(Sheet().text([*FIRST], y=120).grid([60, 540], [80, 400]))).text.splitlines() == [whole(FIRST)]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_turned_pages_read_alike_and_say_where(rotate: int) -> None:
    plain = read(pdf(Sheet().text([*FIRST, *SECOND], y=100)))
    turned = read(pdf(Sheet(rotate=rotate).text([*FIRST, *SECOND], y=100)))
    assert turned.text == plain.text
    left, top, right, bottom = plain.lines[0].box
    right_box = {90: (1 - bottom, left, 1 - top, right), 180: (1 - right, 1 - bottom, 1 - left, 1 - top), 270: (top, 1 - right, bottom, 1 - left)}[rotate]
    assert turned.lines[0].box == pytest.approx(right_box, abs=0.002)


def test_words_that_are_turned_on_an_upright_page() -> None:
    sheet = Sheet()
    for place, line in enumerate(["第一条 对国家级孵化器给予200万元。", "第二条 对省级孵化器给予100万元。"]):
        sheet.words.append((100 + 30 * place, 700, 16, line, 90.0))
    reading = read(pdf(sheet))
    assert reading.text.splitlines() == ["第一条 对国家级孵化器给予200万元。", "第二条 对省级孵化器给予100万元。"]
    left, top, right, bottom = reading.lines[0].box
    assert left < right < 0.25 and bottom - top > 0.3


def test_every_line_leads_to_its_words() -> None:
    reading = read(pdf(Sheet().text([*FIRST, *SECOND], y=100), table(Sheet())))
    assert [reading.text[line.start : line.end] for line in reading.lines[:3]] == [words.strip("　") for words in FIRST]
    assert {line.page for line in reading.lines} == {1, 2}
    place = reading.text.index("200万元")
    (line,) = reading.lines_between(place, place + 1)
    assert line.page == 1 and line.box[1] == pytest.approx(128 / 842, abs=0.02)


def test_look_alike_characters_are_shown_and_understood() -> None:
    text = read(pdf(Sheet().text(["第⼀条 对国家级孵化器给予⼆百万元奖励。", "第⼆条 对省级孵化器给予100万元奖励。"]))).text
    assert [item.number for item in articles(text)] == ["1", "2"]
    assert [item.get("sum_cny") for item in extract(text)] == [2_000_000, 1_000_000]


def test_a_table_of_contents_is_left_out() -> None:
    sheet = Sheet().text(["目录", "第一条 总则………………………………1", "第二条 奖励.....................2"]).text([*FIRST], y=300)
    reading = read(pdf(sheet))
    assert reading.text.splitlines() == ["目录", whole(FIRST)]
    assert ("contents", 2) in [(item.kind, item.count) for item in reading.left_out]


def test_a_locked_file_and_a_damaged_one_say_so() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(Sheet().text(FIRST))))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    with pytest.raises(ReadError, match="password"):
        read(locked.getvalue())
    with pytest.raises(ReadError, match="damaged"):
        read(b"%PDF-1.7 nonsense")


@pytest.mark.parametrize("words", ["ຈຉຊຍດຕຖທນບປຜຝພຟມຢຣລວສຫອຮຯະ" * 3, "㐀㐁㐂㐃㐄㐅㐆㐇㐈㐉㐊㐋㐌㐍㐎㐏㐐㐑㐒㐓㐔㐕㐖㐗㐘㐙㐚㐛㐜㐝㐞㐟㐠㐡㐢㐣㐤㐥㐦㐧㐨㐩", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" * 3])
def test_a_text_layer_that_is_no_text_is_refused(words: str) -> None:
    from curation.read.no_text import is_no_text

    assert is_no_text(words)
    assert not is_no_text("".join([*FIRST, *SECOND]) * 3) and not is_no_text("a text of some length in English, with words that a person could read")


def with_actual_text(data: bytes, words: str) -> bytes:
    """The PDF with its second text object said to be these words."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    stream = writer.pages[0]["/Contents"].get_object()
    assert isinstance(stream, pypdf.generic.StreamObject)
    begin = stream.get_data().split(b"BT")
    begin[2] = begin[2].replace(b"ET", b"ET EMC", 1)
    begin[1] += b"/Span <</ActualText <FEFF" + words.encode("utf-16-be").hex().encode() + b">>> BDC "
    made = pypdf.generic.DecodedStreamObject()
    made.set_data(b"BT".join(begin))
    writer.pages[0].replace_contents(made)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(("figure", "degrees"), [("500", 0), ("1000", 0), ("2200", 0), ("500", 3)])
def test_a_figure_given_as_actual_text_keeps_its_digits(figure: str, degrees: float) -> None:
    sheet = Sheet().text(["第一条 给予", "第二条 本办法自印发之日起施行，由市科技局负责解释。"])
    sheet.words.insert(1, (80 + 16 * 5.3, 100, 16, figure, degrees))
    sheet.words.insert(2, (80 + 16 * (5.3 + 0.56 * len(figure)), 100, 16, "万元奖励。", 0.0))
    data = with_actual_text(pdf(sheet), figure)
    assert pypdf.PdfReader(io.BytesIO(data)).pages[0]["/Contents"].get_object().get_data().count(b"ActualText") == 1  # type: ignore[union-attr]
    assert f"给予{figure}万元奖励。" in read(data).text.splitlines()[0]
