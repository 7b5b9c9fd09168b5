"""Extraction in a child process with limits of time and memory, for texts from outside."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from curation.child import bounded
from curation.extract import extract
from curation.extract.candidates import Candidate, Reason
from curation.read.limits import LIMITS, Limits

# Shorter texts are extracted at once: four times the longest document takes half a second, and starting a child a third of that.
SHORT = 60_000


def extract_within(text: str, name: str = "", limits: Limits = LIMITS) -> list[Candidate]:
    """The candidates of `extract`. Raises ReadError if a long text takes too long or too much."""
    if len(text) <= SHORT:
        return extract(text)
    return [_candidate(record) for record in bounded("curation.extract.bounded", "extract_task", {"text": text}, name, limits)]


def extract_task(request: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What the child does."""
    return [asdict(item) for item in extract(str(request["text"]))]


def _candidate(record: Mapping[str, Any]) -> Candidate:
    return Candidate(**{**record, "reasons": tuple(Reason(*item) for item in record["reasons"])})
