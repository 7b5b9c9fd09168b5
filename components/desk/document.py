"""One document on the desk, step by step; every step takes the draft and returns the one that is kept."""

import streamlit as st

from components.desk.about import about_step
from components.desk.clause import clause_step
from components.desk.finish import coverage_step, ledger_step, save_step
from components.desk.start import choose, texts_held
from components.desk.upload import upload
from curation.desk import draft_file
from curation.desk.saving import has_changed
from wording.texts import text

STEPS = ("about", "clauses", "ledger", "save")


def document_desk(lang: str) -> None:
    """Add a text, choose a document, and go through its steps."""
    upload(lang, len(texts_held()))
    chosen = choose(lang)
    if chosen is None:
        return
    draft, reading, path = chosen
    words = reading.text
    step = st.segmented_control(text("curate.step", lang), STEPS, default="about", required=True, key="curate.step",
                                format_func=lambda name: text(f"curate.step.{name}", lang))
    if step != "save" and has_changed(draft):
        st.warning(text("curate.conflict_ahead", lang), icon=":material/sync_problem:")
    after = draft
    if step == "about":
        after = about_step(draft, words, lang)
    elif step == "clauses":
        after = clause_step(draft, reading, path, lang)
    elif step == "ledger":
        after = coverage_step(ledger_step(draft, words, lang), lang)
    else:
        after = save_step(draft, words, lang)
    if after is not draft:
        draft_file.save_over(draft, after)  # if more was typed meanwhile, the page shows it and the click can be repeated
        st.rerun()
