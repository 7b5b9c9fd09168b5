"""Writing a file so that whoever reads it, also after a crash or a power cut, finds the old one or the new one, never a half.

The bytes go under a name of their own (`.part-…`) beside the file, are pushed to the disk, and take its place in one step.
"""

import os
import re
import secrets
import time
from pathlib import Path

STALE_SECONDS = 3600
_PART = re.compile(r"\.(?:part|build)-(?:(\d+)-)?")


def write_whole(path: Path, data: bytes) -> None:
    """Write all of `data` or nothing. Raises OSError; then the old file is as it was and nothing lies beside it.

    What earlier crashes left beside it is removed.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(data)  # a pipe or a terminal has nothing to keep
        return
    part = path.with_name(own_name("part"))
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)
    for old in (old for old in path.parent.glob(".part-*") if is_left_over(old)):
        old.unlink(missing_ok=True)


def own_name(kind: str) -> str:
    """A name for half-done work that no other process takes and that tells whose it is: `.part-<process>-…`, `.build-…`."""
    return f".{kind}-{os.getpid()}-{secrets.token_hex(4)}"


def is_left_over(path: Path) -> bool:
    """Whether half-done work is more than an hour old and nobody is at it any more, as after a crash."""
    match = _PART.match(path.name)
    if match is None or (match[1] and int(match[1]) != os.getpid() and _is_running(int(match[1]))):
        return False
    return abs(time.time() - path.stat().st_mtime) > STALE_SECONDS  # a clock that was set back must not keep it for ever


def sync_folder(folder: Path, *, files: bool = False) -> None:
    """Push the names of a folder to the disk, with `files` the contents too. Windows has no such call for folders and needs none."""
    for path in sorted(folder.iterdir()) if files else ():
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _is_running(process: int) -> bool:
    if os.name != "posix":
        return False  # there, asking sends the signal; the hour alone decides
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it runs under another name
        return True
    return True
