"""A question about many documents has three parts: the distribution, few side by side, and the list of all rows."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from compare.shared.listed_awards import list_of_awards
from compare.shared.spread import spread_of
from compare.shared.view import SIDE_BY_SIDE, View
from loaders import lookups
from loaders.snapshot import Tables
from model.comparison import Comparison
from model.selection import Selection

Builder = Callable[[View, Tables, Selection], Comparison]

PARTS = ("spread", "side", "list")
CITIES = "cities"


def by_part(side: Builder, *, spread: Builder = spread_of, listed: Builder = list_of_awards, cities: Builder | None = None,
            parts: tuple[str, ...] = PARTS, further: Mapping[str, Builder] = MappingProxyType({})) -> Builder:
    """The builder of a view whose `side` sets documents side by side: as it is for few documents; for many that part
    of `parts` which the reader chose, the first of them at first. `cities` has places as rows and, where there is one, comes first;
    `further` parts come last.
    """
    builders: dict[str, Builder] = {**({CITIES: cities} if cities else {}), "spread": spread, "side": side, "list": listed, **further}
    parts = (*((CITIES,) if cities else ()), *parts, *further)

    def build(view: View, tables: Tables, selection: Selection) -> Comparison:
        if lookups.count_documents(tables, view.honoured(selection)) <= SIDE_BY_SIDE:
            return side(view, tables, selection)
        part = selection.part if selection.part in parts else parts[0]
        return replace(builders[part](view, tables, selection), part=part, parts=parts)

    return build
