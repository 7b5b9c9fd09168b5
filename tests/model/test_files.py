"""A file is written whole or not at all, whenever the process dies and whatever the disk says."""

import errno
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from model.files import STALE_SECONDS, is_left_over, own_name, write_whole
from tests.killing import events_of, run

OLD, NEW = b"old" * 1000, b"new" * 5000


def test_the_new_bytes_are_there_and_nothing_beside_them(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", OLD)
    write_whole(tmp_path / "a.txt", NEW)
    assert (tmp_path / "a.txt").read_bytes() == NEW and [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_mode_and_link_are_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    write_whole(real, OLD)
    real.chmod(0o640)
    link.symlink_to(real)
    write_whole(link, NEW)
    assert link.is_symlink() and real.read_bytes() == NEW and stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_that_the_user_set(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_whole(tmp_path / "a.txt", NEW)
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640


def test_what_is_no_file_takes_the_bytes_as_they_come(tmp_path: Path) -> None:
    write_whole(Path("/dev/null"), NEW)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize("at", ["open", "fsync", "replace"])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    def full(*args: object, **kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    write_whole(tmp_path / "a.txt", OLD)
    monkeypatch.setattr(*{"open": (os, "open"), "fsync": (os, "fsync"), "replace": (Path, "replace")}[at], full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "a.txt", NEW)
    monkeypatch.undo()
    assert (tmp_path / "a.txt").read_bytes() == OLD and [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("exists", [True, False])
def test_a_kill_at_each_file_event(tmp_path: Path, exists: bool) -> None:
    def written(name: str) -> Callable[[], None]:
        return lambda: write_whole(tmp_path / "work" / name, NEW)

    (tmp_path / "work").mkdir()
    for at in range(1, events_of(written("count.txt"), tmp_path / "work") + 1 + exists):
        name = f"{at}.txt"
        if exists:
            write_whole(tmp_path / "work" / name, OLD)
        assert not run(written(name), tmp_path / "work", at=at)
        held = (tmp_path / "work" / name).read_bytes() if (tmp_path / "work" / name).exists() else None
        assert held in (NEW, OLD if exists else None)


def test_what_a_crash_left_is_removed_after_an_hour_and_only_that(tmp_path: Path) -> None:
    dead, mine = tmp_path / ".part-99999999-abcd", tmp_path / own_name("part")
    others = [tmp_path / name for name in (".part-99999999-new", ".hidden", "part-1-a", ".build.log")]
    for path in (dead, mine, *others):
        path.write_bytes(b"")
    hour = time.time() - 2 * STALE_SECONDS
    for path in (dead, mine, *others[1:]):
        os.utime(path, (hour, hour))
    write_whole(tmp_path / "a.txt", NEW)
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt", *(path.name for path in others)}


def test_a_clock_that_was_set_back_keeps_nothing_for_ever(tmp_path: Path) -> None:
    left = tmp_path / ".build-99999999-abcd"
    left.mkdir()
    assert not is_left_over(left)
    os.utime(left, (time.time() + 10 * STALE_SECONDS,) * 2)
    assert is_left_over(left)


def test_work_of_a_running_process_is_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / f".build-{os.getppid()}-abcd"
    theirs.mkdir()
    os.utime(theirs, (0, 0))
    assert not is_left_over(theirs)
