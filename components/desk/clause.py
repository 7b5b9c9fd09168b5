"""One clause on the desk: its text with what is decided and what is open, its words, and the figure that is looked at."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from compare.shared.reading import Segment
from components.desk.batch import batch_box, jump
from components.desk.figure import figure_step
from components.desk.form import fields, keeping
from components.desk.picture import has_pages, page_beside
from components.escape import escape
from components.reader import marked_text
from curation.check.curated import NESTED, Record, evidence_rows, records
from curation.check.validate_row import PHRASE_LIMIT
from curation.desk import draft as desk
from curation.desk.batch import least_certain
from curation.desk.clauses import Spans, clause_at, clause_spans, shown_from
from curation.desk.draft import Draft
from curation.desk.question import question
from curation.read.reading import Reading
from model.fields import FIELDS
from wording.texts import label, text

_WORDS = ("title_zh", "title_en", "summary_zh", "summary_en", "categories", "lead_departments", "departments", "eligible_services",
          "designations_named", "lookalikes")
_NEEDED = ("title_zh", "title_en", "summary_zh", "summary_en", "categories")
# Beside a picture the text is as high as the part of the page around a line.
_BESIDE = 330


def clause_step(draft: Draft, reading: Reading, path: Path, lang: str) -> Draft:
    """Choose a clause, read it, decide. Returns the draft as it is after this run's clicks."""
    words = reading.text
    spans = clause_spans(draft.content, words)
    measures = {str(row["measure_id"]): row for row in records(draft.content["measures"])}
    bare = [start for start, _, _ in desk.open_numerals(draft, words)] if draft.reader == "second" else []
    undone = [name for name in measures if _is_open(draft, measures[name], spans[name]) or any(spans[name][0] <= start < spans[name][1] for start in bare)]
    st.progress(1 - len(undone) / max(1, len(measures)), text("curate.progress", lang, done=len(measures) - len(undone), all=len(measures)))
    if measures and not undone:
        st.success(text("curate.all_done", lang), icon=":material/check:")
    after = batch_box(draft, spans, words, lang)
    after = after if after is not draft else jump(draft, spans, measures, lang)
    if after is not draft:
        return after
    coming = _coming(draft, spans, undone)
    first = clause_at(spans, draft.at) or coming or next(iter(measures), "")
    if not first:
        st.info(text("curate.no_clause", lang))
        return draft
    chosen = st.selectbox(text("curate.clause", lang), list(measures), index=list(measures).index(first), key=f"clause.{draft.document_id}.{first}.{len(undone)}",
                          format_func=lambda name: f"{'○' if name in undone else '●'} {measures[name]['article']} {measures[name].get('title_zh', '')}")
    if spans[chosen] != spans[first]:
        return replace(draft, at=spans[chosen][0])
    after = _one_clause(draft, reading, path, measures[chosen], spans[chosen], lang)
    if after is not draft:
        return after
    if chosen not in undone and coming and st.button(text("curate.next", lang), key=f"next.{chosen}", type="primary", icon=":material/arrow_forward:"):
        return replace(draft, at=spans[coming][0])
    return draft


def _one_clause(draft: Draft, reading: Reading, path: Path, measure: Record, span: tuple[int, int], lang: str) -> Draft:
    """Text and form side by side; where the text has pages, text and page above and form and words of the clause below."""
    words, name = reading.text, str(measure["measure_id"])
    asked = question(draft, words, span)
    paged = has_pages(reading)
    left, right = st.columns(2)
    with left:
        rows = [int(row["start"]) for row in evidence_rows(draft.content) if row.get("start") and "role" not in row]
        begins = shown_from(draft.content, words, name, [draft.at, *rows, *(item.start for item in draft.open)])
        picked = _clause_text(draft, words, (begins, span[1]), (asked.start if asked else draft.at), _BESIDE if paged else None, lang)
        if picked:
            return replace(draft, at=int(picked))
        after = _mark(draft, words, *span, lang)
    if paged:
        with right:
            place = (asked.start, asked.end) if asked else (begins, begins + 1)
            after = after if after is not draft else page_beside(draft, reading, path, place, lang)
        left, right = st.columns(2)
    with left if paged else right:
        after = after if after is not draft else figure_step(draft, asked, words, name, span, lang)
    with right:
        after = after if after is not draft or draft.reader == "second" else _measure_words(draft, measure, lang)
    # Whatever was done, the clause stays the one that is looked at until the curator goes on.
    return after if after is draft or span[0] <= after.at < span[1] else replace(after, at=span[0])


