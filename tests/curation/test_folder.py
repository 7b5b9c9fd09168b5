"""A whole folder at once: progress, drafts with free ids, and the list of what is uncertain."""

from dataclasses import replace
from pathlib import Path

import pytest

from curation.commands.add_folder import add_folder
from curation.desk import added_list
from curation.desk.draft import LONGEST
from curation.desk.draft_file import drafts, load_draft
from curation.desk.folder import add_file, files_of
from curation.read.limits import LIMITS
from tests.curation.sample import TEXT

FULL = (
    "青屿县人民政府关于支持孵化的意见\n青政发〔2025〕3号\n各乡镇人民政府：\n一、对新认定的国家级孵化器奖励100万元。\n"
    "二、本意见自2025年6月1日起施行，有效期至2028年5月31日。\n青屿县人民政府\n2025年5月6日\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a whole paper, one without a head, a press report, a locked file and a hidden one."""
    place = tmp_path / "texts"
    (place / "more").mkdir(parents=True)
    (place / "a.txt").write_text(FULL, encoding="utf-8")
    (place / "more" / "b.txt").write_text("一、对新认定的孵化器奖励10万元。\n", encoding="utf-8")
    (place / "c.txt").write_text("青屿出台新政\n本报讯（记者 甲某）近日，青屿县印发《青屿县孵化办法》。\n", encoding="utf-8")
    (place / "d.pdf").write_bytes(b"%PDF-1.4 cut off")
    (place / ".hidden.txt").write_text("x", encoding="utf-8")
    return place


def test_hidden_files_are_left_alone(folder: Path) -> None:
    assert [path.name for path in files_of(folder)] == ["a.txt", "c.txt", "d.pdf", "b.txt"]


def test_a_folder_is_added_with_progress_and_the_least_certain_first(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = tmp_path / "library"
    assert add_folder(folder, "371000", "en", library, []) == 1  # one file cannot be read
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "1/4 a.txt: 青屿县人民政府关于支持孵化的意见 (draft weihai-2025-3 begun)"
    assert said[2] == "3/4 d.pdf: cannot be read"
    assert said[4] == "4 files, 3 read; 3 to be looked at, the least certain first:"
    assert [line.strip() for line in said if line.startswith("  ") and not line.startswith("    ")] == ["d.pdf", "c.txt", "b.txt"]
    assert set(drafts(library)) == {"weihai-2025-3", "weihai-undated"}  # the report is no paper and is not begun
    draft = load_draft("weihai-2025-3", library)
    assert draft is not None and draft.division == "371000" and draft.content["document"]["expires_on"] == "2028-05-31"


def test_without_a_city_nothing_is_begun_and_a_second_run_takes_nothing_twice(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = tmp_path / "library"
    add_folder(folder, "", "zh", library, [])
    before = {path.name for path in library.rglob("*")}
    add_folder(folder, "", "zh", library, [])
    assert {path.name for path in library.rglob("*")} == before
    assert drafts(library) == []
    assert "没有标题" in capsys.readouterr().out


def test_two_papers_of_one_number_get_ids_of_their_own(folder: Path, tmp_path: Path) -> None:
    (folder / "e.txt").write_text(FULL.replace("100万元", "90万元"), encoding="utf-8")
    (folder / "f.txt").write_text(TEXT, encoding="utf-8")
    add_folder(folder, "371000", "en", tmp_path / "library", [])
    assert {"weihai-2025-3", "weihai-2025-3-2"} <= set(drafts(tmp_path / "library"))


def test_a_file_that_the_extractor_gives_up_on_does_not_stop_the_others(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The second text is longer than the desk takes, the third takes the extractor longer than it may."""
    (folder / "b.txt").write_text(FULL.replace("3号", "4号") + "甲" * LONGEST, encoding="utf-8")
    (folder / "c.txt").write_text(FULL.replace("3号", "5号") + "二、对新认定的孵化器奖励10万元。\n" * 5000, encoding="utf-8")
    monkeypatch.setattr("curation.extract.bounded.extract_within.__defaults__", ("", replace(LIMITS, seconds=0.001)))
    library = tmp_path / "library"
    assert add_folder(folder, "371000", "en", library, []) == 1
    said = capsys.readouterr().out
    assert "2/5 b.txt: 青屿县人民政府关于支持孵化的意见 (taken in, not begun)" in said and "more than the 1,000,000" in said
    assert "3/5 c.txt: 青屿县人民政府关于支持孵化的意见 (taken in, not begun)" in said and "within 0.001 seconds" in said
    assert set(drafts(library)) == {"weihai-2025-3", "weihai-undated"} and len(list(library.glob("*.txt"))) == 4


def test_the_list_of_what_was_added_is_kept_until_it_is_put_away(folder: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    added = [item for path in files_of(folder) for item in add_file(path, [], library, "371000")]
    added_list.keep(added, library)
    held = added_list.kept(library)
    assert [item.name for item in held] == ["d.pdf", "c.txt", "b.txt", "a.txt"]
    assert held[0].error_said("en").startswith("d.pdf") and not held[0].is_in and held[0].document_id == ""
    assert [item.document_id for item in held[1:]] == ["", "weihai-undated", "weihai-2025-3"] and held[3].uncertainty == 0
    assert held == sorted((added_list.entry(item) for item in added), key=lambda item: -item.uncertainty)
    added_list.put_away(library)
    assert added_list.kept(library) == []
