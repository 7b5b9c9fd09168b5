"""The second reading on the desk: begun without a look at the first, finished, compared figure by figure, decided."""

from typing import Any

import streamlit as st

from components.desk.form import column_words, one_line
from components.escape import escape, highlighted
from curation.desk import draft as desk
from curation.desk import draft_file, second
from curation.desk.draft import Draft
from curation.desk.second import KEYS, Compared
from curation.read.reading import Reading
from model.fields import FIELDS
from wording import formats
from wording.texts import label, text

_BEFORE, _AFTER = 60, 40  # characters of the text around a figure


def prepare_box(draft: Draft, reading: Reading, lang: str) -> None:
    """Set the document out for a second reader, once."""
    if second.place(draft.document_id).exists():
        return
    with st.expander(text("curate.second_prepare", lang), icon=":material/group:"):
        st.caption(text("curate.second_prepare_help", lang))
        begun = second.begin_second(draft.content["document"], reading)
        if draft_file.load_draft(begun.name):
            st.info(text("curate.second_waiting", lang, name=escape(text("curate.second_name", lang, document=draft.document_id))), icon=":material/hourglass:")
        elif st.button(text("curate.second_prepare_do", lang), icon=":material/group_add:"):
            draft_file.save_draft(begun)
            draft_file.save_draft(draft)  # the first reading stays the work that is open
            st.rerun()


def finish_step(draft: Draft, words: str, lang: str) -> None:
    """The end of the second reading: what is left, and handing it over."""
    rows = sum(len(measure.get(table) or []) for measure in draft.content["measures"] for table in KEYS)
    left = len(desk.open_numerals(draft, words)) + len(draft.open)
    st.markdown(text("curate.second_rows", lang, rows=rows, left=left))
    st.caption(text("curate.second_finish_help", lang))
    if st.button(text("curate.second_finish", lang), type="primary", icon=":material/task_alt:", disabled=not rows or bool(draft.open)):
        path = second.finish(draft)
        draft_file.drop_draft(draft.name)
        st.success(text("curate.second_finished", lang, file=escape(f"second/{path.name}")), icon=":material/check:")


def compare_step(draft: Draft, reading: Reading, lang: str) -> Draft:
    """Both readings side by side: what agrees is counted, what differs is decided one by one."""
    other = second.read_second(draft.document_id)
    if other is None:
        st.info(text("curate.second_none", lang))
        return draft
    if draft.open:
        st.info(text("curate.second_first_open", lang, count=len(draft.open)), icon=":material/hourglass:")
        return draft
    if str(other.get("document", {}).get("text_sha256", "")) != str(draft.content["document"].get("text_sha256", "")):
        st.error(text("curate.second_other_text", lang), icon=":material/error:")
        return draft
    if not _counted(draft, other, lang):
        return draft
    items = second.compared(draft.content, other)
    decided = second.decisions(other)
    differing = [item for item in items if not item.is_same or item.name in decided]
    open_ones = [number for number, item in enumerate(differing) if item.name not in decided]
    st.progress(1 - len(open_ones) / max(1, len(differing)), text("curate.second_progress", lang, done=len(differing) - len(open_ones), all=len(differing), same=len(items) - len(differing)))
    if not open_ones:
        st.success(text("curate.second_done", lang), icon=":material/check:")
    if not differing:
        return draft
    number = st.selectbox(text("curate.second_figure", lang), range(len(differing)), index=next(iter(open_ones), 0), key=f"second.{draft.document_id}.{len(open_ones)}",
                          format_func=lambda place: f"{'●' if differing[place].name in decided else '○'} {_name(differing[place], lang)}")
    item = differing[number]
    _context(item, reading.text)
    if item.name in decided:
        taken = text("list.clause", lang).join(_taken_words(str(one), lang) for one in decided[item.name].get("taken", []))
        st.caption(escape(text("curate.second_decided", lang, taken=taken, reason=str(decided[item.name].get("reason", "")))))
        return draft
    return _decide(draft, item, other, reading.text, lang)


