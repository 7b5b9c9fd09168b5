"""The document's own columns: each with what the text says of it, where, and what must be checked or looked up."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from components.desk.city import pick_city
from components.desk.form import fields, keeping
from components.desk.picture import show_page
from components.desk.series import series_box
from components.escape import Markdown, escape
from curation.check.pictures import columns_to_compare
from curation.desk import draft as desk
from curation.desk.draft import Draft
from curation.desk.looks import columns_compared
from curation.desk.places import place_doubts
from curation.face import Face, read_face
from curation.face.words import ASKED, doubt_said, doubts_of, line_number, place_name, quoted, shown_value
from curation.read.reading import Reading
from model.fields import FIELDS
from wording.texts import text

# Of the page's height: what is shown around a line of the document's head.
_AROUND = 0.015
_TITLES = ("title_zh", "title_en")
_MAIN = ("title_basis", "kind", "document_number", "issuer_zh", "issuer_en", "issuer_basis", "issued_on", "policy_year",
         "year_basis", "effective_from", "expires_on", "is_draft", "release_attribute", "source_kind", "source_url", "retrieved_on")
_RARE = ("published_on", "repealed_on", "year_note_zh", "year_note_en", "status_checked_on", "status_source_zh", "status_source_en", "script",
         "caveat_zh", "caveat_en")


def about_step(draft: Draft, reading: Reading, path: Path, lang: str) -> Draft:
    """The document's own columns and its city."""
    words = reading.text
    key = f"about.{draft.document_id}"
    document = draft.content["document"]
    division = pick_city(draft.division, lang, key)
    if division != draft.division:
        return replace(draft, division=division)
    face = _face(words, reading.fields)
    _say(face, document, division, lang)
    series_box(draft, face, lang)
    if changed := _other_title(draft, face, lang):
        return changed
    keep = keeping(draft, lambda held, name, value: desk.describe(held, "document", {name: value}))
    notes = {name: note for name in (*_TITLES, *_MAIN, *_RARE) if (note := _note(name, document, face, words, lang))}
    fields(_TITLES, document, lang, key, 1, keep, notes)
    fields(_MAIN, document, lang, key, 3, keep, notes)
    with st.expander(text("curate.more", lang), expanded=any(name in notes for name in _RARE)):
        fields(_RARE, document, lang, key, 2, keep, notes)
    st.caption(text("curate.kept_as_typed", lang))
    return _compare(draft, face, reading, path, lang)


def _compare(draft: Draft, face: Face, reading: Reading, path: Path, lang: str) -> Draft:
    """Of a scan: title, number and days beside the picture of their lines, compared at once."""
    open_ones = columns_to_compare(draft.content)
    if not open_ones:
        return draft
    with st.container(border=True):
        st.markdown(f"**{text('curate.looks_face', lang)}**")
        st.caption(text("curate.looks_face_help", lang))
        for column in open_ones:
            value, picture = st.columns([1, 2], vertical_alignment="center")
            value.markdown(f"{escape(getattr(FIELDS[column], lang))}  \n**{escape(str(draft.content['document'][column]))}**")
            found = face.get(column)
            with picture:
                if found and found.start >= 0:
                    show_page(reading, path, (found.start, found.end), lang, around=_AROUND)
                else:
                    st.caption(text("curate.looks_face_nowhere", lang))
        if st.button(text("curate.looks_face_do", lang), key=f"looks.face.{draft.document_id}.{len(open_ones)}", icon=":material/visibility:"):
            return columns_compared(draft)
    return draft


@lru_cache(maxsize=4)
def _face(words: str, page: tuple[tuple[str, str], ...]) -> Face:
    return read_face(words, page)


def _say(face: Face, document: Mapping[str, Any], division: str, lang: str) -> None:
    """What concerns the paper as a whole: what kind it is, a place of another year."""
    columns = {*_TITLES, *_MAIN, *_RARE} - {"kind"}
    whole = [*(item for item in face.doubts if item.column not in columns), *place_doubts(division, str(document.get("policy_year") or ""))]
    if whole:
        st.warning("  \n".join(escape(doubt_said(item, lang)) for item in whole), icon=":material/rule:")


def _other_title(draft: Draft, face: Face, lang: str) -> Draft | None:
    """A notice has two titles: its own and that of what it prints; one click puts the other one in."""
    inner, own = face.paper.inner, face.get("title_zh")
    if inner is None or own is None or inner.value == own.value:
        return None
    other = own.value if draft.content["document"].get("title_zh") == inner.value else inner.value
    if st.button(text("curate.other_title", lang, title=escape(other)), icon=":material/swap_horiz:"):
        return desk.describe(draft, "document", {"title_zh": other})
    return None


def _note(column: str, document: Mapping[str, Any], face: Face, words: str, lang: str) -> Markdown:
    """What stands below a column: where its value was read, what the text has instead, what to check, or that it is missing."""
    found, held = face.get(column), str(document.get(column) or "")
    lines = []
    if found and held == found.value:
        lines.append(escape(text("curate.read_at", lang, basis=text(f"face.basis.{found.basis}", lang), place=_where(face, column, words, lang))))
    elif found:
        lines.append(":material/compare_arrows: " + escape(text("curate.text_has", lang, value=shown_value(found, lang), place=_where(face, column, words, lang))))
    elif column in ASKED and not held:
        lines.append(":material/help: " + text("curate.not_in_text", lang))
    lines += [":material/warning: " + escape(doubt_said(item, lang)) for item in doubts_of(face, column) if column != "kind"]
    return "  \n".join(lines)


def _where(face: Face, column: str, words: str, lang: str) -> str:
    """The place of a value: the part of the paper, the line, and the words if they are not the value itself."""
    found = face.get(column)
    assert found is not None
    if found.start < 0:
        return place_name(found, lang)
    read = quoted(words, found.start, found.end)
    at = text("curate.at_line", lang, place=place_name(found, lang), line=line_number(words, found.start))
    return at if read == found.value else text("curate.at_words", lang, at=at, words=read)
