"""The end of the desk: numerals without a role, coverage, what is still wrong, saving and publishing."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import streamlit as st

from components.desk.conflict import Ways, conflict
from components.desk.picture import compare_lines
from components.escape import escape, highlighted
from curation.check import curated
from curation.check.curated import records
from curation.check.fault import CurationError, Fault, fault_lines
from curation.check.named_titles import unregistered
from curation.check.obvious import settle_obvious
from curation.desk import draft as desk
from curation.desk import draft_file
from curation.desk.conflict import fingerprint
from curation.desk.draft import Draft
from curation.desk.saving import (
    ChangedOnDiskError,
    faults,
    finished,
    has_changed,
    place,
    save,
    second_looks,
    suggested_coverage,
)
from curation.publish.build import BuildError
from curation.publish.changes import change_words
from curation.publish.publish import Publication, preview, publish, rollback
from curation.read.reading import Reading
from model.codes import codes
from model.fields import FIELDS
from wording.texts import label, text, texts

SHOWN = 200


def ledger_step(draft: Draft, reading: Reading, path: Path, lang: str) -> Draft:
    """Every numeral that nothing covers yet; the obvious ones by one click, the others one by one in their clauses.

    Of a scan, the lines of those that are settled are then compared with their pictures.
    """
    words = reading.text
    waiting = desk.open_numerals(draft, words)
    if not waiting:
        st.success(text("curate.ledger_done", lang), icon=":material/check:")
        return compare_lines(draft, reading, path, lang)
    st.markdown(text("curate.ledger", lang, count=len(waiting)))
    if st.button(text("curate.obvious", lang), help=text("curate.obvious_help", lang), key="curate.obvious"):
        return settle_obvious(draft, words)
    roles = [role for role in codes("figure_role") if role not in ("award", "target")]
    for start, end, phrase in waiting[:30]:
        context, role, button = st.columns([5, 2, 1], vertical_alignment="center")
        context.markdown(f"{escape(words[max(0, start - 24) : start])}{highlighted(phrase)}{escape(words[end : end + 16])}")
        chosen = role.selectbox(escape(phrase), roles, key=f"ledger.{start}", label_visibility="collapsed", format_func=lambda code: label("figure_role", code, lang))
        if button.button(text("curate.settle", lang), key=f"ledger.settle.{start}"):
            return desk.settle(draft, start, end, chosen, words)
    return draft


def coverage_step(draft: Draft, lang: str) -> Draft:
    """The state of each category; the curator says which ones the text was read for without finding anything."""
    states = suggested_coverage(draft.content)
    said = [text("list.fact", lang, name=label("category", code, lang), value=label("coverage_state", state, lang)) for code, state in states.items()]
    with st.expander(text("curate.coverage", lang), icon=":material/checklist:", expanded="not_reviewed" in states.values()):
        st.caption(" · ".join(escape(words) for words in said))
        if "not_reviewed" in states.values() and st.button(text("curate.read_through", lang), help=text("curate.read_through_help", lang)):
            return desk.describe(draft, "coverage", {code: "absent" for code, state in states.items() if state == "not_reviewed"})
    return draft


def save_step(draft: Draft, words: str, lang: str) -> Draft:
    """What still stands in the way, the file as it will be written, and the changes that publishing would make."""
    if has_changed(draft):
        conflict(place(draft), finished(draft).content, _ways(draft, words), lang)
        return draft
    found = faults(draft)
    if found:
        st.warning(text("curate.faults", lang, count=len(found)), icon=":material/rule:")
        fault_table(found[:SHOWN], lang, _names(draft))
    else:
        st.success(text("curate.no_faults", lang), icon=":material/check:")
    looks = second_looks(draft, words)
    if looks:
        with st.expander(text("curate.second_looks", lang, count=len(looks)), icon=":material/rate_review:"):
            fault_table(looks[:SHOWN], lang, _names(draft))
    for measure_id, name, title in unregistered(finished(draft).content, words):
        st.info(text("curate.unregistered", lang, clause=escape(_names(draft).get(measure_id, measure_id)), name=escape(name), title=escape(label("designation", title, lang))), icon=":material/workspace_premium:")
    bare = desk.open_numerals(draft, words)
    if bare:
        st.info(text("curate.bare_left", lang, count=len(bare)), icon=":material/format_list_numbered:")
    if draft.rejected:
        with st.expander(text("curate.rejected", lang, count=len(draft.rejected))):
            st.markdown("\n".join(f"- **{escape(item.phrase)}** {escape(item.reason)}" for item in draft.rejected))
    left, middle, right = st.columns(3)
    if left.button(text("curate.save", lang), type="primary", icon=":material/save:", help=text("curate.save_help", lang)) and _saved(draft, lang):
        st.success(text("curate.saved", lang, file=escape(place(draft).name)))
    if middle.button(text("curate.preview", lang), icon=":material/difference:", disabled=bool(found)) and _saved(draft, lang):
        tell(lang, publishing=False)
    if right.button(text("curate.publish", lang), icon=":material/publish:", disabled=bool(found)) and _saved(draft, lang):
        tell(lang, publishing=True)
    take_back(lang)
    return draft


def take_back(lang: str) -> None:
    """Return to the snapshot that was in use before the last publication on this machine."""
    with st.expander(text("curate.rollback", lang), icon=":material/undo:"):
        st.caption(text("curate.rollback_help", lang))
        if st.button(text("curate.rollback_do", lang)):
            try:
                made = rollback()
            except CurationError as error:
                st.warning(escape(error.said(lang)))
                return
            st.info(text("publish.done", lang, snapshot=made.snapshot), icon=":material/undo:")
            st.markdown(_change_list(made, lang))


def _saved(draft: Draft, lang: str) -> bool:
    """Write the file; False, with words, if somebody changed it in the very moment."""
    try:
        base = save(draft).base
        draft_file.update_draft(draft, lambda held: replace(held, base=base))
    except ChangedOnDiskError as error:
        st.error(escape(error.said(lang)))
        return False
    return True


def _ways(draft: Draft, words: str) -> Ways:
    """On with the file on disk, or one's own over it."""
    def reopen() -> None:
        draft_file.save_draft(desk.begin_again(draft, curated.read(place(draft)), words, fingerprint(place(draft))))

    def overwrite() -> None:
        draft_file.save_draft(save(replace(draft, base=fingerprint(place(draft)))))

    return Ways(reopen, overwrite)


