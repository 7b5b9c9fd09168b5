"""The dashboard as it is deployed: nginx, two processes, a real browser; one process is killed and the service goes on."""

import json
import time
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.first_load import first_load
from components.menu import MENU
from tests.browser.conftest import address, errors, page  # noqa: F401  the same window as all browser tests
from tests.browser.test_exports import STARTS, download
from tests.deploy.proxy import Deployment, deployed, metric, status
from wording.texts import text

pytestmark = [pytest.mark.slow, pytest.mark.browser]
PAGES = [name for entries in MENU.values() for name, _ in entries]
# Bytes of a first load through the proxy, as a share of those straight from Streamlit's server.
LARGEST_SHARE = 0.35
# What JavaScript gained after Chromium 110.
_SINCE_110 = "; ".join(f"delete {name}" for name in (
    "Promise.withResolvers", "Promise.try", "Object.groupBy", "Map.groupBy", "URL.canParse", "URL.parse", "AbortSignal.any", "Array.fromAsync",
    *(f"Set.prototype.{name}" for name in ("union", "intersection", "difference", "symmetricDifference", "isSubsetOf", "isSupersetOf", "isDisjointFrom")),
    "RegExp.escape", "self.Iterator",
))
_WATCH = "document.addEventListener('securitypolicyviolation', event => { window.violations = [...(window.violations || []), event.violatedDirective + ' ' + event.blockedURI] })"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    """One deployment for all tests of this module."""
    with deployed(tmp_path_factory.mktemp("deployed")) as made:
        yield made


def headers(url: str, **sent: str) -> Message:
    return urllib.request.urlopen(urllib.request.Request(url, headers=sent), timeout=20).headers


def test_every_page_stands_under_the_content_policy_in_both_languages(service: Deployment, page: Page) -> None:  # noqa: F811
    page.add_init_script(_WATCH)
    foreign: list[str] = []
    page.on("request", lambda request: foreign.append(request.url) if not request.url.startswith((service.address, "data:", "blob:")) else None)
    for name in PAGES:
        for lang in ("zh", "en"):
            page.goto(address(service.address, name, lang=lang))
            expect(page.get_by_role("heading", level=1)).to_have_text(text(f"view.{name}", lang))
            expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
            assert page.evaluate("window.violations || []") == [], name
    assert foreign == []


