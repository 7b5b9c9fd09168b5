"""Figures that OCR read: each must be compared with the picture of its line before it is published.

The curated file says so in two sections. `pictures` has one entry for each stretch of the text that was recognised (page,
start, end); `looks` one for each place that a person compared with the picture: what was `read` and what the picture `shows`;
or, for one of the document's own columns, the `column` and what the picture `shows` of it.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from curation.check.curated import Record, evidence_rows, records, row_name
from curation.check.fault import Fault, fault
from curation.read.reading import Reading, is_share
from model.anchoring import one_line

# What a document with pictures says of itself and nobody can tell from other rows.
COLUMNS = ("title_zh", "document_number", "issued_on", "effective_from", "expires_on")


def stretches(reading: Reading) -> list[Record]:
    """What of a text was recognised from pictures, page by page, as the section `pictures`; empty for any other text."""
    if "by_ocr" not in reading.notices:
        return []
    lines = [line for line in reading.lines if line.sure < 1]
    pages = [(page, list(held)) for page, held in groupby(sorted(lines, key=lambda line: (line.page, line.start)), key=lambda line: line.page)]
    return [{"page": str(page), "start": str(held[0].start), "end": str(max(line.end for line in held))} for page, held in pages]


def stretch_at(content: Record, start: int, end: int) -> Record | None:
    """The entry of `pictures` that a place lies in, or None."""
    return next((row for row in _placed(content.get("pictures")) if int(row["start"]) < end and start < int(row["end"])), None)


def look_at(content: Record, start: int, end: int) -> Record | None:
    """The look at a place, or None."""
    return next((row for row in _placed(content.get("looks")) if (int(row["start"]), int(row["end"])) == (start, end)), None)


def picture_faults(content: Record, file: str) -> Iterator[Fault]:
    """Every figure from a picture that nobody compared, and every one that differs from what the picture shows."""
    yield from _malformed(content, file)
    for column in columns_to_compare(content):
        yield fault(file, str(content["document"].get("document_id") or "document"), column, "column_not_compared")
    for row in _placed(list(evidence_rows(content))):
        start, end = int(row["start"]), int(row["end"])
        stretch = stretch_at(content, start, end)
        if stretch is None:
            continue
        look, phrase = look_at(content, start, end), str(row.get("phrase", ""))
        if look is None:
            yield fault(file, row_name(row), "phrase", "share_not_compared" if is_share(phrase) else "not_compared", phrase=phrase, page=str(stretch.get("page", "")))
        elif look.get("shows") != phrase:
            yield fault(file, row_name(row), "phrase", "picture_shows", phrase=phrase, shows=str(look.get("shows", "")), page=str(stretch.get("page", "")))


def columns_to_compare(content: Record) -> list[str]:
    """The document's own columns that nobody compared with the picture as they are filled; none for a text without pictures."""
    document = content.get("document")
    if not isinstance(document, dict) or not records(content.get("pictures")):
        return []
    shown = {str(row["column"]): row.get("shows") for row in records(content.get("looks")) if row.get("column")}
    return [column for column in COLUMNS if document.get(column) and shown.get(column) != document[column]]


def unmarked(content: Record, reading: Reading, file: str) -> Iterator[Fault]:
    """A stretch of the document's own text that was recognised and that the curated file does not name."""
    for row in stretches(reading):
        held = stretch_at(content, int(row["start"]), int(row["end"]))
        if held is None or int(held["start"]) > int(row["start"]) or int(held["end"]) < int(row["end"]):
            yield fault(file, "document", "pictures", "picture_unmarked", page=row["page"], start=row["start"], end=row["end"])


def as_read_there(content: Record, row: Record) -> Record:
    """A row with the phrase that OCR read in the place of the one that the picture shows, to be looked for in the text."""
    place = str(row.get("start") or ""), str(row.get("end") or "")
    look = look_at(content, int(place[0]), int(place[1])) if all(part.isdecimal() for part in place) else None
    return {**row, "phrase": look["read"]} if look and look.get("read") and look.get("shows") == row.get("phrase") else row


def _malformed(content: Record, file: str) -> Iterator[Fault]:
    for section in ("pictures", "looks"):
        for row in records(content.get(section)):
            needed = ("page", "start", "end") if section == "pictures" else ("shows",) if row.get("column") else ("start", "end", "read", "shows")
            for name in needed:
                if not row.get(name) or (name in ("start", "end", "page") and not str(row[name]).isdecimal()):
                    yield fault(file, section, name, "picture_entry", column=name)


def _placed(rows: object) -> Iterable[Record]:
    """The records that have a place."""
    return (row for row in records(rows) if str(row.get("start") or "").isdecimal() and str(row.get("end") or "").isdecimal())


def shown_phrase(content: Record, start: int, end: int, read: str) -> str:
    """What a figure is called: as the picture shows it where somebody compared it, else as it was read."""
    look = look_at(content, start, end)
    return one_line(str(look["shows"])) if look and look.get("shows") else read
