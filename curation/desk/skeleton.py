"""The beginning of a new curated document: what the text itself tells, everything else left to the curator."""

import hashlib
from pathlib import Path

from curation.check.curated import Record
from curation.check.pictures import stretches
from curation.face import read_face
from curation.face.columns import columns
from curation.read.reading import Reading
from model.characters import is_traditional
from model.codes import codes
from wording.texts import text as said


def skeleton(document_id: str, city_id: str, path: Path, reading: Reading) -> Record:
    """A document without measures: checksum, length and script of the text, and what it says of itself (`curation.face`).

    A column that the text does not fill is left out, so that the check asks for it.
    """
    text = reading.text
    document = {
        "document_id": document_id, "city_id": city_id, "title_zh": "", "title_en": "", "release_attribute": "unstated", "source_kind": "unknown",
        "script": "traditional" if is_traditional(text) else "simplified",
        "text_sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "text_chars": str(len(text)),
    }
    document |= columns(read_face(text, reading.fields))
    content = {"document": document, "measures": [], "figures": [], "coverage": dict.fromkeys(codes("category"), "not_reviewed")}
    return with_pictures(content, reading)


def with_pictures(content: Record, reading: Reading) -> Record:
    """The content with what of its text was recognised from pictures, and the remark on it for every reader."""
    found = stretches(reading)
    if not found:
        return content
    document = {f"caveat_{lang}": said("curate.caveat_ocr", lang) for lang in ("zh", "en")} | content["document"]
    return {**content, "document": document, "pictures": found}
