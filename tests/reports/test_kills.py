"""An export that is killed leaves no half-written file: the one that was there, or the new one."""

import os
import random
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from model.paths import ROOT

CODE = (
    "import sys\nfrom pathlib import Path\nfrom tests.killing import Events\nfrom reports.__main__ import main\n"
    "folder, at = Path(sys.argv[1]), int(sys.argv[2])\nevents = Events(folder, at)\nsys.addaudithook(events)\n"
    "print('ready', flush=True)\n"
    "code = main(['--view', 'incubator_rewards', '--format', 'xlsx', '-o', str(folder / 'memo.xlsx')])\n"
    "print(events.count, flush=True)\nsys.exit(code)\n"
)
OLD = b"what was there before"


def export(folder: Path, at: int = 0, after: float | None = None) -> tuple[int, str]:
    """Return code and the count of file events, of an export that is killed at event `at` or `after` seconds."""
    process = subprocess.Popen([sys.executable, "-c", CODE, str(folder), str(at)], cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    if after is not None:
        time.sleep(after)
        process.kill()
    told = process.stdout.read().split()
    return process.wait(timeout=120), told[-1] if told else ""


def is_old_or_whole(path: Path) -> bool:
    if path.read_bytes() == OLD:
        return True
    with zipfile.ZipFile(path) as book:
        return book.testzip() is None and "xl/workbook.xml" in book.namelist()


def test_a_kill_right_before_the_new_file_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "memo.xlsx").write_bytes(OLD)
    code, _ = export(tmp_path, at=3)
    assert code == -9 and (tmp_path / "memo.xlsx").read_bytes() == OLD
    assert export(tmp_path)[0] == 0 and is_old_or_whole(tmp_path / "memo.xlsx") and (tmp_path / "memo.xlsx").read_bytes() != OLD


@pytest.mark.slow
def test_a_kill_at_each_file_event_and_after_a_while(tmp_path: Path) -> None:
    (tmp_path / "memo.xlsx").write_bytes(OLD)
    code, count = export(tmp_path)
    assert code == 0 and int(count) >= 4
    for at in range(1, int(count) + 1):
        (tmp_path / "memo.xlsx").write_bytes(OLD)
        assert export(tmp_path, at=at)[0] == -9 and is_old_or_whole(tmp_path / "memo.xlsx")
    rng = random.Random(3)
    for _ in range(30):
        (tmp_path / "memo.xlsx").write_bytes(OLD)
        export(tmp_path, after=rng.random() * 2)
        assert is_old_or_whole(tmp_path / "memo.xlsx")
