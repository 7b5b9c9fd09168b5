"""Words that want to be more than words: markup, pictures, icons, formulas, links. All of them harmless, and none may work."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

from curation.publish.build import collect_folder, point_to, write_tables
from model.fields import FIELDS
from model.schema import TABLES as SCHEMA
from tests.first_five import PLACE

HOST = "http://127.0.0.1:9"
# Short enough for every field that a link may fill; each part is something that Streamlit's Markdown knows.
LINKED = f"zqx![q]({HOST}/x.png) <b>qb</b> **qs** $q_m$ :material/delete: :red[qr] :tada:"
CURATED = f"{LINKED} <img src={HOST}/y.png> [ql]({HOST}) `qc` ~~qd~~ www.q.example q@q.example :streamlit: a -> b :blue-badge[qg] \u202eq"
# How each of them looks where nothing escaped it.
RAW = re.compile(r"(?<!\\)(?:!\[q|<b>q|<img|\*\*q|\$q|:red\[|\[ql|`qc|~~qd|:blue-badge\[q)|:material/delete|:tada|:streamlit|www\.q|q@q|https?:\\?//127|a -> b|\u202e")
_KEPT = ("article", "phrase", "prefix", "suffix", "text_sha256", "division_code", "external_code", "term_zh", "instrument_term_zh")


def is_free(name: str) -> bool:
    """Whether a column holds words that its curator chose."""
    field = FIELDS[name]
    return field.type == "text" and not field.codes and not name.endswith("_id") and name not in _KEPT


def write_hostile(folder: Path) -> None:
    """A snapshot under `folder` in which every free text of documents, clauses and figures carries hostile words before its own."""
    rows, faults = collect_folder(PLACE / "curated")
    assert not faults
    for name in ("cities", "documents", "measures", "awards", "targets", "rules", "alignments", "corrections"):
        free = [column for column in SCHEMA[name].columns if is_free(column)]
        rows[name] = [_spoilt(row, free) for row in rows[name]]
    rows["documents"][0] |= {"source_url": f"{HOST}/source", "retrieved_on": date(2026, 1, 5)}
    draft = folder / "draft"
    draft.mkdir(parents=True)
    snapshot = write_tables(rows, draft, {})
    shutil.move(draft, folder / snapshot)
    point_to(folder, snapshot)


def _spoilt(row: dict[str, Any], free: list[str]) -> dict[str, Any]:
    return row | {name: f"{CURATED} {row[name]}" for name in free if row.get(name)}


