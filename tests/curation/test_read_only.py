"""Folders that are really read-only: the commands say which file and what to do, end with 1, and nothing changes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.paths import ROOT
from tests.first_five import COMMITTED
from tests.rights import ordinary, read_only, writable


@pytest.fixture
def tables(tmp_path: Path) -> Iterator[Path]:
    """A published snapshot in a folder that may only be read."""
    place = tmp_path / "tables"
    shutil.copytree(COMMITTED, place)
    (place / "CURRENT").write_text(f"{'0' * 16}\n", encoding="utf-8")  # so that building has something to change
    read_only(place)
    yield place
    writable(place)


def run(tables: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "POLICY_TABLES": str(tables), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(ordinary(sys.executable, "-m", *command), cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def left(place: Path) -> dict[str, bytes]:
    return {str(path.relative_to(place)): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def test_the_rights_are_really_gone(tables: Path) -> None:
    done = subprocess.run(ordinary("touch", str(tables / "new")), capture_output=True, text=True, check=False)
    assert done.returncode == 1 and not (tables / "new").exists()


@pytest.mark.parametrize("command", ["build", "publish"])
def test_publishing_into_a_read_only_folder_says_so_and_changes_nothing(tables: Path, command: str) -> None:
    before = left(tables)
    done = run(tables, "curation", command, "--lang", "zh")
    assert done.returncode == 1 and "没有写入权限" in done.stderr and str(tables) in done.stderr and "POLICY_TABLES" in done.stderr
    assert "Traceback" not in done.stderr and left(tables) == before


def test_reading_and_exporting_need_no_right_to_write(tables: Path, tmp_path: Path) -> None:
    writable(tables)
    shutil.copyfile(COMMITTED / "CURRENT", tables / "CURRENT")
    read_only(tables)
    out = tmp_path / "out.csv"
    done = run(tables, "reports", "--view", "vouchers", "--format", "csv", "-o", str(out))
    assert done.returncode == 0, done.stderr
    assert out.stat().st_size > 1000


def test_an_export_into_a_read_only_folder_says_so(tmp_path: Path) -> None:
    place = tmp_path / "closed"
    place.mkdir()
    read_only(place)
    done = run(COMMITTED, "reports", "--view", "vouchers", "--format", "csv", "-o", str(place / "a.csv"))
    assert done.returncode != 0 and "Traceback" not in done.stderr and "a.csv" in done.stderr, done.stderr
    assert not list(place.iterdir())
