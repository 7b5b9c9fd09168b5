"""How much more or less than the own city's figure another one is: said only where the two are directly comparable and differ in one number.

Nothing is said of the own figure itself, nor where nothing is pinned: a baseline that changes from row to row is no own city.
"""

from collections.abc import Mapping

from compare.shared.grid import Matrix, main_row, pinned
from loaders.queries import Row
from model import money
from model.comparison import Verdict
from model.saying import Words, quantity, text, yuan
from model.selection import Selection

Ends = tuple[float | None, float | None]  # lower and upper end; an open one is None

# What limits or scales a figure beside its main number: awards that differ here differ in more than one number.
_BESIDE = ("ceiling_cny", "ceiling_per", "also_ceiling_cny", "also_ceiling_per", "base_ceiling_cny", "cap_pct", "cap_basis", "slice_from_cny", "slice_rate_pct",
           "bracket_from_cny", "bracket_below_cny", "units_max", "term_max_months")


def of_awards(verdict: Verdict | None, own: Row, other: Row, whose: str) -> Words:
    """Two awards by their main figures; nothing where a ceiling or another limit differs too. `whose` is as in `of_ends`."""
    if any((own.get(name) or None) != (other.get(name) or None) for name in _BESIDE):
        return ""
    return of_ends(verdict, money.span(own), money.span(other), money.unit_of(own), whose)


def of_ends(verdict: Verdict | None, own: Ends, other: Ends, unit: str, whose: str) -> Words:
    """Two figures of one unit by their ends; nothing where one end is open in one of them alone, or the ends are apart by different sums.

    `whose` is `own` where the other figure is the own city's, `base` where it is that of a document which a link names, and `list` in a
    column that says so in its head.
    """
    if verdict is None or verdict.code != "direct" or not whose:
        return ""
    pairs = [(a, b) for a, b in zip(own, other, strict=True) if a is not None or b is not None]
    gaps = {None if a is None or b is None else round(b - a, 6) for a, b in pairs}
    gap = gaps.pop() if len(gaps) == 1 else None
    if gap is None:
        return ""
    if not gap:
        return text(f"difference.{whose}_same")
    return text(f"difference.{whose}_{'more' if gap > 0 else 'less'}", sum=amount(abs(gap), unit))


def amount(gap: float, unit: str) -> Words:
    """A difference in words: yuan, percentage points of a share, else the unit of a goal."""
    if unit == "percent":
        return text("difference.points", value=gap)
    return yuan(gap) if unit == "cny" else quantity(gap, unit)


def whose(documents: Mapping[str, Row], selection: Selection) -> str:
    """Whether others are set against the own city, against a document that the reader named, or against nothing: own, base or empty."""
    if not pinned(documents, selection):
        return ""
    return "base" if selection.baseline in documents else "own"


def pair(matrix: Matrix, row: str, column: str, selection: Selection) -> tuple[Row, Row] | None:
    """The own award or goal of a row and that of a column, as they are compared; None where one of them states nothing."""
    own, other = (matrix.placed.get((row, key)) for key in (pinned(matrix.documents, selection), column))
    return (main_row(own), main_row(other)) if own and other else None


def award_difference(matrix: Matrix, row: str, column: str, selection: Selection, verdict: Verdict | None) -> Words:
    """The difference that a cell of awards shows."""
    held = pair(matrix, row, column, selection)
    return of_awards(verdict, *held, whose(matrix.documents, selection)) if held else ""