def fault_table(found: list[Fault], lang: str, names: Mapping[str, str] | None = None) -> None:
    """Every fault with its place and its mend; columns of one row with the same fault share a line.

    `names` gives what a reader knows a record by, where its id says too little.
    """
    lines: dict[tuple[str, str], list[str]] = {}
    for fault in found:
        lines.setdefault(((names or {}).get(fault.record, fault.place(lang)), fault.said(lang)), []).append(_column(fault.field, lang))
    st.table({text("curate.fault_row", lang): [escape(place) for place, _ in lines],
              text("curate.fault_column", lang): [escape(text("list.separator", lang).join(columns)) for columns in lines.values()],
              text("curate.fault_problem", lang): [escape(said) for _, said in lines]}, hide_index=True)


def _names(draft: Draft) -> dict[str, str]:
    """The clauses of a draft as the document numbers them, and its rows by their figures."""
    measures = records(draft.content.get("measures"))
    found = {str(row["measure_id"]): f"{row.get('article', '')} {row.get('title_zh', '')}".strip() for row in measures}
    for measure in measures:
        for row in [*records(measure.get("awards")), *records(measure.get("targets"))]:
            name = str(row.get("award_id") or row.get("target_id"))
            found[name] = f"{measure.get('article', '')} {row.get('phrase', '')} ({name})".strip()
    return found


def _column(name: str, lang: str) -> str:
    """How a reader knows a column, a section or a category."""
    if name in FIELDS:
        return str(getattr(FIELDS[name], lang))
    return text(f"publish.table.{name}", lang) if f"publish.table.{name}" in texts() else label("category", name, lang)


def tell(lang: str, *, publishing: bool) -> None:
    """Preview or publish everything that is curated, and say what changes."""
    try:
        made = publish() if publishing else preview()
    except BuildError as error:
        st.error("\n".join(f"- {escape(line)}" for line in fault_lines(error.faults, lang)))
        return
    key = "publish.same" if not made.is_new else "publish.done" if publishing else "publish.would"
    st.info(text(key, lang, snapshot=made.snapshot), icon=":material/publish:")
    st.markdown(_change_list(made, lang))


def _change_list(made: Publication, lang: str) -> str:
    """The changes line by line; more than a person reads are counted."""
    lines = [f"- {escape(change_words(change, lang))}" for change in made.changes[:SHOWN]]
    if len(made.changes) > SHOWN:
        lines.append(f"- {text('curate.more_changes', lang, count=len(made.changes) - SHOWN)}")
    return "\n".join(lines)
