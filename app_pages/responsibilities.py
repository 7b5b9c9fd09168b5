"""Responsibilities: which department leads or takes part in what, by category across documents."""

from components import filters, page
from components.groups import grouped_matrix

opened = page.opened("responsibilities", lambda _, selection: filters.search_box(selection, "responsibilities.search_hint", "responsibilities.search"))
page.top(opened)
grouped_matrix(opened.comparison)
page.bottom(opened)
