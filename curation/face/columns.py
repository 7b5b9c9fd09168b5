"""A face as the columns of `documents` with which a new document begins; what the text does not say is left out."""

from curation.check.curated import Record
from curation.face.reader import Face
from wording.texts import text as words

_LANGUAGES = ("zh", "en")


def columns(face: Face) -> Record:
    """The columns that the text fills, with their basis: stated, descriptive or unstated, and notes in both languages."""
    found: Record = {item.column: item.value for item in face.found}
    issuer = face.get("issuer_zh")
    found |= {"title_basis": "stated" if face.get("title_zh") else "descriptive", "issuer_basis": "stated" if issuer else "unstated"}
    if year := face.get("policy_year"):
        found["year_basis"] = year.basis
        if year.basis == "inferred":
            found |= _both("year_note", "face.note_year_of_title")
    if source := _status_source(face):
        found |= _both("status_source", source)
    if ended := next((item for item in face.doubts if item.code == "ended"), None):
        found |= _both("caveat", "face.note_ended", **dict(ended.values))
    return found


def _status_source(face: Face) -> str:
    """Where the days in force were read: on the page, or in the closing articles."""
    places = {item.place for item in face.found if item.column in ("effective_from", "expires_on", "repealed_on")}
    return "face.status_page" if "page_field" in places else "face.status_closing" if places else ""


def _both(column: str, key: str, **values: object) -> Record:
    return {f"{column}_{lang}": words(key, lang, **values) for lang in _LANGUAGES}
