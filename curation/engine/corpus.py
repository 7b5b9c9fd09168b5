"""A whole folder of documents to proposed rows: what was found, and for each document what became of it.

`OUT/documents.jsonl` has one line a document, in the order of the names: checksum, length and number of candidates, or why
there are none. `OUT/candidates.jsonl` has one line a candidate, in the order of the documents and of their texts.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from curation.check.fault import CurationError
from curation.engine.outcome import Engine, Item, Outcome

FILES = ("documents.jsonl", "candidates.jsonl")
# So many documents that failed are kept for the screen; all of them stand in documents.jsonl.
_SHOWN = 20


@dataclass
class Summary:
    """What a run came to; `failures` are the first documents without a result."""

    documents: int = 0
    candidates: int = 0
    failed: int = 0
    failures: list[Outcome] = field(default_factory=list)

    def count(self, outcome: Outcome) -> None:
        """Add one document."""
        self.documents += 1
        if outcome.result is not None:
            self.candidates += len(outcome.result["candidates"])
            return
        self.failed += 1
        if len(self.failures) < _SHOWN:
            self.failures.append(outcome)


def corpus_items(folder: Path) -> list[Item]:
    """Every file below a folder, by its name in the folder; names that begin with a dot belong to the system.

    Raises CurationError for a folder that is missing or empty.
    """
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    items = [Item(name, folder / name) for name in names if not any(part.startswith(".") for part in name.split("/"))]
    if not items:
        raise CurationError("engine.no_corpus", folder=str(folder))
    return items


def extract_corpus(engine: Engine, folder: Path, out: Path) -> Summary:
    """Read and extract everything below `folder`; the files in `out` are replaced at the end, both whole."""
    items = corpus_items(folder)
    out.mkdir(parents=True, exist_ok=True)
    drafts = [out / f".part-{name}" for name in FILES]
    summary = Summary()
    with ExitStack() as stack:
        documents, candidates = (stack.enter_context(path.open("w", encoding="utf-8", newline="\n")) for path in drafts)
        for outcome in engine.each("extracted", items):
            summary.count(outcome)
            _write(documents, [_document(outcome)])
            _write(candidates, _candidates(outcome))
    for draft, name in zip(drafts, FILES, strict=True):
        draft.replace(out / name)
    return summary


def _document(outcome: Outcome) -> dict[str, Any]:
    """The line of one document."""
    if outcome.result is None:
        return {"document": _name(outcome), "candidates": None, "fault": outcome.fault, "zh": outcome.said("zh"), "en": outcome.said("en")}
    known = {key: value for key, value in outcome.result.items() if key != "candidates"}
    return {"document": _name(outcome), "candidates": len(outcome.result["candidates"]), **known}


def _candidates(outcome: Outcome) -> Iterator[dict[str, Any]]:
    for candidate in outcome.result["candidates"] if outcome.result else ():
        yield {"document": _name(outcome), **candidate}


def _name(outcome: Outcome) -> str:
    """A name that every reader of UTF-8 takes; bytes that are no UTF-8 are shown as such."""
    return outcome.name.encode("utf-8", errors="backslashreplace").decode("utf-8")


def _write(file: TextIO, lines: Any) -> None:
    for line in lines:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
