"""A document being curated: what is decided, what is still open, and what was turned down. Half-done work is a file.

Every step takes a draft and returns a new one; nothing is lost before `save_draft`. Drafts lie in the library, because
they quote the text; the curated file is written only when the curator says so.
"""

from copy import deepcopy
from dataclasses import dataclass, replace

from curation.check.amounts import yuan
from curation.check.curated import NESTED, Record, records
from curation.check.fault import CurationError
from curation.check.ledger import unresolved
from curation.check.pictures import shown_phrase
from curation.desk.evidence import evidence, taken_places
from curation.desk.proposals import Proposal, by_hand, proposal
from curation.extract.bounded import extract_within
from curation.read.articles import articles, departments
from model.anchoring import one_line
from model.characters import as_read, simplified
from model.titles import names_in

# Every click reads the draft anew; the longest of the first documents has a hundredth of this.
LONGEST = 1_000_000

_IDS = {"award": ("awards", "award_id", "a"), "target": ("targets", "target_id", "t"), "rule": ("rules", "rule_id", "r")}


@dataclass(frozen=True)
class Rejection:
    """A proposal that was turned down, with the curator's reason."""

    kind: str
    start: int
    end: int
    phrase: str
    reason: str


@dataclass(frozen=True)
class Batch:
    """The rows of one act of accepting all of a kind (kind of row, form), and what undoes it: each proposal, each new category of a clause."""

    group: tuple[str, str]
    rows: tuple[tuple[str, Proposal], ...]
    categories: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Draft:
    """One document on the desk.

    `content` is what the curated file will hold; `division` the code of its city; `at` the place of the text that the
    curator looks at, -1 for the next that is open; `base` the checksum of the curated file when it was opened; `batch` the
    last act of accepting many rows, while it can be undone; `reader` whose reading it is, `first` or `second`.
    """

    content: Record
    open: tuple[Proposal, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    division: str = ""
    at: int = -1
    base: str = ""
    batch: Batch | None = None
    reader: str = "first"

    @property
    def document_id(self) -> str:
        """The id of the document."""
        return str(self.content["document"]["document_id"])

    @property
    def name(self) -> str:
        """Under which the draft is kept: the id of the document, with the reader if that is the second."""
        return self.document_id if self.reader == "first" else f"{self.document_id}.{self.reader}"


def begin(content: Record, text: str, division: str = "", base: str = "") -> Draft:
    """A draft with a measure for every numbered article of the text and a proposal for every figure no row has yet.

    Raises CurationError for a text that is too long for the desk or takes the extractor too long.
    """
    if len(text) > LONGEST:
        raise CurationError("long_for_desk", total=f"{len(text):,}", limit=f"{LONGEST:,}")
    content = deepcopy(content)
    document_id = content["document"]["document_id"]
    if not records(content.get("measures")):
        content["measures"] = [
            {"measure_id": f"{document_id}.{article.key}", "article": article.number, "title_zh": article.title, **_named(text[article.start : article.end])}
            for article in articles(text)
        ]
    taken = bytearray(len(text))
    for start, end in taken_places(content):
        taken[start:end] = b"\1" * len(taken[start:end])
    proposals = tuple(proposal(candidate) for candidate in extract_within(text, document_id) if not any(taken[candidate.start : candidate.end]))
    return Draft(content, proposals, division=division, base=base)


def _named(words: str) -> Record:
    """The departments and the recognised titles that a clause names."""
    titles = list(dict.fromkeys(title for _, title in names_in(as_read(words))))
    return departments(words) | ({"designations_named": titles} if titles else {})


def begin_again(draft: Draft, content: Record, text: str, base: str) -> Draft:
    """Begin from another version of the curated file; what was turned down stays turned down."""
    begun = begin(content, text, draft.division, base)
    gone = {(item.start, item.end) for item in draft.rejected}
    return replace(begun, open=tuple(item for item in begun.open if (item.start, item.end) not in gone), rejected=draft.rejected)


def accept(draft: Draft, number: int, columns: Record, measure_id: str, text: str) -> Draft:
    """Take an open proposal, as mended in `columns`, into a measure as an award, target or rule with its own id."""
    found = draft.open[number]
    content = deepcopy(draft.content)
    measure = _measure(content, measure_id)
    section, key, letter = _IDS[found.kind]
    rows = measure.setdefault(section, [])
    row = {key: _free_id(measure_id, letter, rows, key)} | {name: value for name, value in columns.items() if value not in ("", [], None)}
    row |= evidence(text, found.start, found.end, draft.content)
    rows.append(row)
    own = [*measure.get("categories", []), *columns.get("categories", [])]
    if own:
        measure["categories"] = list(dict.fromkeys(own))
    draft = replace(draft, content=content, open=_without(draft.open, number))
    return _settle_ceiling(draft, row, text) if row.get("ceiling_cny") else draft


def _settle_ceiling(draft: Draft, row: Record, text: str) -> Draft:
    """The numeral of a row's ceiling gets its place in the ledger, if it stands open in the same sentence."""
    start = text.rfind("。", 0, int(row["start"])) + 1
    end = text.find("。", int(row["end"])) if "。" in text[int(row["end"]) :] else len(text)
    near = [found for found in unresolved(draft.content, text) if start <= found[0] < end and str(yuan(found[2])) == row["ceiling_cny"]]
    if not near or any(item.start < near[0][1] and near[0][0] < item.end for item in draft.open):
        return draft
    return settle(draft, near[0][0], near[0][1], "award", text, row["award_id"], "ceiling_cny")


def reject(draft: Draft, number: int, reason: str, role: str, text: str, row_id: str = "") -> Draft:
    """Turn a proposal down. With a role the numeral stays in the ledger of figures; without one it was no figure at all."""
    found = draft.open[number]
    gone = Rejection(found.kind, found.start, found.end, found.phrase, reason)
    draft = replace(draft, open=_without(draft.open, number), rejected=(*draft.rejected, gone))
    others = any((item.start, item.end) == (found.start, found.end) for item in draft.open)
    return settle(draft, found.start, found.end, role, text, row_id) if role and not others and found.kind != "rule" else draft


def split(draft: Draft, number: int) -> Draft:
    """One proposal becomes two on the same figure: two recognised titles, two levels or a variant share it."""
    return replace(draft, open=(*draft.open[: number + 1], draft.open[number], *draft.open[number + 1 :]))


def merge(draft: Draft, number: int, row_id: str, column: str, value: str, text: str) -> Draft:
    """The figure of a proposal belongs to a row that is decided: a ceiling, the upper end of a range. It fills its column."""
    found = draft.open[number]
    content = deepcopy(draft.content)
    row = next(row for measure in records(content["measures"]) for row in records(measure.get("awards")) if row["award_id"] == row_id)
    row[column] = value
    draft = replace(draft, content=content, open=_without(draft.open, number))
    return settle(draft, found.start, found.end, "award", text, row_id, column)


def add(draft: Draft, kind: str, start: int, end: int, text: str) -> Draft:
    """A proposal for a stretch of the text that the curator marked."""
    phrase = shown_phrase(draft.content, start, end, one_line(simplified(text)[start:end]))
    found = Proposal(kind, start, end, phrase, by_hand(kind, phrase), "")
    later = next((place for place, item in enumerate(draft.open) if item.start > start), len(draft.open))
    return replace(draft, open=(*draft.open[:later], found, *draft.open[later:]))


def settle(draft: Draft, start: int, end: int, role: str, text: str, row_id: str = "", column: str = "") -> Draft:
    """Give a numeral its role in the ledger."""
    content = deepcopy(draft.content)
    figure = {"role": role, "row_id": row_id, "column": column} | evidence(text, start, end, content)
    place = (str(start), str(end), row_id)
    others = [row for row in records(content.get("figures")) if (row.get("start"), row.get("end"), row.get("row_id", "")) != place]
    figures = [*others, {name: value for name, value in figure.items() if value}]
    content["figures"] = sorted(figures, key=lambda row: int(row.get("start") or 0))
    return replace(draft, content=content)


def unsettle(draft: Draft, start: int) -> Draft:
    """Take the role of a numeral back; it is open again."""
    content = deepcopy(draft.content)
    content["figures"] = [figure for figure in records(content.get("figures")) if figure.get("start") != str(start)]
    return replace(draft, content=content)


def remove(draft: Draft, row_id: str) -> Draft:
    """Take a decided row back; its figure is open again with everything that was entered."""
    content = deepcopy(draft.content)
    for measure in records(content["measures"]):
        for kind, (section, key, _) in _IDS.items():
            for row in records(measure.get(section)):
                if row.get(key) == row_id:
                    measure[section].remove(row)
                    if not measure[section]:
                        del measure[section]
                    columns = {name: value for name, value in row.items() if name not in (key, "start", "end", "phrase", "prefix", "suffix")}
                    back = Proposal(kind, int(row["start"]), int(row["end"]), str(row["phrase"]), columns, "")
                    content["figures"] = [figure for figure in records(content.get("figures")) if figure.get("row_id") != row_id]
                    return replace(draft, content=content, open=tuple(sorted((*draft.open, back), key=lambda item: item.start)))
    return draft


def describe(draft: Draft, section: str, columns: Record, measure_id: str = "") -> Draft:
    """Fill in the document's own columns (`document`), the state of each category (`coverage`) or a measure's words."""
    content = deepcopy(draft.content)
    held = (row for row in records(content.get("measures")) if row["measure_id"] == measure_id)
    target = next(held, {}) if section == "measure" else content.setdefault(section, {})
    target.update(columns)
    for name in [name for name, value in target.items() if value in ("", [], None)]:
        del target[name]
    return replace(draft, content=content)


def type_into(draft: Draft, start: int, number: int, columns: Record) -> Draft:
    """What was typed into an open proposal, before anybody decides on it; nothing if it is not open any more.

    `start` is the place of its figure, by which the proposal with this number is known again.
    """
    if number >= len(draft.open) or draft.open[number].start != start:
        return draft
    found = replace(draft.open[number], columns={**draft.open[number].columns, **columns})
    return replace(draft, open=(*draft.open[:number], found, *draft.open[number + 1 :]))


def drop_measure(draft: Draft, measure_id: str) -> Draft:
    """Remove a measure that has no row: a heading that is no commitment."""
    content = deepcopy(draft.content)
    content["measures"] = [row for row in records(content["measures"]) if row["measure_id"] != measure_id or any(row.get(section) for section in NESTED)]
    return replace(draft, content=content)


def open_numerals(draft: Draft, text: str) -> list[tuple[int, int, str]]:
    """Numerals that neither a row, the ledger nor an open proposal covers."""
    waiting = bytearray(len(text))
    for item in draft.open:
        waiting[item.start : item.end] = b"\1" * (item.end - item.start)
    return [found for found in unresolved(draft.content, text) if not any(waiting[found[0] : found[1]])]


def _measure(content: Record, measure_id: str) -> Record:
    return next(row for row in records(content["measures"]) if row["measure_id"] == measure_id)


def _free_id(measure_id: str, letter: str, rows: list[Record], key: str) -> str:
    held = {row.get(key) for row in rows}
    return next(name for number in range(1, len(rows) + 2) if (name := f"{measure_id}.{letter}{number}") not in held)


def _without(items: tuple[Proposal, ...], number: int) -> tuple[Proposal, ...]:
    return (*items[:number], *items[number + 1 :])
