"""Completeness: which numerals of a text have no row yet."""

import re

from curation.check.curated import Record, evidence_rows
from model.characters import as_read, simplified

_DIGITS = r"[0-9０-９]+(?:[.,．][0-9０-９]+)?"
_UNITS = (
    r"\s*(?:多|余|几)?(?:个百分点|万元|亿元|千元|百元|[Ww]元|元|%|％|‰|万平方米|平方米|㎡|万|亿|年|个月|月|日|天|家|件|个|户|人|名|项|处|类|所|台|套|倍|次|位"
    r"|[:：∶][0-9]+|大|条|支|批|篇|场|级|期|元)"
)
# Chinese numerals only where the unit leaves no doubt: 一批 and 一个 are no figures, 二十万元 and 百分之五 are.
_CHINESE = r"[〇零一二两三四五六七八九十百千万亿廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟]+(?:多|余|几)?(?:元|万元|亿元|圆(?![桌形满])|个百分点)|百分之[〇零一二三四五六七八九十百点]+|[千万]分之[一二三四五六七八九十0-9]+|翻[一两二]番"
NUMERAL = re.compile(f"{_DIGITS}{_UNITS}|{_CHINESE}")


def unresolved(content: Record, text: str) -> list[tuple[int, int, str]]:
    """Numerals with a unit that no award, target or figure covers, as (start, end, words)."""
    plain, shown = as_read(text), simplified(text)
    taken = bytearray(len(plain))
    for row in evidence_rows(content):
        start, end = str(row.get("start") or ""), str(row.get("end") or "")
        if start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(plain):
            taken[int(start) : int(end)] = b"\1" * (int(end) - int(start))
    return [(match.start(), match.end(), shown[match.start() : match.end()]) for match in NUMERAL.finditer(plain) if not any(taken[match.start() : match.end()])]
