"""Running one operation in a process of its own that is killed: at its n-th file event, or after a while.

A file event is a write, a rename, a removal (each file of a tree too), a new folder or a change of mode that Python itself
makes below one folder; the kill comes right before it. What a library writes on its own (parquet) is met by the kills after a while.
"""

import errno
import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_EVENTS = {"os.rename": 1, "os.remove": 0, "os.mkdir": 0, "os.rmdir": 0, "os.chmod": 0, "shutil.rmtree": 0}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
LIMIT = 60.0


class Events:
    """Counts the file events below a folder and kills the process right before number `at` (0: never).

    With `full` the disk is full from number `at` on instead: nothing can be written or made, only removed.
    """

    def __init__(self, folder: Path, at: int, *, full: bool = False) -> None:
        self.folder, self.at, self.full, self.count = str(folder), at, full, 0

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        if event == "open":
            path, writes = args[0], bool((args[2] or 0) & _WRITING)
        elif event in _EVENTS:
            path, writes = args[_EVENTS[event]], True
        else:
            return
        is_alone = isinstance(path, str) and not Path(path).is_absolute()  # a name within a tree that is being removed
        if writes and (self.folder in str(path) or is_alone):
            self.count += 1
            if self.full and self.at and self.count >= self.at and event in ("open", "os.mkdir"):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            if self.count == self.at and not self.full:
                os.kill(os.getpid(), signal.SIGKILL)


def events_of(operation: Callable[[], object], folder: Path) -> int:
    """How many file events the operation makes when nobody kills it."""
    told = folder.with_name(folder.name + ".count")
    run(operation, folder, tell=told)
    return int(told.read_text(encoding="ascii"))


def run(operation: Callable[[], object], folder: Path, at: int = 0, after: float | None = None, tell: Path | None = None, full: bool = False,
        largest: int = 0) -> bool:
    """Run the operation in a child that is killed at event `at` or `after` seconds; whether it came to its end.

    With `full` the disk is full from event `at` on; with `largest` no file can grow beyond so many bytes.
    """
    child = os.fork()
    if child == 0:
        if largest:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        _as_child(operation, Events(folder, at, full=full), tell)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    return _ended(child)


def _as_child(operation: Callable[[], object], events: Events, tell: Path | None) -> None:
    code = 1
    try:
        sys.addaudithook(events)
        operation()
        code = 0
        if tell:
            tell.write_text(str(events.count), encoding="ascii")
    finally:
        os._exit(code)


def _ended(child: int) -> bool:
    """Whether the child left by itself and well; one that hangs is killed and fails the test."""
    deadline = time.monotonic() + LIMIT
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the operation failed by itself"
            return not os.WIFSIGNALED(status)
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    raise AssertionError(f"the operation hung for {LIMIT} s")
