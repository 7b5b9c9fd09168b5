"""Support item by item: figure, condition, who pays and which departments handle it."""

from components import page
from components.groups import grouped_matrix

opened = page.opened("support_list")
page.top(opened)
grouped_matrix(opened.comparison)
page.bottom(opened)
