"""R&D and development targets: R&D intensity first, then every indicator under its own definition."""

from compare.questions.targets import goals
from components import page
from components.groups import grouped_matrix
from components.proposal_form import goal_form
from wording.answer import in_words

opened = page.opened("targets", lambda tables, selection: goal_form(selection, in_words(goals(tables), selection.lang)))
page.standard(opened, lambda comparison: grouped_matrix(comparison, opened=2), "targets.chart_note", chart_first=True)
