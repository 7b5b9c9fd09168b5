"""A document's text cut into what a reader shows: plain words and figures with their role; and the words of one clause."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from loaders import lookups
from loaders.document_library import DocumentText
from loaders.snapshot import Tables
from model.codes import codes

# Which role a numeral is marked with if several rows share it.
_FIRST = ("award", "target")
_SENTENCE_END = re.compile(r"[。！？!?\n]")
QUOTE_LIMIT = 160
REACH, REACH_ALL = 400, 1200


@dataclass(frozen=True)
class Segment:
    """A stretch of the text. A figure has a role, the rows that it belongs to and a key by which it is chosen."""

    words: str
    role: str = ""
    rows: tuple[str, ...] = ()
    key: str = ""


def segments(document: DocumentText) -> tuple[Segment, ...]:
    """The whole text in order; the words of all segments together are the text. Figures on one place are one segment."""
    parts: list[Segment] = []
    at = 0
    for start, end, role, rows in _merged(document):
        if start > at:
            parts.append(Segment(document.text[at:start]))
        parts.append(Segment(document.text[start:end], role, rows, rows[0] if rows else f"figure:{start}"))
        at = end
    return (*parts, Segment(document.text[at:])) if at < len(document.text) else tuple(parts)


def _merged(document: DocumentText) -> list[tuple[int, int, str, tuple[str, ...]]]:
    """Places that overlap become one stretch with the rows of all of them."""
    merged: list[tuple[int, int, str, tuple[str, ...]]] = []
    for place in document.places:
        rows = (place.row_id,) if place.row_id else ()
        if merged and place.start < merged[-1][1]:
            start, end, role, held = merged[-1]
            better = min(role, place.role, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
            merged[-1] = (start, max(end, place.end), better, tuple(dict.fromkeys((*held, *rows))))
        else:
            merged.append((place.start, place.end, place.role, rows))
    return merged


def excerpt(document: DocumentText, row_ids: Collection[str], reach: int = REACH) -> DocumentText:
    """The text around the figures of some rows, whole lines where they are short; the places move with it.

    Rows whose figures stand far apart show the first of them. A text without any of the rows gives an empty excerpt.
    """
    wanted = [place for place in document.places if place.row_id in row_ids]
    near = [place for place in wanted if place.start - wanted[0].start <= REACH_ALL]
    if not near:
        return replace(document, text="", places=())
    first = max(0, near[0].start - reach, document.text.rfind("\n", 0, near[0].start) + 1)
    line_end = document.text.find("\n", near[-1].end)
    last = min(len(document.text), near[-1].end + reach, line_end if line_end >= 0 else len(document.text))
    inside = [place for place in document.places if first <= place.start and place.end <= last]
    places = tuple(replace(place, start=place.start - first, end=place.end - first) for place in inside)
    return replace(document, text=document.text[first:last], places=places)


def roles(document: DocumentText) -> tuple[str, ...]:
    """The roles that stand in the text, in the order of the codebook."""
    held = {place.role for place in document.places}
    return tuple(code for code in codes("figure_role") if code in held)


def clause_words(document: DocumentText, row_id: str) -> str:
    """The sentence of the text in which a row's figure stands, to be quoted in exports; empty if the copy lacks it.

    A longer sentence is cut around the figure and the cut is marked.
    """
    place = next((place for place in document.places if place.row_id == row_id), None)
    if place is None:
        return ""
    start = max((match.end() for match in _SENTENCE_END.finditer(document.text, 0, place.start)), default=0)
    behind = _SENTENCE_END.search(document.text, place.end)
    end = behind.end() if behind else len(document.text)
    first, last = max(start, place.start - QUOTE_LIMIT // 2), min(end, place.end + QUOTE_LIMIT // 2)
    words = " ".join(document.text[first:last].split())
    return f"{'…' if first > start else ''}{words}{'…' if last < end else ''}"


def rows_of_measure(tables: Tables, measure_id: str) -> tuple[str, ...]:
    """The ids of all awards and targets of a measure."""
    return tuple(str(row[key]) for name, key in (("awards", "award_id"), ("targets", "target_id")) for row in lookups.of_measure(tables, name, measure_id))
