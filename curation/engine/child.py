"""The process that asks a guarded child: it ends a child that takes too long and starts another."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Timer

from curation.check.fault import CurationError
from curation.engine.outcome import Item, Outcome, decoded, failed
from curation.engine.worker import READY
from model.paths import ROOT

# What one document may take. Reading 20 MB of dense text and extracting from it stays within both.
SECONDS, MEGABYTES = 180.0, 4096
_START_SECONDS = 60.0


class Child:
    """One guarded child process, started when first asked and again after it ended."""

    def __init__(self, seconds: float = SECONDS, root: Path = ROOT) -> None:
        self._seconds, self._root = seconds, root
        self._process: subprocess.Popen[bytes] | None = None

    def outcome(self, task: str, item: Item) -> Outcome:
        """Ask for one document. A child that ended by itself or by other hands gets the document once more."""
        question = json.dumps({"task": task, "path": str(item.path)}).encode() + b"\n"
        for _ in range(2):
            answer, in_time = self._ask(question)
            if answer.endswith(b"\n"):
                return decoded(item.name, answer)
            self.close()
            if not in_time:
                return failed(item.name, "engine.too_long", seconds=f"{self._seconds:g}")
        return failed(item.name, "engine.ended")

    def close(self) -> None:
        """End the child."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _ask(self, question: bytes) -> tuple[bytes, bool]:
        """The child's line, cut off or empty if it ended, and whether it answered before its time was over."""
        self._process = process = self._process or self._start()
        return _line(process, question, self._seconds)

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "curation.engine.worker", str(MEGABYTES)]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=self._root, env={**os.environ, "PYTHONPATH": str(self._root)}
        )
        answer, _ = _line(process, b"", _START_SECONDS)
        if answer != READY:
            process.kill()
            process.communicate()
            raise CurationError("engine.no_child", command=" ".join(command))
        return process


def _line(process: subprocess.Popen[bytes], question: bytes, seconds: float) -> tuple[bytes, bool]:
    assert process.stdin and process.stdout
    over = Event()

    def end() -> None:
        over.set()
        process.kill()

    alarm = Timer(seconds, end)
    alarm.daemon = True
    alarm.start()
    try:
        process.stdin.write(question)
        process.stdin.flush()
        return process.stdout.readline(), not over.is_set()
    except BrokenPipeError:
        return b"", not over.is_set()
    finally:
        alarm.cancel()
