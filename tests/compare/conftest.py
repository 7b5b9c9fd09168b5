"""What questions about many documents are tested on."""

from pathlib import Path

import pytest

from benchmarks.synthesize import synthesize
from loaders import snapshot
from loaders.snapshot import Tables


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """A made-up snapshot of 120 documents."""
    place: Path = tmp_path_factory.mktemp("many")
    return snapshot.load(synthesize(place, 120, seed=7), place)
