"""The beginning of the desk: which text, which document, which city, and what is known of the document."""

import tempfile
from dataclasses import replace
from pathlib import Path

import streamlit as st

from components.desk.form import fields, keeping
from components.escape import escape
from curation.check.document import read_curated
from curation.check.fault import CurationError, fault, fault_lines
from curation.check.frames import document_files
from curation.check.validate_row import DOCUMENT_ID
from curation.desk import draft as desk
from curation.desk.conflict import fingerprint
from curation.desk.draft import Draft
from curation.desk.draft_file import drafts, last_change, load_draft, save_draft
from curation.desk.skeleton import divisions, skeleton
from curation.read import document_library
from curation.read.formats import SUFFIXES
from model.codes import read_csv
from model.paths import LIBRARY
from wording.texts import text

_MAIN = ("title_zh", "title_en", "title_basis", "kind", "document_number", "issuer_zh", "issuer_en", "issuer_basis", "issued_on", "policy_year",
         "year_basis", "effective_from", "expires_on", "is_draft", "release_attribute", "source_kind", "source_url", "retrieved_on")
# Every click reads the draft anew; the longest of the first documents has a hundredth of this.
LONGEST = 1_000_000
_RARE = ("published_on", "repealed_on", "year_note_zh", "year_note_en", "status_checked_on", "status_source_zh", "status_source_en", "script",
         "caveat_zh", "caveat_en")


def upload(lang: str) -> None:
    """Take a file into the library from the browser, and say which document it belongs to."""
    held = len(_texts())
    with st.expander(text("curate.upload", lang), icon=":material/upload_file:", expanded=not held):
        # The key changes with the library, so that a file that was taken in is not offered again.
        given = st.file_uploader(text("curate.upload_file", lang), type=list(SUFFIXES), help=text("curate.upload_help", lang), key=f"curate.upload.{held}")
        if given is None or not st.button(text("curate.upload_do", lang), type="primary"):
            return
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / document_library.safe_name(given.name)
            path.write_bytes(given.getvalue())
            try:
                stored = document_library.store_all(path)
            except CurationError as error:
                st.error(escape(error.said(lang)))
                return
        for item in stored:
            _uploaded(item, lang)


def _uploaded(item: document_library.Stored, lang: str) -> None:
    """What became of one file: refused with the mend, or taken in, how it was read, and which document it belongs to."""
    if item.refused:
        st.error(escape(item.refused.said(lang)))
    if item.place is None:
        return
    st.success(text("curate.uploaded", lang, name=escape(item.place.name)))
    reading = document_library.reading_of(item.place)
    if reading.said(lang):
        st.info("\n".join(f"- {escape(line)}" for line in reading.said(lang)))
    found = document_library.tie(reading.text, document_library.sha256(item.place), document_files())
    if found:
        st.info(text("curate.uploaded_known", lang, document=escape(found.document_id), found=found.found, total=found.total))


def _texts() -> list[Path]:
    """The files of the library that somebody added; the text that is kept beside a Word file or the like is not one of them."""
    return [path for path in sorted(LIBRARY.glob("*")) if path.is_file() and not path.name.startswith(".") and not (path.suffix == ".txt" and path.with_suffix("").is_file())]


def choose(lang: str) -> tuple[Draft, str] | None:
    """The document on the desk and its text: half-done work, a curated document, or a new one from a text of the library."""
    held = {path.stem: path for path in document_files()}
    begun, texts = drafts(), _texts()
    names = ["", *dict.fromkeys([*begun, *held])]
    unread = [path for path in texts if path.stat().st_mtime_ns > last_change()]
    # The key changes with texts and drafts: a text that was just added is offered, a document that was just begun is chosen.
    chosen = st.selectbox(text("curate.document", lang), names, index=1 if begun and not unread else 0, key=f"curate.document.{len(texts)}.{len(begun)}.{begun[:1]}",
                          format_func=lambda name: _name(name, held, lang))
    if not chosen:
        return _begin(held, lang)
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
    words = document_library.reading_of(path).text
    return draft or desk.begin(content, words, _division(content["document"].get("city_id", "")), fingerprint(held[chosen])), words


def _name(name: str, held: dict[str, Path], lang: str) -> str:
    if not name:
        return text("curate.new", lang)
    return name if name in held else text("curate.unsaved", lang, document=name)


def _begin(held: dict[str, Path], lang: str) -> tuple[Draft, str] | None:
    """A new document from a text of the library that has none yet."""
    texts = _texts()
    if not texts:
        st.caption(text("curate.no_texts", lang))
        return None
    newest = max(range(len(texts)), key=lambda number: texts[number].stat().st_mtime_ns)
    path = st.selectbox(text("curate.text", lang), texts, index=newest, format_func=lambda item: _text_name(item, texts), key=f"curate.text.{len(texts)}")
    division = _city("", lang, "new")
    document_id = st.text_input(text("curate.id", lang), help=text("curate.id_help", lang), placeholder="weihai-2026-1", key="curate.id").strip()
    lacking = [text(key, lang) for key, is_lacking in (
        ("curate.lacking_city", not division), ("curate.lacking_id", not DOCUMENT_ID.fullmatch(document_id)), ("curate.lacking_free_id", document_id in {*held, *drafts()}),
    ) if is_lacking]
    if lacking:
        st.caption(text("list.clause", lang).join(lacking))
    if not st.button(text("curate.begin", lang), type="primary", disabled=bool(lacking)):
        return None
    try:
        reading = document_library.reading_of(path)
    except CurationError as error:
        st.error(escape(error.said(lang)))
        return None
    if len(reading.text) > LONGEST:
        st.warning(text("curate.too_long", lang, total=len(reading.text), limit=LONGEST), icon=":material/content_cut:")
        return None
    save_draft(desk.begin(skeleton(document_id, "", path, reading), reading.text, division))
    st.rerun()
    return None


def _text_name(path: Path, texts: list[Path]) -> str:
    """The name under which a file was added; two files of one name are told apart by their checksums."""
    checksum, _, name = path.name.partition("-")
    alike = sum(item.name.partition("-")[2] == name for item in texts)
    return name if alike == 1 else f"{name} ({checksum})"


def about_step(draft: Draft, lang: str) -> Draft:
    """The document's own columns and its city."""
    key = f"about.{draft.document_id}"
    division = _city(draft.division, lang, key)
    if division != draft.division:
        return replace(draft, division=division)
    document = draft.content["document"]
    keep = keeping(draft, lambda held, name, value: desk.describe(held, "document", {name: value}))
    fields(_MAIN, document, lang, key, 3, keep)
    with st.expander(text("curate.more", lang)):
        fields(_RARE, document, lang, key, 2, keep)
    st.caption(text("curate.kept_as_typed", lang))
    return draft


def _city(chosen: str, lang: str, key: str) -> str:
    """A city or county of GB/T 2260, found by typing its name or code."""
    known = divisions()
    options = ["", *(code for code, row in known.items() if row["level"] != "province")]

    def name(code: str) -> str:
        if not code:
            return text("curate.empty", lang)
        above = [known[held]["name_zh"] for held in (code[:2] + "0000", known[code]["parent"]) if held in known and held != code]
        return f"{' '.join(dict.fromkeys(above))} {known[code]['name_zh']} {known[code]['name_en']} ({code})"

    index = options.index(chosen) if chosen in options else 0
    return str(st.selectbox(text("curate.city", lang), options, index=index, format_func=name, key=f"city.{key}", help=text("curate.city_help", lang)))


def _division(city_id: str) -> str:
    return next((row["division_code"] for row in read_csv("cities") if row["city_id"] == city_id), "")
