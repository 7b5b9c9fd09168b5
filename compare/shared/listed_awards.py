"""The awards of a question as a list."""

from functools import partial

from compare.shared.departments import departments_of
from compare.shared.difference import of_awards
from compare.shared.listing import DOCUMENT, PLACE, Entry, Kind, Number, list_of, nothing
from loaders import spread
from loaders.paging import Rows
from loaders.queries import Row
from model import money
from model.codes import code_list
from model.comparability import compare_awards
from model.comparison import Verdict
from model.money import WAN
from model.points import point
from model.saying import Words, figure_of, label, listed, listing, own, small, text, yuan


def _line(award: Row) -> tuple[str, str, str]:
    placed = point(award)
    return placed["title"], placed["recognition_level"], placed["kind"]


def _narrowed(rows: Rows, row: str) -> Rows:
    """The awards of one strip, where one is chosen."""
    line = spread.line_of(row)
    if line is None:
        return rows
    if line.is_payable:
        return Rows(rows.table, rows.selection.having(beneficiaries=(line.title,)))
    name = "designations" if line.title in code_list("designation") else "beneficiaries"
    return Rows(rows.table, rows.selection.having(**{name: (line.title,), "levels": (line.level,)}))


def _figure(award: Row) -> Number:
    return (money.mark_of(award), figure_of(award), *money.span(award), money.unit_of(award))


def _payable(award: Row) -> Number:
    """The most that the award can pay to one beneficiary; no words where the document does not fix it."""
    most, why = money.payable_max(award)
    if most is None:
        return "text", "", None, None, ""
    is_exact = why == "exact"
    words = text("money.exact" if is_exact else "money.at_most", sum=yuan(most))
    return "exact" if is_exact else "ceiling", words, most if is_exact else None, most, "cny"


def _gap(verdict: Verdict, own: Row, other: Row) -> Words:
    return of_awards(verdict, own, other, "list")


def _title(entry: Entry) -> Words:
    award = entry.row
    name = label("designation", award["designation"]) if award["designation"] else label("beneficiary", award["beneficiary"])
    if award["recognition_level"] == "none":
        return name
    return text("row.title_level", title=name, level=text("row.level", level=small(label("recognition_level", award["recognition_level"]))))


AWARDS = Kind(
    line=_line, narrowed=_narrowed, figure=_figure, compare=compare_awards, gap=_gap, scale=("cny", WAN),
    fields={
        **PLACE, "title": _title, "figure": nothing, "payable": nothing,
        "instrument": lambda entry: label("instrument", entry.row["instrument"]), "kind": lambda entry: label("mark", money.mark_of(entry.row)),
        "condition": lambda entry: label("trigger", entry.row["trigger"]), "selection": lambda entry: label("selection_mode", entry.row["selection"]),
        "frequency": lambda entry: label("frequency", entry.row["frequency"]), "beneficiary": lambda entry: own(entry.row, "beneficiary"),
        "departments": lambda entry: listing(departments_of(entry.row)),
        "payer": lambda entry: listed(label("payer", code) for code in entry.row["payers"]), **DOCUMENT,
    },
    usual=("province", "title", "figure", "condition", "payer", "status", "difference"), numbers={"payable": _payable},
)

list_of_awards = partial(list_of, AWARDS)
