"""What the people who run the dashboard say of themselves: whom to ask, and when the data were last reviewed. Nothing is assumed.

Both come from the environment: `POLICY_CONTACT`, words of their own, and `POLICY_REVIEWED_ON`, a day as 2026-11-28.
"""

import os
from dataclasses import dataclass
from datetime import date

_MOST = 200


@dataclass(frozen=True)
class Answerable:
    """`contact` is empty and `reviewed_on` None where nothing is set; `refused` is what stands for the day and is none."""

    contact: str = ""
    reviewed_on: date | None = None
    refused: str = ""


def answerable() -> Answerable:
    """What is set now."""
    contact, said = " ".join(os.environ.get("POLICY_CONTACT", "").split())[:_MOST], os.environ.get("POLICY_REVIEWED_ON", "").strip()
    try:
        return Answerable(contact, date.fromisoformat(said) if said else None)
    except ValueError:
        return Answerable(contact, None, said[:40])
