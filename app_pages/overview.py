"""Overview: what material there is, where to look for a title or a topic, and the questions officials ask."""

import streamlit as st

from compare.registry import VIEWS
from compare.shared.signposts import questions
from components import coverage, findings, frame, gaps, paper, places, search, show, signposts
from components.export_menu import export_menu
from wording.texts import text

view = VIEWS["overview"]
tables, selection = frame.open_page(view)
lang = selection.lang
# The search words look for pages here and filter nothing, so the figures are built without them.
comparison = frame.build(view, tables, selection.having(text=""))
if not comparison.empty_because:
    show.heading(comparison)
    export_menu(tables, comparison)
st.caption(text("app.about", lang))

if not paper.is_on():
    search.field(selection, "main", is_results=False)

findings.findings(tables, selection)
st.header(text("places.news", lang), anchor=False)
places.latest(tables, selection)
st.header(text("places.cities", lang), anchor=False)
places.tiles(tables, selection)
places.cities(tables, selection)
st.header(text("overview.questions", lang), anchor=False)
asked = questions(selection, VIEWS)
for place, column in enumerate(st.columns(2)):
    with column:
        signposts.links(asked[place::2], ":material/help:", lang)

if comparison.empty_because:
    frame.empty(comparison)
    st.stop()

is_many = any(note.kind == "shown" for note in comparison.notes)
if not is_many:  # of many documents the time line stands on the page of a city
    show.chart(comparison, "overview.note_time")
covered = frame.build(VIEWS["province_coverage" if is_many else "coverage"], tables, comparison.selection)
coverage.render(tables, covered)
st.header(text("gaps.title", lang), anchor=False)
gaps.show(tables, frame.build(VIEWS["gaps"], tables, selection))
show.notes(comparison)
frame.footer(tables, lang)
