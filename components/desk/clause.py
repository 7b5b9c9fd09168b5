"""One clause on the desk: its text with what is decided and what is open, its words, and the figure that is looked at."""

from dataclasses import replace

import streamlit as st

from compare.shared.reading import Segment
from components.desk.form import column_words, fields, keeping, lacking_columns, one_line, row_form
from components.escape import escape
from components.reader import marked_text
from curation.check.curated import NESTED, Record, evidence_rows, records
from curation.check.validate_row import PHRASE_LIMIT
from curation.desk import draft as desk
from curation.desk.draft import Draft
from curation.desk.proposals import Proposal
from curation.read.articles import Article
from model.codes import codes
from model.fields import FIELDS
from model.schema import FORM_RULES, MONEY_COLUMNS
from wording.texts import label, text

_WORDS = ("title_zh", "title_en", "summary_zh", "summary_en", "categories", "lead_departments", "departments", "eligible_services",
          "designations_named", "lookalikes")
_NEEDED = ("title_zh", "title_en", "summary_zh", "summary_en", "categories")


def clause_step(draft: Draft, words: str, found: list[Article], lang: str) -> Draft:
    """Choose a clause, read it on the left, decide on the right. Returns the draft as it is after this run's clicks."""
    spans = {f"{draft.document_id}.{article.key}": (article.start, article.end) for article in found}
    measures = {str(row["measure_id"]): row for row in records(draft.content["measures"])}
    undone = [name for name in measures if _is_open(draft, measures[name], spans.get(name, (0, 0)))]
    st.progress(1 - len(undone) / max(1, len(measures)), text("curate.progress", lang, done=len(measures) - len(undone), all=len(measures)))
    if measures and not undone:
        st.success(text("curate.all_done", lang), icon=":material/check:")
    here = next((name for name in measures if name in spans and spans[name][0] <= draft.at < spans[name][1]), "")
    first = here or next(iter(undone or measures), "")
    if not first:
        st.info(text("curate.no_clause", lang))
        return draft
    chosen = st.selectbox(text("curate.clause", lang), list(measures), index=list(measures).index(first), key=f"clause.{draft.document_id}.{first}.{len(undone)}",
                          format_func=lambda name: f"{'○' if name in undone else '●'} {measures[name]['article']} {measures[name].get('title_zh', '')}")
    if chosen != first and chosen in spans:
        return replace(draft, at=spans[chosen][0])
    start, end = spans.get(chosen, (0, len(words)))
    left, right = st.columns(2)
    with left:
        picked = _clause_text(draft, words, start, end, lang)
        if picked:
            return replace(draft, at=int(picked))
        draft = _mark(draft, words, start, end, lang)
    with right:
        after = _looked_at(draft, words, chosen, (start, end), lang)
        after = after if after is not draft else _measure_words(draft, measures[chosen], lang)
        if after is not draft:  # whatever was done, the clause stays the one that is looked at until the curator goes on
            return after if start <= after.at < end else replace(after, at=start)
        if chosen not in undone and undone and st.button(text("curate.next", lang), key=f"next.{chosen}", type="primary", icon=":material/arrow_forward:"):
            return replace(draft, at=spans.get(undone[0], (-1, -1))[0])
        return draft


def _is_open(draft: Draft, measure: Record, span: tuple[int, int]) -> bool:
    waiting = any(span[0] <= item.start < span[1] for item in draft.open)
    return waiting or any(not measure.get(name) for name in _NEEDED)


def _clause_text(draft: Draft, words: str, start: int, end: int, lang: str) -> str:
    """The clause with every figure marked; returns the place of the figure that was clicked."""
    marks = {(item.start, item.end): "open" for item in draft.open}
    marks |= {(first, last): "open" for first, last, _ in desk.open_numerals(draft, words)}
    for row in evidence_rows(draft.content):
        if row.get("start"):
            marks[(int(row["start"]), int(row["end"]))] = row.get("role") or ("award" if "award_id" in row else "target")
    parts, at = [], start
    for (first, last), role in sorted(marks.items()):
        if at <= first and last <= end:
            parts += [Segment(words[at:first]), Segment(words[first:last], role, (), str(first))]
            at = last
    parts.append(Segment(words[at:end]))
    st.caption(f"{text('reader.legend', lang)} :red-background[{text('curate.open', lang)}] :blue-background[{label('figure_role', 'award', lang)}] "
               f":green-background[{label('figure_role', 'target', lang)}] :orange-background[{label('figure_role', 'condition', lang)}]")
    return marked_text([part for part in parts if part.words], {str(draft.at)}, text("reader.name", lang), lang, f"desk.{draft.document_id}.{start}")


