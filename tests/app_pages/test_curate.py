"""The curator's desk: hidden from a served dashboard, and every step of it opens on a real draft."""

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.desk import clause as curate_clause
from components.desk import start as curate_start
from components.escape import escape
from components.menu import CURATING, pages
from curation.check.curated import records
from curation.desk import draft as desk
from curation.desk.draft_file import drafts, last_change, load_draft, save_draft
from curation.desk.links import is_confirmed, load_links
from curation.desk.skeleton import skeleton
from curation.read.reading import Reading
from model.paths import ROOT
from tests.app_pages.conftest import words
from tests.curation.sample import TEXT
from wording.texts import text


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with one draft, in a library of the test's own."""
    path = tmp_path / "abcdefabcdef-new.txt"
    path.write_text(TEXT, encoding="utf-8")
    draft = desk.begin(skeleton("sample-2026-1", "weihai", path, Reading(TEXT, "plain")), TEXT, "371000")
    save_draft(replace(draft, at=0), tmp_path)  # the first clause, not the least certain figure
    monkeypatch.setenv("POLICY_CURATE", "1")
    monkeypatch.setattr("service.local_only._guards", ["as desk.py serves it"])
    monkeypatch.setattr(curate_start, "LIBRARY", tmp_path)
    monkeypatch.setattr(curate_start, "drafts", lambda: drafts(tmp_path))
    monkeypatch.setattr(curate_start, "last_change", lambda: last_change(tmp_path))
    monkeypatch.setattr(curate_start.document_library, "text_path", lambda checksum: path)
    monkeypatch.setattr("curation.desk.draft_file._path", lambda name, folder: tmp_path / "drafts" / f"{name}.json")
    monkeypatch.setattr("curation.desk.links._draft", lambda pair, folder: tmp_path / "drafts" / "links" / f"{'--'.join(pair)}.json")
    return tmp_path


