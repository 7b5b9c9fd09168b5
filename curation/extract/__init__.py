"""Read the figures of support and the goals out of a policy text: deterministic rules of Chinese policy prose."""

from curation.extract.awards import find_awards
from curation.extract.candidates import Candidate
from curation.extract.document import prepare

__all__ = ["Candidate", "extract"]


def extract(text: str) -> list[Candidate]:
    """All candidates of a text in text order; takes any text, linear in its length, raises nothing."""
    document = prepare(text)
    found = list(find_awards(document))
    return sorted(found, key=lambda item: (item.start, item.end, item.kind))
