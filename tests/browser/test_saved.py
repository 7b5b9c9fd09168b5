"""Saved views and the basket in the browser's own storage: two windows keep one list, a view is opened, renamed, deleted and taken along as a file."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import address
from tests.browser.test_basket_kept import add
from tests.browser.test_links import title


def save(page: Page, name: str) -> None:
    """Save the view on screen under a name."""
    page.get_by_role("button", name="链接与保存").click()
    page.get_by_label("名称", exact=True).fill(name)
    page.get_by_label("名称", exact=True).press("Enter")
    page.get_by_role("button", name="保存为常用查询").click()
    expect(page.get_by_text(f"已保存：{name}")).to_be_visible()


def kept(page: Page, place: str) -> list[str]:
    """The names or views that the browser holds."""
    held = json.loads(page.evaluate(f"localStorage.getItem('{place}')") or "{}")
    return [item.get("name") or item["view"] for item in held.get("views", held.get("entries", []))]


def test_a_view_is_saved_opened_renamed_deleted_and_survives_a_reload(server: str, page: Page) -> None:
    page.goto(address(server, "vouchers", cities="weihai"))
    title(page, "创新券")
    save(page, "威海的券")
    page.goto(address(server, "saved"))
    expect(page.get_by_label("第1项名称")).to_have_value("威海的券")
    page.get_by_role("main").get_by_role("link", name="威海的券").click()
    title(page, "创新券")
    page.wait_for_url("**cities=weihai**")
    page.goto(address(server, "saved"))
    page.get_by_label("第1项名称").fill("券")
    page.get_by_label("第1项名称").press("Enter")
    expect(page.get_by_role("main").get_by_role("link", name="券", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_label("第1项名称")).to_have_value("券")
    page.get_by_role("button", name="删除第1项").click()
    expect(page.get_by_text("还没有常用查询")).to_be_visible()
    page.reload()
    expect(page.get_by_text("还没有常用查询")).to_be_visible()


def test_the_link_of_a_view_is_copied_whole(server: str, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address(server, "targets", cities="nantong"))
    title(page, "研发投入与发展目标")
    page.get_by_role("button", name="链接与保存").click()
    page.get_by_role("button", name="复制本页链接").click()
    expect(page.get_by_text("已复制")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{server}/targets?") and "cities=nantong" in link and "as_of=" in link
    page.goto(link)
    title(page, "研发投入与发展目标")


def test_views_travel_as_a_file(server: str, page: Page, tmp_path: Path) -> None:
    page.goto(address(server, "vouchers"))
    title(page, "创新券")
    save(page, "全部的券")
    page.goto(address(server, "saved"))
    with page.expect_download() as download:
        page.get_by_role("button", name="导出常用查询").click()
    path = tmp_path / "views.json"
    download.value.save_as(path)
    page.get_by_role("button", name="删除第1项").click()
    expect(page.get_by_text("还没有常用查询")).to_be_visible()
    page.locator("input[type=file]").set_input_files(path)
    expect(page.get_by_label("第1项名称")).to_have_value("全部的券")


def test_two_windows_keep_one_basket_and_one_list(server: str, page: Page) -> None:
    other = page.context.new_page()
    add(page, server, "incubator_rewards", "孵化载体奖补")
    expect(page.get_by_role("link", name="材料篮（1）")).to_be_visible()
    add(other, server, "vouchers", "创新券")
    for window in (page, other):
        expect(window.get_by_role("link", name="材料篮（2）")).to_be_visible()
    page.get_by_role("link", name="材料篮（2）").click()
    page.get_by_role("button", name="移除第1项").click()
    for window in (page, other):
        expect(window.get_by_role("link", name="材料篮（1）")).to_be_visible()
    assert kept(page, "policy-basket") == ["vouchers"]
    save(other, "券")
    page.goto(address(server, "saved"))
    expect(page.get_by_label("第1项名称")).to_have_value("券")


def test_what_a_sleeping_window_did_not_hear_of_is_brought_together(server: str, page: Page) -> None:
    """A change that was made while this window heard nothing, as of a laptop that slept, is not written over by its next click."""
    add(page, server, "incubator_rewards", "孵化载体奖补")
    expect(page.get_by_role("link", name="材料篮（1）")).to_be_visible()
    entry = '{"view": "vouchers", "query": {"as_of": "2026-11-21"}, "title": "", "remark": ""}'
    page.evaluate(f"""() => {{
        const held = JSON.parse(localStorage.getItem('policy-basket'))
        held.entries.push({entry})
        localStorage.setItem('policy-basket', JSON.stringify(held, null, 2) + '\\n')
    }}""")  # a window is not told of its own writing, so this one hears nothing
    add_again = page.get_by_role("button", name="加入材料篮")
    add_again.click()
    expect(page.get_by_role("link", name="材料篮（3）")).to_be_visible()
    assert kept(page, "policy-basket") == ["incubator_rewards", "vouchers", "incubator_rewards"]
