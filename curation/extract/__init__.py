"""Read the figures of support and the goals out of a policy text: deterministic rules of Chinese policy prose."""

from curation.extract.award_tables import find_table_awards
from curation.extract.awards import find_awards
from curation.extract.candidates import Candidate
from curation.extract.confidence import with_share
from curation.extract.document import prepare
from curation.extract.headlines import without_headlines
from curation.extract.rules import find_rules
from curation.extract.tables import find_table_targets
from curation.extract.targets import find_targets
from curation.extract.years import Years

__all__ = ["Candidate", "extract", "propose"]


def extract(text: str) -> list[Candidate]:
    """All candidates of a text in text order; takes any text, linear in its length, raises nothing."""
    return [with_share(item) for item in propose(text)]


def propose(text: str) -> list[Candidate]:
    """The same, with the confidence that the author of each rule gave it, before it is set against what was found to be right."""
    document = prepare(text)
    cells = list(find_table_awards(document.normal))
    spans = [(item.start, item.end) for item in cells] + [(reason.start, reason.end) for item in cells for reason in item.reasons]
    covered = {place for start, end in spans for place in range(start, end)}
    running = [item for item in find_awards(document) if covered.isdisjoint(range(item.start, item.end))]
    awards = [*without_headlines(document, running), *cells]
    taken = {(item.start, item.end) for item in awards}
    targets = list(find_targets(document, taken, Years(document.normal.compact)))
    starts = {item.start for item in (*awards, *targets)}
    tables = [item for item in find_table_targets(document.normal) if item.start not in starts]
    found = [*awards, *targets, *tables, *find_rules(document)]
    return sorted(found, key=lambda item: (item.start, item.end, item.kind))
