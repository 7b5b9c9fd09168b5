"""Support item by item: figure, condition, who pays and which departments handle it."""

from components import page
from components.columns import pager
from components.support import support_table

opened = page.opened("support_list")
page.top(opened)
support_table(opened.comparison)
pager(opened.comparison)
page.bottom(opened)
