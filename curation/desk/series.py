"""Which documents of the data a text cites by number when it says what it ends or continues."""

import re
from pathlib import Path

_NUMBER = re.compile(r"^  document_number: ['\"]?(?P<number>[^'\"\n]+)", re.MULTILINE)


def held_numbers(documents: list[Path]) -> dict[str, str]:
    """The ids of the curated documents by their numbers; read as lines, since only one column of each file is asked for."""
    found = {}
    for path in documents:
        match = _NUMBER.search(path.read_text(encoding="utf-8", errors="replace")[:4000])
        if match:
            found[match["number"].strip()] = path.stem
    return found
