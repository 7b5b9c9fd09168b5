"""Which figure of a clause is decided next: the one that was clicked, else the open proposal that is least certain."""

from dataclasses import dataclass, field

from curation.check.curated import Record, evidence_rows
from curation.desk.batch import least_certain
from curation.desk.draft import Draft, open_numerals


@dataclass(frozen=True)
class Question:
    """A figure that is looked at: an open proposal (by its `number`), a decided `row`, or a numeral that is neither."""

    start: int
    end: int
    phrase: str
    number: int = -1
    row: Record = field(default_factory=dict)


def question(draft: Draft, text: str, span: tuple[int, int]) -> Question | None:
    """The figure in question within a clause; None if nothing was clicked and no proposal is open.

    A second reader, to whom nothing is proposed, is asked about the next numeral.
    """
    order = [number for number in least_certain(draft) if span[0] <= draft.open[number].start < span[1]]
    clicked = [number for number in order if draft.open[number].start == draft.at]
    if not clicked and span[0] <= draft.at < span[1]:
        row = next((row for row in evidence_rows(draft.content) if row.get("start") == str(draft.at)), None)
        if row is not None:
            return Question(draft.at, int(row["end"]), str(row.get("phrase", "")), row=row)
        numeral = next((item for item in open_numerals(draft, text) if item[0] == draft.at), None)
        if numeral is not None:
            return Question(*numeral)
    for number in [*clicked, *order][:1]:
        item = draft.open[number]
        return Question(item.start, item.end, item.phrase, number)
    if draft.reader == "second":  # nothing is proposed to this reader: the next numeral is the next question
        return next((Question(*item) for item in open_numerals(draft, text) if span[0] <= item[0] < span[1]), None)
    return None
