"""The server is replaced while a page is open, as by an update or when a laptop wakes up: the next click does what it says."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import address, free_port, start_app


@pytest.fixture
def errors() -> list[str]:
    """While the server is away the browser says so on the console; that is no fault of the page."""

    class Unplanned(list[str]):
        def append(self, item: str) -> None:
            if not any(word in item for word in ("WebSocket", "ERR_CONNECTION", "ERR_CONTENT", "dynamically imported")):
                super().append(item)

    return Unplanned()


def test_the_first_click_after_the_server_was_replaced_counts(page: Page, tmp_path: Path) -> None:
    port = free_port()
    with (tmp_path / "log.txt").open("w+") as log:
        server = start_app(port, log)
        try:
            page.goto(address(f"http://127.0.0.1:{port}", "incubator_rewards", cities="weihai"))
            expect(page.get_by_role("heading", level=1)).to_have_text("孵化载体奖补")
            expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
            page.wait_for_load_state("networkidle")  # what is under way when the server goes is no fault of the page
            with page.expect_websocket(timeout=120_000):
                server.kill()
                server.wait()
                server = start_app(port, log)
            page.get_by_role("radio", name="English").click()
            expect(page.get_by_role("heading", level=1)).to_have_text("Incubator rewards", timeout=60_000)
            page.wait_for_url("**lang=en**")
            assert "cities=weihai" in page.url
        finally:
            server.kill()
            server.wait()
