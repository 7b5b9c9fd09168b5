"""Support item by item: every figure of support with its condition, who pays and which departments handle it.

What is no payment (loan ceilings, covered balances, sums insured, tax rates, shares of income) stands in a group of its
own, so that nobody reads it as money a firm receives.
"""

from collections import Counter
from itertools import groupby

from compare.shared import around as said
from compare.shared.departments import departments_of
from compare.shared.listed import rows_shown
from compare.shared.parts import by_part
from compare.shared.places import places
from compare.shared.view import AWARD_FILTERS, DOCUMENT_FILTERS, View
from loaders import paging, queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model import money
from model.comparison import Cell, Chart, Comparison, DocumentRef, Heading, Note
from model.saying import (
    WithLevel,
    Words,
    document_short,
    figure_of,
    joined,
    label,
    listed,
    listing,
    own,
    place_of,
    small,
    text,
)
from model.selection import Selection
from model.status import BY_FORCE, status_on

COLUMNS = ("figure", "condition", "selection", "payers", "departments")
UNSTATED = ("unstated",)
_LONGEST_FINDING = 6  # more groups of payer and departments than this are read in the table, not in one sentence


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are awards, those of documents in force first and of the newest of them, in groups of payments and of what is none; columns what an applicant asks; all cells are words."""
    held, found, total = rows_shown(view, tables, selection)
    ranks = {key: (BY_FORCE.index(status_on(row, selection.as_of)), -place) for place, (key, row) in enumerate(held.documents.items())}
    awards = sorted(found, key=lambda row: (ranks[row["document_id"]], _is_no_payment(row), row["article_order"], row["start"], row["award_id"]))
    refs = said.document_refs(tables, dict.fromkeys(row["document_id"] for row in awards), selection)
    known = {ref.document_id: ref for ref in refs}
    rows = tuple(
        Heading(row["award_id"], words, group=_group(row, known[row["document_id"]]), status=known[row["document_id"]].status,
                is_tentative=known[row["document_id"]].is_draft)
        for row, words in zip(awards, _labels(awards), strict=True)
    )
    columns = tuple(Heading(name, text(f"support.column.{name}")) for name in COLUMNS)
    return said.comparison(
        view, held, selection, Chart("list", "", 1, "", rows, columns), tuple(cell for row in awards for cell in _cells(row)), behind=awards, documents=known, rows_total=total,
        finding=_finding(awards, known), notes=[Note("method", text(key)) for key in ("support.note", "note.absent")],
        because="" if awards else _nothing(view, tables, selection),
    )


def _nothing(view: View, tables: Tables, selection: Selection) -> Words:
    """That the chosen documents support nothing of the kind, and how many others do; empty where no document is chosen or none does."""
    chosen = list(queries.selected_documents(tables, view.honoured(selection)).values())
    wide = view.rows(tables, view.honoured(selection.having(cities=(), documents=(), years=(), provinces=(), places=())))
    count = len(paging.documents_with(tables, wide))
    if not chosen or len(chosen) > said.NAMED or not count:
        return ""
    cities = queries.cities(tables)
    return text("support.nothing", documents=listing(document_short(row, cities[row["city_id"]]) for row in chosen), count=count)


def _labels(awards: list[Row]) -> list[Words]:
    """What each row is about: article, beneficiary, level and kind of support; where two still read the same, their variant, event or figure."""
    found = [_label(row) for row in awards]
    twice = {key for key, count in Counter((row["document_id"], words) for row, words in zip(awards, found, strict=True)).items() if count > 1}
    return [text("row.variant", row=words, variant=_apart(row)) if (row["document_id"], words) in twice else words for row, words in zip(awards, found, strict=True)]


def _label(row: Row) -> Words:
    kind = small(label("instrument", row["instrument"]))
    what = own(row, "beneficiary")
    if row["recognition_level"] != "none":
        what = WithLevel(what, small(label("recognition_level", row["recognition_level"])))
    return text("support.row", article=place_of(row["article"]), beneficiary=what, kind=kind)


def _apart(row: Row) -> Words:
    """What tells a support from another with the same words: its variant, else its figure."""
    return small(own(row, "variant")) if own(row, "variant") else figure_of(row)


def _is_no_payment(row: Row) -> bool:
    return row["form"] in money.NOT_PAYMENTS


def _group(row: Row, ref: DocumentRef) -> Words:
    document = text("support.group", document=ref.label, status=small(ref.status_words))
    return text("support.not_payments", document=document) if _is_no_payment(row) else document


def _finding(awards: list[Row], known: dict[str, DocumentRef]) -> Words:
    """For each document which clauses each budget pays and which departments they name; too many groups are left to the table."""
    parts, groups = [], 0
    for document_id, group in groupby(awards, key=lambda row: str(row["document_id"])):
        found: dict[tuple[tuple[str, ...], tuple[Words, ...]], list[Row]] = {}
        for row in group:
            if not _is_no_payment(row):
                found.setdefault((tuple(row["payers"]), departments_of(row)), []).append(row)
        groups += len(found)
        items = [_paid(payers, departments, rows) for (payers, departments), rows in found.items()] or [text("support.finding_none")]
        parts.append(text("support.finding_document", document=known[document_id].label, items=joined("list.clause", items)))
    if groups > _LONGEST_FINDING:
        return text("support.finding_many", documents=listing(ref.label for ref in known.values()))
    return text("support.finding", said=joined("list.clause", parts))


def _paid(payers: tuple[str, ...], departments: tuple[Words, ...], rows: list[Row]) -> Words:
    instruments = [small(label("instrument", row["instrument"])) for row in rows]
    return text(
        "support.finding_unstated" if payers == UNSTATED else "support.finding_named", articles=places(row["article"] for row in rows),
        instruments=listing(instruments, once=True), payers=listing(small(label("payer", payer)) for payer in payers),
        departments=listing(departments) or text("support.no_department"))


def _cells(row: Row) -> list[Cell]:
    payers = listed(label("payer", payer) for payer in row["payers"])
    note = own(row, "payer_note")
    words = {
        "figure": figure_of(row),
        "condition": own(row, "condition"),
        "selection": label("selection_mode", row["selection"]),
        "payers": text("support.payer_note", payers=payers, note=note) if note else payers,
        "departments": listing(departments_of(row)),
    }
    return [Cell(row["award_id"], name, "text", words[name], source_ids=(row["award_id"],)) for name in COLUMNS]


VIEW = View(
    "support_list", (*DOCUMENT_FILTERS, *AWARD_FILTERS), by_part(build, parts=("list", "spread")),
    fields=("title", "instrument", "figure", "condition", "payer", "departments", "status"), sort="status",
)