def _coming(draft: Draft, spans: Spans, undone: list[str]) -> str:
    """The clause to go on with: the one with the least certain figure, else the next whose words are missing."""
    figures = [name for number in least_certain(draft) if (name := clause_at(spans, draft.open[number].start))]
    return next(iter([*figures, *undone]), "")


def _is_open(draft: Draft, measure: Record, span: tuple[int, int]) -> bool:
    waiting = any(span[0] <= item.start < span[1] for item in draft.open)
    return waiting or (draft.reader == "first" and any(not measure.get(name) for name in _NEEDED))


def _clause_text(draft: Draft, words: str, span: tuple[int, int], at: int, height: int | None, lang: str) -> str:
    """The clause with every figure marked; returns the place of the figure that was clicked."""
    start, end = span
    marks = {(item.start, item.end): "open" for item in draft.open}
    marks |= {(first, last): "open" for first, last, _ in desk.open_numerals(draft, words)}
    for row in evidence_rows(draft.content):
        if row.get("start"):
            marks[(int(row["start"]), int(row["end"]))] = row.get("role") or ("award" if "award_id" in row else "target" if "target_id" in row else "condition")
    parts, here = [], start
    for (first, last), role in sorted(marks.items()):
        if here <= first and last <= end:
            parts += [Segment(words[here:first]), Segment(words[first:last], role, (), str(first))]
            here = last
    parts.append(Segment(words[here:end]))
    st.caption(f"{text('reader.legend', lang)} :red-background[{text('curate.open', lang)}] :blue-background[{escape(label('figure_role', 'award', lang))}] "
               f":green-background[{escape(label('figure_role', 'target', lang))}] :orange-background[{escape(label('figure_role', 'condition', lang))}]")
    shown = {"height": height} if height else {}
    return marked_text([part for part in parts if part.words], {str(at)}, text("reader.name", lang), lang, f"desk.{draft.document_id}.{start}", **shown)


def _mark(draft: Draft, words: str, start: int, end: int, lang: str) -> Draft:
    """Add a figure or a rule that nobody proposed, by its phrase."""
    with st.expander(text("curate.mark", lang), icon=":material/ink_highlighter:"):
        phrase = st.text_input(text("curate.mark_phrase", lang), key=f"mark.{draft.document_id}.{start}", help=text("curate.mark_help", lang))
        if len(phrase) > PHRASE_LIMIT:
            st.caption(text("curate.mark_long", lang, limit=int(PHRASE_LIMIT)))
            return draft
        places = [at for at in range(start, end) if phrase and words.startswith(phrase, at)][:20]
        if phrase and not places:
            st.caption(text("curate.mark_none", lang))
        if not places:
            return draft
        at = st.selectbox(text("curate.mark_place", lang), places, format_func=lambda place: escape(words[max(start, place - 12) : place + len(phrase) + 8]))
        for kind in ("award", "target", "rule"):
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
        st.caption(text("curate.words_open", lang, fields=escape(text("list.separator", lang).join(lacking))) if lacking else text("curate.kept_as_typed", lang))
        if not rows and st.button(text("curate.drop", lang), key=f"drop.{name}", help=text("curate.drop_help", lang)):
            return desk.drop_measure(draft, name)
    return draft
