"""Who pays: which budget the figures of support of each document name, and how many of them leave it open.

A share here is one of figures and never one of money: the sums behind them are of different kinds and cannot be added up.
"""

from collections.abc import Iterable, Mapping, Sequence

from compare.shared import around as said
from compare.shared.listed import ON_A_PAGE
from compare.shared.material import Material, own_id
from compare.shared.places import places
from compare.shared.view import AWARD_FILTERS, DOCUMENT_FILTERS, SIDE_BY_SIDE, View
from loaders import lookups, payers, queries
from loaders.payers import MATCHING, PARTS, SHARED
from loaders.queries import Row
from loaders.snapshot import Tables
from model.comparison import Cell, Chart, Comparison, Heading, Note
from model.saying import Words, capital, joined, label, listing, percent, small, text
from model.selection import Selection

BASE = "base"
SORT = "-document"
_PLACES = 3  # clauses named in a cell; all of them open with the document
_NOTES = ("payers.note_share", "payers.note_stated", "payers.note_parts", "payers.note_payments")

Parted = Mapping[tuple[str, str], Sequence[Row]]  # by document and part


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are documents, the own one first and then the newest; columns the budgets that are named, and on how many figures the shares stand.

    Of more than eight documents a page is shown, searched and sorted by the tables. A cell is the share of the document's figures in
    per cent with its clauses; each figure belongs to one column.
    """
    honoured = view.honoured(selection)
    total = lookups.count_documents(tables, honoured)
    found = _in_order(tables, honoured, total)
    last = max(0, (len(found) - 1) // ON_A_PAGE)
    first = min(selection.page - 1, last) * ON_A_PAGE
    documents = lookups.documents_by_id(tables, found[first:first + ON_A_PAGE])
    held = Material(tables, honoured, documents, total)
    awards = payers.payments(tables, honoured.having(documents=tuple(documents))) if documents else []
    parted: dict[tuple[str, str], list[Row]] = {}
    for award in awards:
        parted.setdefault((award["document_id"], award["part"]), []).append(award)
    parts = [part for part in PARTS if any(key == part for _, key in parted)]
    columns = (*(Heading(part, part_label(part)) for part in parts), Heading(BASE, text("payers.base")))
    rows = said.document_headings(held, selection)
    silent = text("payers.no_support_filtered" if any(getattr(honoured, name) for name in AWARD_FILTERS) else "payers.no_support")
    cells = tuple(cell for row in rows for cell in _cells(row.key, parts, parted, silent)) if parts or not selection.text else ()
    finding = _by_document(rows, parted) if total <= SIDE_BY_SIDE else _of_many(total, payers.mostly(tables, honoured))
    return said.comparison(
        view, held, selection, Chart("shares", "percent", 1, text("payers.axis"), rows, columns, tuple(row.key for row in rows)), cells, behind=awards, finding=finding,
        notes=[Note("method", text(key)) for key in _NOTES], rows_total=len(found), because=text("payers.nothing_found") if selection.text else "")


def part_label(part: str) -> Words:
    """What a column is called: a budget, several together, the matching of another's grant, or that none is named."""
    return text(f"payers.{part}") if part in (SHARED, MATCHING) else label("payer", part)


def sort_of(selection: Selection) -> str:
    """What the list is sorted by, with `-` downwards: what the reader chose, else the newest first."""
    return selection.sort if selection.sort.removeprefix("-") in payers.SORTS else SORT


def _in_order(tables: Tables, honoured: Selection, total: int) -> list[str]:
    """The documents in the order of the page, the own one first; of few documents also those without any support."""
    own = own_id(tables, honoured)
    if total <= SIDE_BY_SIDE:
        found = list(reversed(queries.selected_documents(tables, honoured)))
    else:
        found = list(payers.documents_paying(tables, honoured, sort_of(honoured)))
    return [*(key for key in found if key == own), *(key for key in found if key != own)]


def _cells(document: str, parts: list[str], parted: Parted, silent: Words) -> Iterable[Cell]:
    """The share of each part and the number of figures behind it; a document without support says so once."""
    held = {part: list(parted.get((document, part), ())) for part in parts}
    figures = sum(award["is_figure"] for awards in held.values() for award in awards)
    for part, awards in held.items():
        if awards:
            yield _cell(document, part, awards, figures)
    if any(held.values()):
        yield Cell(document, BASE, "text", text("payers.base_of", count=figures) if figures else text("payers.no_figure"))
    else:
        yield Cell(document, BASE, "absent", silent)


def _cell(document: str, part: str, awards: list[Row], figures: int) -> Cell:
    """The share in per cent, to one decimal, with its clauses; promises without a figure are behind it, and named only where there is nothing else."""
    of_part = [award for award in awards if award["is_figure"]]
    promised = [award for award in awards if not award["is_figure"]]
    ids = tuple(award["award_id"] for award in (*of_part, *promised))
    if not of_part:
        return Cell(document, part, "text", text("payers.without_figure", articles=_places(promised)), source_ids=ids)
    share = round(100 * len(of_part) / figures, 1)
    words = text("payers.share_of" if part in (SHARED, MATCHING) else "payers.share", share=percent(share), articles=_places(of_part), payers=_named(of_part))
    return Cell(document, part, "rate", words, share, share, "percent", ids, figure=percent(share))


def _named(awards: list[Row]) -> Words:
    """The budgets that pay these figures, where the column does not say it."""
    return listing((small(label("payer", payer)) for award in awards for payer in award["payers"]), once=True)


def _places(awards: list[Row]) -> Words:
    articles = list(dict.fromkeys(str(award["article"]) for award in awards))
    return places(articles) if len(articles) <= _PLACES else text("payers.places_more", places=places(articles[:_PLACES]))


def _by_document(rows: tuple[Heading, ...], parted: Parted) -> Words:
    """Which part more than half of each document's figures belong to, the documents of one part together."""
    led: dict[str, list[Words]] = {}
    for row in rows:
        counts = {part: sum(award["is_figure"] for award in parted.get((row.key, part), ())) for part in PARTS}
        leading = next((part for part, own in counts.items() if 2 * own > sum(counts.values())), "")
        is_silent = not any((row.key, part) in parted for part in PARTS)
        led.setdefault("none" if is_silent else leading or ("mixed" if any(counts.values()) else "promised"), []).append(said.spoken(row))
    order = (*PARTS, "mixed", "promised", "none")
    return capital(text("payers.finding", said=joined("list.clause", (_led(part, led[part]) for part in order if part in led))))


def _led(part: str, documents: list[Words]) -> Words:
    if part in PARTS and part != payers.UNSTATED:
        return text("payers.mostly", documents=listing(documents), payer=small(part_label(part)))
    return text(f"payers.mostly_{part}", documents=listing(documents))


def _of_many(total: int, counts: Mapping[str, int]) -> Words:
    """In how many documents more than half of the figures belong to one part, the frequent parts first."""
    parts = sorted((part for part in PARTS if counts.get(part)), key=lambda part: -counts[part])
    led = (text("payers.many_unstated" if part == payers.UNSTATED else "payers.many_of", count=counts[part], payer=small(part_label(part))) for part in parts)
    return text("payers.finding_many", total=total, said=listing(led) if parts else text("payers.many_none"))


VIEW = View("who_pays", (*DOCUMENT_FILTERS, *AWARD_FILTERS, "text"), build)
