"""Which stretch of the text belongs to which clause of the desk; together they are the whole text, so that every figure can be opened."""

from collections.abc import Iterable, Mapping

from curation.check.curated import Record
from curation.check.named_titles import spans

Spans = Mapping[str, tuple[int, int]]


def clause_spans(content: Record, text: str) -> dict[str, tuple[int, int]]:
    """Where each clause begins and ends, by measure id.

    A clause goes on to the next one that the document has on the desk: what was dropped, or was never made a clause, lies in the
    one before. Clauses into which a curator parted one article (7a, 7b) have the same stretch.
    """
    held = spans(content, text)
    begins = sorted({start for start, _ in held.values()})
    ends = dict(zip(begins, [*begins[1:], len(text)], strict=True))
    return {name: (0 if start == begins[0] else start, max(end, ends[start])) for name, (start, end) in held.items()}


def shown_from(content: Record, text: str, name: str, places: Iterable[int]) -> int:
    """Where the text of a clause begins on the desk: at its number, or above it if one of the `places` (figures of rows) lies there."""
    own, start = spans(content, text)[name][0], clause_spans(content, text)[name][0]
    return start if any(start <= place < own for place in places) else own


def clause_at(held: Spans, offset: int) -> str:
    """The clause in which a place lies; empty if there is none."""
    return next((name for name, (start, end) in held.items() if start <= offset < end), "")
