"""Write the offsets of every phrase of a curated document from its text."""

from curation.check.curated import Record, evidence_rows, row_name
from curation.check.fault import Fault, fault
from model.anchoring import CONTEXT, find, fold, one_line
from model.characters import simplified


def anchor(content: Record, text: str, file: str) -> list[Fault]:
    """Write `start`, `end`, `prefix` and `suffix` into every row of `content` that is found in exactly one place.

    Returns a fault for each row that is not found or found more than once; such a row keeps what it had.
    """
    folded, plain, faults = fold(text), simplified(text), []
    for row in evidence_rows(content):
        places = find(folded, row.get("phrase", ""), row.get("prefix", ""), row.get("suffix", ""))
        if len(places) == 1:
            start, end = places[0]
            row["start"], row["end"] = str(start), str(end)
            row["phrase"] = one_line(plain[start:end])
            row["prefix"] = one_line(plain[max(0, start - CONTEXT) : start])
            row["suffix"] = one_line(plain[end : end + CONTEXT])
        else:
            values = {"count": str(len(places))} if places else {}
            faults.append(fault(file, row_name(row), "phrase", "many_places" if places else "not_in_text", phrase=repr(row.get("phrase", "")), **values))
    return faults
