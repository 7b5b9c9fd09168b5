"""The curator's desk: hidden from a served dashboard, and every step of it opens on a real draft."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import curate_clause, curate_start
from components.menu import CURATING, pages
from curation import draft as desk
from curation.curated import records
from curation.draft_file import drafts, load_draft, save_draft
from curation.skeleton import skeleton
from model.paths import ROOT
from model.texts import text
from tests.app_pages.conftest import words
from tests.curation.sample import TEXT


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with one draft, in a library of the test's own."""
    path = tmp_path / "abcdefabcdef-new.txt"
    path.write_text(TEXT, encoding="utf-8")
    draft = desk.begin(skeleton("sample-2026-1", "weihai", path, TEXT), TEXT, "371000")
    save_draft(draft, tmp_path)
    monkeypatch.setenv("POLICY_CURATE", "1")
    monkeypatch.setattr(curate_start, "LIBRARY", tmp_path)
    monkeypatch.setattr(curate_start, "drafts", lambda: drafts(tmp_path))
    monkeypatch.setattr(curate_start, "load_draft", lambda name: load_draft(name, tmp_path))
    monkeypatch.setattr(curate_start.document_library, "text_path", lambda checksum: path)
    monkeypatch.setattr("curation.draft_file.save_draft", lambda draft: save_draft(draft, tmp_path))
    return tmp_path


def opened(step: str = "", lang: str = "zh") -> AppTest:
    """The desk at one of its steps."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.query_params["lang"] = lang
    at.switch_page("app_pages/curate.py").run()
    if step:
        at.button_group(key=f"curate.step.{lang}").set_value([step] if isinstance(at.button_group(key=f"curate.step.{lang}").value, list) else step).run()
    assert not at.exception
    return at


def test_a_served_dashboard_has_no_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("POLICY_CURATE", raising=False)
    assert not set(CURATING) & set(pages("zh"))
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.run()
    assert text("view.curate", "zh") not in words(at)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("step", ["about", "clauses", "ledger", "save"])
@pytest.mark.usefixtures("library")
def test_every_step_opens_in_both_languages(step: str, lang: str) -> None:
    at = opened(step, lang)
    assert at.title[0].value == text("view.curate", lang)
    assert not at.error


@pytest.mark.usefixtures("library")
def test_a_step_that_is_done_is_kept_on_disk(library: Path) -> None:
    at = opened("clauses")
    next(button for button in at.button if button.label == text("curate.accept", "zh")).click().run()
    assert not at.exception
    held = load_draft("sample-2026-1", library)
    assert held is not None and len(held.open) == 2
    assert held.content["measures"][0]["awards"][0]["sum_cny"] == "1000000"


def test_a_clause_is_done_when_its_figures_are_decided_and_its_words_are_there(library: Path) -> None:
    draft = load_draft("sample-2026-1", library)
    assert draft is not None
    measure = records(draft.content["measures"])[0]
    whole = measure | {"title_zh": "甲", "title_en": "A", "summary_zh": "乙", "summary_en": "B", "categories": ["incubation"]}
    span = (0, len(TEXT))
    assert curate_clause._is_open(draft, measure, (0, 0))
    assert curate_clause._is_open(draft, whole, span) and not curate_clause._is_open(draft, whole, (0, 1))
