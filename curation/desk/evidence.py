"""Where a row stands in its text, as it is written into a curated file, and which places are taken."""

from curation.check.curated import NESTED, Record, records
from curation.check.pictures import shown_phrase
from model.anchoring import CONTEXT, one_line
from model.characters import simplified


def evidence(text: str, start: int, end: int, content: Record) -> Record:
    """Phrase, context and place of a stretch of the text, as the command `anchor` writes them; the phrase as its picture shows it."""
    plain = simplified(text)
    found = {
        "phrase": shown_phrase(content, start, end, one_line(plain[start:end])), "start": str(start), "end": str(end),
        "prefix": one_line(plain[max(0, start - CONTEXT) : start]), "suffix": one_line(plain[end : end + CONTEXT]),
    }
    return {name: value for name, value in found.items() if value}


def taken_places(content: Record) -> set[tuple[int, int]]:
    """The places of all rows and of the ledger."""
    rows = [row for measure in records(content.get("measures")) for section in NESTED for row in records(measure.get(section))]
    rows += records(content.get("figures"))
    return {(int(row["start"]), int(row["end"])) for row in rows if str(row.get("start") or "").isdecimal() and str(row.get("end") or "").isdecimal()}
