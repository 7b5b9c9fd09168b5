"""No snapshot, a damaged one, one of another version: a message with the mend in both languages, never a trace."""

import json
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from loaders import snapshot
from model.paths import ROOT, TABLES

CURRENT = snapshot.current


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the published tables that the dashboard reads instead of the real ones."""
    copy = tmp_path / "tables"
    name = snapshot.current()
    copy.mkdir()
    shutil.copytree(TABLES / name, copy / name)
    shutil.copy(TABLES / "CURRENT", copy / "CURRENT")
    monkeypatch.setattr(snapshot, "current", lambda tables=copy: CURRENT(tables))
    monkeypatch.setattr(snapshot, "cached", lambda found: snapshot.load(found, copy))
    return copy


def opened() -> AppTest:
    """The dashboard as a reader finds it."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not at.exception
    return at


def damage(path: Path, how: str) -> None:
    """Spoil the published tables in one way."""
    place = path / snapshot.current(path)
    if how == "no pointer":
        (path / "CURRENT").unlink()
    elif how == "pointer to nowhere":
        (path / "CURRENT").write_text("../../etc\n", encoding="utf-8")
    elif how == "cut table":
        content = (place / "awards.parquet").read_bytes()
        (place / "awards.parquet").write_bytes(content[: len(content) // 2])
    elif how == "missing table":
        (place / "codes.parquet").unlink()
    elif how == "no manifest":
        (place / "manifest.json").write_text("{", encoding="utf-8")
    else:
        manifest = json.loads((place / "manifest.json").read_text(encoding="utf-8")) | {"schema_version": "0"}
        (place / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


@pytest.mark.parametrize("how", ["no pointer", "pointer to nowhere", "cut table", "missing table", "no manifest", "another version"])
def test_the_mend_is_said(published: Path, how: str) -> None:
    damage(published, how)
    at = opened()
    assert len(at.error) == 2
    assert all("make data" in error.value for error in at.error)
    assert not at.title


def test_whole_tables_open(published: Path) -> None:
    assert not opened().error
