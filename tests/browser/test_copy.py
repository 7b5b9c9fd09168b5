"""Copying from a page: a real table with its figures on the clipboard, names as they are, and no highlighter of programs."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import address

_READ = """async () => {
  const [item] = await navigator.clipboard.read();
  const read = async (kind) => item.types.includes(kind) ? await (await item.getType(kind)).text() : "";
  return [await read("text/html"), await read("text/plain")];
}"""
_WITHOUT = "Object.defineProperty(Navigator.prototype, 'clipboard', {get: () => undefined})"


def open_copies(page: Page, place: str) -> None:
    page.goto(place)
    page.get_by_role("button", name="导出").click()
    page.get_by_text("复制文字和表格").click()


@pytest.mark.parametrize("is_secure", [True, False])
def test_a_table_goes_to_the_clipboard_as_a_table(server: str, browser: Browser, is_secure: bool) -> None:
    """Without encryption a browser gives pages no clipboard; the copy command then takes both forms."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1400, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    if not is_secure:
        page.add_init_script(_WITHOUT)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_copies(page, address(server, "incubator_rewards"))
    page.get_by_role("button", name="复制为表格").click()
    expect(page.get_by_text("已复制")).to_be_visible()
    reader = context.new_page()
    reader.goto(address(server, "about"))
    reader.bring_to_front()
    held, plain = reader.evaluate(_READ)
    context.close()
    assert "<table" in held and "<td" in held and "最高100万元" in held and "资料来源" in held
    rows = [line.split("\t") for line in plain.replace("\r", "").split("\n")]
    assert rows[0][0] == "项目" and len({len(row) for row in rows}) == 1 and any("最高100万元" in cell for row in rows for cell in row)
    assert not [url for url in asked if "SyntaxHighlighter" in url], "the highlighter is not loaded"


def test_names_copied_from_a_table_are_the_names(server: str, page: Page) -> None:
    page.goto(address(server, "incubator_rewards"))
    table = page.get_by_test_id("stTable").first
    expect(table).to_be_visible()
    names = table.locator("tbody th").all_inner_texts()
    assert names and not [name for name in names if any(character in name for character in "\u200b\u2060\u00a0\ufeff")]
    assert any("科技企业孵化器" in name for name in names)
    assert table.locator("thead th").first.bounding_box()["width"] >= 80, "wide enough that no name breaks at every character"
