"""A dashboard that runs takes each published snapshot at the next click and never shows a fault in between."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from curation.check import curated
from curation.publish.publish import publish, rollback
from model.paths import CURATED
from tests.browser.conftest import free_port, start_app

DOCUMENT = "nantong-2012-26"


def retitled(folder: Path, title: str) -> None:
    """Change the title of one document, so that the next snapshot differs."""
    content = curated.read(folder / f"{DOCUMENT}.yaml")
    content["document"]["title_zh"] = title
    curated.write(folder / f"{DOCUMENT}.yaml", content)


@pytest.mark.slow
def test_published_and_rolled_back_while_it_runs(browser: Browser, tmp_path: Path) -> None:
    folder, tables = tmp_path / "curated", tmp_path / "tables"
    shutil.copytree(CURATED, folder)
    first = publish(tables, folder).snapshot
    port = free_port()
    with (tmp_path / "log.txt").open("w+") as log:
        process = start_app(port, log, POLICY_TABLES=str(tables))
        try:
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{port}/documents?documents={DOCUMENT}&as_of=2026-11-21")
            expect(page.get_by_text(first)).to_be_visible(timeout=30_000)
            for number in range(3):
                retitled(folder, f"改后标题{number}")
                made = publish(tables, folder)
                page.get_by_role("radio", name="English" if number % 2 == 0 else "中文").click()
                expect(page.get_by_text(made.snapshot)).to_be_visible(timeout=30_000)
                assert page.locator('[data-testid="stException"]').count() == 0
            back = rollback(tables)
            page.get_by_role("radio", name="中文").click()
            expect(page.get_by_text(back.snapshot)).to_be_visible(timeout=30_000)
            assert "Traceback" not in (tmp_path / "log.txt").read_text()
        finally:
            process.terminate()
            process.wait(10)
