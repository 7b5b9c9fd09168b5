"""The official text with every figure marked by its role, beside the rows.

The text reaches the browser as data and is set as `textContent`, so nothing in it is ever read as markup.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from compare.questions.policy_clauses import clause
from compare.questions.side_by_side import chosen_link
from compare.shared.change_links import confirmed, proposed
from compare.shared.reading import Segment, excerpt, roles, rows_of_measure, segments
from components import filters
from components.clause import clause_detail
from components.escape import escape
from components.missing_text import say_missing
from components.section import section
from loaders import queries
from loaders.document_library import DocumentText, document_text
from loaders.lookups import documents_of, measure_of
from loaders.queries import Row
from loaders.snapshot import Tables
from model.selection import Selection
from wording.answer import Answer, in_words
from wording.citation import document_label
from wording.texts import label, text

HEIGHT = 520
# A longer text would make every click slow; it is shown part by part.
LONGEST = 400_000
_COLOURS = {"award": "blue", "target": "green", "condition": "orange", "use_of_funds": "violet", "term": "gray", "description": "gray",
            "name": "gray", "date": "gray"}

_HTML = """
<div class="text" tabindex="0" role="document"></div>
"""

_CSS = """
.text { overflow-y: auto; white-space: pre-wrap; tab-size: 8em; overflow-wrap: anywhere; line-height: 1.9; padding: 0.75rem 1rem;
  color: var(--st-text-color); font-family: var(--st-font); border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius); }
