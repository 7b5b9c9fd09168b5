"""Half-done work on disk: one JSON file for each draft, in the library and therefore outside the project's history."""

import json
import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from curation.check.curated import Record
from curation.desk.draft import Batch, Draft, Rejection
from curation.desk.proposals import Proposal
from model.files import write_whole
from model.paths import LIBRARY

# A browser sends what was typed and the next click so close together that two runs of the page may overlap.
LOCK = threading.RLock()


def load_draft(name: str, library: Path = LIBRARY) -> Draft | None:
    """The draft of this name (`Draft.name`) as it was left, or None."""
    path = _path(name, library)
    if not path.exists():
        return None
    held = json.loads(path.read_text(encoding="utf-8"))
    return Draft(held["content"], tuple(Proposal(**item) for item in held["open"]), tuple(Rejection(**item) for item in held["rejected"]),
                 held.get("division", ""), held.get("at", -1), held.get("base", ""), _batch(held.get("batch")), held.get("reader", "first"))


def _batch(held: Record | None) -> Batch | None:
    if not held:
        return None
    kind, form = held["group"]
    return Batch((kind, form), tuple((name, Proposal(**item)) for name, item in held["rows"]), tuple((name, code) for name, code in held["categories"]))


def save_draft(draft: Draft, library: Path = LIBRARY) -> None:
    """Keep the draft; the old one stays whole until the new one is."""
    write_json(_path(draft.name, library), asdict(draft))


def update_draft(draft: Draft, change: Callable[[Draft], Draft], library: Path = LIBRARY) -> None:
    """Change what is on disk now, or `draft` if nothing is: two clicks that come at once both count."""
    with LOCK:
        save_draft(change(load_draft(draft.name, library) or draft), library)


def save_over(before: Draft, after: Draft, library: Path = LIBRARY) -> bool:
    """Keep `after`, unless what is on disk is not `before` any more; then nothing is written and False returned."""
    with LOCK:
        if (load_draft(before.name, library) or before) != before:
            return False
        save_draft(after, library)
        return True


def drop_draft(name: str, library: Path = LIBRARY) -> None:
    """The draft is done with."""
    _path(name, library).unlink(missing_ok=True)


def write_json(path: Path, content: Record) -> None:
    """Write half-done work, the old one or the new one and never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, json.dumps(content, ensure_ascii=False, indent=1).encode())


def drafts(library: Path = LIBRARY) -> list[str]:
    """The drafts on the desk by name, the one that was worked on last first."""
    found = sorted((library / "drafts").glob("*.json"), key=lambda path: (-path.stat().st_mtime_ns, path.name))
    return [path.stem for path in found]


def last_change(library: Path = LIBRARY) -> int:
    """When any draft was last changed, in nanoseconds; 0 without one."""
    return max((path.stat().st_mtime_ns for path in (library / "drafts").glob("*.json")), default=0)


def _path(name: str, library: Path) -> Path:
    return library / "drafts" / f"{Path(name).name}.json"
