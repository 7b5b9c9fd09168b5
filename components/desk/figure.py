"""The figure in question on the desk: a proposal to be decided, a row that is decided, or a numeral that nobody proposed."""

from dataclasses import replace
from typing import Literal

import streamlit as st

from components.desk.form import column_words, keeping, one_line, row_form
from components.escape import Markdown, escape
from curation.check.curated import Record, records
from curation.check.pictures import look_at, stretch_at
from curation.desk import draft as desk
from curation.desk.draft import Draft
from curation.desk.proposals import Proposal, lacking
from curation.desk.question import Question
from model.codes import codes
from model.fields import FIELDS
from model.schema import FORM_RULES, MONEY_COLUMNS
from wording.texts import label, text


def figure_step(draft: Draft, asked: Question | None, words: str, measure_id: str, span: tuple[int, int], lang: str) -> Draft:
    """Decide on the figure in question; without one, say what is left of the clause."""
    if asked is None:
        bare = sum(span[0] <= start < span[1] for start, _, _ in desk.open_numerals(draft, words))
        st.success(text("curate.clause_bare" if bare else "curate.clause_done", lang, count=bare), icon=":material/check:")
        return draft
    if asked.number >= 0:
        return _proposal(draft, asked.number, words, measure_id, lang)
    return _decided(draft, asked.row, lang) if asked.row else _numeral(draft, (asked.start, asked.end, asked.phrase), words, measure_id, lang)


def from_picture(draft: Draft, start: int, end: int, lang: str) -> Markdown:
    """A badge for a figure that OCR read, and whether it was compared; empty for any other."""
    if stretch_at(draft.content, start, end) is None:
        return ""
    key = "curate.from_picture" if look_at(draft.content, start, end) is None else "curate.from_picture_compared"
    return f" :{'orange' if key == 'curate.from_picture' else 'green'}-badge[{text(key, lang)}]"


def _proposal(draft: Draft, number: int, words: str, measure_id: str, lang: str) -> Draft:
    """One proposed row: accept as mended, split, merge into a decided row, or turn down with a reason."""
    item = draft.open[number]
    # The phrase is part of it: what the picture shows makes another proposal, whose columns must not be those typed before.
    step = f"{draft.document_id}.{item.start}.{item.phrase}.{number}.{len(draft.open)}.{len(draft.rejected)}"
    with st.container(border=True):
        st.markdown(f"**{text(f'curate.kind.{item.kind}', lang)} {escape(item.phrase)}**" + (f" :gray[{escape(item.why)}]" if item.why and lang == "en" else "") + from_picture(draft, item.start, item.end, lang))
        _grounds(item, lang)
        keep = keeping(draft, lambda held, name, value: desk.type_into(held, item.start, number, {name: value}))
        columns = row_form(item.kind, item.columns, lang, step, keep)
        missing = [getattr(FIELDS[name], lang) for name in lacking(item.kind, columns)]
        if missing:
            st.caption(text("curate.words_open", lang, fields=escape(text("list.separator", lang).join(missing))))
        accept, split = st.columns(2)
        if accept.button(text("curate.accept", lang), key=f"accept.{step}", type="primary", icon=":material/check:"):
            return replace(desk.accept(draft, number, columns, measure_id, words), at=-1)
        if split.button(text("curate.split", lang), key=f"split.{step}", icon=":material/call_split:", help=text("curate.split_help", lang)):
            return desk.split(draft, number)
        draft = _merge(draft, number, words, columns, measure_id, lang)
        return _reject(draft, number, words, step, lang) if number < len(draft.open) and draft.open[number] is item else draft


def _grounds(item: Proposal, lang: str) -> None:
    """How many of such proposals were right, and which words made ceiling, level and recipient."""
    said = [text(f"curate.because.{role}", lang, words=words) for role, words in item.because.items()]
    sure = [text("curate.sure", lang, share=round(item.confidence * 100))] if item.confidence else []
    if sure or said:
        st.caption(escape(text("list.clause", lang).join([*sure, *said])))


def _merge(draft: Draft, number: int, words: str, columns: Record, measure_id: str, lang: str) -> Draft:
    """Into a row that is decided; the rows of this clause come first."""
    measures = sorted(records(draft.content["measures"]), key=lambda measure: measure["measure_id"] != measure_id)
    awards = {str(row["award_id"]): row for measure in measures for row in records(measure.get("awards"))}
    if draft.open[number].kind != "award" or not awards:
        return draft
    step = f"{measure_id}.{draft.open[number].start}.{number}.{len(awards)}"
    with st.expander(text("curate.merge", lang), icon=":material/call_merge:"):
        row_id = st.selectbox(text("curate.merge_row", lang), list(awards), key=f"merge.row.{step}", format_func=lambda name: _row_name(awards[name]))
        names = ("ceiling_cny", "base_ceiling_cny", "sum_max_cny", "rate_max_pct", "share_max_pct", "term_max_months")
        column = st.selectbox(text("curate.merge_column", lang), names, key=f"merge.column.{step}", format_func=lambda name: column_words(FIELDS[name], lang))
        rule = FORM_RULES.get(columns.get("form", ""))
        value = one_line(st.text_input(text("curate.merge_value", lang), columns.get(rule.main or "", "") if rule else "", key=f"merge.value.{step}"))
        if st.button(text("curate.merge_do", lang), key=f"merge.{step}"):
            if value:
                return replace(desk.merge(draft, number, row_id, column, value, words), at=-1)
            st.warning(text("curate.merge_open", lang))
    return draft


