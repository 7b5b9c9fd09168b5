"""A support whose share changes along its base (5000元以内全额抵用，超过5000元部分抵用50%) or with the size of the base (brackets)."""

import re
from collections.abc import Sequence
from decimal import Decimal

from curation.extract import bases
from curation.extract.figures import Figure
from curation.extract.rates import WHOLE
from curation.extract.views import View

_SUM = r"[\d.]+[十百千]?[万亿]?元"
_WHOLE_BELOW = re.compile(
    rf"""
    (?P<below>{_SUM})(?:\(不?含\))?(?:以下|以内|及以下|之内|内)?的?(?:部分)?
    [^,;。\d]{{0,10}}(?:全额|全部)[^,;。\d]{{0,8}}[,;。]
    [^,;。\d]{{0,8}}(?:超过|超出|高于|大于)(?P<above>{_SUM})?(?:以上)?的?(?:部分)?[^,;。\d]{{0,14}}$
    """,
    re.X,
)
_REACH = 100
_UP_FROM = re.compile(r"(?:\(不?含\))?[及或]?以上(?:\(不?含\))?")
_DOWN_FROM = re.compile(r"(?:\(不?含\))?[及或]?以[下内](?:\(不?含\))?")
_UP_TO = re.compile(r"(?:\(不?含\))?(?:[及或]?以上)?(?:\(不?含\))?[,、]?(?:至|到|-|~|不足|不满|低于)")
_BELOW = re.compile(r"(?:不足|不满|低于)$")

Bracket = tuple[int | None, int | None]  # from (inclusive), below (exclusive), in yuan


def whole_below(view: View, figures: Sequence[Figure]) -> Decimal | None:
    """The sum in yuan below which the whole base is paid, where a percentage is the share of what exceeds it.

    `figures` are those before the percentage.
    """
    low = max(view.stretch.paragraph, view.start - _REACH)
    match = _WHOLE_BELOW.search(view.compact[low : view.start])
    if match is None or len(view.group) != 1 or view.group[0].value >= WHOLE:
        return None
    values = {figure.start: figure.value for figure in figures if figure.kind == "money"}
    below = values.get(low + match.start("below"))
    above = values.get(low + match.start("above")) if match["above"] else below
    return below if below == above else None


def brackets(view: View, figures: Sequence[Figure]) -> list[Bracket]:
    """The size of the base that each member of a list of rates is for: 200万元以上至500万元、500万元以上的，分别按6%、8%.

    `figures` are those of the stretch before the list. Empty unless the sizes say it all, in order, one for each rate.
    """
    found: list[Bracket] = []
    low: int | None = None
    sizes = [figure for figure in figures if figure.kind == "money"]
    for place, size in enumerate(sizes):
        before = view.compact[sizes[place - 1].end if place else view.stretch.start : size.start]
        if low is not None and _UP_TO.fullmatch(before):
            found, low = [*found, (low, int(size.value))], None
            continue
        found, low = ([*found, (low, None)] if low is not None else found), None
        if size.value_max is not None:
            found.append((int(size.value), int(size.value_max)))
        elif _UP_FROM.match(view.compact, size.end):
            low = int(size.value)
        elif _DOWN_FROM.match(view.compact, size.end) or _BELOW.search(before):
            found.append((None, int(size.value)))
        elif place + 1 < len(sizes) and _UP_TO.fullmatch(view.compact, size.end, sizes[place + 1].start):
            low = int(size.value)
        else:
            return []
    found = [*found, (low, None)] if low is not None else found
    starts = [start or 0 for start, _ in found]
    in_order = sorted(set(starts)) in (starts, starts[::-1])
    return found if len(found) == len(view.group) > 1 and in_order else []


def bracket_basis(view: View, figures: Sequence[Figure]) -> str:
    """Code of `rate_basis` for the sum that decides: what stands before the first size."""
    first = next(figure.start for figure in figures if figure.kind == "money")
    return bases.rate_basis_of(view.compact[view.stretch.start : first][-_REACH:], "", "")
