"""Completeness: which numerals of a text have no row yet."""

import re

from curation.anchor import simplified
from curation.curated import Record, evidence_rows

_DIGITS = r"[0-9０-９]+(?:[.,．][0-9０-９]+)?"
_UNITS = (
    r"\s*(?:多|余|几)?(?:个百分点|万元|亿元|千元|百元|元|%|％|‰|万平方米|平方米|㎡|万|亿|年|个月|月|日|天|家|件|个|户|人|名|项|处|类|所|台|套|倍|次|位"
    r"|[:：∶][0-9]+|大|条|支|批|篇|场|级|期|元)"
)
NUMERAL = re.compile(_DIGITS + _UNITS)


def unresolved(content: Record, text: str) -> list[tuple[int, int, str]]:
    """Numerals with a unit that no award, target or figure covers, as (start, end, words)."""
    covered = [(int(row["start"]), int(row["end"])) for row in evidence_rows(content) if row.get("start") and row.get("end")]
    plain = simplified(text)
    return [
        (match.start(), match.end(), match.group())
        for match in NUMERAL.finditer(plain)
        if not any(start < match.end() and match.start() < end for start, end in covered)
    ]
