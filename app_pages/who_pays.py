"""Who pays: which budgets the documents name for their support, and what they leave open."""

from components import page
from components.matrix import matrix

opened = page.opened("who_pays")
page.top(opened)
matrix(opened.comparison, by_line=True)
page.bottom(opened)
