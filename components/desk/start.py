"""The beginning of the desk: which text, which document, which city."""

from pathlib import Path

import streamlit as st

from components.desk.city import division_of, pick_city
from components.escape import escape
from curation.check.document import read_curated
from curation.check.fault import CurationError, fault, fault_lines
from curation.check.frames import document_files
from curation.check.validate_row import DOCUMENT_ID
from curation.desk import draft as desk
from curation.desk.cities import city_of
from curation.desk.conflict import fingerprint
from curation.desk.draft import Draft
from curation.desk.draft_file import drafts, last_change, load_draft, save_draft
from curation.desk.folder import free_id
from curation.desk.places import guessed
from curation.desk.skeleton import skeleton, with_pictures
from curation.face import read_face
from curation.face.words import lines as face_lines
from curation.read import document_library
from curation.read.reading import Reading
from model.paths import LIBRARY
from wording.texts import text


def texts_held() -> list[Path]:
    """The files of the library that somebody added; the text that is kept beside a Word file or the like is not one of them."""
    return [path for path in sorted(LIBRARY.glob("*")) if path.is_file() and not path.name.startswith(".") and not (path.suffix == ".txt" and path.with_suffix("").is_file())]


def choose(lang: str) -> tuple[Draft, Reading, Path] | None:
    """The document on the desk, its text and the file of the text: half-done work, a curated document, or a new one from a text of the library."""
    held = {path.stem: path for path in document_files()}
    begun, texts = drafts(), texts_held()
    names = ["", *dict.fromkeys([*begun, *held])]
    unread = [path for path in texts if path.stat().st_mtime_ns > last_change()]
    # The key changes with texts and drafts: a text that was just added is offered, a document that was just begun is chosen.
    chosen = st.selectbox(text("curate.document", lang), names, index=1 if begun and not unread else 0, key=f"curate.document.{len(texts)}.{len(begun)}.{begun[:1]}",
                          format_func=lambda name: _name(name, held, lang))
    if not chosen:
        _begin(held, lang)
        return None
    draft = load_draft(chosen)
    content, found = (draft.content, []) if draft else read_curated(held[chosen])
    if not found and not isinstance(content.get("document"), dict):
        found = [fault(held[chosen].name, "file", "document", "not_a_mapping")]
    if found:
        st.error("\n".join(f"- {escape(line)}" for line in fault_lines(found, lang)))
        return None
    path = document_library.text_path(content["document"].get("text_sha256", ""))
    if path is None:
        st.info(text("curate.no_text", lang, document=escape(chosen)), icon=":material/menu_book:")
        return None
    try:
        reading = document_library.reading_of(path)
        division = division_of(content["document"].get("city_id", ""))
        return draft or desk.begin(with_pictures(content, reading), reading.text, division, fingerprint(held[chosen])), reading, path
    except CurationError as error:
        st.error(escape(error.said(lang)))
        return None


def _name(name: str, held: dict[str, Path], lang: str) -> str:
    if not name:
        return text("curate.new", lang)
    if name.endswith(".second"):
        return text("curate.second_name", lang, document=name.removesuffix(".second"))
    return name if name in held else text("curate.unsaved", lang, document=name)


def _begin(held: dict[str, Path], lang: str) -> None:
    """A new document from a text of the library that has none yet."""
    texts = texts_held()
    if not texts:
        st.caption(text("curate.no_texts", lang))
        return
    newest = max(range(len(texts)), key=lambda number: texts[number].stat().st_mtime_ns)
    path = st.selectbox(text("curate.text", lang), texts, index=newest, format_func=lambda item: _text_name(item, texts), key=f"curate.text.{len(texts)}")
    try:
        reading = document_library.reading_of(path)
    except CurationError as error:
        st.error(escape(error.said(lang)))
        return
    face = read_face(reading.text[: desk.LONGEST], reading.fields)
    division = pick_city(guessed(face), lang, f"new.{path.name}")
    taken = {*held, *drafts()}
    proposed = free_id(city_of(division)["city_id"], face, taken) if division else ""
    document_id = st.text_input(text("curate.id", lang), value=proposed, help=text("curate.id_help", lang), placeholder="weihai-2026-1", key=f"curate.id.{path.name}.{division}").strip()
    with st.expander(text("curate.face", lang), icon=":material/fact_check:"):
        st.markdown("\n".join(f"- {escape(line)}" for line in face_lines(face, reading.text, lang)))
    lacking = [text(key, lang) for key, is_lacking in (
        ("curate.lacking_city", not division), ("curate.lacking_id", not DOCUMENT_ID.fullmatch(document_id)), ("curate.lacking_free_id", document_id in taken),
    ) if is_lacking]
    if lacking:
        st.caption(text("list.clause", lang).join(lacking))
    if not st.button(text("curate.begin", lang), type="primary", disabled=bool(lacking)):
        return
    try:
        save_draft(desk.begin(skeleton(document_id, "", path, reading), reading.text, division))
    except CurationError as error:
        st.error(escape(error.said(lang)))
        return
    st.rerun()


def _text_name(path: Path, texts: list[Path]) -> str:
    """The name under which a file was added; two files of one name are told apart by their checksums."""
    checksum, _, name = path.name.partition("-")
    alike = sum(item.name.partition("-")[2] == name for item in texts)
    return name if alike == 1 else f"{name} ({checksum})"
