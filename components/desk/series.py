"""What a text says of other papers, the curated ones among them, and the day on which it ends one of them."""

import streamlit as st

from components.desk.city import division_of
from components.escape import escape
from curation.check.document import read_curated
from curation.check.frames import document_files
from curation.desk import draft as desk
from curation.desk import draft_file
from curation.desk.conflict import fingerprint
from curation.desk.draft import Draft
from curation.desk.series import Held, Related, held_documents, related
from curation.face import Face
from curation.face.words import link_said
from curation.read import document_library
from model.codes import read_csv
from wording.texts import text


def series_box(draft: Draft, face: Face, lang: str) -> None:
    """The links that the text states and the documents that seem to come before; a repeal can be written into the older document."""
    found = related(face, draft.document_id, _city_id(draft.division), held_documents(document_files()))
    by_link = {item.link: item.held for item in found if item.link}
    lines = [escape(link_said(link, lang)) + (f" → {escape(by_link[link].document_id)}" if link in by_link else "") for link in face.series]
    lines += [escape(_earlier(item.held, lang)) for item in found if item.link is None]
    if lines:
        st.info(text("curate.series", lang) + "  \n" + "  \n".join(lines), icon=":material/account_tree:")
    for item in found:
        _offer(draft, face, item, lang)


def _earlier(held: Held, lang: str) -> str:
    """A document of the same matter, with the last day that it states."""
    key = "curate.series_until" if held["expires_on"] else "curate.series_earlier"
    return text(key, lang, document=held.document_id, title=held["title_zh"], until=held["expires_on"])


def _offer(draft: Draft, face: Face, item: Related, lang: str) -> None:
    """One click writes the day of repeal into the older document, as a draft of its own to be checked and saved."""
    day = face.value("effective_from")
    if item.link is None or item.link.relation != "replaces" or not day or item.held["repealed_on"]:
        return
    if not st.button(text("curate.repeal", lang, document=escape(item.held.document_id), day=escape(day)), icon=":material/event_busy:"):
        return
    older = draft_file.load_draft(item.held.document_id) or _opened(item.held)
    if older is None:
        st.warning(text("curate.no_text", lang, document=escape(item.held.document_id)))
        return
    columns = {"repealed_on": day} | {f"status_source_{code}": text("face.status_repealed", code, number=face.value("document_number")).strip() for code in ("zh", "en")}
    draft_file.save_draft(desk.describe(older, "document", columns))
    draft_file.save_draft(draft)  # the document on the desk stays the one that was worked on last
    st.success(text("curate.repeal_done", lang, document=escape(item.held.document_id)))


def _opened(held: Held) -> Draft | None:
    """A draft of a curated document, if its file is whole and its text at hand."""
    content, faults = read_curated(held.path)
    path = None if faults else document_library.text_path(content["document"].get("text_sha256", ""))
    return desk.begin(content, document_library.reading_of(path).text, division_of(held["city_id"]), fingerprint(held.path)) if path else None


def _city_id(division: str) -> str:
    return next((row["city_id"] for row in read_csv("cities") if row["division_code"] == division), "")
