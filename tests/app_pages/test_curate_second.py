"""Two readers at the desk: the second sees nothing of the first, and the first decides what differs."""

from pathlib import Path

import pytest

from components.desk import start as curate_start
from curation.desk import second
from curation.desk.draft import remove
from curation.desk.draft_file import drafts, last_change, load_draft, save_draft
from curation.desk.second import begin_second
from model.guidance import Agreement
from model.paths import CODEBOOK
from tests.app_pages.conftest import Open, words
from tests.app_pages.test_curate import opened, press
from tests.curation.test_batch import TEXT
from tests.curation.test_second import READING, first_reading, second_reading
from wording.texts import text


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with a first reading that is done, its curated files and lists in a folder of the test's own."""
    path = tmp_path / "abcdefabcdef-new.txt"
    path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "agreement_by_document.csv").write_bytes((CODEBOOK / "agreement_by_document.csv").read_bytes())
    monkeypatch.setenv("POLICY_CURATE", "1")
    monkeypatch.setattr("service.local_only._guards", ["as desk.py serves it"])
    monkeypatch.setattr(curate_start, "LIBRARY", tmp_path)
    monkeypatch.setattr(curate_start, "drafts", lambda: drafts(tmp_path))
    monkeypatch.setattr(curate_start, "last_change", lambda: last_change(tmp_path))
    monkeypatch.setattr(curate_start.document_library, "text_path", lambda checksum: path)
    monkeypatch.setattr("curation.desk.draft_file._path", lambda name, folder: tmp_path / "drafts" / f"{name}.json")
    for function in ("place", "finish", "read_second"):
        monkeypatch.setattr(f"curation.desk.second.{function}.__defaults__", (tmp_path / "curated",))
    monkeypatch.setattr("curation.desk.second.keep_decision.__defaults__", (tmp_path / "curated",))
    for function in ("published_agreement", "publish_agreement"):
        monkeypatch.setattr(f"curation.desk.second.{function}.__defaults__", (tmp_path,))
    save_draft(first_reading(), tmp_path)
    return tmp_path


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_is_set_out_once_and_then_waits_for_its_reader(library: Path, lang: str) -> None:
    at = opened("save", lang)
    press(at, text("curate.second_prepare_do", lang))
    assert load_draft("qingyu-2026-1.second", library) == begin_second(first_reading().content["document"], READING)
    assert drafts(library)[0] == "qingyu-2026-1" and text("curate.second_name", lang, document="qingyu-2026-1")[-4:] in words(opened("save", lang))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_of_the_first_reading_is_on_the_page_of_the_second(library: Path, lang: str) -> None:
    save_draft(begin_second(first_reading().content["document"], READING), library)
    at = opened(lang=lang)
    for step in ("clauses", "ledger", "finish"):
        at.button_group(key="curate.step.of_second").set_value(step).run()
        assert not at.exception and not at.error
        assert text("curate.second_intro", lang) in words(at) and "qingyu-2026-1.1.a1" not in words(at)
    button = next(button for button in at.button if button.label == text("curate.second_finish", lang))
    assert button.disabled, "nothing was read yet"


def test_a_finished_reading_leaves_the_desk_and_is_compared_and_decided(library: Path) -> None:
    save_draft(second_reading(), library)
    at = opened()
    at.button_group(key="curate.step.of_second").set_value("finish").run()
    press(at, text("curate.second_finish", "zh"))
    assert drafts(library) == ["qingyu-2026-1"] and second.place("qingyu-2026-1").exists()
    at = opened("second")
    press(at, text("curate.second_begin", "zh"))
    assert text("curate.second_agreement", "zh", both=4, all=6, percent="x").split("x")[0][:20] in words(at)
    lines = second.published_agreement("qingyu-2026-1")
    press(at, text("curate.second_decide", "zh"))
    assert text("curate.second_open", "zh") in words(at)
    while any(button.label == text("curate.second_decide", "zh") for button in at.button):
        for group in [group for group in at.radio if str(group.key).startswith("second.")]:
            group.set_value("second")
        next(field for field in at.text_input if str(field.key).endswith(".reason")).set_value("原文如此")
        press(at, text("curate.second_decide", "zh"))
    assert text("curate.second_done", "zh") in [item.value for item in at.success] and second.published_agreement("qingyu-2026-1") == lines
    held = load_draft("qingyu-2026-1", library)
    other = second.read_second("qingyu-2026-1")
    assert held is not None and other is not None and len(second.decisions(other)) == 6
    assert [item for item in second.compared(held.content, other) if not item.is_same] == [], "every choice was the second's"


def test_a_first_reading_with_open_figures_is_not_compared(library: Path) -> None:
    second.finish(second_reading())
    held = load_draft("qingyu-2026-1", library)
    assert held is not None
    save_draft(remove(held, "qingyu-2026-1.1.a1"), library)
    assert text("curate.second_first_open", "zh", count=1) in words(opened("second"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_of_a_document_says_how_far_its_readings_agree(open_page: Open, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [("awards", "found", 9, 10), ("targets", "found", 2, 2), ("awards", "form", 9, 9), ("targets", "value", 1, 2)]
    monkeypatch.setattr("components.document.agreement_of", lambda name: tuple(Agreement(*line) for line in lines) if name == "weihai-2023-5" else ())
    assert text("documents.readings", lang, both=11, all=12, percent="90.9%") in words(open_page("documents", documents="weihai-2023-5", lang=lang))
    assert text("documents.readings", lang, both=11, all=12, percent="90.9%")[:8] not in words(open_page("documents", documents="weihai-2018-107", lang=lang))
