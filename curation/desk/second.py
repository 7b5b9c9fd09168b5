"""A second reading of a document, made without the first: kept by itself, compared figure by figure, decided, and the agreement published.

The second reader has the text, its clauses and its numerals, and neither rows nor proposals. A finished second reading is the file
`data/curated/second/<document_id>.yaml`; what is decided about each difference is kept in it, under `decisions`.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path

from curation.check import curated
from curation.check.agreement import Agreement, Pair, Row, agreement, align, differing
from curation.check.curated import Record, records
from curation.desk.clauses import clause_at, clause_spans
from curation.desk.draft import Draft, accept, begin, reject, remove, settle
from curation.desk.proposals import Proposal
from curation.desk.skeleton import with_pictures
from curation.read.reading import Reading
from model.files import write_whole
from model.guidance import BY_DOCUMENT
from model.paths import CODEBOOK, CURATED
from model.schema import EVIDENCE, TABLES

KEYS = {"awards": "award_id", "targets": "target_id", "rules": "rule_id"}
# Free words differ between any two readers; the document's own term for its support does not.
_NOT_COMPARED = {"measure_id", "document_id", "award_id", "target_id", "rule_id", "applies_to", "related_award_id", "restates", "specifies", "beyond_phrase", "categories", *EVIDENCE}
_SAME_WORD = "instrument_term_zh"


@dataclass(frozen=True)
class Compared:
    """One figure, or one rule on how awards add up, in two readings: the rows side by side and the columns in which they differ; a side without a row has none."""

    table: str
    first: Row | None
    second: Row | None
    fields: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """By which a decision is known again: table, place and phrase of the figure as the second reading has it, else the first."""
        row = self.second or self.first or {}
        return f"{self.table} {row.get('start')} {row.get('phrase')} {row.get(KEYS[self.table])}"

    @property
    def is_same(self) -> bool:
        """Whether both readings hold the figure and say the same of it."""
        return self.first is not None and self.second is not None and not self.fields


def place(document_id: str, folder: Path = CURATED) -> Path:
    """Where the finished second reading of a document lies."""
    return folder / "second" / f"{document_id}.yaml"


def begin_second(document: Record, reading: Reading) -> Draft:
    """A reading of the same text from nothing: clauses and numerals, no row of the first reading and no proposal."""
    known = {name: document[name] for name in ("document_id", "text_sha256", "text_chars") if document.get(name)}
    draft = begin(with_pictures({"document": known, "measures": [], "figures": []}, reading), reading.text)
    return replace(draft, open=(), reader="second")


def finish(draft: Draft, folder: Path = CURATED) -> Path:
    """Write the second reading down. Clauses without a row are left out; so is what was only remarked on the whole document."""
    measures = [row for row in records(draft.content["measures"]) if any(row.get(table) for table in KEYS)]
    known = {name: value for name, value in draft.content["document"].items() if not name.startswith("caveat")}
    target = place(draft.document_id, folder)
    target.parent.mkdir(parents=True, exist_ok=True)
    curated.write(target, {"document": known, "measures": measures, "figures": records(draft.content.get("figures"))})
    return target


def read_second(document_id: str, folder: Path = CURATED) -> Record | None:
    """The finished second reading of a document, or None."""
    path = place(document_id, folder)
    return curated.read(path) if path.exists() else None


def compared(first: Record, second: Record) -> list[Compared]:
    """Every figure and every rule of both readings in the order of the text, awards before targets and rules of one place."""
    found = []
    for table in KEYS:
        columns = _columns(table)
        for pair in _pairs(first, second, table):
            fields = differing(pair.first, pair.second, columns) if pair.first is not None and pair.second is not None else []
            found.append(Compared(table, pair.first, pair.second, tuple(fields)))
    return sorted(found, key=lambda item: int((item.first or item.second or {})["start"]))


def agreement_of(document_id: str, first: Record, second: Record) -> list[Agreement]:
    """How far the two agree: rows found by both, then each column that one of them fills, by table; what one leaves empty is a difference."""
    lines: list[Agreement] = []
    for table in KEYS:
        columns = [*_columns(table), "start", "phrase"]
        pairs = [Pair(*({name: side.get(name) for name in columns} if side is not None else None for side in pair)) for pair in _pairs(first, second, table)]
        lines += agreement(document_id, table, pairs)
    return lines


def published_agreement(document_id: str, codebook: Path = CODEBOOK) -> list[Agreement]:
    """The lines of a document in the list of agreement; empty while nothing was compared."""
    with (codebook / f"{BY_DOCUMENT}.csv").open(encoding="utf-8", newline="") as file:
        return [Agreement(row["document_id"], row["table"], row["field"], int(row["agreed"]), int(row["total"])) for row in csv.DictReader(file) if row["document_id"] == document_id]


def publish_agreement(lines: list[Agreement], codebook: Path = CODEBOOK) -> None:
    """Put the lines of a document into the list of agreement, in the place of none: a document that has lines keeps them."""
    path = codebook / f"{BY_DOCUMENT}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        held = [tuple(row) for row in csv.reader(file)]
    if not lines or any(row[0] == lines[0].document_id for row in held):
        return
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([*held, *lines])
    write_whole(path, out.getvalue().encode())


def decisions(second: Record) -> dict[str, Record]:
    """What was decided about each difference, by its name."""
    return {str(row.get("name")): row for row in records(second.get("decisions"))}


def decide(draft: Draft, item: Compared, taken: Mapping[str, str], reason: str, text: str, second: Record) -> Draft:
    """Carry a decision into the first reading. `taken` says of each column, or of the row itself (`row`), whose reading holds: first or second."""
    if item.first is not None and item.second is not None:
        return _columns_from(draft, item, [name for name in item.fields if taken.get(name) == "second"])
    if taken["row"] == "first":
        return draft
    return _without(draft, item, reason, text) if item.first is not None else _with(draft, item, text, second)


def keep_decision(document_id: str, item: Compared, taken: Mapping[str, str], reason: str, folder: Path = CURATED) -> None:
    """Write the decision beside the second reading."""
    second = read_second(document_id, folder) or {}
    others = [row for row in records(second.get("decisions")) if row.get("name") != item.name]
    held = {"name": item.name, "taken": [f"{name}: {whose}" for name, whose in taken.items()], "reason": reason}
    curated.write(place(document_id, folder), {**second, "decisions": [*others, {name: value for name, value in held.items() if value}]})


def _columns(table: str) -> list[str]:
    return [name for name in TABLES[table].columns if name not in _NOT_COMPARED and (name == _SAME_WORD or not name.endswith(("_zh", "_en"))) and not name.endswith(EVIDENCE)]


def _rows(content: Record, table: str) -> Iterator[Record]:
    return (row for measure in records(content.get("measures")) for row in records(measure.get(table)) if str(row.get("start") or "").isdecimal())


def _pairs(first: Record, second: Record, table: str) -> list[Pair]:
    return align(_rows(first, table), _rows(second, table))


def _columns_from(draft: Draft, item: Compared, names: list[str]) -> Draft:
    """The columns of the second reading in the row of the first."""
    assert item.first is not None and item.second is not None
    content = deepcopy(draft.content)
    row = next(row for row in _rows(content, item.table) if row[KEYS[item.table]] == item.first[KEYS[item.table]])
    for name in names:
        row[name] = item.second.get(name)
        if row[name] in (None, "", []):
            del row[name]
    return replace(draft, content=content)


def _without(draft: Draft, item: Compared, reason: str, text: str) -> Draft:
    """A row of the first reading that the second rightly does not have."""
    assert item.first is not None
    before = draft.open
    draft = remove(draft, str(item.first[KEYS[item.table]]))
    number = next(number for number, other in enumerate(draft.open) if not any(other is held for held in before))
    return reject(draft, number, reason, "", text)


def _with(draft: Draft, item: Compared, text: str, second: Record) -> Draft:
    """A row that only the second reading has, with the places of its ceilings; ids of its own other rows say nothing here."""
    assert item.second is not None
    key, start, end = KEYS[item.table], int(item.second["start"]), int(item.second["end"])
    columns = {name: value for name, value in item.second.items() if name not in (key, "applies_to", "related_award_id", "restates", "specifies", *EVIDENCE)}
    content = {**draft.content, "figures": [row for row in records(draft.content.get("figures")) if (row.get("start"), row.get("end")) != (str(start), str(end))]}
    draft = replace(draft, content=content, open=(*draft.open, Proposal(item.table.removesuffix("s"), start, end, str(item.second["phrase"]), columns)))
    measure = clause_at(clause_spans(draft.content, text), start)
    before = {row[key] for row in _rows(draft.content, item.table)}
    draft = accept(draft, len(draft.open) - 1, columns, measure, text)
    (new,) = {row[key] for row in _rows(draft.content, item.table)} - before
    for figure in records(second.get("figures")):
        if figure.get("row_id") == item.second.get(key):
            draft = settle(draft, int(figure["start"]), int(figure["end"]), str(figure["role"]), text, str(new), str(figure.get("column", "")))
    return draft
