"""Many figures at once on the desk: jumping to the least certain one, and accepting all of one kind."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from components.desk.figure import from_picture
from components.escape import Markdown, escape
from curation.check.curated import Record
from curation.desk.batch import Group, Whole, accept_all, groups, least_certain, undo
from curation.desk.clauses import Spans, clause_at
from curation.desk.draft import Draft
from wording.texts import label, text

_LISTED = 200


def jump(draft: Draft, spans: Spans, measures: Mapping[str, Record], lang: str) -> Draft:
    """The open figures of the whole document, the least certain first; choosing one opens its clause."""
    order = least_certain(draft)
    if len(order) < 2:
        return draft

    def name(number: int) -> str:
        item = draft.open[number]
        clause = measures.get(clause_at(spans, item.start), {}).get("article", "")
        share = text("curate.sure_short", lang, share=round(item.confidence * 100)) if item.confidence else text("curate.sure_unknown", lang)
        return text("list.clause", lang).join([item.phrase, str(clause), share])

    chosen = st.selectbox(text("curate.jump", lang, count=len(order)), order, index=None, placeholder=text("curate.jump_choose", lang), format_func=name,
                          key=f"jump.{draft.document_id}.{draft.at}.{len(order)}", help=text("curate.jump_help", lang))
    return draft if chosen is None else replace(draft, at=draft.open[chosen].start)


def batch_box(draft: Draft, spans: Spans, words: str, lang: str) -> Draft:
    """Accept all whole proposals of a kind, and take that act back."""
    if draft.batch:
        said, button = st.columns([3, 1], vertical_alignment="center")
        said.info(text("curate.batch_done", lang, count=len(draft.batch.rows), group=escape(group_name(draft.batch.group, lang))), icon=":material/done_all:")
        if button.button(text("curate.batch_undo", lang), key="batch.undo", icon=":material/undo:"):
            return undo(draft)
    found = groups(draft, spans)
    if not found:
        return draft
    with st.expander(text("curate.batch", lang), icon=":material/done_all:"):
        st.caption(text("curate.batch_help", lang))
        chosen = st.selectbox(text("curate.batch_group", lang), range(len(found)), key=f"batch.{draft.document_id}.{len(draft.open)}",
                              format_func=lambda place: _group_words(draft, found[place], lang))
        whole = found[chosen]
        st.markdown("\n".join(f"- {_line(draft, number, lang)}" for number in whole.numbers[:_LISTED]))
        if whole.lacking:
            st.caption(text("curate.batch_lacking", lang, count=int(whole.lacking)))
        if st.button(text("curate.batch_do", lang, count=len(whole.numbers)), key=f"batch.do.{chosen}.{len(draft.open)}", icon=":material/done_all:"):
            return accept_all(draft, whole, spans, words)
    return draft


def group_name(group: Group, lang: str) -> str:
    """Kind of row and, for awards, form."""
    kind, form = group
    name = text(f"curate.group.{kind}", lang)
    return text("list.fact", lang, name=name, value=label("form", form, lang)) if form else name


def _group_words(draft: Draft, whole: Whole, lang: str) -> str:
    return text("curate.batch_name", lang, group=group_name(whole.group, lang), count=len(whole.numbers), share=round(whole.confidence(draft) * 100))


def _line(draft: Draft, number: int, lang: str) -> Markdown:
    """One proposal as it would become a row: figure, who, level."""
    item = draft.open[number]
    level = str(item.columns.get("recognition_level") or "")
    who = item.columns.get(f"beneficiary_{lang}") or label("indicator", str(item.columns.get("indicator") or ""), lang)
    parts = [str(who), label("recognition_level", level, lang) if level not in ("", "none") else ""]
    return f"**{escape(item.phrase)}** {escape(text('list.separator', lang).join(part for part in parts if part))}{from_picture(draft, item.start, item.end, lang)}"
