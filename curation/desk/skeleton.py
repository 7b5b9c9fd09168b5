"""The beginning of a new curated document: what the text itself tells, everything else left to the curator."""

import hashlib
import re
from functools import cache
from pathlib import Path

from curation.check.curated import Record
from curation.face import read_face
from curation.face.columns import columns
from curation.read.reading import Reading
from model.characters import is_traditional
from model.codes import codes, read_csv


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
    return {"document": document, "measures": [], "figures": [], "coverage": dict.fromkeys(codes("category"), "not_reviewed")}


@cache
def divisions() -> dict[str, dict[str, str]]:
    """The administrative divisions after GB/T 2260 by code."""
    return {row["code"]: row for row in read_csv("divisions")}


def new_city(division_code: str) -> dict[str, str]:
    """The row of cities.csv for a division of GB/T 2260. Raises KeyError for a code that is no city or county."""
    known = divisions()
    division = known[division_code]
    if division["level"] == "province":
        raise KeyError(division_code)
    province = known[division_code[:2] + "0000"]
    parent = known.get(division["parent"], {})
    if parent.get("level") == "province":
        parent = {}
    return {
        "city_id": re.sub(r"[^a-z]", "", _ascii(division["name_en"]).lower().split(" ")[0]), "name_zh": division["name_zh"],
        "name_en": division["name_en"], "province_zh": province["name_zh"], "province_en": province["name_en"],
        "division_code": division_code, "level": division["level"], "parent_zh": parent.get("name_zh", ""), "parent_en": parent.get("name_en", ""),
    }


def _ascii(name: str) -> str:
    return name.translate(str.maketrans("üÜêé", "uUee"))
