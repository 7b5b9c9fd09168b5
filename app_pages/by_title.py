"""By recognised title: one title across all documents and levels, related titles apart, and the other clauses that name it."""

from compare.questions.by_title import chosen, options
from compare.shared.parts import CITIES
from compare.shared.title_cities import sort_of
from compare.shared.title_rows import option_words
from compare.shared.view import SIDE_BY_SIDE
from components import filters, page, paper
from components.columns import pager
from components.escape import escape
from components.groups import grouped_matrix
from components.matrix import matrix
from components.proposal_form import sum_form
from loaders import lookups
from loaders.snapshot import Tables
from loaders.title_cities import SORTS
from model.selection import Selection
from wording.answer import Answer
from wording.say import say
from wording.texts import text


def ask(tables: Tables, selection: Selection) -> None:
    """Which title is shown, and an own proposal for it."""
    lang, title = selection.lang, chosen(tables, selection)[0]
    titles = list(dict.fromkeys([*options(tables), title]))
    filters.choose_one(tables, "designations", text("by_title.pick", lang), titles, {code: say(option_words(code), lang) for code in titles}, title, lang)
    if selection.text or (selection.part in ("", CITIES) and lookups.count_documents(tables, selection) > SIDE_BY_SIDE):
        filters.search_box(selection, "by_title.search_hint", "by_title.search")
    sum_form(selection, (title,))


def table(comparison: Answer) -> None:
    """The rows in groups, all of them open."""
    grouped_matrix(comparison, opened=len(comparison.chart.rows))


def of_cities(comparison: Answer) -> None:
    """Places as rows, the highest support of each level in bold; a chosen row shows all of its supports with their clauses."""
    lang, selection = comparison.selection.lang, comparison.selection
    if not paper.is_on():
        filters.sort_choice(selection, sort_of(selection), {
            **{name: text(f"by_title.sort_{name}", lang) for name in SORTS},
            **{column.key: text("by_title.sort_level", lang, level=escape(column.label)) for column in comparison.chart.columns}})
    matrix(comparison)
    pager(comparison)


opened = page.opened("by_title", ask)
if opened.comparison.part == CITIES:
    page.top(opened)
    of_cities(opened.comparison)
    page.clauses(opened)
    page.bottom(opened)
else:
    page.standard(opened, table)
