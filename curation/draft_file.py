"""Half-done work on disk: one JSON file for each draft, in the library and therefore outside the project's history."""

import json
from dataclasses import asdict
from pathlib import Path

from curation.draft import Draft, Rejection
from curation.proposals import Proposal
from model.paths import LIBRARY


def load_draft(document_id: str, library: Path = LIBRARY) -> Draft | None:
    """The draft of a document as it was left, or None."""
    path = _path(document_id, library)
    if not path.exists():
        return None
    held = json.loads(path.read_text(encoding="utf-8"))
    return Draft(held["content"], tuple(Proposal(**item) for item in held["open"]), tuple(Rejection(**item) for item in held["rejected"]),
                 held.get("division", ""), held.get("at", -1), held.get("base", ""))


def save_draft(draft: Draft, library: Path = LIBRARY) -> None:
    """Keep the draft; the old one stays whole until the new one is."""
    path = _path(draft.document_id, library)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_text(json.dumps(asdict(draft), ensure_ascii=False, indent=1), encoding="utf-8")
    part.replace(path)


def drafts(library: Path = LIBRARY) -> list[str]:
    """The documents on the desk, the one that was worked on last first."""
    found = sorted((library / "drafts").glob("*.json"), key=lambda path: (-path.stat().st_mtime_ns, path.name))
    return [path.stem for path in found]


def _path(document_id: str, library: Path) -> Path:
    return library / "drafts" / f"{Path(document_id).name}.json"
