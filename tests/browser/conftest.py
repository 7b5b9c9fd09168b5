"""A running dashboard and Debian's Chromium. Missing Chromium fails in CI and skips elsewhere."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from components.menu import MENU
from model.paths import ROOT

FLAGS = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--disable-dev-shm-usage"]
# Streamlit looks for its own base path below a deep link first and finds it one level up.
PROBES = ("/_stcore/health", "/_stcore/host-config")

expect.set_options(timeout=30_000)  # a loaded machine is slow, not wrong


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs the browser, and is tried again where a busy machine lost a click; what is wrong fails three times."""
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=2))


def chromium_path() -> str:
    """Where Chromium is; a missing one fails in CI, because a skipped browser test proves nothing."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        message = "Chromium is not installed; run: make browser"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return path


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_app(port: int, log: object, entry: str = "app.py", **environment: str) -> subprocess.Popen[bytes]:
    """Start the dashboard and wait until it answers."""
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", entry, "--server.port", str(port)], cwd=ROOT, stdout=log, stderr=subprocess.STDOUT,
        env=os.environ | environment,
    )
    for _ in range(300):
        try:
            if urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).read() == b"ok":
                return process
        except OSError:
            time.sleep(0.2)
    process.kill()
    raise RuntimeError("the dashboard did not start")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a running dashboard."""
    port = free_port()
    with (tmp_path_factory.mktemp("server") / "log.txt").open("w+") as log:
        process = start_app(port, log)
        yield f"http://127.0.0.1:{port}"
        process.terminate()
        process.wait(10)


@pytest.fixture
def errors() -> list[str]:
    """What the page wrote to the console as an error; a test that uses `page` ends by finding it empty."""
    return []


@pytest.fixture
def page(browser: Browser, errors: list[str]) -> Iterator[Page]:
    """A fresh window of a Chinese reader; console errors and failed requests fail the test."""
    context = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai", viewport={"width": 1400, "height": 1000}, accept_downloads=True)
    opened = context.new_page()
    opened.set_default_timeout(30_000)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("response", lambda answer: errors.append(answer.url) if answer.status >= 400 and not answer.url.endswith(PROBES) else None)
    opened.on("requestfailed", lambda request: errors.append(request.url) if "127.0.0.1" not in request.url else None)
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" and "404" not in message.text else None)
    yield opened
    context.close()
    assert errors == []


def address(server: str, page: str, **parameters: str) -> str:
    """The address of a page; the landing page has no path of its own."""
    first = next(iter(MENU.values()))[0][0]
    query = urlencode({"as_of": "2026-11-21"} | parameters)
    return f"{server}/{'' if page == first else page}?{query}"
