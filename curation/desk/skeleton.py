"""The beginning of a new curated document: what the text itself tells, everything else left to the curator."""

import hashlib
import re
from functools import cache
from pathlib import Path

from curation.check.curated import Record
from model.characters import simplified
from model.codes import codes, read_csv

_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,8}〔(?P<year>20\d\d)〕\d{1,4}号")


def skeleton(document_id: str, city_id: str, path: Path, text: str) -> Record:
    """A document without measures, with checksum, length and script of the text and its number where it prints one."""
    plain = simplified(text)
    number = _NUMBER.search(plain)
    document = {
        "document_id": document_id, "city_id": city_id, "kind": "measures", "title_zh": _title(plain), "title_en": "", "title_basis": "stated",
        "issuer_basis": "unstated", "document_number": number.group() if number else "", "is_draft": "false",
        "release_attribute": "unstated", "source_kind": "unknown", "script": "simplified" if plain == text else "traditional",
        "text_sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "text_chars": str(len(text)),
    }
    if number:
        document |= {"policy_year": number["year"], "year_basis": "stated"}
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


def _title(text: str) -> str:
    """The first line that is no address, number or date, as officials set titles above the text."""
    for line in text.splitlines()[:12]:
        words = line.strip()
        if 6 <= len(words) <= 60 and not _NUMBER.search(words) and not words.endswith(("：", ":", "。")):
            return words
    return ""
