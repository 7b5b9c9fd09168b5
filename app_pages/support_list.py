"""Support item by item: figure, condition, who pays and which departments handle it."""

from compare.registry import VIEWS
from components import page, parts
from components.columns import pager
from components.support import support_table

opened = page.opened("support_list")
page.top(opened)
if not parts.shown(VIEWS["support_list"], opened.tables, opened.comparison):
    support_table(opened.comparison)
    pager(opened.comparison)
page.bottom(opened)
