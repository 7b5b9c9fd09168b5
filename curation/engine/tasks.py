"""What an engine can do with one file. A task takes a path and returns a record of JSON values; the same file, the same record."""

import hashlib
import sys
from collections.abc import Callable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from curation.check.document import read_rows
from curation.check.fault import CurationError
from curation.extract import extract
from curation.read.formats import format_of
from curation.read.limits import LIMITS
from curation.read.read_text import bytes_of, read, read_here
from curation.read.reading import Reading
from model.paths import ROOT

Record = dict[str, Any]


def extracted(path: Path) -> Record:
    """A document's candidates, with what is known of the text that their offsets count in."""
    data = bytes_of(path, LIMITS)
    reading = _reading(path, data)
    return {
        "sha256": hashlib.sha256(data).hexdigest(),
        "kind": reading.kind,
        "text_chars": len(reading.text),
        "notices": list(reading.notices),
        "left_out": [[item.kind, item.count] for item in reading.left_out],
        "candidates": [item.as_dict() for item in extract(reading.text)],
    }


def _reading(path: Path, data: bytes) -> Reading:
    """The reading of a file. This process is guarded itself, so only what another program must convert goes to one of its own."""
    is_old = format_of(data, path.suffix.lower()).startswith("old_")
    return read(path) if is_old else read_here(data, path.name)


def curated(path: Path) -> Record:
    """The typed rows of a curated file and every fault that the file alone can have."""
    return read_rows(path).as_record()


def packages(_: Path) -> Record:
    """The versions of Python and of each package that requirements.txt names, so that two machines can be compared."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    names = sorted(line.split("==")[0] for line in lines if line and not line.startswith("#"))
    return {"python": ".".join(map(str, sys.version_info[:2])), **{name: _version(name) for name in names}}


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


TASKS: dict[str, Callable[[Path], Record]] = {"extracted": extracted, "curated": curated, "packages": packages}


def answer(task: str, path: Path) -> Record:
    """The record of a task, or the fault that took its place, for `outcome.made`; raises nothing that a single document can cause."""
    try:
        return {"result": TASKS[task](path)}
    except CurationError as error:
        return {"fault": error.code, "values": error.values}
    except MemoryError:
        return {"fault": "engine.memory", "values": (("name", path.name),)}
    except Exception as error:
        return {"fault": "engine.raised", "values": (("name", path.name), ("detail", type(error).__name__))}


def answer_task(request: Mapping[str, Any]) -> Record:
    """What the child does."""
    return answer(str(request["task"]), Path(str(request["path"])))
