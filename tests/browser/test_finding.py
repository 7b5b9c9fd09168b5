"""Finding by typing in a real browser: the search of the side bar, and pickers that take a short name, pinyin or a number with other brackets."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import address
from tests.browser.test_links import parameters, title


def choose(page: Page, name: str, words: str) -> None:
    """Type into the picker of this name and take what it offers."""
    box = page.get_by_role("combobox", name=name).first
    box.click()
    box.fill(words)
    page.keyboard.press("Enter")


def test_the_own_city_by_the_initials_of_its_pinyin(server: str, page: Page) -> None:
    page.goto(address(server, "incubator_rewards"))
    title(page, "孵化载体奖补")
    choose(page, "我市", "wh")
    page.wait_for_url("**baseline=weihai**")


def test_a_title_by_its_english_short_name_and_a_document_by_its_number(server: str, page: Page) -> None:
    page.goto(address(server, "by_title"))
    title(page, "按称号查")
    choose(page, "认定称号(可输入简称，如“高企”)", "HNTE")
    page.wait_for_url("**designations=high_tech_enterprise**")
    page.goto(address(server, "documents"))
    title(page, "文件")
    choose(page, "选择文件", "威政办字[2018]107号")
    page.wait_for_url("**documents=weihai-2018-107**")


def test_the_search_of_the_side_bar_leads_to_the_clause_and_back(server: str, page: Page) -> None:
    page.goto(address(server, "vouchers"))
    title(page, "创新券")
    field = page.get_by_test_id("stSidebar").get_by_label("查找", exact=True)
    field.fill("2023 5 第二十九条")
    field.press("Enter")
    title(page, "查找")
    page.get_by_role("link", name="提升孵化载体服务效能").click()
    title(page, "政策条款")
    page.wait_for_url("**row=weihai-2023-5.29**")
    assert "text" not in parameters(page)
    page.go_back()
    title(page, "查找")
    expect(page.get_by_role("link", name="提升孵化载体服务效能")).to_be_visible()
