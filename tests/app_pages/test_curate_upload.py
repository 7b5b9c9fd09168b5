"""Adding files in the desk: bad ones are refused by name with the mend, the others are taken in, and what is uncertain stays listed."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.desk import document, start, upload
from components.escape import escape
from curation.desk.draft_file import drafts, last_change
from tests.app_pages.conftest import words
from tests.app_pages.test_curate import opened, press
from tests.curation.bad_files import CONVERTED, bad_files
from tests.curation.test_folder import FULL
from wording.texts import text

HERE = {name: data for name, data in bad_files() if name.rpartition(".")[2] not in (*CONVERTED, "pptx")}


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty library of the test's own."""
    place = tmp_path / "library"
    monkeypatch.setenv("POLICY_CURATE", "1")
    monkeypatch.setattr("service.local_only._guards", ["as desk.py serves it"])
    for module in (start, upload):
        monkeypatch.setattr(module, "LIBRARY", place)
    monkeypatch.setattr(start, "drafts", lambda: drafts(place))
    monkeypatch.setattr(start, "last_change", lambda: last_change(place))
    monkeypatch.setattr("curation.desk.draft_file._path", lambda name, folder: place / "drafts" / f"{name}.json")
    monkeypatch.setattr(document, "texts_held", start.texts_held)
    return place


def add(at: AppTest, files: dict[str, bytes]) -> None:
    """Choose files and press the button."""
    at.file_uploader[0].set_value([(name, data, "application/octet-stream") for name, data in files.items()]).run()
    press(at, text("curate.upload_do", "zh"))


def held(library: Path) -> list[str]:
    return sorted(path.name for path in library.rglob("*") if path.is_file())


def test_bad_files_are_refused_and_the_good_one_between_them_is_taken_in(library: Path) -> None:
    at = opened()
    first, second = dict(list(HERE.items())[:9]), dict(list(HERE.items())[9:])
    add(at, {**first, "好.txt": FULL.encode(), **second})
    said = [item.value for item in at.error]
    for name in HERE:
        assert sum(escape(name) in line for line in said) == 1, name
    assert [name for name in held(library) if not name.startswith(".")] == [next(path.name for path in library.glob("*-好.txt"))]


def test_the_list_stays_until_it_is_put_away(library: Path) -> None:
    at = opened()
    add(at, {"a.pdf": b"%PDF-1.4 cut off", "b.txt": "一、对新认定的孵化器奖励10万元。\n".encode()})
    at.run()  # any later click
    assert any("a\\.pdf" in item.value or "a.pdf" in item.value for item in at.error) and text("curate.uncertain", "zh") in words(at)
    press(at, text("curate.added_away", "zh"))
    assert not at.error and text("curate.uncertain", "zh") not in words(at) and ".added.json" not in held(library)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_whole_folder_is_begun_for_its_city(library: Path, lang: str) -> None:
    at = opened(lang=lang)
    at.toggle(key="curate.upload_folder").set_value(True).run()
    next(box for box in at.selectbox if str(box.key) == "city.upload").set_value("371000").run()
    files = [("texts/a.txt", FULL.encode(), "text/plain"), ("texts/b.txt", FULL.replace("3号", "4号").encode(), "text/plain"), ("texts/c.pdf", b"%PDF-1.4 cut off", "")]
    at.file_uploader[0].set_value(files).run()
    press(at, text("curate.upload_do", lang))
    assert set(drafts(library)) == {"weihai-2025-3", "weihai-2025-4"} and len(at.error) == 1
