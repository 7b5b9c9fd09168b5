"""What all tests share: the snapshot of the five first documents, that of all documents, and a fixed day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.synthesize import synthesize
from loaders import snapshot
from loaders.snapshot import Tables
from model.selection import Selection
from tests.first_five import COMMITTED

DAY = date(2026, 11, 21)
SOURCES = Path(__file__).resolve().parents[2] / "shared" / "sources"


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The snapshot of the five first documents, which the older expectations are about."""
    return snapshot.cached(snapshot.current())


@pytest.fixture(scope="session")
def all_tables() -> Tables:
    """The committed snapshot in use, with every document."""
    return snapshot.cached(snapshot.current(COMMITTED), COMMITTED)


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """A made-up snapshot of 120 documents, what questions about many documents are tested on."""
    place: Path = tmp_path_factory.mktemp("many")
    return snapshot.load(synthesize(place, 120, seed=7), place)


@pytest.fixture
def selection() -> Selection:
    """Nothing filtered, in Chinese, on a fixed day."""
    return Selection(as_of=DAY)


@pytest.fixture(scope="session")
def sources() -> Path:
    """The folder of the five documents; the tests that need it are skipped, and say so, where it is absent."""
    if not SOURCES.is_dir():
        pytest.skip("the documents' own texts are not beside this checkout")
    return SOURCES


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium without a window, one for all tests: a process can drive no second one."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import FLAGS, chromium_path

    path = chromium_path()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS, chromium_sandbox=False)
        yield started
        started.close()
