"""A question's filters end with its page, and an empty page has the button that clears what stands in the way."""

from urllib.parse import parse_qs

from streamlit.testing.v1 import AppTest

from tests.app_pages.conftest import Open, words


def menu_link(at: AppTest, page: str) -> dict[str, list[str]]:
    """The parameters that a link of the menu carries."""
    return parse_qs(next(link.proto.query_string for link in at.sidebar.get("page_link") if link.proto.page.endswith(page)))


def test_the_menu_carries_neither_search_words_nor_what_a_question_chose(open_page: Open) -> None:
    at = open_page("by_title", designations="technology_innovation_center", question="technology_innovation_center", text="孵化器", cities="weihai")
    assert menu_link(at, "incubator_rewards") == {"as_of": ["2026-11-21"], "cities": ["weihai"]}


def test_an_empty_page_clears_the_one_filter_that_stands_in_the_way(open_page: Open) -> None:
    at = open_page("incubator_rewards", designations="technology_innovation_center", cities="weihai")
    assert at.info and next(button.label for button in at.button if button.key and button.key.startswith("without.")).startswith("去掉“认定称号：技术创新中心”")
    next(button for button in at.button if button.key == "without.designations.zh").click().run()
    assert "国家级" in words(at) and not [button for button in at.button if button.key and button.key.startswith("without.")] and at.query_params["cities"] in ("weihai", ["weihai"])


def test_what_only_together_stands_in_the_way_is_cleared_together(open_page: Open) -> None:
    at = open_page("policy_clauses", text="量子计算机", cities="nantong", years="2018")
    assert [button.key for button in at.button if button.key and button.key.startswith("without.")] == ["without.all.zh"]
    next(button for button in at.button if button.key == "without.all.zh").click().run()
    assert not at.info and len(at.dataframe[0].value) > 60


def test_a_link_from_a_chat_opens_in_silence(open_page: Open) -> None:
    at = open_page("incubator_rewards", cities="weihai", isappinstalled="0", utm_source="x")
    assert not at.warning and at.query_params["cities"] in ("weihai", ["weihai"])
    assert "citys=x" in open_page("incubator_rewards", citys="x").warning[0].value
