"""A question about many documents has three parts: the distribution, few side by side, and the list of all rows."""

from collections.abc import Callable
from dataclasses import replace

from compare.shared.listed_awards import list_of_awards
from compare.shared.spread import spread_of
from compare.shared.view import SIDE_BY_SIDE, View
from loaders import lookups
from loaders.snapshot import Tables
from model.comparison import Comparison
from model.selection import Selection

Builder = Callable[[View, Tables, Selection], Comparison]

PARTS = ("spread", "side", "list")


def by_part(side: Builder, *, spread: Builder = spread_of, listed: Builder = list_of_awards, parts: tuple[str, ...] = PARTS) -> Builder:
    """The builder of a view whose `side` sets documents side by side: as it is for few documents; for many that of `parts`
    which the reader chose, the first of them at first.
    """
    builders: dict[str, Builder] = {"spread": spread, "side": side, "list": listed}

    def build(view: View, tables: Tables, selection: Selection) -> Comparison:
        if lookups.count_documents(tables, view.honoured(selection)) <= SIDE_BY_SIDE:
            return side(view, tables, selection)
        part = selection.part if selection.part in parts else parts[0]
        return replace(builders[part](view, tables, selection), part=part, parts=parts)

    return build
