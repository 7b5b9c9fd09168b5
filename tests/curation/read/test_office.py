"""Old formats through LibreOffice: the same text as the same document in Word's own format."""

import random
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from curation.read import office
from curation.read.office import converted
from curation.read.read_text import read, read_here
from curation.read.reading import ReadError
from tests.curation.read.word_files import BY, level, listed, lists, par, run, table, word

NUMBERED = word(
    par("苇湖市支持创新载体发展办法"), listed("对新认定的孵化器给予奖励："), listed("国家级，给予200万元；", 1), listed("省级，给予100万元。", 1),
    par(run("另给予") + f"<w:del {BY}><w:r><w:delText>10万元</w:delText></w:r></w:del><w:ins {BY}>{run('20万元')}</w:ins>" + run("补助。")), table(["国家级", "50万元"], ["市级", "10万元"]), par("本办法自印发之日起施行。"),
    numbering=lists(level(0, "chineseCounting", "第%1条"), level(1, "chineseCounting", "（%2）")),
)
RIGHT = ["苇湖市支持创新载体发展办法", "第一条 对新认定的孵化器给予奖励：", "（一） 国家级，给予200万元；", "（二） 省级，给予100万元。", "另给予20万元补助。", "国家级\t50万元", "市级\t10万元", "本办法自印发之日起施行。"]
# As Word writes it: list texts as characters of Unicode.
RTF = (r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0 SimSun;}}"
       r"{\*\listtable{\list\listtemplateid1\listhybrid{\listlevel\levelnfc39\leveljc0\levelstartat1\levelfollow2{\leveltext\'03\u31532 ?\'00\u26465 ?;}{\levelnumbers\'02;}}\listid7}}"
       r"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}}"
       r"\pard\ls1\ilvl0 \u32473 ?\u20104 ?200\u19975 ?\u20803 ?\par \pard\ls1\ilvl0 \u32473 ?\u20104 ?30\u19975 ?\u20803 ?\par}")


@pytest.mark.slow
@pytest.mark.parametrize(("suffix", "named"), [("doc", ".doc"), ("doc", ".wps"), ("odt", ".odt"), ("doc", ".docx")])
def test_old_formats_give_the_text_of_the_new_one(tmp_path: Path, suffix: str, named: str) -> None:
    place = tmp_path / f"a{named}"
    place.write_bytes(converted(NUMBERED, "a.docx", ".docx", suffix))
    reading = read(place)
    assert reading.text.splitlines() == RIGHT
    assert {"converted", "open_changes"} <= set(reading.notices)


def test_a_million_cells_are_refused_before_anything_is_started(tmp_path: Path) -> None:
    rows = rb"\trowd " + rb"1\cell " * 100 + rb"\row "
    record = b"\xfd\x00\x0a\x00" + bytes(10)
    for name, data in (("a.rtf", rb"{\rtf1 " + rows * 10_000 + b"}"), ("a.xls", b"\xd0\xcf\x11\xe0" + record * 1_000_000)):
        with pytest.raises(ReadError) as raised:
            converted(data, name, Path(name).suffix, "docx")
        assert raised.value.code == "read.too_many_cells"


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_numbers_are_those_that_another_program_computes(seed: int) -> None:
    """LibreOffice writes its own numbers into plain text; it knows no legal numbering, and begins lists at their first level."""
    chance = random.Random(seed)
    formats = ["decimal", "chineseCounting", "chineseCountingThousand", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ideographTraditional", "decimalZero", "chineseLegalSimplified", "decimalFullWidth"]
    levels = [level(place, chance.choice(formats), chance.choice([f"%{place + 1}.", f"第%{place + 1}条", f"（%{place + 1}）", "".join(f"%{above + 1}." for above in range(place + 1))]),
                    start=chance.choice([1, 1, 1, 3]), more=chance.choice(["", '<w:suff w:val="space"/>'])) for place in range(4)]
    more = '<w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="5"/></w:num>'
    blocks, depth = [listed("项", 0)], 0
    for _ in range(40):
        depth = max(0, min(3, depth + chance.choice([-2, -1, 0, 0, 1])))
        blocks.append(par("无编号") if chance.random() < 0.1 else listed("项", depth, chance.choice([1, 1, 1, 1, 2, 3])))
    data = word(*blocks, par("末"), numbering=lists(*levels, more=more))
    theirs = converted(data, "a.docx", ".docx", "txt").decode("utf-8-sig")
    assert _tight(read_here(data, "a.docx").text) == _tight(theirs)


def _tight(text: str) -> list[str]:
    return ["".join(line.split()) for line in text.splitlines() if line.strip()]


@pytest.mark.slow
def test_rich_text_with_computed_numbers(tmp_path: Path) -> None:
    place = tmp_path / "a.rtf"
    place.write_text(RTF, encoding="ascii")
    assert read(place).text.splitlines() == ["第一条给予200万元", "第二条给予30万元"]


@pytest.mark.slow
@pytest.mark.parametrize("named", [".xls", ".et"])
def test_old_workbooks(tmp_path: Path, named: str) -> None:
    book: Any = openpyxl.Workbook()
    for row in (("载体", "级别", "奖励"), ("科技企业孵化器", "国家级", "200万元"), (None, "省级", 0.35)):
        book.active.append(row)
    book.active["C3"].number_format = "0%"
    book.active.merge_cells("A2:A3")
    book.save(tmp_path / "a.xlsx")
    place = tmp_path / f"a{named}"
    place.write_bytes(converted((tmp_path / "a.xlsx").read_bytes(), "a.xlsx", ".xlsx", "xls"))
    assert read(place).text.splitlines() == ["载体\t级别\t奖励", "科技企业孵化器\t国家级\t200万元", "科技企业孵化器\t省级\t35%"]


@pytest.mark.slow
def test_damaged_old_files_are_refused(tmp_path: Path) -> None:
    place = tmp_path / "a.doc"
    place.write_bytes(converted(NUMBERED, "a.docx", ".docx", "doc")[:3000])
    with pytest.raises(ReadError):
        read(place)


def test_without_libreoffice_the_message_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "office", lambda: "")
    place = tmp_path / "a.rtf"
    place.write_text(RTF, encoding="ascii")
    with pytest.raises(ReadError, match="install LibreOffice"):
        read(place)
