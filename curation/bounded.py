"""Work on files from outside, done in a child process with limits of time and memory: whatever a file does, the desk goes on.

`python -m curation.bounded` is the child: a request as JSON on its standard input, the answer as JSON on its output.
"""

import importlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from curation.check.fault import CurationError
from curation.read.limits import LIMITS, Limits
from curation.read.processes import limit_myself, own_group, stop
from curation.read.reading import ReadError
from model.paths import ROOT

# What the child can do: name -> module and function, which takes the request and returns what JSON can hold.
TASKS = {
    "read": ("curation.read.read_text", "read_task"), "scan": ("curation.read.ocr", "scan_task"), "picture": ("curation.read.page_picture", "picture_task"),
    "extract": ("curation.extract.bounded", "extract_task"),
}


def bounded(task: str, request: Mapping[str, Any], name: str, limits: Limits = LIMITS) -> Any:
    """The answer of a task. Raises ReadError for what the task refuses, and if it takes too long or too much."""
    with tempfile.TemporaryFile() as question, tempfile.TemporaryFile() as answer:
        question.write(json.dumps({"task": task, "limits": limits.record(), **request}).encode("ascii"))
        question.seek(0)
        process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", "curation.bounded"], cwd=ROOT, stdin=question, stdout=answer, stderr=subprocess.DEVNULL, **own_group(),
        )
        try:
            process.wait(limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise ReadError("read.too_long", name=name, seconds=str(limits.seconds)) from error
        finally:
            stop(process)
        answer.seek(0)
        return _answer(answer.read(), process.returncode, name, limits)


def _answer(held: bytes, code: int, name: str, limits: Limits) -> Any:
    try:
        said = json.loads(held)
    except ValueError as error:
        if code in (-24, 152):  # SIGXCPU
            raise ReadError("read.too_long", name=name, seconds=str(limits.seconds)) from error
        raise ReadError("read.too_much", name=name, limit=str(limits.memory_bytes // 2**20)) from error
    if "fault" in said:
        values = {key: value for key, value in said["values"].items() if key != "name"}
        raise ReadError(said["fault"], name=name, **values)
    return said["answer"]


def main() -> None:
    """The child."""
    request = json.load(sys.stdin)
    limit_myself(request["limits"]["seconds"], request["limits"]["memory_bytes"])
    module, function = TASKS[request.pop("task")]
    try:
        said = {"answer": getattr(importlib.import_module(module), function)(request)}
    except CurationError as error:
        said = {"fault": error.code, "values": dict(error.values)}
    except MemoryError:
        sys.exit(1)
    except Exception as error:  # whatever a library raises on damaged bytes
        said = {"fault": "read.damaged", "values": {"kind": PurePath(str(request.get("path", ""))).suffix.lower(), "detail": type(error).__name__}}
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()
