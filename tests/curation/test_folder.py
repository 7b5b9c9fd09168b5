"""A whole folder at once: progress, drafts with free ids, and the list of what is uncertain."""

from pathlib import Path

import pytest

from curation.commands.add_folder import add_folder
from curation.desk.draft_file import drafts, load_draft
from curation.desk.folder import files_of
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
