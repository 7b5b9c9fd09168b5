"""What all tests share: the committed snapshot and a fixed day."""

from datetime import date
from pathlib import Path

import pytest

from loaders import snapshot
from loaders.snapshot import Tables
from model.selection import Selection

DAY = date(2026, 11, 21)
SOURCES = Path(__file__).resolve().parents[2] / "shared" / "sources"


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The committed snapshot in use."""
    return snapshot.cached(snapshot.current())


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
