"""The editors' desk: from a text to a curated file, links between two documents, corrections. Only under `make curate`."""

import streamlit as st

from components import frame
from components.curate_clause import clause_step
from components.curate_corrections import corrections
from components.curate_finish import coverage_step, ledger_step, save_step
from components.curate_links import link_desk
from components.curate_start import about_step, choose, upload
from components.filters import read
from components.menu import is_curating
from curation.articles import articles
from curation.desk import has_changed
from curation.draft_file import save_over
from model.texts import text

WORK = ("document", "links", "corrections")
STEPS = ("about", "clauses", "ledger", "save")

tables = frame.open_tables()
selection = read(tables)
lang = selection.lang
st.title(text("view.curate", lang), anchor=False)
if not is_curating():
    st.info(text("curate.off", lang))
    st.stop()

work = st.segmented_control(text("curate.work", lang), WORK, default="document", required=True, key="curate.work", label_visibility="collapsed",
                            format_func=lambda name: text(f"curate.work.{name}", lang))
if work == "links":
    link_desk(tables, selection)
    st.stop()
if work == "corrections":
    corrections(tables, lang)
    st.stop()

upload(lang)
chosen = choose(lang)
if chosen is not None:
    draft, words = chosen
    step = st.segmented_control(text("curate.step", lang), STEPS, default="about", required=True, key="curate.step",
                                format_func=lambda name: text(f"curate.step.{name}", lang))
    if step != "save" and has_changed(draft):
        st.warning(text("curate.conflict_ahead", lang), icon=":material/sync_problem:")
    after = draft
    if step == "about":
        after = about_step(draft, lang)
    elif step == "clauses":
        after = clause_step(draft, words, articles(words), lang)
    elif step == "ledger":
        after = coverage_step(ledger_step(draft, words, lang), lang)
    else:
        after = save_step(draft, words, lang)
    if after is not draft:
        save_over(draft, after)  # if more was typed meanwhile, the page shows it and the click can be repeated
        st.rerun()
