"""The rows of a comparison of vouchers and what each document says on them: points, rates by base and payer, services, other items."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from compare.shared import around as said
from compare.shared import difference, voucher_rows
from compare.shared.award_matrix import cell_words, row_heading, row_key, variants_of
from compare.shared.grid import Matrix, judge, main_row, pinned
from compare.shared.material import Material
from compare.shared.silence import Silence, silence
from loaders.queries import Row
from loaders.snapshot import Tables
from model import money
from model.bills import buys_service
from model.codes import codes
from model.comparability import compare_awards
from model.comparison import Cell, Heading, Verdict
from model.proposal import PROPOSAL
from model.saying import Words, capital, joined, label, listing, own, small, text
from model.selection import Selection

_JUDGED = ("rate", "ceiling", "pool")

ByDocument = dict[str, list[Row]]


@dataclass(frozen=True)
class Line:
    """One row of the matrix before it becomes cells. `kind` is point, part, service or item; `name` what it is about."""

    kind: str
    name: str
    heading: Heading
    stated: ByDocument

    @property
    def is_judged(self) -> bool:
        """Whether cells of this row are compared; lists of services and users are only set side by side."""
        return self.kind in ("part", "item") or (self.kind == "point" and self.name in _JUDGED)


@dataclass(frozen=True)
class Laid:
    """Vouchers laid out: the lines, their cells by document, and the awards that buy services and those that only stand under the name."""

    matrix: Matrix
    lines: list[Line]
    cells: tuple[Cell, ...]
    buying: ByDocument
    others: ByDocument


def laid_out(held: Material, awards: list[Row], proposals: list[Row], selection: Selection) -> Laid:
    """The points of a voucher, its rates by base and payer, the services, and apart what buys no service."""
    buying = by_document([award for award in (*awards, *proposals) if buys_service(award)])
    others = by_document([award for award in awards if not buys_service(award)])
    lines = [*points(buying), *parts(buying), *services(buying), *items(held.tables, others)]
    columns = said.column_headings(held, selection, proposals)
    placed = {(line.heading.key, key): stated for line in lines for key, stated in line.stated.items()}
    matrix = Matrix(tuple(line.heading for line in lines), columns, placed, held.documents)
    cells = tuple(cell(held, matrix, line, key, buying, selection) for line in lines for key in (column.key for column in columns))
    return Laid(matrix, lines, cells, buying, others)


def by_document(awards: Iterable[Row]) -> ByDocument:
    """The awards of each document."""
    found: ByDocument = {}
    for award in awards:
        found.setdefault(award["document_id"], []).append(award)
    return found


def points(buying: ByDocument) -> list[Line]:
    """Use, users, rate, ceiling, pool and payer."""
    if not buying:
        return []
    group = text("vouchers.group_points")
    stated = {point: {key: voucher_rows.stating(point, awards) for key, awards in buying.items()} for point in voucher_rows.POINTS}
    return [
        Line("point", point, Heading(point, text(f"vouchers.{point}"), group=group), {key: rows for key, rows in stated[point].items() if rows})
        for point in voucher_rows.POINTS
    ]


def parts(buying: ByDocument) -> list[Line]:
    """The rates by base and payer, the higher budget first."""
    found: dict[tuple[str, str], ByDocument] = {}
    for key, awards in buying.items():
        for award in awards:
            for part in voucher_rows.rate_parts(award):
                found.setdefault(part, {}).setdefault(key, []).append(award)
    order = sorted(found, key=lambda part: (codes("rate_basis").index(part[0]), -_payer_order(part[1])))
    group = text("vouchers.group_parts")
    return [Line("part", basis, Heading(f"rate:{basis}:{payer}", _part_label(basis, payer), group=group), found[basis, payer]) for basis, payer in order]


def _part_label(basis: str, payer: str) -> Words:
    words = text("vouchers.part", basis=small(label("rate_basis", basis)), payer=voucher_rows.payer_names([payer]))
    return capital(words)


def _payer_order(payer: str) -> int:
    """The higher budget pays first: its part is the base on which the city adds."""
    return codes("payer").index(payer) if payer != "unstated" else -1


def services(buying: ByDocument) -> list[Line]:
    """The services that vouchers may buy."""
    found: dict[str, ByDocument] = {}
    for key, awards in buying.items():
        for award in awards:
            for code, _ in voucher_rows.services(award):
                found.setdefault(code, {}).setdefault(key, []).append(award)
    group = text("vouchers.group_services")
    return [Line("service", code, Heading(f"service:{code}", text("vouchers.service_row", service=small(label("service", code))), group=group), found[code]) for code in codes("service") if code in found]


def items(tables: Tables, others: ByDocument) -> list[Line]:
    """What stands under the name of vouchers but buys no service, one row per item."""
    found: dict[str, ByDocument] = {}
    first: dict[str, Row] = {}
    variants = variants_of(tables, [award for awards in others.values() for award in awards])
    for key, awards in others.items():
        for award in awards:
            name = row_key(variants, award) if award["designation"] else award["award_id"]
            found.setdefault(name, {}).setdefault(key, []).append(award)
            first.setdefault(name, award)
    group = text("vouchers.group_items")
    return [Line("item", name, Heading(f"item:{name}", _item_label(name, first[name]), group=group), stated) for name, stated in found.items()]


def _item_label(name: str, award: Row) -> Words:
    item = row_heading(name, award).label if award["designation"] else own(award, "beneficiary")
    return text("vouchers.item_row", item=item)


def cell(held: Material, matrix: Matrix, line: Line, column: str, buying: ByDocument, selection: Selection) -> Cell:
    """What a document says on a line, judged against the baseline where figures can be set against each other."""
    row = line.heading.key
    if column == PROPOSAL and column not in line.stated:
        return said.no_proposal(row)

    def silent(key: str) -> Silence:
        return _silence(held, line, key, buying.get(key, []))

    judged = judge(matrix, row, column, selection, compare_awards, silent) if line.is_judged else None
    made = stated_cell(held, line, column, buying)
    apart = _difference(matrix, line, column, selection, judged) if column in line.stated else ""
    return replace(made, comparability=judged, difference=apart)


def stated_cell(held: Material, line: Line, column: str, buying: ByDocument) -> Cell:
    """What a document says on a line, set against nothing."""
    row, stated = line.heading.key, line.stated.get(column)
    if not stated:
        found = _silence(held, line, column, buying.get(column, []))
        return Cell(row, column, found.mark, _silent_words(line, found.mark, buying.get(column, [])))
    mark, low, high, unit = _drawn(line, stated)
    ids = tuple(dict.fromkeys(award["award_id"] for award in stated if column != PROPOSAL))
    return Cell(row, column, mark, _words(line, stated), low, high, unit, ids)


def _difference(matrix: Matrix, line: Line, column: str, selection: Selection, judged: Verdict | None) -> Words:
    """How much more or less than in the own city, where each states one figure on the line."""
    own = line.stated.get(pinned(matrix.documents, selection), [])
    if line.kind == "item" or len(own) != 1 or len(line.stated[column]) != 1:
        return difference.award_difference(matrix, line.heading.key, column, selection, judged) if line.kind == "item" else ""
    (_, *mine, unit), (_, *other, _) = _drawn(line, own), _drawn(line, line.stated[column])
    return difference.of_ends(judged, (mine[0], mine[1]), (other[0], other[1]), unit, difference.whose(matrix.documents, selection))


def _drawn(line: Line, stated: list[Row]) -> tuple[str, float | None, float | None, str]:
    if line.kind == "service":
        return "text", None, None, ""
    if line.kind == "point":
        return voucher_rows.span(line.name, stated)
    shown = main_row(stated)
    return (money.mark_of(shown), *money.span(shown), money.unit_of(shown))


def _words(line: Line, stated: list[Row]) -> Words:
    if line.kind == "point":
        return voucher_rows.words(line.name, stated)
    if line.kind == "part":
        return voucher_rows.words("rate", stated)
    if line.kind == "service":
        named = (voucher_rows.service_words(code, word) for award in stated for code, word in voucher_rows.services(award) if code == line.name)
        return text("vouchers.listed", service=listing(map(small, named), once=True))
    return joined("list.clause", (cell_words(award) for award in stated))


def _silence(held: Material, line: Line, document_id: str, buying: list[Row]) -> Silence:
    """How a document does not state the row: the point is left open, listed elsewhere, or there is no voucher."""
    if not buying or line.kind == "item":
        return silence(held, document_id, ("voucher",))
    is_elsewhere = line.kind == "service" or (line.kind == "part" and voucher_rows.stating("rate", buying))
    return Silence("absent" if is_elsewhere else "unstated")


def _silent_words(line: Line, mark: str, buying: list[Row]) -> Words:
    if not buying or line.kind == "item":
        return text(f"money.{mark}")
    if mark == "unstated":
        return text(f"vouchers.no_{'rate' if line.kind == 'part' else line.name}")
    return text("vouchers.not_listed" if line.kind == "service" else "vouchers.other_part")
