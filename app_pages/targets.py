"""R&D and development targets: R&D intensity first, then every indicator under its own definition."""

from components import page, show
from components.groups import grouped_matrix

opened = page.opened("targets")
page.top(opened)
show.chart(opened.comparison, "targets.chart_note")
grouped_matrix(opened.comparison, opened=2)
page.clauses(opened)
page.bottom(opened)
