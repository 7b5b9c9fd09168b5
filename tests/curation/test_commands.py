"""The curator's command line from a folder of one's own: exit codes, messages, and what is on disk afterwards."""

from pathlib import Path

import pytest

from curation.__main__ import main
from curation.check import curated
from curation.check.frames import document_files
from curation.commands import add, format
from curation.desk.cities import city_of, new_city
from curation.desk.skeleton import skeleton
from curation.read.document_library import Stored, store_all
from curation.read.reading import Reading
from model.codes import read_csv
from model.paths import CODEBOOK
from tests.curation.sample import TEXT, content


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Library, curated folder and list of cities of one's own."""
    (tmp_path / "curated").mkdir()
    codebook = tmp_path / "codebook"
    codebook.mkdir()
    (codebook / "cities.csv").write_bytes((CODEBOOK / "cities.csv").read_bytes())
    monkeypatch.setattr(add, "CURATED", tmp_path / "curated")
    monkeypatch.setattr(add, "store_all", lambda path: add_store(path, tmp_path / "library"))
    monkeypatch.setattr(add, "document_files", lambda: document_files(tmp_path / "curated"))
    monkeypatch.setattr(add, "ensure_city", lambda code: add_city(code, codebook))
    (tmp_path / "new.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def add_store(path: Path, library: Path) -> list[Stored]:
    """`store_all` into the folder of the test."""
    return store_all(path, library)


def add_city(code: str, codebook: Path) -> dict[str, str]:
    """`ensure_city` in the folder of the test."""
    from curation.desk.cities import ensure_city

    return ensure_city(code, codebook)


def test_an_unknown_text_says_how_to_begin(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(desk / "new.txt")]) == 0
    assert "--new CITY-YEAR-NUMBER --city CODE" in capsys.readouterr().out
    assert len(list((desk / "library").iterdir())) == 1


def test_a_new_document_is_begun_with_its_city(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(desk / "new.txt"), "--new", "suzhou-2026-1", "--city", "320500"]) == 0
    held = curated.read(desk / "curated" / "suzhou-2026-1.yaml")
    assert held["document"]["city_id"] == "suzhou"
    assert held["document"]["title_zh"] == "云川市科技创新若干措施"
    assert held["document"]["text_chars"] == str(len(TEXT))
    rows = (desk / "codebook" / "cities.csv").read_text(encoding="utf-8").splitlines()
    assert rows[-1] == "suzhou,苏州市,Suzhou,江苏省,Jiangsu,320500,prefecture,,"
    assert main(["add", str(desk / "new.txt"), "--new", "suzhou-2026-1", "--city", "320500"]) == 1
    assert "exists already" in capsys.readouterr().err
    assert (desk / "codebook" / "cities.csv").read_text(encoding="utf-8").count("320500") == 1


@pytest.mark.parametrize("code", ["", "999999", "370000", "atlantis"])
def test_a_city_must_be_one_of_the_standard(desk: Path, code: str) -> None:
    assert main(["add", str(desk / "new.txt"), "--new", "x-2026-1", "--city", code]) == 2
    assert not list((desk / "curated").iterdir())


def test_a_text_that_was_curated_is_recognised(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = content()
    held["figures"] = [{"phrase": "2027年", "prefix": "三、目标到", "suffix": ",全市孵化器达到", "role": "date"}]
    curated.write(desk / "curated" / "sample-2026-1.yaml", held)
    assert main(["add", str(desk / "new.txt")]) == 0
    assert "sample-2026-1: 3 of 3 figures anchored (another copy, by its phrases)" in capsys.readouterr().out


def test_what_cannot_be_read_is_said(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(desk / "absent.txt")]) == 1
    assert "cannot be opened" in capsys.readouterr().err


def test_format_writes_canonically_and_check_only_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sample-2026-1.yaml"
    mixed = content()
    mixed["document"] = dict(reversed(mixed["document"].items()))
    path.write_text(curated.dumps(mixed), encoding="utf-8")
    before = path.read_bytes()
    assert main(["format", "--check", str(path)]) == 1 and path.read_bytes() == before
    assert main(["format", str(path)]) == 0 and path.read_bytes() != before
    assert main(["format", "--check", str(path)]) == 0
    (tmp_path / "broken.yaml").write_text("a: [", encoding="utf-8")
    (tmp_path / "odd.yaml").write_text("document: words\nmeasures: [a]\ncoverage: b\n", encoding="utf-8")
    assert main(["format", str(tmp_path / "broken.yaml")]) == 1
    assert main(["format", str(tmp_path / "odd.yaml")]) == 0
    assert format.HELP


