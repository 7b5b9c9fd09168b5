"""Whether a document is in force on a day. Never stored, always computed from stated dates."""

from collections.abc import Mapping
from datetime import date
from typing import Any


def status_on(document: Mapping[str, Any], day: date) -> str:
    """A code of the list `status` for one row of `documents`.

    Without a stated validity a document is never in force, only without a repeal found. An undated document whose
    force cannot be placed is `no_repeal_found` too; one that is stated to begin later is `not_yet`.
    """
    if document["is_draft"]:
        return "draft"
    first = document["effective_from"] or document["issued_on"] or document["published_on"]
    if (first is not None and day < first) or (first is None and document["policy_year"] and day.year < document["policy_year"]):
        return "not_yet"
    if document["repealed_on"] is not None and day >= document["repealed_on"]:
        return "repealed"
    if document["expires_on"] is not None:
        if day > document["expires_on"]:
            return "expired"
        return "in_force" if document["effective_from"] is not None else "unknown"
    if first is None and document["policy_year"] is None:
        return "unknown"
    return "no_repeal_found"


def is_current(status: str) -> bool:
    """Whether figures of a document with this status may be read as valid on the day."""
    return status in ("in_force", "no_repeal_found")