def test_the_content_policy_keeps_foreign_hosts_out(service: Deployment, page: Page) -> None:  # noqa: F811
    page.add_init_script(_WATCH)
    page.goto(address(service.address, "method"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    tried = page.evaluate("""async () => {
        const asked = [];
        await new Promise(done => { const picture = new Image(); picture.onerror = done; picture.src = 'http://127.0.0.2:9/x.png' });
        try { await fetch('http://127.0.0.2:9/x') } catch { asked.push('fetch') }
        await new Promise(done => setTimeout(done, 500))
        return [asked, window.violations]
    }""")
    assert tried[0] == ["fetch"] and {item.split()[0] for item in tried[1]} == {"img-src", "connect-src"}
    assert all("127.0.0.2" in item for item in tried[1])


@pytest.fixture
def errors() -> list[str]:  # noqa: F811
    """What the content policy blocks in the test above is written to the console; everything else still fails a test."""

    class Unplanned(list[str]):
        def append(self, item: str) -> None:
            if "127.0.0.2" not in item:
                super().append(item)

    return Unplanned()


def test_addresses_and_headers(service: Deployment) -> None:
    assert [status(f"{service.address}/{path}") for path in ("", "vouchers", "healthz", "readyz")] == [200] * 4
    assert [status(f"{service.address}/{path}") for path in ("nothing", "metrics", "_stcore/metrics", "static/js/none.js")] == [404] * 4
    found = headers(service.address)
    assert "default-src 'self'" in found["Content-Security-Policy"] and found["X-Content-Type-Options"] == "nosniff"
    assert found["Referrer-Policy"] == "same-origin" and found["X-Frame-Options"] == "SAMEORIGIN" and "/" not in found["Server"]
    assert found["Cache-Control"] == "no-cache"
    start = urllib.request.urlopen(service.address, timeout=20).read().decode()
    script = "/" + start.split('src="./', 1)[1].split('"', 1)[0]
    asset = headers(service.address + script, **{"Accept-Encoding": "gzip"})
    assert "immutable" in asset["Cache-Control"] and asset["Content-Encoding"] == "gzip" and asset["Content-Type"].startswith(("application/javascript", "text/javascript"))
    assert asset["Set-Cookie"] is None and asset["X-Content-Type-Options"] == "nosniff"


def test_an_export_comes_through(service: Deployment, page: Page) -> None:  # noqa: F811
    page.goto(address(service.address, "incubator_rewards", cities="weihai"))
    page.get_by_test_id("stPopover").get_by_role("button").first.click()
    assert download(page, "Word 文档")[1].startswith(STARTS["docx"])
    assert sum(metric(port, 'policy_export_seconds_count{format="docx"}') for port in service.processes) == 1
    assert sum(metric(port, 'policy_click_seconds_count{page="incubator_rewards"}') for port in service.processes) >= 2


def test_readers_are_spread_and_stay_where_they_are(service: Deployment, browser: Browser) -> None:
    contexts = [browser.new_context() for _ in range(8)]
    routes = []
    for context in contexts:
        opened = context.new_page()
        opened.goto(address(service.address, "method"))
        expect(opened.get_by_role("heading", level=1)).to_be_visible()
        routes.append(next(cookie["value"] for cookie in context.cookies() if cookie["name"] == "policy_route"))
    spread = service.sessions()
    assert len(set(routes)) == 8 and min(spread.values()) >= 1 and sum(spread.values()) >= 8
    for context in contexts:
        context.pages[0].reload()
        expect(context.pages[0].get_by_role("heading", level=1)).to_be_visible()
    assert [next(cookie["value"] for cookie in context.cookies() if cookie["name"] == "policy_route") for context in contexts] == routes
    for context in contexts:
        context.close()


def test_a_first_load_is_small(service: Deployment, browser: Browser) -> None:
    straight = first_load(browser, f"http://127.0.0.1:{next(iter(service.processes))}/")
    through = first_load(browser, f"{service.address}/")
    assert straight.foreign == through.foreign == []
    assert abs(len(through.http) - len(straight.http)) <= 3  # the same page; a late file may be counted in one of them
    assert through.total <= LARGEST_SHARE * straight.total, (through.total, straight.total)


def test_pages_stand_without_what_older_browsers_lack(service: Deployment, page: Page) -> None:  # noqa: F811
    page.add_init_script(_SINCE_110)
    for name in ("incubator_rewards", "standard_cases", "policy_clauses"):
        page.goto(address(service.address, name))
        expect(page.get_by_role("heading", level=1)).to_have_text(text(f"view.{name}", "zh"))
        expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    assert page.evaluate("typeof Object.groupBy") == "undefined"


def test_logs_name_nobody(service: Deployment) -> None:
    urllib.request.urlopen(f"{service.address}/vouchers?text=SECRETWORD", timeout=20)
    lines = [json.loads(line) for line in (service.folder / "access.log").read_text(encoding="utf-8").splitlines()]
    assert any(line["page"] == "/vouchers" and line["status"] == 200 for line in lines)
    everything = "".join(path.read_text(encoding="utf-8") for path in service.folder.glob("*.log") if path.name != "error.log")
    assert "SECRETWORD" not in everything and "policy_route" not in everything and "Mozilla" not in everything
    for port in service.processes:
        own = [line for line in (service.folder / f"{port}.log").read_text(encoding="utf-8").splitlines() if line.startswith("{")]
        assert json.loads(own[0])["message"] == "serving"


def test_a_killed_process_takes_no_reader_along(service: Deployment, browser: Browser) -> None:
    """The reader of the killed process is taken over by the other one and finds the view; the proxy never fails meanwhile."""
    contexts = [browser.new_context(locale="zh-CN") for _ in range(4)]
    for context in contexts:
        opened = context.new_page()
        opened.goto(address(service.address, "incubator_rewards", cities="weihai"))
        expect(opened.get_by_role("heading", level=1)).to_have_text("孵化载体奖补")
    victim = max(service.sessions(), key=lambda port: service.sessions()[port])
    service.kill(victim)
    answers = []
    for _ in range(20):
        answers.append(status(f"{service.address}/readyz"))
        time.sleep(0.1)
    assert answers == [200] * 20
    for context in contexts:
        opened = context.pages[0]
        opened.get_by_role("radio", name="English").click()
        expect(opened.get_by_role("heading", level=1)).to_have_text("Incubator rewards", timeout=60_000)
        opened.wait_for_url("**lang=en**")
        assert "cities=weihai" in opened.url
    assert sum(service.sessions().values()) >= 4
    service.start(victim)
    assert set(service.sessions()) and status(f"{service.address}/readyz") == 200
    for context in contexts:
        context.close()


def test_nothing_was_wrong_in_the_proxy_but_the_killed_process(service: Deployment) -> None:
    found = Path(service.folder / "error.log").read_text(encoding="utf-8").splitlines()
    assert not [line for line in found if "upstream" not in line], found[:5]
