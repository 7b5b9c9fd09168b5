"""Logs for machines: one JSON object a line, without personal data.

A line holds the message as it is written in the code, never the values that were put into it: a value may be a reader's search
or link. What may be said is named by the caller in `extra={"said": {...}}`. Of an error the kind and the places in the code
are told, not its words.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from model.paths import ROOT

_DEEPEST = 5


class JsonLines(logging.Formatter):
    """One record as one line of JSON: time (UTC), level, logger, message, what may be said, error."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": str(record.msg),
        }
        said = getattr(record, "said", None)
        if isinstance(said, dict):
            line |= said
        if record.exc_info and record.exc_info[0]:
            line |= {"error": record.exc_info[0].__name__, "at": _places(record.exc_info[2])}
        return json.dumps(line, ensure_ascii=False, default=str)


def _places(trace: Any) -> list[str]:
    """File and line of the innermost calls."""
    frames = traceback.extract_tb(trace)[-_DEEPEST:]
    return [f"{_short(frame.filename)}:{frame.lineno}" for frame in frames]


def _short(name: str) -> str:
    path = Path(name)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else "/".join(path.parts[-2:])


def use_json_lines() -> None:
    """Write everything that this process logs as JSON lines on standard error, also what libraries log on their own handlers."""
    handler = logging.StreamHandler(sys.stderr)
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    known = [logging.getLogger(name) for name in list(logging.root.manager.loggerDict)]
    for logger in (logging.root, *known):
        for held in logger.handlers:
            held.setFormatter(JsonLines())