.figure { cursor: pointer; padding: 0 0.15em; border-radius: 0.2em; border-bottom: 2px solid transparent; }
.figure:hover, .figure:focus-visible { outline: 2px solid var(--st-primary-color); }
.blue { background: var(--st-blue-background-color); border-bottom-color: var(--st-blue-color); }
.green { background: var(--st-green-background-color); border-bottom-color: var(--st-green-color); }
.orange { background: var(--st-orange-background-color); border-bottom: 2px dashed var(--st-orange-color); }
.violet { background: var(--st-violet-background-color); border-bottom: 2px dotted var(--st-violet-color); }
.gray { border-bottom: 1px dotted var(--st-gray-color); }
.open { border-bottom: 2px dashed var(--st-red-color); background: var(--st-red-background-color); }
.chosen { outline: 3px solid var(--st-primary-color); font-weight: 700; }
"""

_JS = """
export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const box = parentElement.querySelector(".text")
  box.style.maxHeight = data.height + "px"
  box.setAttribute("aria-label", data.name)
  const parts = data.segments.map(([words, colour, role, key, chosen]) => {
    if (!colour) return document.createTextNode(words)
    const figure = document.createElement("span")
    figure.textContent = words
    figure.className = "figure " + colour + (chosen ? " chosen" : "")
    figure.title = role
    figure.tabIndex = 0
    figure.setAttribute("role", "button")
    figure.setAttribute("aria-label", words + " " + role)
    figure.setAttribute("aria-pressed", chosen ? "true" : "false")
    figure.onclick = () => setTriggerValue("chosen", key)
    figure.onkeydown = (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); setTriggerValue("chosen", key) } }
    return figure
  })
  box.replaceChildren(...parts)
  const first = box.querySelector(".chosen")
  if (first) box.scrollTop = Math.max(0, first.offsetTop - box.offsetTop - data.height / 3)
}
"""

_marked_text = st.components.v2.component("marked_text", html=_HTML, css=_CSS, js=_JS)


def marked_text(parts: Sequence[Segment], chosen: Collection[str], name: str, lang: str, key: str, height: int = HEIGHT) -> str:
    """A text with its figures; returns the key of the figure that was clicked in this run, else an empty string."""
    shown = [[part.words, _colour(part), _role(part.role, lang), part.key,
              part.key in chosen or any(row in chosen for row in part.rows)] for part in parts]
    result = _marked_text(key=key, data={"segments": shown, "height": height, "name": name}, on_chosen_change=lambda: None)
    return str(result.chosen or "")


def _role(role: str, lang: str) -> str:
    """What a figure is, as its tooltip says; a role that the codebook does not hold is a figure that nobody decided on."""
    if not role:
        return ""
    return label("figure_role", role, lang) if role in _COLOURS else text("curate.open", lang)


def _colour(part: Segment) -> str:
    return _COLOURS.get(part.role, "open") if part.role else ""


def document_reader(tables: Tables, document_id: str, chosen: Collection[str], selection: Selection, height: int = HEIGHT) -> None:
    """The whole text of a document with its figures, or that it is not at hand and where it is published; a click chooses the row."""
    lang = selection.lang
    document = document_text(tables, document_id)
    if document is None:
        say_missing(tables, [document_id], lang)
        return
    _remarks(document, lang)
    legend = " ".join(f":{_COLOURS[role]}-background[{escape(label('figure_role', role, lang))}]" for role in roles(document))
    st.caption(f"{text('reader.legend', lang)} {legend}")
    parts = segments(document) if len(document.text) <= LONGEST else _part(document, chosen, lang)
    picked = marked_text(parts, chosen, text("reader.name", lang), lang, f"reader.{document_id}.{lang}", height)
    if picked and picked not in chosen:
        filters.change(row=picked)
        filters.write()
        st.rerun()


def side_by_side(tables: Tables, pair: tuple[Row, Row], selection: Selection) -> None:
    """Two texts at the same matter: the matter is chosen from a list or by a click on a figure in either text."""
    lang = selection.lang
    links, remark = in_words(confirmed(tables, pair, selection), lang)
    st.caption(text("side.confirmed" if links else "side.proposed", lang))
    if remark:
        st.caption(escape(remark))
    links = links or in_words(proposed(tables, pair, selection), lang)
    link = chosen_link(links, selection.row)
    names = {"": text("side.none", lang)} | {item.key: f"{item.topic} · {item.title}" for item in links}
    filters.choose_row(text("side.matter", lang), list(names), names, selection.having(row=link.key if link else ""))
    if link and link.reason:
        st.caption(escape(text("side.reason", lang, reason=link.reason)))
    for place, document, rows in zip(st.columns(2), pair, (link.before, link.after) if link else ((), ()), strict=True):
        with place:
            st.header(escape(_name(tables, document["document_id"], lang)), anchor=False)
            ids = [str(row.get("award_id") or row.get("target_id")) for row in rows]
            document_reader(tables, document["document_id"], ids or [selection.row], selection, height=640)
            if document_text(tables, document["document_id"]) is None:
                _clauses_of(tables, ids, selection)


def _clauses_of(tables: Tables, row_ids: Sequence[str], selection: Selection) -> None:
    """What is known of the clauses of some rows, in place of their text."""
    for measure in dict.fromkeys(measure_of(tables, row_id) for row_id in row_ids):
        detail = in_words(clause(tables, measure, selection), selection.lang)
        if detail is not None:
            clause_detail(detail, tables.snapshot, selection.lang)


def with_clause(tables: Tables, document_id: str, selection: Selection) -> None:
    """The text on the left, the clause of the chosen figure on the right."""
    lang = selection.lang
    st.header(text("reader.title", lang), anchor=False)
    if document_text(tables, document_id) is None:
        say_missing(tables, [document_id], lang)
        return
    st.caption(text("reader.intro", lang))
    left, right = st.columns([3, 2])
    with left:
        document_reader(tables, document_id, [selection.row], selection)
    with right:
        measure = measure_of(tables, selection.row)
        detail = in_words(clause(tables, measure, selection), lang) if measure else None
        if detail is None:
            st.caption(text("reader.no_row" if selection.row.startswith("figure:") else "reader.pick", lang))
        else:
            clause_detail(detail, tables.snapshot, lang)


def in_context(tables: Tables, row_ids: Collection[str], selection: Selection, *, says_missing: bool = True) -> None:
    """The clauses of some rows in the words of their documents, folded away; and which text is not at hand, unless nobody asked for it yet."""
    lang = selection.lang
    documents = documents_of(tables, row_ids)
    held = {document_id: found for document_id in documents if (found := document_text(tables, document_id)) is not None}
    if held:
        section(text("reader.context", lang), ":material/menu_book:", lambda: _excerpts(tables, held, row_ids, lang), key="context")
    missing = [document_id for document_id in documents if document_id not in held]
    if missing and says_missing:
        say_missing(tables, missing, lang)


def _excerpts(tables: Tables, held: Mapping[str, DocumentText], row_ids: Collection[str], lang: str) -> None:
    for document_id, found in held.items():
        st.markdown(f"**{escape(_name(tables, document_id, lang))}**")
        part = excerpt(found, row_ids)
        if part.text:
            marked_text(segments(part), row_ids, text("reader.name", lang), lang, f"context.{document_id}.{lang}")
        else:
            st.caption(text("reader.not_here", lang))


def row_in_context(tables: Tables, comparison: Answer) -> None:
    """The clauses behind the chosen row of a matrix."""
    keys = [heading.key for heading in comparison.chart.rows]
    row = comparison.selection.row if comparison.selection.row in keys else next(iter(keys), "")
    ids = {source for cell in comparison.cells if cell.row == row for source in cell.source_ids}
    in_context(tables, ids, comparison.selection, says_missing=bool(comparison.selection.row))


def clause_in_context(tables: Tables, measure_id: str, selection: Selection) -> None:
    """One measure in the words of its document."""
    in_context(tables, rows_of_measure(tables, measure_id), selection)


def _remarks(document: DocumentText, lang: str) -> None:
    if not document.is_same_copy:
        st.caption(text("reader.other_copy", lang, found=len(document.places), total=len(document.places) + len(document.missing)), help=escape(text("list.separator", lang).join(document.missing)) or None)
    elif document.missing:
        st.caption(text("reader.lost", lang, phrases=escape(text("list.separator", lang).join(document.missing))))


def _part(document: DocumentText, chosen: Collection[str], lang: str) -> list[Segment]:
    """One part of a long text, the one with the chosen figure unless the reader turns to another."""
    spans = spans_of(document.text, LONGEST)
    at = next((place.start for place in document.places if place.row_id in chosen or f"figure:{place.start}" in chosen), 0)
    here = next(number for number, (_, end) in enumerate(spans) if at < end)
    number = st.selectbox(text("reader.part", lang), range(len(spans)), index=here, key=f"reader.part.{document.document_id}.{here}.{lang}",
                          format_func=lambda number: text("reader.part_of", lang, number=number + 1, total=len(spans)))
    first, last = spans[number]
    inside = [replace(place, start=place.start - first, end=place.end - first) for place in document.places if first <= place.start and place.end <= last]
    found = segments(replace(document, text=document.text[first:last], places=tuple(inside)))
    return [replace(part, key=f"figure:{int(part.key.removeprefix('figure:')) + first}") if part.key.startswith("figure:") else part for part in found]


def spans_of(words: str, longest: int) -> list[tuple[int, int]]:
    """Where the parts of a long text begin and end: after a line where that is possible."""
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(words):
        end = min(len(words), start + longest)
        if end < len(words):
            end = words.rfind("\n", start, end) + 1 or end
        spans.append((start, end))
        start = end
    return spans


def _name(tables: Tables, document_id: str, lang: str) -> str:
    document = queries.documents(tables)[document_id]
    return document_label(document, queries.cities(tables)[document["city_id"]], lang)
