"""Every page opens on a made-up snapshot of sixty documents, shows a few of them and says so."""

import functools
from pathlib import Path

import pytest

from benchmarks.synthesize import synthesize
from components.menu import MENU
from loaders import in_use, queries
from model.selection import Selection
from tests.app_pages.conftest import Open, words
from tests.conftest import DAY

OPENED = in_use.opened
PAGES = [name for entries in MENU.values() for name, _ in entries]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place: Path = tmp_path_factory.mktemp("sixty")
    synthesize(place, 60, seed=3)
    return place


@pytest.mark.parametrize("name", PAGES)
def test_the_page_opens(many: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open, name: str) -> None:
    monkeypatch.setattr(in_use, "opened", functools.partial(OPENED, many))
    said = words(open_page(name))
    assert name == "basket" or "60份文件" in said


def test_a_chosen_column_is_shown_and_the_rule_is_said(many: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open) -> None:
    monkeypatch.setattr(in_use, "opened", functools.partial(OPENED, many))
    assert "并排显示60份中的8份" in words(open_page("targets", force="all", part="side"))
    ids = queries.selected_ids(OPENED(many).tables, Selection(as_of=DAY), 0, 2)
    page = open_page("targets", columns=",".join(ids), force="all", part="side")
    assert "并排显示60份中的2份：所选文件" in words(page)
    assert [box.value for box in page.multiselect if box.label.startswith("并排的文件")] == [sorted(ids)]


def test_the_second_page_of_a_list_is_one_click_away(many: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open) -> None:
    monkeypatch.setattr(in_use, "opened", functools.partial(OPENED, many))
    page = open_page("policy_clauses", force="all")
    assert "第1—25条" in words(page)
    next(button for button in page.button if button.label == "下一页").click().run()
    assert not page.exception and "第26—50条" in words(page)


def test_the_distribution_comes_first_and_the_other_parts_are_one_click_away(many: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open) -> None:
    monkeypatch.setattr(in_use, "opened", functools.partial(OPENED, many))
    page = open_page("incubator_rewards")
    assert "写明数额" in words(page) and len(page.get("plotly_chart")) == 1 and len(page.dataframe) == 1
    page = open_page("incubator_rewards", part="list")
    assert not page.get("plotly_chart") and len(page.dataframe) == 1
    assert "并排显示" in words(open_page("incubator_rewards", part="side"))


def test_the_own_city_and_what_is_valid_are_set_in_the_side_bar(many: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open) -> None:
    monkeypatch.setattr(in_use, "opened", functools.partial(OPENED, many))
    page = open_page("targets")
    force = next(item for item in page.sidebar.toggle)
    assert force.value is True and "隐藏" in words(page)
    force.set_value(False).run()
    assert page.query_params["force"] in ("all", ["all"]) and "隐藏" not in words(page)
    own = page.sidebar.selectbox[0]
    city = next(iter(queries.cities(OPENED(many).tables)))
    own.set_value(city).run()
    assert page.query_params["baseline"] in (city, [city]) and page.sidebar.multiselect[0].label == "对照组"


def test_many_documents_are_a_list_that_opens_one(many: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open) -> None:
    monkeypatch.setattr(in_use, "opened", functools.partial(OPENED, many))
    page = open_page("documents")
    assert "共60份文件" in words(page) and len(page.dataframe[0].value) == 25
    first = queries.selected_ids(OPENED(many).tables, Selection(as_of=DAY), 0, 1)[0]
    page = open_page("documents", documents=first)
    assert any(button.label == "返回文件清单" for button in page.button)
    next(button for button in page.button if button.label == "返回文件清单").click().run()
    assert not page.exception and "共60份文件" in words(page)
