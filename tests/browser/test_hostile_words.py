"""What a real browser makes of hostile words in a link and in curated data: words, on every page, and no request to anyone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from components.menu import MENU
from tests.browser.conftest import address, free_port, start_app
from tests.hostile import HOST, LINKED, write_hostile

# These hold every kind of element; the others are for the slow suite, as their strings are read without a browser too.
QUICK = ("overview", "standard_cases", "policy_clauses", "documents")
PAGES = [pytest.param(name, marks=[] if name in QUICK else pytest.mark.slow) for entries in MENU.values() for name, _ in entries]
# Elements that only the hostile words could make.
MADE = f"""() => [...document.querySelectorAll('strong, em, code, del, a, img, b, .katex, [data-testid=stIconMaterial], [role=img], [style*="color"]')].filter(element =>
    /^(qs|qc|qd|ql|qb|qr|qg|q|delete)$/.test(element.textContent.trim()) || (element.href || element.src || '').startsWith('{HOST}') && !element.href?.endsWith('/source'))
    .map(element => element.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard whose tables hold hostile words in every free text."""
    folder, port = tmp_path_factory.mktemp("hostile"), free_port()
    write_hostile(folder / "tables")
    with (folder / "log.txt").open("w+") as log:
        process = start_app(port, log, POLICY_TABLES=str(folder / "tables"))
        yield f"http://127.0.0.1:{port}"
        process.terminate()
        process.wait(10)


@pytest.mark.parametrize("name", PAGES)
def test_hostile_words_are_words(hostile_server: str, page: Page, name: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if not request.url.startswith((hostile_server, "data:", "blob:")) else None)
    page.goto(address(hostile_server, name, text=LINKED if name in ("overview", "side_by_side", "documents") else "qx", row=LINKED, cities=LINKED))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    expect(page.locator("body")).to_contain_text("zqx")
    assert page.evaluate(MADE) == [] and asked == []


def test_the_check_sees_markup(page: Page) -> None:
    page.set_content(f"<p><strong>qs</strong> <em>fine</em><span role=img>delete</span> <a href='{HOST}'>x</a><a href='{HOST}/source'>ok</a></p>")
    assert len(page.evaluate(MADE)) == 3
