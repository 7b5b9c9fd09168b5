"""The list of corrections on the desk: what of the published data was wrong, why, and when it was mended."""

from datetime import date

import streamlit as st

from components.desk.finish import fault_table, tell
from components.desk.form import fields
from components.escape import escape
from curation.check.corrections import correction_faults, held_corrections, write_correction
from curation.check.curated import Record
from loaders.snapshot import Tables
from wording.texts import text

_WORDS = ("what_zh", "what_en", "reason_zh", "reason_en")


def corrections(tables: Tables, lang: str) -> None:
    """Choose an entry or begin one, fill it in, keep it; publishing puts it on the page about the method."""
    st.caption(text("curate.corrections_intro", lang))
    held = {str(entry.get("correction_id")): entry for entry in held_corrections()}
    name = st.selectbox(text("curate.correction", lang), ["", *reversed(held)], key=f"correction.{len(held)}",
                        format_func=lambda item: _name(held[item], lang) if item else text("curate.correction_new", lang))
    entry = _entry(tables, held.get(name, {"corrected_on": date.today().isoformat()}), f"correction.{name}.{len(held)}", lang) | {"correction_id": name}
    found = [fault for fault in correction_faults(entry) if fault.field != "correction_id"]
    if st.button(text("curate.correction_save", lang), type="primary", icon=":material/save:", help=text("curate.correction_save_help", lang)):
        if found:
            st.warning(text("curate.correction_open", lang), icon=":material/rule:")
            fault_table(found, lang, {"": text("curate.correction_new", lang)})
            return
        st.success(text("curate.correction_saved", lang, name=escape(write_correction(entry))), icon=":material/check:")
    if held_corrections() and st.button(text("curate.publish_all", lang), icon=":material/publish:"):
        tell(lang, publishing=True)


def _entry(tables: Tables, entry: Record, key: str, lang: str) -> Record:
    words = _rows(tables, lang)
    chosen = list(entry.get("row_ids") or [])
    rows = st.multiselect(text("curate.correction_rows", lang), list(dict.fromkeys([*words, *chosen])), default=chosen, key=f"{key}.rows.{lang}",
                          format_func=lambda row: words.get(row, row), placeholder=text("curate.choose", lang), select_all=False, help=text("curate.correction_rows_help", lang))
    return fields(("corrected_on",), entry, lang, key, 3) | fields(_WORDS, entry, lang, key) | {"row_ids": rows}


def _rows(tables: Tables, lang: str) -> dict[str, str]:
    """Everything that a correction can be about, by id: documents, measures, awards and targets."""
    found: dict[str, str] = {}
    for name, key, words in (("documents", "document_id", f"title_{lang}"), ("measures", "measure_id", f"title_{lang}"),
                             ("awards", "award_id", "phrase"), ("targets", "target_id", "phrase")):
        found |= {str(row_id): f"{row_id} {said}" for row_id, said in zip(tables[name][key], tables[name][words], strict=True)}
    return found


def _name(entry: Record, lang: str) -> str:
    return f"{entry.get('correction_id', '?')} {entry.get('corrected_on', '')} {entry.get(f'what_{lang}', '')}"
