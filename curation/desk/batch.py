"""Many proposals at once: the order in which they are looked at, and accepting all of one kind as one act that can be undone."""

from collections import defaultdict
from copy import deepcopy
from dataclasses import dataclass, replace

from curation.check.curated import records
from curation.check.pictures import stretch_at
from curation.desk.clauses import Spans, clause_at
from curation.desk.draft import Batch, Draft, accept, remove
from curation.desk.proposals import Proposal, lacking
from curation.read.reading import is_share

# Kind of row and, for awards, its form: what is accepted together.
Group = tuple[str, str]


@dataclass(frozen=True)
class Whole:
    """The proposals of one group that lack nothing, by their numbers in the draft, and how many of the group lack something."""

    group: Group
    numbers: tuple[int, ...]
    lacking: int

    def confidence(self, draft: Draft) -> float:
        """The mean share of right ones among such proposals; 0 for none."""
        return sum(draft.open[number].confidence for number in self.numbers) / len(self.numbers) if self.numbers else 0.0


def group_of(item: Proposal) -> Group:
    """The group that a proposal is accepted with."""
    return item.kind, str(item.columns.get("form") or "") if item.kind == "award" else ""


def least_certain(draft: Draft) -> list[int]:
    """The open proposals by their numbers: shares from pictures first, then those of which the fewest are right, then as the text has them."""
    def order(number: int) -> tuple[bool, float, int, int]:
        item = draft.open[number]
        asked = stretch_at(draft.content, item.start, item.end) is not None and is_share(item.phrase)
        return not asked, item.confidence, item.start, number

    return sorted(range(len(draft.open)), key=order)


def groups(draft: Draft, spans: Spans) -> list[Whole]:
    """What can be accepted at once: groups with two or more whole proposals, the surest first."""
    found: defaultdict[Group, list[int]] = defaultdict(list)
    for number, item in enumerate(draft.open):
        found[group_of(item)].append(number)
    made = []
    for group, numbers in found.items():
        whole = tuple(number for number in numbers if not lacking(draft.open[number].kind, draft.open[number].columns) and clause_at(spans, draft.open[number].start))
        made.append(Whole(group, whole, len(numbers) - len(whole)))
    return sorted((item for item in made if len(item.numbers) > 1), key=lambda item: (-item.confidence(draft), item.group))


def accept_all(draft: Draft, whole: Whole, spans: Spans, text: str) -> Draft:
    """Take every proposal of a group into its clause; the draft remembers what to undo."""
    items = [draft.open[number] for number in whole.numbers]
    before = _categories(draft)
    held: list[tuple[str, Proposal]] = []
    for item in items:
        number = next(place for place, other in enumerate(draft.open) if other is item)
        measure = clause_at(spans, item.start)
        known = _ids(draft)
        draft = accept(draft, number, item.columns, measure, text)
        held += [(name, item) for name in _ids(draft) - known]
    added = tuple((name, code) for name, codes in _categories(draft).items() for code in codes if code not in before.get(name, []))
    return replace(draft, batch=Batch(whole.group, tuple(held), added))


def undo(draft: Draft) -> Draft:
    """Take the rows of the last such act back: each proposal is open again as it was; rows taken back or removed since are left alone."""
    batch = draft.batch
    if batch is None:
        return draft
    for row_id, item in batch.rows:
        if row_id not in _ids(draft):
            continue
        before = draft.open
        draft = remove(draft, row_id)
        back = next(other for other in draft.open if not any(other is held for held in before))
        draft = replace(draft, open=tuple(item if other is back else other for other in draft.open))
    for name, code in batch.categories:
        draft = _without_category(draft, name, code)
    return replace(draft, batch=None)


def _ids(draft: Draft) -> set[str]:
    return {str(row.get(f"{kind}_id")) for measure in records(draft.content["measures"]) for kind in ("award", "target", "rule") for row in records(measure.get(f"{kind}s"))}


def _categories(draft: Draft) -> dict[str, list[str]]:
    return {str(row["measure_id"]): list(row.get("categories", [])) for row in records(draft.content["measures"])}


def _without_category(draft: Draft, measure_id: str, code: str) -> Draft:
    """Without a category that only rows taken back had brought."""
    content = deepcopy(draft.content)
    for row in records(content["measures"]):
        needed = any(code in award.get("categories", []) for award in records(row.get("awards")))
        if row["measure_id"] == measure_id and not needed and code in row.get("categories", []):
            row["categories"].remove(code)
            if not row["categories"]:
                del row["categories"]
    return replace(draft, content=content)
