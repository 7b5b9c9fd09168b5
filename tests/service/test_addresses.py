"""Health, readiness, metrics and unknown addresses, asked of the whole ASGI application."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from components.menu import MENU
from loaders import in_use, snapshot
from model.paths import TABLES
from service import addresses
from wording.texts import text

PAGES = [name for entries in MENU.values() for name, _ in entries]


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """The application that `serve.py` serves, its server running."""
    import serve

    with TestClient(serve.app) as held:
        yield held


def test_health_readiness_and_metrics(client: TestClient) -> None:
    assert (client.get("/healthz").status_code, client.get("/healthz").text) == (200, "ok\n")
    answer = client.get("/readyz")
    assert answer.status_code == 200 and answer.json() == {"ready": True, "snapshot": snapshot.current(), "fallback": False}
    measured = client.get("/metrics")
    assert f'policy_snapshot{{snapshot="{snapshot.current()}"}} 1.0' in measured.text and "policy_sessions 0.0" in measured.text
    assert {client.get(path).headers["cache-control"] for path in ("/healthz", "/readyz", "/metrics")} == {"no-store"}


@pytest.mark.parametrize("page", ["", *PAGES])
def test_every_page_is_there(client: TestClient, page: str) -> None:
    answer = client.get(f"/{page}?lang=en&text=health")
    assert answer.status_code == 200 and "<title>" in answer.text


@pytest.mark.parametrize("path", ["nothing", "health", "healthz/x", "metrics2", "overview/x", "static/js/none.js", "static/", "admin.php", "_stcore/nothing", "media/none", "%00", "a" * 2000])
def test_what_is_not_there_is_404(client: TestClient, path: str) -> None:
    assert client.get(f"/{path}", follow_redirects=True).status_code in (400, 404)


def test_assets_and_other_files_keep_their_status(client: TestClient) -> None:
    start = client.get("/").text
    asset = start.split('src="./', 1)[1].split('"', 1)[0]
    assert client.get(f"/{asset}").status_code == 200 and "immutable" in client.get(f"/{asset}").headers["cache-control"]
    assert client.get("/favicon.png").status_code == 200 and client.get("/_stcore/health").status_code == 200


@pytest.fixture
def no_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of the published tables."""
    opened = in_use.opened
    monkeypatch.setattr(addresses.in_use, "opened", lambda: opened(tmp_path))
    return tmp_path


def test_without_a_snapshot_the_process_lives_but_is_not_ready(client: TestClient, no_tables: Path) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 503 and answer.json() == {"ready": False, "fault": "snapshot.missing"}
    assert client.get("/healthz").status_code == 200 and client.get("/metrics").status_code == 200


def test_a_snapshot_that_stands_in_for_another_is_named(client: TestClient, no_tables: Path) -> None:
    shutil.copytree(TABLES / snapshot.current(), no_tables / snapshot.current())
    (no_tables / "CURRENT").write_text("0" * 16 + "\n", encoding="utf-8")
    answer = client.get("/readyz")
    assert answer.status_code == 200 and answer.json()["fallback"] is True
    assert "policy_snapshot_fallback 1.0" in client.get("/metrics").text
    assert json.loads(answer.text)["snapshot"] == snapshot.current()


@pytest.mark.parametrize(("link", "lang", "code"), [("", "zh", "zh-CN"), ("?lang=en", "en", "en"), ("?lang=zh", "zh", "zh-CN"), ("?lang=<b>&x=%ff", "zh", "zh-CN")])
def test_it_speaks_the_language_of_the_link(client: TestClient, link: str, lang: str, code: str) -> None:
    answer = client.get(f"/vouchers{link}")
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-cache"
    assert f'<html lang="{code}">' in answer.text and f"<title>{text('app.title', lang)}</title>" in answer.text
    assert text("window.waiting", lang) in answer.text and "<b>" not in answer.text
    assert client.head("/").status_code == 200 and client.get("/start_page.js").headers["content-type"].startswith("text/javascript")
