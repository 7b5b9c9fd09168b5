"""By recognised title: one title across all documents and levels, related titles apart, and the other clauses that name it."""

from compare.questions.by_title import chosen, options
from compare.shared.title_rows import option_words
from components import filters, page
from components.groups import grouped_matrix
from components.proposal_form import sum_form
from loaders.snapshot import Tables
from model.selection import Selection
from wording.answer import Answer
from wording.say import say
from wording.texts import text


def ask(tables: Tables, selection: Selection) -> None:
    """Which title is shown, and an own proposal for it."""
    lang, title = selection.lang, chosen(tables, selection)[0]
    titles = list(dict.fromkeys([*options(tables), title]))
    filters.choose_one(tables, "designations", text("by_title.pick", lang), titles, {code: say(option_words(code), lang) for code in titles}, title, lang)
    sum_form(selection, (title,))


def table(comparison: Answer) -> None:
    """The rows in groups, all of them open."""
    grouped_matrix(comparison, opened=len(comparison.chart.rows))


page.standard(page.opened("by_title", ask), table)
