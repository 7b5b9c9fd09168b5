"""One document on the desk, step by step; every step takes the draft and returns the one that is kept."""

from pathlib import Path

import streamlit as st

from components.desk.about import about_step
from components.desk.clause import clause_step
from components.desk.finish import coverage_step, ledger_step, save_step
from components.desk.second import compare_step, finish_step, prepare_box
from components.desk.start import choose, texts_held
from components.desk.upload import upload
from curation.desk import draft_file
from curation.desk.draft import Draft
from curation.desk.saving import has_changed
from curation.desk.second import place
from curation.read.reading import Reading
from wording.texts import text

STEPS = ("about", "clauses", "ledger", "save")
# A second reader sees nothing of the first reading and leaves nothing but figures.
SECOND_STEPS = ("clauses", "ledger", "finish")


def document_desk(lang: str) -> None:
    """Add a text, choose a document, and go through its steps."""
    upload(lang, len(texts_held()))
    chosen = choose(lang)
    if chosen is None:
        return
    draft, reading, path = chosen
    words = reading.text
    if draft.reader == "second":
        _second(draft, reading, path, lang)
        return
    steps = (*STEPS, "second") if place(draft.document_id).exists() else STEPS
    step = st.segmented_control(text("curate.step", lang), steps, default="about", required=True, key="curate.step",
                                format_func=lambda name: text(f"curate.step.{name}", lang))
    if step != "save" and has_changed(draft):
        st.warning(text("curate.conflict_ahead", lang), icon=":material/sync_problem:")
    after = draft
    if step == "about":
        after = about_step(draft, reading, path, lang)
    elif step == "clauses":
        after = clause_step(draft, reading, path, lang)
    elif step == "ledger":
        after = coverage_step(ledger_step(draft, reading, path, lang), lang)
    elif step == "second":
        after = compare_step(draft, reading, lang)
    else:
        after = save_step(draft, words, lang)
        prepare_box(draft, reading, lang)
    _keep(draft, after)


def _second(draft: Draft, reading: Reading, path: Path, lang: str) -> None:
    """The steps of a second reader."""
    st.info(text("curate.second_intro", lang), icon=":material/group:")
    step = st.segmented_control(text("curate.step", lang), SECOND_STEPS, default="clauses", required=True, key="curate.step.of_second",
                                format_func=lambda name: text(f"curate.second_step.{name}", lang))
    if step == "clauses":
        _keep(draft, clause_step(draft, reading, path, lang))
    elif step == "ledger":
        _keep(draft, ledger_step(draft, reading, path, lang))
    else:
        finish_step(draft, reading.text, lang)


def _keep(before: Draft, after: Draft) -> None:
    if after is not before:
        draft_file.save_over(before, after)  # if more was typed meanwhile, the page shows it and the click can be repeated
        st.rerun()
