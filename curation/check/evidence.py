"""All rows of a document against their own evidence: figures, levels, years, places and articles."""

from collections import defaultdict
from collections.abc import Iterator

from curation.check.curated import Record
from curation.check.fault import Fault
from curation.check.frames import Rows
from curation.check.named_levels import level_faults
from curation.check.phrases import award_phrases, target_phrases
from curation.check.pictures import unmarked
from curation.check.places import article_faults, place_faults, text_faults
from curation.check.years import year_faults
from curation.read.document_library import reading_of, text_path
from curation.read.reading import ReadError, Reading


def evidence_faults(rows: Rows, file_of: dict[str, str]) -> Iterator[Fault]:
    """Every fault of the rows of all documents against the phrases, contexts and ledgers that they bring along."""
    ledgers: defaultdict[str, Rows] = defaultdict(lambda: defaultdict(list))
    for name in ("measures", "awards", "targets", "figures"):
        for row in rows.get(name, []):
            ledgers[row["document_id"]][name].append(row)
    for document in rows.get("documents", []):
        own, file = ledgers[document["document_id"]], file_of.get(str(document["document_id"] or ""), "")
        for award in own["awards"]:
            yield from award_phrases(award, own["figures"], file)
            yield from level_faults(award, award["award_id"] or "award", file)
        for target in own["targets"]:
            yield from target_phrases(target, file)
            yield from level_faults(target, target["target_id"] or "target", file)
            yield from year_faults(target, own["figures"], document, file)
        for measure in own["measures"]:
            yield from article_faults(measure, file)
        yield from place_faults(own["figures"], file)


def library_faults(content: Record, file: str) -> Iterator[Fault]:
    """Every row that does not stand where it says in the document's text; none where the library does not hold the text."""
    reading = _own_reading(content)
    if reading and reading.text:
        yield from text_faults(content, reading.text, file)
        yield from unmarked(content, reading, file)


def own_text(content: Record) -> str:
    """A document's own text, empty where the library does not hold it or cannot read it."""
    reading = _own_reading(content)
    return reading.text if reading else ""


def _own_reading(content: Record) -> Reading | None:
    document = content.get("document")
    held = text_path(str(document.get("text_sha256", ""))) if isinstance(document, dict) else None
    try:
        return reading_of(held) if held else None
    except ReadError:
        return None
