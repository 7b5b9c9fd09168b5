"""Titles and topics are found by every name people use, and every question leads to a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.registry import VIEWS
from compare.shared.signposts import Signpost, find, questions
from components.menu import MENU
from loaders import queries, snapshot
from loaders.queries import vocabulary
from loaders.snapshot import Tables
from model.codes import code_list, read_csv
from model.selection import Selection, parse
from tests.conftest import DAY
from wording.say import say

TABLES = snapshot.cached(snapshot.current())


@pytest.mark.parametrize(("words", "code", "view"), [
    ("技术创新中心", "technology_innovation_center", "by_title"),
    ("高企", "high_tech_enterprise", "by_title"),
    ("新型研发机构", "new_rd_institution", "by_title"),
    ("新型研發機構", "new_rd_institution", "by_title"),
    ("创新券", "vouchers", "vouchers"),
    ("创新劵", "vouchers", "vouchers"),
    ("ＨＩＧＨ-tech enterprise", "high_tech_enterprise", "by_title"),
    ("研发强度", "rd_intensity", "targets"),
    ("国家级孵化器", "tech_incubator", "by_title"),
])
def test_the_first_hit_is_what_was_meant(tables: Tables, selection: Selection, words: str, code: str, view: str) -> None:
    first = find(tables, words, selection, VIEWS)[0]
    assert (first.code, first.view) == (code, view)


def test_every_title_is_found_by_its_name_and_each_alias(tables: Tables, selection: Selection) -> None:
    for code, row in code_list("designation").items():
        for name in filter(None, (row["zh"], row["en"], *row["aliases"].split(";"))):
            assert any(post.code == code for post in find(tables, name, selection, VIEWS)), f"{name} does not lead to {code}"


def test_a_title_without_a_figure_is_found_and_says_so(tables: Tables, selection: Selection) -> None:
    found = find(tables, "企业技术中心", selection, VIEWS)
    assert "enterprise_technology_center" not in queries.options(tables)["designations"]
    assert any("没有单列的数字" in say(post.label, "zh") for post in found)


@given(st.text(max_size=30))
def test_any_words_are_survived(words: str) -> None:
    for post in find(TABLES, words, Selection(as_of=DAY), VIEWS):
        assert post.label and post.view in VIEWS


@pytest.mark.parametrize("words", ["", "a", "券", "   ", "https://x.example", "zzzz"])
def test_too_short_or_strange_words_find_nothing(tables: Tables, selection: Selection, words: str) -> None:
    assert find(tables, words, selection, VIEWS) == ()


def _whole(posts: tuple[Signpost, ...], tables: Tables) -> None:
    for post in posts:
        selection, dropped = parse(post.link, vocabulary(tables), DAY)
        assert not dropped, post
        unused = [name for name in selection.restricts() if name not in VIEWS[post.view].uses]
        assert not unused, f"{post.code}: {post.view} does not use {unused}"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_all_ten_questions_lead_to_a_page_in_the_menu(tables: Tables, lang: str) -> None:
    asked = questions(Selection(as_of=DAY, lang=lang), VIEWS)
    assert len(asked) == len(read_csv("questions")) == 10
    pages = {name for entries in MENU.values() for name, _ in entries}
    assert {post.view for post in asked} <= pages
    _whole(asked, tables)


def test_every_topic_leads_to_a_page_that_uses_its_link(tables: Tables, selection: Selection) -> None:
    for row in read_csv("topics"):
        assert row["view"] in VIEWS, row["code"]
        _whole(tuple(post for post in find(tables, row["zh"], selection, VIEWS) if post.code == row["code"]), tables)


def test_a_link_keeps_language_day_and_baseline_but_no_other_choice(selection: Selection) -> None:
    chosen = selection.having(lang="en", baseline="weihai-2023-5", cities=("nantong",), text="x")
    link = questions(chosen, VIEWS)[0].link
    assert link == {"as_of": DAY.isoformat(), "lang": "en", "baseline": "weihai-2023-5", "designations": "tech_incubator", "levels": "national", "question": "national_incubator"}
