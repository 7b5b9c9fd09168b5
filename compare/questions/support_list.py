"""Support item by item: every figure of support with its condition, who pays and which departments handle it.

What is no payment (loan ceilings, covered balances, sums insured, tax rates, shares of income) stands in a group of its
own, so that nobody reads it as money a firm receives.
"""

from itertools import groupby

from compare.questions.responsibilities import department_name
from compare.shared import words as said
from compare.shared.places import places
from compare.shared.view import DOCUMENT_FILTERS, View
from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model import money
from model.citation import article_place
from model.codes import label
from model.comparison import Cell, Chart, Comparison, DocumentRef, Heading, Note
from model.selection import Selection
from model.texts import text

COLUMNS = ("figure", "condition", "selection", "payers", "departments")
UNSTATED = ("unstated",)
_LONGEST_FINDING = 6  # more groups of payer and departments than this are read in the table, not in one sentence


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are awards in the order of their documents, in groups of payments and of what is none; columns what an applicant asks; all cells are words."""
    lang, honoured = selection.lang, view.honoured(selection)
    documents = queries.selected_documents(tables, honoured)
    order = {key: place for place, key in enumerate(documents)}
    awards = sorted(queries.records(queries.awards(tables, honoured)), key=lambda row: (
        order[row["document_id"]], _is_no_payment(row), row["article_order"], row["start"], row["award_id"]))
    refs = said.document_refs(tables, dict.fromkeys(row["document_id"] for row in awards), selection)
    known = {ref.document_id: ref for ref in refs}
    rows = tuple(
        Heading(row["award_id"], text("support.row", lang, article=article_place(row["article"], lang), beneficiary=row[f"beneficiary_{lang}"]),
                group=_group(row, known[row["document_id"]].label, lang), status=known[row["document_id"]].status, is_tentative=known[row["document_id"]].is_draft)
        for row in awards
    )
    columns = tuple(Heading(name, text(f"support.column.{name}", lang)) for name in COLUMNS)
    return said.comparison(
        view, tables, selection, known, Chart("list", "", 1, "", rows, columns), tuple(cell for row in awards for cell in _cells(row, lang)), behind=awards,
        finding=_finding(awards, known, lang), notes=[Note("method", text(key, lang)) for key in ("support.note", "note.absent")],
    )


def _is_no_payment(row: Row) -> bool:
    return row["form"] in money.NOT_PAYMENTS


def _group(row: Row, document: str, lang: str) -> str:
    return text("support.not_payments", lang, document=document) if _is_no_payment(row) else document


def _finding(awards: list[Row], known: dict[str, DocumentRef], lang: str) -> str:
    """For each document which clauses each budget pays and which departments they name; too many groups are left to the table."""
    parts, groups = [], 0
    for document_id, listed in groupby(awards, key=lambda row: str(row["document_id"])):
        found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Row]] = {}
        for row in listed:
            if not _is_no_payment(row):
                found.setdefault((tuple(row["payers"]), _departments(row, lang)), []).append(row)
        groups += len(found)
        items = [_paid(payers, departments, rows, lang) for (payers, departments), rows in found.items()] or [text("support.finding_none", lang)]
        parts.append(text("support.finding_document", lang, document=known[document_id].label, items=text("list.clause", lang).join(items)))
    if groups > _LONGEST_FINDING:
        return text("support.finding_many", lang, documents=said.join((ref.label for ref in known.values()), lang))
    return text("support.finding", lang, said=text("list.clause", lang).join(parts))


def _paid(payers: tuple[str, ...], departments: tuple[str, ...], rows: list[Row], lang: str) -> str:
    instruments = dict.fromkeys(money.in_sentence(label("instrument", row["instrument"], lang)) for row in rows)
    return text(
        "support.finding_unstated" if payers == UNSTATED else "support.finding_named", lang, articles=places((row["article"] for row in rows), lang),
        instruments=said.join(instruments, lang), payers=said.join((money.in_sentence(label("payer", payer, lang)) for payer in payers), lang),
        departments=said.join(departments, lang) or text("support.no_department", lang),
    )


def _departments(row: Row, lang: str) -> tuple[str, ...]:
    leading = [text("documents.leads", lang, department=department_name(name, lang)) for name in row["lead_departments"]]
    return tuple(dict.fromkeys([*leading, *(department_name(name, lang) for name in row["departments"] if name not in row["lead_departments"])]))


def _cells(row: Row, lang: str) -> list[Cell]:
    payers = said.listed((label("payer", payer, lang) for payer in row["payers"]), lang)
    note = row[f"payer_note_{lang}"]
    words = {
        "figure": money.words(row, lang),
        "condition": row[f"condition_{lang}"] or "",
        "selection": label("selection_mode", row["selection"], lang),
        "payers": text("support.payer_note", lang, payers=payers, note=note) if note else payers,
        "departments": said.join(_departments(row, lang), lang),
    }
    return [Cell(row["award_id"], name, "text", words[name], source_ids=(row["award_id"],)) for name in COLUMNS]


VIEW = View("support_list", (*DOCUMENT_FILTERS, "categories", "designations", "beneficiaries", "levels", "instruments"), build)
