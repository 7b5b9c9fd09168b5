"""The picture of a page beside the text, with the line in question marked, and the figures that OCR read, to be compared with it."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path

import streamlit as st
from PIL import Image, ImageDraw

from components.escape import escape
from curation.check.fault import CurationError
from curation.check.pictures import look_at, stretch_at
from curation.desk.draft import Draft
from curation.desk.looks import Place, compared, lines_to_compare, on_the_line
from curation.read.page_picture import page_picture
from curation.read.reading import Line, Reading, is_share
from wording.texts import text

# Of the page's height: what is shown above and below the line in question.
_AROUND = 0.09
_TIGHT = 0.012
# So many lines are compared at once.
_LINES = 20
_MARK, _EDGE = (255, 214, 0, 80), (200, 80, 0, 255)


def has_pages(reading: Reading) -> bool:
    """Whether a text has pictures of its pages and the places of its lines."""
    return bool(reading.pages and reading.lines)


def page_beside(draft: Draft, reading: Reading, path: Path, place: Place, lang: str) -> Draft:
    """The page of a place; below it, for a page that OCR read, what the picture shows of each figure on the line."""
    whole = st.toggle(text("curate.whole_page", lang), key=f"page.whole.{draft.document_id}")
    marked = show_page(reading, path, place, lang, whole=whole)
    return _compare(draft, reading, place, marked, lang) if stretch_at(draft.content, *place) else draft


def show_page(reading: Reading, path: Path, place: Place, lang: str, *, whole: bool = False, around: float = _AROUND) -> list[Line]:
    """The page of a place, or the part of it around the line; returns the lines that are marked on it."""
    lines = reading.lines_between(*place)
    page = lines[0].page if lines else max((line.page for line in reading.lines if line.start <= place[0]), default=1)
    marked = [line for line in lines if line.page == page]
    try:
        picture = _shown(_page(path, page), tuple(line.box for line in marked), None if whole else around)
    except CurationError as error:
        st.caption(escape(error.said(lang)))
    else:
        key = "curate.page" if marked and around == _AROUND else "curate.page_unmarked"
        st.image(picture, caption=text(key, lang, page=page, pages=reading.pages), width="stretch")
    return marked


def compare_lines(draft: Draft, reading: Reading, path: Path, lang: str) -> Draft:
    """The lines with settled figures that OCR read, each as its picture, with the figures as they were read; confirmed together."""
    lines = lines_to_compare(draft, reading)
    if not lines:
        return draft
    with st.container(border=True):
        st.markdown(f"**{text('curate.looks_lines', lang)}**")
        st.caption(text("curate.looks_lines_help", lang))
        for line in list(lines)[:_LINES]:
            picture, figures = st.columns([2, 1], vertical_alignment="center")
            figures.markdown(escape(text("list.separator", lang).join(reading.text[start:end] for start, end in lines[line])))
            with picture:
                show_page(reading, path, line, lang, around=_TIGHT)
        if st.button(text("curate.looks_lines_do", lang), key=f"looks.lines.{draft.document_id}.{len(lines)}", icon=":material/visibility:"):
            return compared(draft, reading.text, {place: reading.text[slice(*place)] for line in list(lines)[:_LINES] for place in lines[line]})
    return draft


@lru_cache(maxsize=24)
def _page(path: Path, number: int) -> bytes:
    """A page drawn once; the name of a file of the library begins with its checksum."""
    return page_picture(path, number)


def _shown(page: bytes, boxes: tuple[tuple[float, float, float, float], ...], around: float | None) -> bytes:
    """The page, or the part of it that begins and ends so much of its height around the marked lines, as PNG."""
    sheet = Image.open(BytesIO(page)).convert("RGBA")
    layer = Image.new("RGBA", sheet.size, (0, 0, 0, 0))
    pen, (width, height) = ImageDraw.Draw(layer), sheet.size
    for left, top, right, bottom in boxes:
        pen.rectangle((left * width - 3, top * height - 3, right * width + 3, bottom * height + 3), fill=_MARK, outline=_EDGE, width=2)
    sheet = Image.alpha_composite(sheet, layer).convert("RGB")
    if boxes and around is not None:
        top, bottom = min(box[1] for box in boxes) - around, max(box[3] for box in boxes) + around
        sheet = sheet.crop((0, round(max(0.0, top) * height), width, round(min(1.0, bottom) * height)))
    held = BytesIO()
    sheet.save(held, "PNG")
    return held.getvalue()


def _compare(draft: Draft, reading: Reading, place: Place, lines: list[Line], lang: str) -> Draft:
    """One field for each figure of the line. A share has to be chosen: OCR takes ‰ for %."""
    figures = on_the_line(draft, reading.text, reading, place)
    open_ones = [one for one in figures if look_at(draft.content, *one) is None]
    key = f"looks.{draft.document_id}.{place[0]}.{len(open_ones)}"
    with st.container(border=True):
        sure = min((line.sure for line in lines), default=0.0)
        st.markdown(f"**{text('curate.looks', lang)}**")
        st.caption(text("curate.looks_help" if open_ones else "curate.looks_done", lang, sure=round(sure * 100)))
        shown = {one: _shows(one, phrase, is_asked=one in open_ones and is_share(phrase), key=key, lang=lang) for one, phrase in figures.items()}
        missing = [figures[one] for one, words in shown.items() if not words]
        if missing:
            st.caption(text("curate.looks_missing", lang, phrases=escape(text("list.separator", lang).join(missing))))
        changed = {one: words for one, words in shown.items() if one in open_ones or words != figures[one]}
        if changed and st.button(text("curate.looks_do", lang), key=f"{key}.do", icon=":material/visibility:", disabled=bool(missing)):
            return compared(draft, reading.text, {one: str(words) for one, words in changed.items()})
    return draft


def _shows(place: Place, phrase: str, *, is_asked: bool, key: str, lang: str) -> str | None:
    label = text("curate.looks_figure", lang, phrase=escape(phrase))
    if not is_asked:
        return str(st.text_input(label, phrase, key=f"{key}.{place[0]}.{place[1]}")).strip()
    signs = list(dict.fromkeys((phrase, phrase.replace("%", "‰").replace("％", "‰"), phrase.replace("‰", "%"))))
    chosen = st.radio(label, [*signs, ""], index=None, key=f"{key}.{place[0]}.{place[1]}", horizontal=True, format_func=lambda sign: escape(sign) or text("curate.looks_other", lang))
    if chosen == "":
        return str(st.text_input(label, key=f"{key}.{place[0]}.{place[1]}.other", label_visibility="collapsed", placeholder=text("curate.looks_choose", lang))).strip()
    return str(chosen) if chosen else None
