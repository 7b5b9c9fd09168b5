"""What a bill of a given sum brings by each voucher: the standard case of a small buyer of testing or instrument services.

The sum is an input of that case and may be changed; what a document leaves open is not assumed.
"""

from collections.abc import Mapping, Sequence

from loaders.queries import Row
from model.case import Result, cases, result, values_of
from model.comparison import Cell, Verdict
from model.proposal import PROPOSAL
from model.saying import Words, text, yuan
from model.selection import Selection

CASE, INPUT = "services_small", "fee_small"
BILL = "bill"


def results(buying: Mapping[str, Sequence[Row]], selection: Selection) -> dict[str, Result]:
    """What the bill brings by document, of vouchers that buy services."""
    return {key: result(cases()[CASE], found, selection.inputs) for key, found in buying.items()}


def name(selection: Selection) -> Words:
    """What the row or column of the bill is called, with its sum."""
    return text("vouchers.bill", bill=yuan(values_of(CASE, selection.inputs)[INPUT]))


def cell(row: str, column: str, found: Result | None, unknown: Words, judged: Verdict | None = None) -> Cell:
    """The sum with the awards that it is made of; `unknown` stands where it cannot be worked out."""
    if found is None or not found.amount.is_known or not found.counted:
        return Cell(row, column, "unstated", unknown, comparability=judged)
    low, high = ends(found)
    ids = () if PROPOSAL in (row, column) else tuple(part.award["award_id"] for part in found.counted)
    return Cell(row, column, mark(found), words(found), low, high, "cny", ids, judged, figure=words(found))


def ends(found: Result) -> tuple[int | None, int | None]:
    """Lower and upper end in yuan; what may be paid from nothing up to a sum has no lower end."""
    return found.amount.low or (0 if found.amount.high == 0 else None), found.amount.high


def mark(found: Result) -> str:
    """Whether the sum is exact, a ceiling, a floor or a range."""
    low, high = ends(found)
    return "ceiling" if low is None else "floor" if high is None else "exact" if low == high else "range"


def words(found: Result) -> Words:
    """The sum in words."""
    low, high = ends(found)
    if low is not None and high is not None:
        return yuan(low) if low == high else text("money.range", low=yuan(low), high=yuan(high))
    return text("money.at_most", sum=yuan(high)) if high is not None else text("money.at_least", sum=yuan(low or 0))
