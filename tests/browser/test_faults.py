"""What goes wrong around the dashboard is said in the page's language, with a way on, and costs nobody else anything."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import address, free_port, start_app
from tests.browser.pages import shown
from tests.browser.test_exports import STARTS, download
from wording.texts import text

# A network that lets pages through and no websocket.
_NO_WEBSOCKET = """window.WebSocket = class { constructor() { setTimeout(() => { this.onerror?.(new Event('error')); this.onclose?.(new CloseEvent('close', {code: 1006})) }, 50) }
    close() {} send() {} addEventListener(name, told) { this['on' + name] = told } removeEventListener() {} }"""


def window(browser: Browser) -> Page:
    return browser.new_context(locale="zh-CN", accept_downloads=True, viewport={"width": 1400, "height": 1000}).new_page()


def open_menu(page: Page) -> None:
    page.get_by_test_id("stPopover").first.get_by_role("button").first.click()
    expect(page.get_by_role("button", name="PNG")).to_be_visible()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard as it is served."""
    port = free_port()
    with (tmp_path_factory.mktemp("service") / "log.txt").open("w+") as log:
        process = start_app(port, log, entry="serve.py")
        yield f"http://127.0.0.1:{port}"
        process.terminate()
        process.wait(10)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_blocked_websocket_is_said_in_the_language_of_the_link(service: str, browser: Browser, lang: str) -> None:
    page = window(browser)
    page.add_init_script(_NO_WEBSOCKET)
    page.goto(address(service, "vouchers", lang=lang))
    expect(page.get_by_role("alert").filter(has_text=text("window.waiting", lang))).to_be_visible()
    assert page.title() == text("app.title", lang)
    page.context.close()


def test_the_message_goes_once_the_page_is_there(service: str, browser: Browser) -> None:
    page = window(browser)
    page.add_init_script("document.addEventListener('DOMContentLoaded', () => { document.getElementById('policy-waiting').dataset.after = 0 })")
    page.goto(address(service, "vouchers"))
    shown(page, "vouchers", "zh")
    expect(page.locator("#policy-waiting")).to_be_hidden()
    page.context.close()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_browser_that_dies_at_every_picture_costs_only_the_picture(browser: Browser, tmp_path: Path, lang: str) -> None:
    """What draws the pictures ends as soon as it is started: the reader is told, and a Word file is made as ever."""
    dying, port = tmp_path / "chromium", free_port()
    dying.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    dying.chmod(0o755)
    with (tmp_path / "log.txt").open("w+") as log:
        server = start_app(port, log, BROWSER_PATH=str(dying))
        page = window(browser)
        page.goto(address(f"http://127.0.0.1:{port}", "incubator_rewards", lang=lang, cities="weihai"))
        shown(page, "incubator_rewards", lang)
        open_menu(page)
        page.get_by_role("button", name="PNG").click()
        expect(page.get_by_test_id("stDownloadButtonError")).to_have_text(text("window.export_failed", lang), timeout=90_000)
        assert download(page, "Word")[1].startswith(STARTS["docx"])
        page.context.close()
        server.terminate()
        server.wait(10)


def test_a_reader_who_leaves_during_an_export_costs_nobody_else_anything(service: str, browser: Browser) -> None:
    gone = window(browser)
    gone.goto(address(service, "incubator_rewards", cities="weihai"))
    shown(gone, "incubator_rewards", "zh")
    open_menu(gone)
    gone.get_by_role("button", name="PNG").click()
    gone.context.close()
    stays = window(browser)
    stays.goto(address(service, "incubator_rewards", cities="weihai"))
    shown(stays, "incubator_rewards", "zh")
    open_menu(stays)
    assert download(stays, "图片 PNG")[1].startswith(STARTS["png"])
    stays.context.close()


def test_a_drawing_browser_that_is_killed_under_a_reader_is_started_again(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    with (tmp_path / "log.txt").open("w+") as log:
        server = start_app(port, log)
        page = window(browser)
        page.goto(address(f"http://127.0.0.1:{port}", "incubator_rewards", cities="weihai"))
        shown(page, "incubator_rewards", "zh")
        open_menu(page)
        before = download(page, "图片 PNG")[1]
        listed = subprocess.run(["ps", "-o", "pid=,ppid=,args=", "-A"], capture_output=True, text=True, check=True).stdout
        children = [int(line.split()[0]) for line in listed.splitlines() if line.split()[1] == str(server.pid)]
        assert children
        for pid in children:
            os.kill(pid, signal.SIGKILL)
        assert download(page, "图片 PNG")[1] == before
        page.context.close()
        server.terminate()
        server.wait(10)