def _counted(draft: Draft, other: dict[str, Any], lang: str) -> bool:
    """The agreement of the two readings as they were before anything was decided; it is counted once, when the comparison begins."""
    lines = second.published_agreement(draft.document_id)
    if not lines:
        st.info(text("curate.second_begin_help", lang), icon=":material/balance:")
        if st.button(text("curate.second_begin", lang), type="primary", icon=":material/balance:"):
            second.publish_agreement(second.agreement_of(draft.document_id, draft.content, other))
            st.rerun()
        return False
    found = [line for line in lines if line.field == "found"]
    rest = [line for line in lines if line.field != "found"]
    agreed, total = (sum(getattr(line, name) for line in rest) for name in ("agreed", "total"))
    st.markdown(text("curate.second_agreement", lang, both=sum(line.agreed for line in found), all=sum(line.total for line in found),
                     percent=formats.percent(round(100 * agreed / max(1, total), 1))))
    return True


def _decide(draft: Draft, item: Compared, other: dict[str, Any], words: str, lang: str) -> Draft:
    """One choice for each column in which the readings differ, or for the row as a whole."""
    key = f"second.{draft.document_id}.{item.name}"
    taken: dict[str, str | None] = {}
    with st.container(border=True):
        if item.first is not None and item.second is not None:
            for name in item.fields:
                sides = {"first": _value(name, item.first.get(name), lang), "second": _value(name, item.second.get(name), lang)}
                taken[name] = st.radio(escape(column_words(FIELDS[name], lang)), list(sides), index=None, key=f"{key}.{name}", horizontal=True,
                                       format_func=lambda whose, sides=sides: text(f"curate.second_{whose}", lang, value=escape(sides[whose])))
        else:
            only = "first" if item.first is not None else "second"
            st.markdown(escape(_row_words(item.first or item.second or {}, lang)))
            taken["row"] = st.radio(text(f"curate.second_only_{only}", lang), ("first", "second"), index=None, key=f"{key}.row",
                                    format_func=lambda whose: text(f"curate.second_only_{only}_{whose}", lang))
        reason = one_line(st.text_input(text("curate.second_reason", lang), key=f"{key}.reason", help=text("curate.second_reason_help", lang)))
        if st.button(text("curate.second_decide", lang), key=f"{key}.do", type="primary", icon=":material/check:"):
            if not reason or not all(taken.values()):
                st.warning(text("curate.second_open", lang), icon=":material/rule:")
                return draft
            chosen = {name: str(whose) for name, whose in taken.items()}
            after = second.decide(draft, item, chosen, reason, words, other)
            if draft_file.save_over(draft, after):
                second.keep_decision(draft.document_id, item, chosen, reason)
            st.rerun()
    return draft


def _context(item: Compared, words: str) -> None:
    row = item.second or item.first or {}
    start, end = int(row["start"]), int(row["end"])
    before, after = words[max(0, start - _BEFORE) : start], words[end : end + _AFTER]
    st.markdown(f":gray[…]{escape(before)}{highlighted(words[start:end])}{escape(after)}:gray[…]")


def _name(item: Compared, lang: str) -> str:
    row = item.second or item.first or {}
    what = text("list.separator", lang).join(getattr(FIELDS[name], lang) for name in item.fields) if item.fields else ""
    missing = "" if item.first is not None and item.second is not None else text("curate.second_only_first" if item.first is not None else "curate.second_only_second", lang)
    return text("list.fact", lang, name=str(row.get("phrase", "")), value=what or missing) if what or missing else str(row.get("phrase", ""))


def _taken_words(one: str, lang: str) -> str:
    name, _, whose = one.partition(": ")
    column = getattr(FIELDS[name], lang) if name in FIELDS else text("curate.fault_row", lang)
    return text("list.fact", lang, name=column, value=text(f"curate.second_whose_{whose}", lang))


def _row_words(row: Any, lang: str) -> str:
    """What a row says in its coded columns."""
    names = [name for name in row if name in FIELDS and name not in ("start", "end", "prefix", "suffix", "phrase") and not name.endswith("_id")]
    return text("list.clause", lang).join(text("list.fact", lang, name=getattr(FIELDS[name], lang), value=_value(name, row[name], lang)) for name in names)


def _value(name: str, value: Any, lang: str) -> str:
    """A value as a reader knows it."""
    if value in (None, "", []):
        return text("curate.empty", lang)
    values = value if isinstance(value, list) else [value]
    listed = FIELDS[name].codes
    return text("list.separator", lang).join(label(listed, str(one), lang) if listed else str(one) for one in values)
