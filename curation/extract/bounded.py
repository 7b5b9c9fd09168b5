"""Extraction in a child process with limits of time and memory, for texts from outside."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from curation.bounded import bounded
from curation.extract import extract
from curation.extract.candidates import Candidate, Reason
from curation.read.limits import LIMITS, Limits


def extract_within(text: str, name: str = "", limits: Limits = LIMITS) -> list[Candidate]:
    """The candidates of `extract`. Raises ReadError if a text takes too long or too much."""
    return [_candidate(record) for record in bounded("extract", {"text": text}, name, limits)]


def extract_task(request: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What the child does."""
    return [asdict(item) for item in extract(str(request["text"]))]


def _candidate(record: Mapping[str, Any]) -> Candidate:
    return Candidate(**{**record, "reasons": tuple(Reason(*item) for item in record["reasons"])})