def test_all_committed_files_are_canonical() -> None:
    from model.paths import CURATED

    assert main(["format", "--check", *map(str, sorted(CURATED.rglob("*.yaml")))]) == 0


def test_every_division_gives_a_city_under_a_free_id() -> None:
    divisions = read_csv("divisions")
    codes = [row["code"] for row in divisions]
    assert len(set(codes)) == len(codes) > 3200
    held = {row["code"]: row for row in divisions}
    for row in divisions:
        assert row["parent"] in held or (not row["parent"] and row["level"] in ("province", "municipality")) or row["parent"] == ""
        if row["level"] != "province":
            city = new_city(row["code"])
            assert city["city_id"].isascii() and city["city_id"].isalpha() and city["province_zh"]
    assert sum(row["level"] == "prefecture" for row in divisions) == 333
    assert [city_of(code)["city_id"] for code in ("371000", "320500", "341300", "370100")] == ["weihai", "suzhou", "suzhou", "jinan"]


def test_the_four_cities_stand_in_the_divisions_as_they_are_published() -> None:
    held = {row["code"]: row for row in read_csv("divisions")}
    for city in read_csv("cities"):
        assert (held[city["division_code"]]["name_zh"], held[city["division_code"]]["name_en"]) == (city["name_zh"], city["name_en"])


def test_a_skeleton_takes_what_the_text_prints_and_invents_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "云政发〔2026〕8号\n雲川市關於促進科技創新的若干措施\n各縣區：\n"
    path.write_text(text, encoding="utf-8")
    document = skeleton("x-2026-8", "weihai", path, Reading(text, "plain"))["document"]
    assert (document["document_number"], document["policy_year"], document["script"]) == ("云政发〔2026〕8号", "2026", "traditional")
    assert document["title_zh"] == "云川市关于促进科技创新的若干措施"
    plain = skeleton("x", "weihai", path, Reading("没有字号的文件。", "plain"))["document"]
    assert "document_number" not in plain and "policy_year" not in plain and plain["title_basis"] == "descriptive"


@pytest.mark.parametrize("data", [b"a: [", b"\xff\xfe", b"document: words\n", b"", b"- a\n"])
@pytest.mark.parametrize("command", ["check", "anchor"])
def test_any_file_is_a_fault_and_never_a_trace(tmp_path: Path, command: str, data: bytes) -> None:
    path = tmp_path / "odd.yaml"
    path.write_bytes(data)
    assert main([command, str(path)]) == 1
    assert path.read_bytes() == data


def test_anchor_says_a_text_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sample-2026-1.yaml"
    curated.write(path, content())
    (tmp_path / "bad.docx").write_bytes(b"no document")
    assert main(["anchor", str(path), "--text", str(tmp_path / "bad.docx")]) == 1
    assert "bad.docx" in capsys.readouterr().err


def test_check_takes_everything_that_is_curated(capsys: pytest.CaptureFixture[str]) -> None:
    from model.paths import CURATED

    assert main(["check", *map(str, sorted(CURATED.glob("*.yaml")))]) == 0
    assert "0 faults" in capsys.readouterr().out


def test_a_city_that_is_no_more_is_taken_with_its_successor_said(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(desk / "new.txt"), "--new", "laiwu-2016-1", "--city", "莱芜市"]) == 0
    assert "莱芜市 371200: ended in 2019, today 莱芜区 370116、钢城区 370117" in capsys.readouterr().out
    assert curated.read(desk / "curated" / "laiwu-2016-1.yaml")["document"]["city_id"] == "laiwu"
    assert "laiwu,莱芜市,Laiwu,山东省,Shandong,371200,prefecture,," in (desk / "codebook" / "cities.csv").read_text(encoding="utf-8")
    assert main(["add", str(desk / "new.txt"), "--new", "x-2016-1", "--city", "东山区"]) == 2
    assert "several places have this name (东山区 230406, 东山区 440102, 东山区 650108)" in capsys.readouterr().err


@pytest.mark.parametrize("given", [[], ["--folder", "no-such-folder"], ["a.txt", "--folder", "."], ["--folder", ".", "--new", "a-2020-1"]])
def test_add_takes_a_file_or_a_folder(desk: Path, given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", *given]) == 2
    assert "give one file, or a folder" in capsys.readouterr().err
