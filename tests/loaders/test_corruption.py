"""Whatever happens to the published tables: the figures shown are those of a snapshot that was published, and there is always a page."""

import functools
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from curation.check import curated
from curation.publish.build import build, point_to
from loaders import in_use, queries, snapshot
from loaders.in_use import Opened
from loaders.snapshot import SnapshotError
from model.paths import ROOT, TABLES
from tests.curation.sample import content
from tests.loaders.corruption import spoil
from wording.texts import texts

QUICK, FULL = 60, 1000
OPENED = in_use.opened


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A folder with the committed snapshot in use, an older small one, and a third outside of the folder's own names."""
    folder = tmp_path_factory.mktemp("published")
    (folder / "curated").mkdir()
    curated.write(folder / "curated" / "sample-2026-1.yaml", content())
    older = build(folder / "tables", folder / "curated")
    newer = snapshot.current()
    shutil.copytree(TABLES / newer, folder / "tables" / newer)
    point_to(folder / "tables", newer)
    shutil.copytree(TABLES / newer, folder / "tables" / "outside")
    return folder / "tables", newer, older


def figures(opened: Opened) -> list[dict[str, object]]:
    return queries.records(opened.tables["awards"])


def named(place: Path) -> str:
    try:
        return snapshot.current(place)
    except SnapshotError:
        return ""


def case(seed: int, published: tuple[Path, str, str], place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One corruption: alone in its folder or with an older snapshot, in a new process or with the good one in memory."""
    folder, newer, older = published
    shutil.copytree(folder, place, symlinks=True)
    has_older, in_memory = seed % 2 == 0, seed // 2 % 2 == 0
    if not has_older:
        shutil.rmtree(place / older)
    right = {newer: figures(OPENED(folder)), older: queries.records(snapshot.cached(older, folder)["awards"])}
    if in_memory:
        OPENED(place)
    way = spoil(seed, place, newer)
    monkeypatch.setattr(in_use, "opened", functools.partial(OPENED, place))
    try:
        found = in_use.opened()
        # A manifest that was changed and given the name that goes with it is a snapshot like any other; its tables are the same.
        assert figures(found) == right.get(found.tables.snapshot, right[newer]), way
        assert found.tables.snapshot in (newer, named(place)) or found.fault is not None, f"{way}: another snapshot is shown and nobody says so"
    except SnapshotError as fault:
        assert fault.code in texts() and not has_older and not in_memory, f"{way}: {fault}"
        found = None
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not at.exception, way
    if found is None:
        assert len(at.error) == 2 and not at.title and all("make data" in error.value for error in at.error), way
    else:
        assert at.title and not at.error, way
        assert any(found.tables.snapshot in warning.value for warning in at.warning) == (found.fault is not None), way


@pytest.mark.parametrize("seed", range(QUICK))
def test_no_wrong_figure_and_always_a_page(seed: int, published: tuple[Path, str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case(seed, published, tmp_path / "tables", monkeypatch)


@pytest.mark.slow
@pytest.mark.parametrize("start", range(QUICK, FULL, 94))
def test_many_corruptions(start: int, published: tuple[Path, str, str], tmp_path: Path) -> None:
    for seed in range(start, min(start + 94, FULL)):
        with pytest.MonkeyPatch.context() as patch:
            case(seed, published, tmp_path / f"tables{seed}", patch)
        in_use._good.pop(tmp_path / f"tables{seed}", None)  # a process has one folder, not a thousand
        shutil.rmtree(tmp_path / f"tables{seed}")