def opened(step: str = "", lang: str = "zh", work: str = "") -> AppTest:
    """The desk at one of its steps, or another work of it."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.query_params["lang"] = lang
    at.switch_page("app_pages/curate.py").run()
    if work:
        at.button_group(key="curate.work").set_value(work).run()
    if step:
        at.button_group(key="curate.step").set_value(step).run()
    assert not at.exception
    return at


def test_without_its_guard_the_desk_stays_shut(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.local_only._guards", [])
    at = opened()
    assert text("curate.off", "zh") in words(at) and not at.main.button and not at.main.text_input


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


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("work", ["links", "corrections"])
@pytest.mark.usefixtures("library")
def test_links_and_corrections_open_in_both_languages(work: str, lang: str) -> None:
    at = opened(lang=lang, work=work)
    assert text(f"curate.{work}_intro", lang) in words(at) and not at.error and not at.warning


@pytest.mark.usefixtures("library")
def test_a_link_is_confirmed_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curation.desk.links.place", lambda pair, folder=None: tmp_path / "links.yaml")
    at = opened(work="links")
    at.selectbox(key="links.pair").set_value(("weihai-2018-107", "weihai-2023-5")).run()
    press(at, text("curate.links_confirm", "zh"))
    assert text("curate.links_open", "zh") in words(at)
    fill(at, {"reason_zh": "称号相同。", "reason_en": "Same title.", "title_zh": "孵化器", "title_en": "Incubator"})
    press(at, text("curate.links_confirm", "zh"))
    held = load_links(("weihai-2018-107", "weihai-2023-5"), tmp_path)
    assert held is not None and [is_confirmed(link) for link in held.links].count(True) == 1


@pytest.mark.usefixtures("library")
def test_a_correction_is_kept_once_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[dict[str, object]] = []
    monkeypatch.setattr("components.desk.corrections.write_correction", lambda entry: written.append(entry) or "c1")
    at = opened(work="corrections")
    press(at, text("curate.correction_save", "zh"))
    assert text("curate.correction_open", "zh") in words(at) and written == []
    fill(at, {"what_zh": "由甲改为乙", "what_en": "a to b", "reason_zh": "误录", "reason_en": "slip"})
    at.multiselect[0].set_value(["weihai-2023-5.29.a1"]).run()
    press(at, text("curate.correction_save", "zh"))
    assert written[0]["row_ids"] == ["weihai-2023-5.29.a1"] and written[0]["what_en"] == "a to b"


@pytest.mark.usefixtures("library")
def test_a_file_that_somebody_changed_is_said_and_not_overwritten(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    curated = tmp_path / "curated"
    curated.mkdir()
    path = curated / "sample-2026-1.yaml"
    path.write_text("document:\n  title_en: Theirs\n", encoding="utf-8")
    monkeypatch.setattr("curation.desk.saving.CURATED", curated)
    for name in ("place", "has_changed"):
        monkeypatch.setattr(f"curation.desk.saving.{name}.__defaults__", (curated,))
    monkeypatch.setattr("curation.desk.conflict.keep_mine.__defaults__", (tmp_path,))
    at = opened("clauses")
    assert text("curate.conflict_ahead", "zh") in words(at)
    at = opened("save")
    assert text("curate.conflict", "zh", file="sample-2026-1.yaml") in words(at)
    assert any("-  title_en: Theirs" in block.value for block in at.code)
    press(at, text("curate.conflict_beside", "zh"))
    assert list((tmp_path / "drafts" / "kept").iterdir()) and "Theirs" in path.read_text(encoding="utf-8")


def test_what_is_typed_survives_a_click_on_another_step(library: Path) -> None:
    """The browser sends what was typed and the click together; then the field is not on the page any more."""
    at = opened("about")
    next(field for field in at.text_input if ".title_en." in str(field.key)).set_value("Measures of Yunchuan")
    at.button_group(key="curate.step").set_value("clauses").run()
    assert not at.exception
    held = load_draft("sample-2026-1", library)
    assert held is not None and held.content["document"]["title_en"] == "Measures of Yunchuan"


def test_words_and_mended_columns_survive_the_click_on_accept(library: Path) -> None:
    at = opened("clauses")
    next(field for field in at.text_area if ".summary_zh." in str(field.key)).set_value("奖励孵化器。")
    next(field for field in at.text_input if ".beneficiary_zh." in str(field.key)).set_value("新认定的孵化器")
    press(at, text("curate.accept", "zh"))
    held = load_draft("sample-2026-1", library)
    assert held is not None
    measure = held.content["measures"][0]
    assert measure["summary_zh"] == "奖励孵化器。" and measure["awards"][0]["beneficiary_zh"] == "新认定的孵化器"


def press(at: AppTest, words_on_it: str) -> None:
    """Click the button with these words."""
    next(button for button in at.button if button.label == words_on_it).click().run()
    assert not at.exception


def fill(at: AppTest, columns: dict[str, str]) -> None:
    """Type into the fields of these columns."""
    for name, value in columns.items():
        next(field for field in [*at.text_area, *at.text_input] if f".{name}." in str(field.key)).set_value(value)
    at.run()


@pytest.mark.usefixtures("library")
def test_a_step_that_is_done_is_kept_on_disk(library: Path) -> None:
    at = opened("clauses")
    next(button for button in at.button if button.label == text("curate.accept", "zh")).click().run()
    assert not at.exception
    held = load_draft("sample-2026-1", library)
    assert held is not None and len(held.open) == 2
    assert held.content["measures"][0]["awards"][0]["sum_cny"] == "1000000"


def test_what_raises_a_doubt_is_shown_before_saving(library: Path) -> None:
    at = opened("clauses")
    next(button for button in at.button if button.label == text("curate.accept", "zh")).click().run()
    held = load_draft("sample-2026-1", library)
    assert held is not None
    held.content["measures"][0]["awards"][0] |= {"recognition_level": "municipal", "beneficiary_zh": "孵化器"}
    save_draft(held, library)
    at = opened("save")
    assert text("curate.second_looks", "zh", count=1) in [expander.label for expander in at.expander]
    assert "提取器在此读到的级别是 国家级(national)" in words(at)


def test_a_clause_is_done_when_its_figures_are_decided_and_its_words_are_there(library: Path) -> None:
    draft = load_draft("sample-2026-1", library)
    assert draft is not None
    measure = records(draft.content["measures"])[0]
    whole = measure | {"title_zh": "甲", "title_en": "A", "summary_zh": "乙", "summary_en": "B", "categories": ["incubation"]}
    span = (0, len(TEXT))
    assert curate_clause._is_open(draft, measure, (0, 0))
    assert curate_clause._is_open(draft, whole, span) and not curate_clause._is_open(draft, whole, (0, 1))


@pytest.mark.parametrize("raw", ["a: [", "document: words\n", "document:\n  document_id: broken-1\nmeasures:\n- article: 1\n"])
@pytest.mark.usefixtures("library")
def test_a_curated_file_that_is_broken_is_said_and_never_a_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raw: str) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "broken-1.yaml").write_text(raw, encoding="utf-8")
    monkeypatch.setattr(curate_start, "document_files", lambda: [tmp_path / "kept" / "broken-1.yaml"])
    at = opened()
    box = next(box for box in at.selectbox if str(box.key).startswith("curate.document."))
    box.set_value("broken-1").run()
    assert not at.exception
    if any(group.key == "curate.step" for group in at.button_group):
        at.button_group(key="curate.step").set_value("clauses").run()
    assert at.error and not at.exception


NOTICE = (
    "成文日期：2025-05-09\n发文字号：青政发〔2025〕3号\n青屿县人民政府关于印发《青屿县孵化器管理办法》的通知\n各乡镇人民政府：\n现将《青屿县孵化器管理办法》印发给你们。\n"
    "青屿县人民政府\n2025年5月6日\n青屿县孵化器管理办法\n第一条 对国家级孵化器奖励100万元。\n"
    "第二条 本办法自2025年6月1日起施行。《青屿县孵化器暂行办法》（威政办字〔2018〕107号）同时废止。\n"
)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_column_shows_where_it_was_read_what_to_check_and_what_is_missing(library: Path, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    path = library / "abcdefabcdef-notice.txt"
    path.write_text(NOTICE, encoding="utf-8")
    for old in (library / "drafts").glob("*.json"):
        old.unlink()
    save_draft(desk.begin(skeleton("qingyu-2025-3", "", path, Reading(NOTICE, "plain")), NOTICE, "371200"), library)
    monkeypatch.setattr(curate_start.document_library, "text_path", lambda checksum: path)
    at = opened("about", lang)
    captions = "\n".join(item.value for item in at.caption)
    place = text("curate.at_line", lang, place=text("face.place.signature", lang), line=7)
    assert escape(place) in captions  # the day of issue, read at the signature
    assert escape(text("face.doubt.differs", lang, own="2025-05-06", other="2025-05-09", place=text("face.place.page_field", lang))) in captions
    assert text("curate.not_in_text", lang) in captions  # the last day in force
    assert "2019" in at.warning[0].value and "青屿县孵化器管理办法" in at.warning[0].value  # the city ended in 2019; what is printed
    assert "weihai\\-2018\\-107" in at.info[0].value  # the repealed paper is held
    titled = [item for item in at.text_input if item.key == f"about.qingyu-2025-3.title_zh.{lang}"]
    assert titled[0].value == "青屿县人民政府关于印发《青屿县孵化器管理办法》的通知"
    next(item for item in at.button if "青屿县孵化器管理办法" in item.label).click().run()
    draft = load_draft("qingyu-2025-3", library)
    assert draft is not None and draft.content["document"]["title_zh"] == "青屿县孵化器管理办法"


def test_a_repeal_is_written_into_the_older_document(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words_of_it = NOTICE.replace("威政办字〔2018〕107号", "威政发〔2023〕5号")
    path = library / "abcdefabcdef-notice.txt"
    path.write_text(words_of_it, encoding="utf-8")
    save_draft(desk.begin(skeleton("qingyu-2025-3", "", path, Reading(words_of_it, "plain")), words_of_it, "371000"), library)
    monkeypatch.setattr(curate_start.document_library, "text_path", lambda checksum: path)
    at = opened("about")
    next(item for item in at.button if "2025-06-01" in item.label.replace("\\", "")).click().run()
    assert not at.exception and text("curate.repeal_done", "zh", document="weihai-2023-5").replace("-", "\\-") in at.success[0].value
    older = load_draft("weihai-2023-5", library)
    assert older is not None and older.content["document"]["repealed_on"] == "2025-06-01"
    assert "青政发〔2025〕3号" in older.content["document"]["status_source_zh"]
    assert drafts(library)[0] == "qingyu-2025-3"
