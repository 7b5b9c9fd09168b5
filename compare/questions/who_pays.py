"""Who pays: which budget each document names for its support, and what it leaves open."""

from compare.shared import words as said
from compare.shared.places import places
from compare.shared.view import DOCUMENT_FILTERS, View
from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model import money
from model.citation import article_place
from model.codes import codes, label
from model.comparison import Cell, Chart, Comparison, Heading, Note
from model.selection import Selection
from model.texts import text

UNSTATED = "unstated"
# Whose money a match refers to: that budget gives too, though the text does not say how much.
_GIVER = {"county_share": "county", "provincial_grant": "provincial", "provincial_prize": "provincial", "national_grant": "national"}
AWARD_FILTERS = ("categories", "designations", "beneficiaries", "levels", "instruments")


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are budgets, columns documents; a cell lists the support that the text says this budget pays; a document without support says so.

    Support of which the text does not say who pays is named by its articles in the last row. An award that two budgets
    share stands in both rows.
    """
    lang, honoured = selection.lang, view.honoured(selection)
    documents = queries.selected_documents(tables, honoured)
    awards = queries.records(queries.awards(tables, honoured))
    placed: dict[tuple[str, str], list[Row]] = {}
    for award in awards:
        for payer in award["payers"]:
            placed.setdefault((payer, award["document_id"]), []).append(award)
    matched: dict[tuple[str, str], list[Row]] = {}
    for award in awards:
        matched.setdefault((_GIVER.get(award["match_basis"] or "", ""), award["document_id"]), []).append(award)
    held = {payer for payer, _ in placed}
    supported = {award["document_id"] for award in awards}
    no_support = text("payers.no_support_filtered" if any(getattr(honoured, name) for name in AWARD_FILTERS) else "payers.no_support", lang)
    rows = tuple(Heading(code, label("payer", code, lang)) for code in codes("payer") if code in held)
    columns = said.document_headings(tables, documents, selection)
    cells = tuple(
        _cell(row.key, column.key, placed.get((row.key, column.key), []), matched.get((row.key, column.key), []), lang) if column.key in supported else Cell(row.key, column.key, "absent", no_support)
        for row in rows for column in columns
    )
    return said.comparison(
        view, tables, selection, documents, Chart("matrix", "", 1, "", rows, columns), cells, behind=awards, finding=_finding(placed, columns, lang),
        notes=[Note("method", text(key, lang)) for key in ("payers.note_stated", "payers.note_shared", "note.absent")],
    )


def _cell(row: str, column: str, awards: list[Row], matched: list[Row], lang: str) -> Cell:
    """The support that a budget pays; without any, that it is the base of a match, or that it is not named."""
    if not awards and matched:
        words = text("payers.matched", lang, articles=places((award["article"] for award in matched), lang))
        return Cell(row, column, "text", words, source_ids=tuple(award["award_id"] for award in matched))
    if not awards:
        return Cell(row, column, "absent", text("payers.none", lang))
    ordered = sorted(awards, key=lambda award: (award["article_order"], award["award_id"]))
    listed = text("list.clause", lang).join(dict.fromkeys(_support(award, lang) for award in ordered))
    words = text("payers.unstated", lang, articles=places((award["article"] for award in ordered), lang)) if row == UNSTATED else listed
    return Cell(row, column, "text", words, source_ids=tuple(award["award_id"] for award in ordered))


def _support(award: Row, lang: str) -> str:
    """One support with its place, and whether another budget shares it."""
    words = text("payers.support", lang, article=article_place(award["article"], lang), beneficiary=money.in_sentence(award[f"beneficiary_{lang}"]), figure=money.words(award, lang))
    if len(award["payers"]) < 2:
        return words
    shared = said.join((money.in_sentence(label("payer", payer, lang)) for payer in award["payers"]), lang)
    return text("payers.shared", lang, support=words, payers=shared)


def _finding(placed: dict[tuple[str, str], list[Row]], columns: tuple[Heading, ...], lang: str) -> str:
    parts = []
    for column in columns:
        named = [money.in_sentence(label("payer", payer, lang)) for payer in codes("payer") if payer != UNSTATED and (payer, column.key) in placed]
        is_open = (UNSTATED, column.key) in placed
        key = "payers.finding_some" if named and is_open else "payers.finding_named" if named else "payers.finding_open" if is_open else "payers.finding_no_support"
        parts.append(text(key, lang, document=column.label, payers=said.join(named, lang)))
    return text("payers.finding", lang, said=text("list.clause", lang).join(parts))


VIEW = View("who_pays", (*DOCUMENT_FILTERS, *AWARD_FILTERS), build)
