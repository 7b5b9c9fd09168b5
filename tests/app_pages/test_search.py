"""One search over everything, from every page."""

import pytest

from tests.app_pages.conftest import Open, words
from tests.app_pages.test_overview import links


def test_a_number_with_other_brackets_leads_to_its_document(open_page: Open) -> None:
    found = links(open_page("search", text="威政发[2023] 5号"))
    assert any("威政发〔2023〕5号（现行有效）" in label and "documents=weihai-2023-5" in query for label, _, query in found)


def test_every_kind_of_thing_is_found_and_the_document_in_force_comes_first(open_page: Open) -> None:
    at = open_page("search", text="孵化器")
    groups = [head.value for head in at.header]
    assert [group.split("（")[0] for group in groups] == ["称号、指标、类别与专题", "术语", "条款"]
    rows = [query for _, page, query in links(at) if page.endswith("policy_clauses") and "row=" in query]
    assert "weihai-2023-5.29" in rows[0] and len(rows) == len(set(rows))
    assert any("weihai" in query for _, page, query in links(open_page("search", text="wh")) if page.endswith("city"))
    assert any("text=" in query for _, page, query in links(open_page("search", text="科学技术局")) if page.endswith("responsibilities"))


def test_an_alias_leads_to_the_title_in_both_languages(open_page: Open) -> None:
    for typed, lang in (("高企", "zh"), ("gq", "zh"), ("HNTE", "en"), ("高企", "en")):
        found = links(open_page("search", text=typed, lang=lang))
        assert any("designations=high_tech_enterprise" in query for _, _, query in found), typed


def test_nothing_found_says_what_was_searched_and_what_is_near(open_page: Open) -> None:
    at = open_page("search", text="孵化器 量子计算机")
    said = words(at)
    assert "没有找到含“孵化器 量子计算机”的文件和条款" in said and "查找范围" in said and "单独查“量子计算机”有0条" in said
    assert any("技术创新中心" in label for label, _, _ in links(open_page("search", text="技术创心中心")))


@pytest.mark.parametrize("typed", ["[x](javascript:alert(1))", "<script>", "$x$", "* _ *", ":red[a]"])
def test_strange_words_stay_words(open_page: Open, typed: str) -> None:
    at = open_page("search", text=typed)
    assert any("没有找到" in item.value for item in at.info) and not at.exception


@pytest.mark.parametrize("page", ["overview", "vouchers", "method", "basket"])
def test_the_field_of_any_page_leads_to_the_results(open_page: Open, page: str) -> None:
    at = open_page(page, cities="jinzhou")
    at.sidebar.text_input[0].set_value("2023 5").run()
    assert at.title[0].value == "查找" and at.query_params["text"] in ("2023 5", ["2023 5"])
    assert any("documents=weihai-2023-5" in query for _, _, query in links(at))
