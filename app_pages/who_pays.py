"""Who pays: which budgets the figures of support name, as a stack for each document, with the clauses on a click."""

from compare.questions.who_pays import part_label, sort_of
from compare.registry import VIEWS
from compare.shared.view import SIDE_BY_SIDE
from components import filters, page, paper, show
from components.columns import pager
from components.matrix import matrix
from loaders import lookups
from loaders.payers import PARTS
from loaders.snapshot import Tables
from model.selection import Selection
from wording.say import say
from wording.texts import text


def find(tables: Tables, selection: Selection) -> None:
    """The search words, where there are more documents than a page shows at once; none is lost with them."""
    view = VIEWS["who_pays"]
    if selection.text or lookups.count_documents(tables, view.honoured(view.in_force(tables, selection))) > SIDE_BY_SIDE:
        filters.search_box(selection, "payers.search_hint", "payers.search")


def sort(selection: Selection) -> None:
    """What many documents are sorted by."""
    lang = selection.lang
    shares = {part: text("payers.sort_share", lang, payer=say(part_label(part), lang)) for part in PARTS}
    filters.sort_choice(selection, sort_of(selection), {"document": text("payers.sort_document", lang), "place": text("payers.sort_place", lang), **shares})


opened = page.opened("who_pays", find)
comparison = opened.comparison
page.top(opened)
show.chart(comparison, "payers.legend")
if comparison.total > SIDE_BY_SIDE and not paper.is_on():
    sort(comparison.selection)
matrix(comparison)
pager(comparison)
page.clauses(opened)
page.bottom(opened)