def _mark(draft: Draft, words: str, start: int, end: int, lang: str) -> Draft:
    """Add a figure that nobody proposed, by its phrase."""
    with st.expander(text("curate.mark", lang), icon=":material/ink_highlighter:"):
        phrase = st.text_input(text("curate.mark_phrase", lang), key=f"mark.{draft.document_id}.{start}", help=text("curate.mark_help", lang))
        if len(phrase) > PHRASE_LIMIT:
            st.caption(text("curate.mark_long", lang, limit=PHRASE_LIMIT))
            return draft
        places = [at for at in range(start, end) if phrase and words.startswith(phrase, at)][:20]
        if phrase and not places:
            st.caption(text("curate.mark_none", lang))
        if not places:
            return draft
        at = st.selectbox(text("curate.mark_place", lang), places, format_func=lambda place: escape(words[max(start, place - 12) : place + len(phrase) + 8]))
        for kind in ("award", "target"):
            if st.button(text(f"curate.mark_{kind}", lang), key=f"mark.{kind}.{start}"):
                return replace(desk.add(draft, kind, at, at + len(phrase), words), at=at)
    return draft


def _measure_words(draft: Draft, measure: Record, lang: str) -> Draft:
    """Title, summary, categories and departments of the clause, in both languages, kept as they are typed."""
    name = str(measure["measure_id"])
    lacking = [getattr(FIELDS[column], lang) for column in _NEEDED if not measure.get(column)]
    rows = sum(len(measure.get(section) or []) for section in NESTED)
    with st.container(border=True):
        st.markdown(f"**{text('curate.words', lang)}**")
        # Accepting a row may fill the categories; the key changes with it, so that an older choice does not undo that.
        fields(_WORDS, measure, lang, f"words.{name}.{rows}", 2, keeping(draft, lambda held, column, value: desk.describe(held, "measure", {column: value}, name)))
        st.caption(text("curate.words_open", lang, fields=text("list.separator", lang).join(lacking)) if lacking else text("curate.kept_as_typed", lang))
        if not rows and st.button(text("curate.drop", lang), key=f"drop.{name}", help=text("curate.drop_help", lang)):
            return desk.drop_measure(draft, name)
    return draft


def _looked_at(draft: Draft, words: str, measure_id: str, span: tuple[int, int], lang: str) -> Draft:
    """The figure that was clicked, else the next open one of the clause."""
    here = [number for number, item in enumerate(draft.open) if span[0] <= item.start < span[1]]
    clicked = next((number for number in here if draft.open[number].start == draft.at), None)
    row = next((row for row in evidence_rows(draft.content) if row.get("start") == str(draft.at)), None)
    numeral = next((item for item in desk.open_numerals(draft, words) if item[0] == draft.at), None)
    if clicked is not None:
        return _proposal(draft, clicked, words, measure_id, lang)
    if row is not None and span[0] <= draft.at < span[1]:
        return _decided(draft, row, lang)
    if numeral is not None and span[0] <= draft.at < span[1]:
        return _numeral(draft, numeral, words, measure_id, lang)
    if here:
        return _proposal(draft, here[0], words, measure_id, lang)
    bare = sum(span[0] <= start < span[1] for start, _, _ in desk.open_numerals(draft, words))
    st.success(text("curate.clause_bare" if bare else "curate.clause_done", lang, count=bare), icon=":material/check:")
    return draft


def _proposal(draft: Draft, number: int, words: str, measure_id: str, lang: str) -> Draft:
    """One proposed row: accept as mended, split, merge into a decided row, or turn down with a reason."""
    item = draft.open[number]
    step = f"{draft.document_id}.{item.start}.{number}.{len(draft.open)}.{len(draft.rejected)}"
    with st.container(border=True):
        st.markdown(f"**{text(f'curate.kind.{item.kind}', lang)} {escape(item.phrase)}**" + (f" :gray[{escape(item.why)}]" if item.why and lang == "en" else ""))
        _grounds(item, lang)
        keep = keeping(draft, lambda held, name, value: desk.type_into(held, item.start, number, {name: value}))
        columns = row_form(item.kind, item.columns, lang, step, keep)
        lacking = [getattr(FIELDS[name], lang) for name in lacking_columns(item.kind, columns)]
        if lacking:
            st.caption(text("curate.words_open", lang, fields=text("list.separator", lang).join(lacking)))
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
        st.markdown(f"**{escape(str(row.get('phrase', '')))}** {escape(row_id or label('figure_role', str(row.get('role')), lang))}")
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
        st.markdown(f"**{text('curate.numeral', lang)} {escape(phrase)}**")
        role = st.selectbox(text("curate.reject_role", lang), codes("figure_role"), index=2, key=f"role.{start}", format_func=lambda code: label("figure_role", code, lang))
        row_id = st.selectbox(text("curate.merge_row", lang), list(rows), key=f"role.row.{start}", format_func=lambda name: _row_name(rows[name]) if name else text("curate.empty", lang))
        column = st.selectbox(text("curate.merge_column", lang), ("", *MONEY_COLUMNS), key=f"role.column.{start}",
                              format_func=lambda name: column_words(FIELDS[name], lang) if name else text("curate.empty", lang)) if role == "award" else ""
        if st.button(text("curate.settle", lang), key=f"settle.{start}", type="primary"):
            return replace(desk.settle(draft, start, end, role, words, row_id, column), at=-1)
        for kind in ("award", "target"):
            if st.button(text(f"curate.mark_{kind}", lang), key=f"make.{kind}.{start}"):
                return desk.add(draft, kind, start, end, words)
    return draft
