"""A view is a link: filters, page switch, language switch, reload, Back, and a fresh window all agree."""

from urllib.parse import parse_qs, urlparse

from playwright.sync_api import Page, expect

from tests.browser.conftest import address

START = "incubator_rewards"


def parameters(page: Page) -> dict[str, str]:
    """The parameters of the address."""
    return {name: values[0] for name, values in parse_qs(urlparse(page.url).query).items()}


def title(page: Page, words: str) -> None:
    """Wait until the page with this title is shown."""
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def test_a_filter_goes_into_the_address_and_comes_back_from_it(server: str, page: Page) -> None:
    page.goto(address(server, START))
    title(page, "孵化载体奖补")
    page.get_by_text("筛选", exact=True).click()
    page.get_by_label("城市", exact=True).click()
    page.get_by_role("option", name="锦州市").click()
    expect(page.get_by_text("最高100万元 · 认定")).to_have_count(0)
    page.wait_for_url("**cities=jinzhou**")
    page.keyboard.press("Escape")
    page.reload()
    expect(page.get_by_text("50万元 · 认定 · 第20条").first).to_be_visible()
    expect(page.get_by_text("最高100万元 · 认定")).to_have_count(0)
    assert parameters(page) == {"as_of": "2026-11-21", "cities": "jinzhou"}


def test_language_and_page_keep_the_filters(server: str, page: Page) -> None:
    page.goto(address(server, START, cities="weihai"))
    title(page, "孵化载体奖补")
    page.get_by_role("radio", name="English").click()
    title(page, "Incubator rewards")
    expect(page.get_by_text("art. 20")).to_have_count(0)
    page.get_by_role("link", name="Policy clauses").click()
    title(page, "Policy clauses")
    page.wait_for_url("**cities=weihai**")
    assert parameters(page) == {"as_of": "2026-11-21", "cities": "weihai", "lang": "en"}


def test_back_returns_to_the_choice_before(server: str, page: Page) -> None:
    page.goto(address(server, START, cities="weihai"))
    title(page, "孵化载体奖补")
    page.get_by_role("link", name="政策条款").click()
    title(page, "政策条款")
    page.wait_for_url("**policy_clauses**cities=weihai**")
    page.go_back()
    title(page, "孵化载体奖补")
    page.wait_for_url("**cities=weihai**")


def test_a_damaged_link_is_explained(server: str, page: Page) -> None:
    page.goto(address(server, START, as_of="yesterday", cities="weihai,<script>"))
    expect(page.get_by_text("链接中的部分内容无法识别")).to_be_visible()
    expect(page.get_by_text("最高100万元 · 认定 · 第29条").first).to_be_visible()


def test_back_undoes_a_filter(server: str, page: Page) -> None:
    page.goto(address(server, START))
    title(page, "孵化载体奖补")
    page.get_by_text("筛选", exact=True).click()
    page.get_by_label("城市", exact=True).click()
    page.get_by_role("option", name="锦州市").click()
    expect(page.get_by_text("最高100万元 · 认定")).to_have_count(0)
    page.keyboard.press("Escape")
    page.go_back()
    expect(page.get_by_text("最高100万元 · 认定 · 第29条").first).to_be_visible()
