"""No snapshot, a damaged one, one of another version: a message with the mend in both languages, never a trace."""

import functools
import json
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from loaders import in_use, parts, snapshot
from model.manifest import name_of
from model.paths import ROOT, TABLES

OPENED = in_use.opened


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the published tables that the dashboard reads instead of the real ones."""
    copy = tmp_path / "tables"
    name = snapshot.current()
    copy.mkdir()
    shutil.copytree(TABLES / name, copy / name)
    shutil.copy(TABLES / "CURRENT", copy / "CURRENT")
    monkeypatch.setattr(in_use, "opened", functools.partial(OPENED, copy))
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
        content = json.loads((place / "manifest.json").read_text(encoding="utf-8"))
        content |= {"schema_version": "0"} if how == "another version" else {"schema_version": "4", "tables": {name: part for name, part in content["tables"].items() if name != "points"}}
        text = json.dumps(content)
        (place / "manifest.json").write_text(text, encoding="utf-8")
        place.rename(path / name_of(text.encode()))
        (path / "CURRENT").write_text(name_of(text.encode()), encoding="utf-8")


@pytest.mark.parametrize("how", ["cut table", "missing table", "no manifest", "another version", "other prepared tables"])
def test_the_mend_is_said(published: Path, how: str) -> None:
    damage(published, how)
    at = opened()
    assert len(at.error) == 2
    assert all("make data" in error.value for error in at.error)
    is_other = how in ("another version", "other prepared tables")
    assert is_other == all("make synthetic" in error.value for error in at.error) == ("另一版本" in at.error[0].value) == ("损坏" not in at.error[0].value)
    assert not at.title


@pytest.mark.parametrize("how", ["no pointer", "pointer to nowhere"])
def test_a_whole_snapshot_that_nothing_points_at_is_shown_and_the_page_says_so(published: Path, how: str) -> None:
    name = snapshot.current(published)
    damage(published, how)
    at = opened()
    assert not at.error and at.title
    assert any(name in warning.value and "make data" in warning.value for warning in at.warning)


@pytest.mark.parametrize("how", ["cut table", "missing table", "no manifest"])
def test_what_was_read_whole_stays_while_the_process_lives(published: Path, how: str) -> None:
    assert not opened().error
    damage(published, how)
    assert not opened().error


@pytest.mark.parametrize("name", ["awards", "search", "of_kind"])
def test_a_part_that_is_read_where_it_lies_and_is_damaged_in_use_is_said(published: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables of millions of rows are not held: one byte that changes under the reader ends in the mend, at once and at a cold start."""
    monkeypatch.setattr(parts, "HELD_BYTES", 0)
    monkeypatch.setattr(in_use, "_good", {})
    snapshot.cached.cache_clear()
    assert not opened().error
    part = published / snapshot.current(published) / f"{name}.parquet"
    content = bytearray(part.read_bytes())
    content[len(content) // 2] ^= 1
    part.write_bytes(content)
    for _ in ("in use", "at a cold start"):
        at = opened()
        assert len(at.error) == 2 and all("make data" in error.value for error in at.error)
        assert not at.title
        monkeypatch.setattr(in_use, "_good", {})
        snapshot.cached.cache_clear()


def test_a_damaged_new_snapshot_leaves_the_one_before_on_screen_in_both_languages(published: Path) -> None:
    before = snapshot.current(published)
    assert not opened().warning
    shutil.copytree(published / before, published / ("0" * 16))
    (published / "CURRENT").write_text("0" * 16, encoding="utf-8")
    for lang, said in (("zh", "上一个完好的数据版本"), ("en", "the last intact version of the data")):
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        at.query_params["lang"] = lang
        at.run()
        assert not at.exception and not at.error
        assert [warning.value for warning in at.warning if said in warning.value and before in warning.value]
    (published / "CURRENT").write_text(before, encoding="utf-8")
    assert not opened().warning


def test_whole_tables_open(published: Path) -> None:
    assert not opened().error
