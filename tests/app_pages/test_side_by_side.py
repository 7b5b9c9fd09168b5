"""The official text on the pages, with the library and without it."""

from pathlib import Path

import pytest

from components import missing_text
from loaders import document_library, queries
from loaders.snapshot import Tables
from tests.app_pages.conftest import Open, words
from wording.texts import text


@pytest.fixture
def with_texts(monkeypatch: pytest.MonkeyPatch, sources: Path) -> None:
    """The five texts are in the library."""
    monkeypatch.setattr(document_library, "LIBRARY", sources)


@pytest.fixture
def without_texts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The library is empty."""
    monkeypatch.setattr(document_library, "LIBRARY", tmp_path)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.usefixtures("without_texts")
def test_without_the_text_every_page_says_which_one_is_missing(open_page: Open, lang: str) -> None:
    beginning = text("reader.missing", lang, title="{t}", document="{d}").split("{t}")[0]
    assert words(open_page("documents", documents="weihai-2023-5", lang=lang)).count(beginning) == 1
    assert words(open_page("side_by_side", lang=lang)).count(beginning) == 2


@pytest.mark.parametrize("page", ["documents", "side_by_side", "policy_clauses", "incubator_rewards"])
@pytest.mark.usefixtures("without_texts")
def test_without_the_text_a_reader_is_told_where_it_is_published_and_sees_no_command(open_page: Open, page: str) -> None:
    at = open_page(page, documents="weihai-2018-107,weihai-2023-5" if page == "side_by_side" else "weihai-2023-5", row="weihai-2023-5.29")
    assert any("威海市人民政府" in info.value and "政府公报" in info.value for info in at.info)
    said = words(at)
    assert "python" not in said and "SHA" not in said and not [box for box in at.expander if box.label == text("reader.context", "zh")]


@pytest.mark.usefixtures("without_texts")
def test_without_the_texts_the_two_clauses_stand_side_by_side(open_page: Open) -> None:
    said = words(open_page("side_by_side", row="weihai-2018-107.2-4-2.a1"))
    assert "一次性200万元" in said and "最高100万元" in said


@pytest.mark.parametrize(("kind", "words_"), [("official_site", "原文公开于 [https"), ("third_party_copy", "第三方转载")])
@pytest.mark.usefixtures("without_texts")
def test_a_known_public_address_is_linked(monkeypatch: pytest.MonkeyPatch, tables: Tables, kind: str, words_: str) -> None:
    row = {**queries.documents(tables)["weihai-2023-5"], "source_url": "https://www.example.gov.cn/a(1).html", "source_kind": kind}
    monkeypatch.setattr(queries, "documents", lambda _: {"weihai-2023-5": row})
    said = missing_text._remark(tables, "weihai-2023-5", "zh")
    assert words_ in said and "](<https://www.example.gov.cn/a(1).html>)" in said


@pytest.mark.usefixtures("with_texts")
def test_with_the_text_the_chosen_row_shows_its_clause_beside_it(open_page: Open) -> None:
    at = open_page("documents", documents="weihai-2023-5", row="weihai-2023-5.29.a1")
    assert text("reader.legend", "zh") in words(at)
    assert "提升孵化载体服务效能" in words(at) or "孵化" in words(at)


@pytest.mark.usefixtures("with_texts")
def test_a_row_opens_its_matter_in_both_texts(open_page: Open) -> None:
    at = open_page("side_by_side", row="weihai-2018-107.2-4-2.a1")
    assert "判断理由" in words(at)


@pytest.mark.parametrize("row", ["nobody", "figure:12", "weihai-2018-107.2-4-2", "a:b.c-d"])
@pytest.mark.usefixtures("with_texts")
def test_any_row_of_a_link_is_survived(open_page: Open, row: str) -> None:
    for page in ("side_by_side", "documents", "policy_clauses", "incubator_rewards"):
        assert not open_page(page, row=row).error


@pytest.mark.usefixtures("with_texts")
def test_markup_in_a_text_stays_text(open_page: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sources: Path) -> None:
    original = next(sources.glob("001*.txt")).read_text(encoding="utf-8")
    (tmp_path / "hostile.txt").write_text(original.replace("29.", "29.<img src=x onerror=alert(1)>**[a](javascript:b)**"), encoding="utf-8")
    monkeypatch.setattr(document_library, "LIBRARY", tmp_path)
    at = open_page("documents", documents="weihai-2023-5")
    shown = [element.value for kind in (at.markdown, at.caption, at.info, at.warning) for element in kind]
    assert not any("onerror" in value for value in shown)
