"""R&D and development targets: R&D intensity first, then every indicator under its own definition."""

from compare.questions.targets import goals
from components import page, show
from components.groups import grouped_matrix
from components.proposal_form import goal_form
from wording.answer import in_words

opened = page.opened("targets", lambda tables, selection: goal_form(selection, in_words(goals(tables), selection.lang)))
page.top(opened)
show.chart(opened.comparison, "targets.chart_note")
grouped_matrix(opened.comparison, opened=2)
page.clauses(opened)
page.bottom(opened)
