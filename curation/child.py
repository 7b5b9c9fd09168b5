"""Work on files from outside, done in a guarded child process: whatever a file does, the process that asked goes on.

`python -m curation.child MODULE BYTES SECONDS` is the child: it imports the module, says that it is ready, sets its own
limits of memory and processor time (0: none), and answers one line of JSON for each. Its standard output belongs to the
answers alone; whatever a library prints goes nowhere.
"""

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing, suppress
from math import ceil
from pathlib import Path, PurePath
from threading import Event, Timer
from typing import Any

from curation.check.fault import CurationError
from curation.read.limits import LIMITS, Limits
from curation.read.processes import limit_myself, own_group, stop
from curation.read.reading import ReadError
from model.paths import ROOT

READY = b"ready\n"
_START_SECONDS = 60.0
# Large blocks that are freed go back to the system at once (glibc): what one page took, the next one can have.
_ALLOCATION = {"MALLOC_ARENA_MAX": "1", "MALLOC_MMAP_THRESHOLD_": str(2**20)}
_NO_TIME = (-24, 152)  # how a child ends that used up its processor time (SIGXCPU)


class EndedError(Exception):
    """The child gave no answer: its time was over, or it ended by itself or by other hands."""

    def __init__(self, *, is_late: bool) -> None:
        super().__init__()
        self.is_late = is_late


class Child:
    """One guarded child process that works with the functions of one module, started when first asked and again after it ended."""

    def __init__(self, module: str, memory: int, cpu_seconds: int = 0, root: Path = ROOT) -> None:
        self._command = [sys.executable, "-X", "utf8", "-m", "curation.child", module, str(memory), str(cpu_seconds)]
        self._root = root
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, function: str, request: Mapping[str, Any], seconds: float) -> Any:
        """What a function makes of a request. Raises EndedError, and CurationError where no child starts or the function refuses."""
        self._process = process = self._process or self._start()
        said, in_time = _line(process, json.dumps({"function": function, "request": request}).encode("ascii") + b"\n", seconds)
        if not in_time or not said.endswith(b"\n"):
            self.close()
            raise EndedError(is_late=not in_time or process.returncode in _NO_TIME)
        answer = json.loads(said)
        if "fault" in answer:
            raise CurationError(answer["fault"], **answer["values"])
        return answer["answer"]

    def close(self) -> None:
        """End the child with all that it started."""
        if self._process is not None:
            _end(self._process)
            self._process = None

    def _start(self) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=self._root,
            env={**os.environ, "PYTHONPATH": str(self._root), **_ALLOCATION}, **own_group(),
        )
        said, _ = _line(process, b"", _START_SECONDS)
        if said != READY:
            _end(process)
            raise CurationError("engine.no_child", command=" ".join(self._command))
        return process


def bounded(module: str, function: str, request: Mapping[str, Any], name: str, limits: Limits = LIMITS) -> Any:
    """The answer of a function to a request about one file, by a child of its own.

    Raises ReadError for what the function refuses or cannot read, and if it takes too long or too much.
    """
    with closing(Child(module, limits.memory_bytes, ceil(limits.seconds))) as child:
        try:
            return child.ask(function, {"limits": limits.record(), **request}, limits.seconds)
        except EndedError as error:
            if error.is_late:
                raise ReadError("read.too_long", name=name, seconds=str(limits.seconds)) from error
            raise ReadError("read.too_much", name=name, limit=str(limits.memory_bytes // 2**20)) from error
        except CurationError as error:
            if error.code == "engine.no_child":
                raise
            raise ReadError(error.code, **{**dict(error.values), "name": name}) from error


def _line(process: "subprocess.Popen[bytes]", question: bytes, seconds: float) -> tuple[bytes, bool]:
    """The child's line, cut off or empty if it ended, and whether it came before the time was over."""
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


def _end(process: "subprocess.Popen[bytes]") -> None:
    assert process.stdin and process.stdout
    stop(process)
    process.stdout.close()
    with suppress(BrokenPipeError):  # a question that the child did not read to its end
        process.stdin.close()


def main() -> None:
    """The child. It ends when the questions end, which they also do when the process that asked is gone."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    module, memory, seconds = importlib.import_module(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    answers.write(READY)
    answers.flush()
    limit_myself(seconds, memory)
    for line in sys.stdin.buffer:
        question = json.loads(line)
        answers.write(json.dumps(_answer(getattr(module, question["function"]), question["request"])).encode("ascii") + b"\n")
        answers.flush()


def _answer(function: Any, request: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return {"answer": function(request)}
    except CurationError as error:
        return {"fault": error.code, "values": dict(error.values)}
    except MemoryError:
        sys.exit(1)
    except Exception as error:  # whatever a library raises on damaged bytes
        return {"fault": "read.damaged", "values": {"kind": PurePath(str(request.get("path", ""))).suffix.lower(), "detail": type(error).__name__}}


if __name__ == "__main__":
    main()