def _row_name(row: Record) -> str:
    """A decided row as a person knows it: its figure and whom it is for, then its id."""
    return f"{row.get('phrase', '')} {row.get('beneficiary_zh', '')} ({row.get('award_id') or row.get('target_id') or row.get('rule_id')})"


def _reject(draft: Draft, number: int, words: str, step: str, lang: str) -> Draft:
    with st.expander(text("curate.reject", lang), icon=":material/close:"):
        roles = ["", *(role for role in codes("figure_role") if role not in ("award", "target"))]
        role = st.selectbox(text("curate.reject_role", lang), roles, index=1, key=f"reject.role.{step}",
                            format_func=lambda code: label("figure_role", code, lang) if code else text("curate.reject_none", lang))
        reason = one_line(st.text_input(text("curate.reject_reason", lang), key=f"reject.reason.{step}"))
        if st.button(text("curate.reject_do", lang), key=f"reject.{step}"):
            if reason:
                return replace(desk.reject(draft, number, reason, role, words), at=-1)
            st.warning(text("curate.reject_help", lang))
    return draft


def _decided(draft: Draft, row: Record, lang: str) -> Draft:
    """A row that is decided, with the way back."""
    row_id = row.get("award_id") or row.get("target_id") or row.get("rule_id") or ""
    with st.container(border=True):
        st.markdown(f"**{escape(str(row.get('phrase', '')))}** {escape(row_id or label('figure_role', str(row.get('role')), lang))}" + from_picture(draft, int(row["start"]), int(row["end"]), lang))
        shown = {name: value for name, value in row.items() if name in (*MONEY_COLUMNS, "form", "bound", "indicator", "value", "target_year", "recognition_level", "designation", "rule_kind", "rule_scope")}
        st.caption(escape(text("list.clause", lang).join(f"{getattr(FIELDS[name], lang)} {label(FIELDS[name].codes, value, lang) if FIELDS[name].codes else value}" for name, value in shown.items())))
        if row_id and st.button(text("curate.take_back", lang), key=f"back.{row_id}", icon=":material/undo:"):
            return desk.remove(draft, row_id)
        if not row_id and st.button(text("curate.unsettle", lang), key=f"unsettle.{row.get('start')}", icon=":material/undo:"):
            return desk.unsettle(draft, int(row["start"]))
    return draft


def _numeral(draft: Draft, numeral: tuple[int, int, str], words: str, measure_id: str, lang: str) -> Draft:
    """A numeral that nobody proposed: give it a role, or make it a row."""
    start, end, phrase = numeral
    measure = next(row for row in records(draft.content["measures"]) if row["measure_id"] == measure_id)
    rows: dict[str, Record] = {"": {}} | {str(row.get("award_id") or row["target_id"]): row for row in [*records(measure.get("awards")), *records(measure.get("targets"))]}
    with st.container(border=True):
        is_second = draft.reader == "second"
        st.markdown(f"**{text('curate.second_numeral' if is_second else 'curate.numeral', lang)} {escape(phrase)}**" + from_picture(draft, start, end, lang))
        if is_second and (made := _as_row(draft, numeral, words, lang, "primary")):
            return made
        role = st.selectbox(text("curate.reject_role", lang), codes("figure_role"), index=2, key=f"role.{start}", format_func=lambda code: label("figure_role", code, lang))
        row_id = st.selectbox(text("curate.merge_row", lang), list(rows), key=f"role.row.{start}", format_func=lambda name: _row_name(rows[name]) if name else text("curate.empty", lang))
        column = st.selectbox(text("curate.merge_column", lang), ("", *MONEY_COLUMNS), key=f"role.column.{start}",
                              format_func=lambda name: column_words(FIELDS[name], lang) if name else text("curate.empty", lang)) if role == "award" else ""
        if st.button(text("curate.settle", lang), key=f"settle.{start}", type="secondary" if is_second else "primary"):
            return replace(desk.settle(draft, start, end, role, words, row_id, column), at=-1)
        if not is_second and (made := _as_row(draft, numeral, words, lang, "secondary")):
            return made
    return draft


def _as_row(draft: Draft, numeral: tuple[int, int, str], words: str, lang: str, look: Literal["primary", "secondary"]) -> Draft | None:
    """A numeral becomes an award or a goal to be filled in; for a second reader, to whom nothing is proposed, that comes first."""
    start, end, _ = numeral
    for place, kind in zip(st.columns(2), ("award", "target"), strict=True):
        if place.button(text(f"curate.mark_{kind}", lang), key=f"make.{kind}.{start}", type=look):
            return desk.add(draft, kind, start, end, words)
    return None
