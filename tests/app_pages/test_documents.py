"""One document on its page: warnings, facts, citation, clauses."""

from tests.app_pages.conftest import Open, copied, words


def test_a_draft_from_a_third_party_says_both(open_page: Open) -> None:
    at = open_page("documents", documents="shanwei-2021-draft")
    warned = " ".join(item.value for item in at.warning)
    assert "征求意见稿，不是生效文件" in warned and "不是官方网站" in warned
    assert "第三方转载" in words(at)


def test_the_citation_can_be_copied(open_page: Open) -> None:
    at = open_page("documents", documents="weihai-2018-107")
    assert any("威政办字〔2018〕107号" in said for said in copied(at))


def test_filters_that_contradict_are_said(open_page: Open) -> None:
    at = open_page("documents", documents="weihai-2023-5", cities="nantong")
    assert at.info and "南通" in at.info[0].value
