"""Whether a document is in force on a day. Never stored, always computed from stated dates."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

Step = tuple[date | None, date | None, str]

# What may be read as valid on the day.
CURRENT = ("in_force", "no_repeal_found")
# What was valid and is not any more.
OUTDATED = ("expired", "repealed")
# In which order documents stand where the valid ones come first.
BY_FORCE = (*CURRENT, "not_yet", "draft", "unknown", "expired", "repealed")


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
    return status in CURRENT


def steps(document: Mapping[str, Any]) -> list[Step]:
    """The status of a document over all days: (first day, first day after, status), open ends are None.

    Worked out by `status_on` at every day on which it can change, so that there is one rule.
    """
    year = document["policy_year"]
    days = {document[name] for name in ("effective_from", "issued_on", "published_on", "repealed_on")}
    days |= {date(year, 1, 1) if year else None, _day_after(document["expires_on"])}
    found: list[Step] = []
    for day in sorted({date.min, *(day for day in days if day is not None)}):
        status, since = status_on(document, day), None if day == date.min else day
        if not found:
            found.append((None, None, status))
        elif found[-1][2] != status:
            found[-1:] = [(found[-1][0], since, found[-1][2]), (since, None, status)]
    return found


def _day_after(day: date | None) -> date | None:
    return day + timedelta(days=1) if day is not None and day < date.max else None
