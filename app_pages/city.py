"""A city on one page: its documents in time, and what the newest valid one states, ready to be printed."""

from dataclasses import replace

from compare.questions.city import city_of
from compare.registry import VIEWS
from components import frame, page, places, show
from components.groups import grouped_matrix
from model.selection import Selection

opened = page.opened("city", lambda tables, selection: places.choose_city(tables, selection, city_of(tables, selection)))
page.top(opened)
own = Selection(as_of=opened.comparison.selection.as_of, lang=opened.lang, cities=(city_of(opened.tables, opened.comparison.selection),))
timed = frame.build(VIEWS["overview"], opened.tables, own)
show.chart(replace(timed, title=opened.comparison.title, finding=opened.comparison.finding), "overview.note_time")
grouped_matrix(opened.comparison)
page.clauses(opened)
page.bottom(opened)
