"""A support whose share changes along its base: 5000元以内全额抵用，超过5000元部分抵用50%."""

import re
from collections.abc import Sequence
from decimal import Decimal

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
