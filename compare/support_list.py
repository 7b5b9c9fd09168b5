"""Support item by item: every figure of support with its condition, who pays and which departments handle it."""

from compare import words as said
from compare.responsibilities import department_name
from compare.view import DOCUMENT_FILTERS, View
from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model import money
from model.citation import article_place
from model.codes import label
from model.comparison import Cell, Chart, Comparison, Heading, Note
from model.selection import Selection
from model.texts import text

COLUMNS = ("figure", "condition", "selection", "payers", "departments")


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are awards in the order of their documents, grouped by document; columns what an applicant asks; all cells are words."""
    lang, honoured = selection.lang, view.honoured(selection)
    documents = queries.selected_documents(tables, honoured)
    order = {key: place for place, key in enumerate(documents)}
    awards = sorted(queries.records(queries.awards(tables, honoured)), key=lambda row: (order[row["document_id"]], row["article_order"], row["start"], row["award_id"]))
    refs = said.document_refs(tables, dict.fromkeys(row["document_id"] for row in awards), selection)
    known = {ref.document_id: ref for ref in refs}
    rows = tuple(
        Heading(row["award_id"], text("support.row", lang, article=article_place(row["article"], lang), beneficiary=row[f"beneficiary_{lang}"]),
                group=known[row["document_id"]].label, status=known[row["document_id"]].status, is_tentative=known[row["document_id"]].is_draft)
        for row in awards
    )
    columns = tuple(Heading(name, text(f"support.column.{name}", lang)) for name in COLUMNS)
    return said.comparison(
        view, tables, selection, known, Chart("list", "", 1, "", rows, columns), tuple(cell for row in awards for cell in _cells(row, lang)), behind=awards,
        finding=text("support.finding", lang, documents=said.join((ref.label for ref in refs), lang), count=len(rows)),
        notes=[Note("method", text(key, lang)) for key in ("support.note", "note.absent")],
    )


def _cells(row: Row, lang: str) -> list[Cell]:
    leading = [text("documents.leads", lang, department=department_name(name, lang)) for name in row["lead_departments"]]
    others = [department_name(name, lang) for name in row["departments"] if name not in row["lead_departments"]]
    payers = said.join((label("payer", payer, lang) for payer in row["payers"]), lang)
    note = row[f"payer_note_{lang}"]
    words = {
        "figure": money.words(row, lang),
        "condition": row[f"condition_{lang}"] or "",
        "selection": label("selection_mode", row["selection"], lang),
        "payers": text("support.payer_note", lang, payers=payers, note=note) if note else payers,
        "departments": said.join([*leading, *others], lang),
    }
    return [Cell(row["award_id"], name, "text", words[name], source_ids=(row["award_id"],)) for name in COLUMNS]


VIEW = View("support_list", (*DOCUMENT_FILTERS, "categories", "designations", "beneficiaries", "levels", "instruments"), build)
