"""Who pays: which budget each document names for its support, and what it leaves open."""

from compare.shared import around as said
from compare.shared.brevity import FEW
from compare.shared.material import material
from compare.shared.places import places
from compare.shared.view import AWARD_FILTERS, DOCUMENT_FILTERS, View
from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model.codes import codes
from model.comparison import Cell, Chart, Comparison, Heading, Note
from model.saying import Words, figure_of, joined, label, listing, own, place_of, small, text
from model.selection import Selection

UNSTATED = "unstated"
# Whose money a match refers to: that budget gives too, though the text does not say how much.
_GIVER = {"county_share": "county", "provincial_grant": "provincial", "provincial_prize": "provincial", "national_grant": "national"}


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are budgets, columns documents; a cell lists the support that the text says this budget pays; a document without support says so.

    Support of which the text does not say who pays is named by its articles in the last row. An award that two budgets
    share stands in both rows.
    """
    held = material(view, tables, selection)
    honoured = held.asked
    awards = queries.records(queries.awards(tables, honoured))
    placed: dict[tuple[str, str], list[Row]] = {}
    for award in awards:
        for payer in award["payers"]:
            placed.setdefault((payer, award["document_id"]), []).append(award)
    matched: dict[tuple[str, str], list[Row]] = {}
    for award in awards:
        matched.setdefault((_GIVER.get(award["match_basis"] or "", ""), award["document_id"]), []).append(award)
    named = {payer for payer, _ in placed}
    supported = {award["document_id"] for award in awards}
    no_support = text("payers.no_support_filtered" if any(getattr(honoured, name) for name in AWARD_FILTERS) else "payers.no_support")
    rows = tuple(Heading(code, label("payer", code)) for code in codes("payer") if code in named)
    columns = said.document_headings(held, selection)
    cells = tuple(
        _cell(row.key, column.key, placed.get((row.key, column.key), []), matched.get((row.key, column.key), [])) if column.key in supported else Cell(row.key, column.key, "absent", no_support)
        for row in rows for column in columns
    )
    return said.comparison(
        view, held, selection, Chart("matrix", "", 1, "", rows, columns), cells, behind=awards, finding=_finding(placed, columns),
        notes=[Note("method", text(key)) for key in ("payers.note_stated", "payers.note_shared", "note.absent")],
    )


def _cell(row: str, column: str, awards: list[Row], matched: list[Row]) -> Cell:
    """The support that a budget pays; without any, that it is the base of a match, or that it is not named."""
    if not awards and matched:
        words = text("payers.matched", articles=places(award["article"] for award in matched))
        return Cell(row, column, "text", words, source_ids=tuple(award["award_id"] for award in matched))
    if not awards:
        return Cell(row, column, "absent", text("payers.none"))
    ordered = sorted(awards, key=lambda award: (award["article_order"], award["award_id"]))
    listed = joined("list.clause", (_support(award) for award in ordered), once=True)
    words = text("payers.unstated", articles=places(award["article"] for award in ordered)) if row == UNSTATED else listed
    return Cell(row, column, "text", words, source_ids=tuple(award["award_id"] for award in ordered))


def _support(award: Row) -> Words:
    """One support with its place, and whether another budget shares it."""
    words = text("payers.support", article=place_of(award["article"]), beneficiary=small(own(award, "beneficiary")), figure=figure_of(award))
    if len(award["payers"]) < 2:
        return words
    shared = listing(small(label("payer", payer)) for payer in award["payers"])
    return text("payers.shared", support=words, payers=shared)


def _finding(placed: dict[tuple[str, str], list[Row]], columns: tuple[Heading, ...]) -> Words:
    """A few documents one by one, many by the budget that they name."""
    return _by_document(placed, columns) if len(columns) <= FEW else _by_payer(placed, columns)


def _by_payer(placed: dict[tuple[str, str], list[Row]], columns: tuple[Heading, ...]) -> Words:
    parts = []
    for payer in codes("payer"):
        named = [column.label for column in columns if (payer, column.key) in placed]
        if named:
            parts.append(text("payers.finding_open_in" if payer == UNSTATED else "payers.finding_of", payer=label("payer", payer), documents=listing(named)))
    without = [column.label for column in columns if not any((payer, column.key) in placed for payer in codes("payer"))]
    if without:
        parts.append(text("payers.finding_no_support", document=listing(without)))
    return text("payers.finding", said=joined("list.clause", parts))


def _by_document(placed: dict[tuple[str, str], list[Row]], columns: tuple[Heading, ...]) -> Words:
    parts = []
    for column in columns:
        named = [small(label("payer", payer)) for payer in codes("payer") if payer != UNSTATED and (payer, column.key) in placed]
        is_open = (UNSTATED, column.key) in placed
        key = "payers.finding_some" if named and is_open else "payers.finding_named" if named else "payers.finding_open" if is_open else "payers.finding_no_support"
        parts.append(text(key, document=column.label, payers=listing(named)))
    return text("payers.finding", said=joined("list.clause", parts))


VIEW = View("who_pays", (*DOCUMENT_FILTERS, *AWARD_FILTERS), build)
