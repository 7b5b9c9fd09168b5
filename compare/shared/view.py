"""A view: one question an official asks, as a pure function from tables and a selection to a Comparison."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from compare.shared.ordered import ordered
from loaders import lookups
from loaders.paging import Rows
from loaders.snapshot import Tables
from model.comparison import Comparison
from model.saying import Words, text
from model.selection import Selection
from model.status import CURRENT

DOCUMENT_FILTERS = ("cities", "documents", "years", "statuses", "provinces", "places")
AWARD_FILTERS = ("categories", "designations", "beneficiaries", "levels", "instruments")
FILTERS = ("cities", "documents", "years", "categories", "designations", "beneficiaries", "levels", "instruments",
           "indicators", "statuses", "provinces", "places", "quantified", "text")

KEPT = 64  # answered questions, of all sessions together
SIDE_BY_SIDE = 8  # documents that a question sets side by side unless the reader chooses more


@dataclass(frozen=True)
class View:
    """`name` is the stem of page, builder and test; `uses` the filters it honours; `reads` which rows it lays out. A filter that it does not use stays
    in the link, shows disabled and never filters.
    """

    name: str
    uses: tuple[str, ...]
    builder: Callable[["View", Tables, Selection], Comparison]
    reads: Callable[[Tables, Selection], Rows] = lambda tables, selection: Rows("awards", selection)
    subject: tuple[str, ...] = ()  # filters that are the page's own choice and end with it: the one title, the one document
    fields: tuple[str, ...] = ()  # the columns of its list unless the reader chooses others, if not the usual ones, and what sorts it
    sort: str = "place"
    is_record: bool = False  # shows documents as such, so that one that is no longer valid is hidden only where the reader says so

    def build(self, tables: Tables, selection: Selection) -> Comparison:
        """The answered question for what the reader chose, without the filters that the view does not use.

        It is worked out once for both languages and kept for as long as the same is asked of the same snapshot.
        """
        return replace(_built(self, tables, self.asked(tables, selection)), selection=selection)

    def rows(self, tables: Tables, selection: Selection) -> Rows:
        """The rows that this view lays out for an honoured selection; by them it chooses which of many documents to show."""
        return self.reads(tables, selection)

    def asked(self, tables: Tables, selection: Selection) -> "Asked":
        """What of a selection shapes the answer: the filters that the view uses, and the names of those that it ignores."""
        held = self.in_force(tables, selection)
        return Asked((self.honoured(held).unspoken(), tuple(name for name in held.restricts() if name not in self.uses)), held)

    def in_force(self, tables: Tables, selection: Selection) -> Selection:
        """The selection with only what may be read as valid on the day, where the reader wants that, or has said nothing and many documents pass."""
        if "statuses" not in self.uses or selection.statuses or selection.force == "all":
            return selection
        is_many = not self.is_record and not selection.documents and lookups.count_documents(tables, self.honoured(selection)) > SIDE_BY_SIDE
        return selection.having(statuses=CURRENT) if is_many or selection.force == "only" else selection

    def honoured(self, selection: Selection) -> Selection:
        """The selection with every filter removed that this view does not use."""
        unused = {name: False if name == "quantified" else "" if name == "text" else () for name in FILTERS if name not in self.uses}
        return selection.having(question="", **unused)

    def title(self) -> Words:
        """The name of the page."""
        return text(f"view.{self.name}")


@dataclass(frozen=True)
class Asked:
    """A selection by what of it a view uses: two that differ only in the rest are the same question."""

    used: tuple[Selection, tuple[str, ...]]
    selection: Selection = field(compare=False)


@lru_cache(maxsize=KEPT)
def _built(view: View, tables: Tables, asked: Asked) -> Comparison:
    return ordered(view.builder(view, tables, asked.selection), asked.selection)
