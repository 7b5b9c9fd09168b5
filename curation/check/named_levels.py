"""Whether the level of a row is the one that its own words, or the words around its phrase, name."""

import re
from collections.abc import Iterator
from typing import Any

from curation.check.fault import Fault, fault
from curation.extract.levels import PROVINCES

Row = dict[str, Any]

_NAMES = {
    "national": re.compile("国家|全国|中央|部级"),
    "provincial": re.compile(f"(?<!全|外|跨)省(?!内|外)|自治区|直辖市|{PROVINCES}"),
    "municipal": re.compile("(?<!城)市级|地级|设区市|市(?=科学技术奖|长质量奖|以上)"),
    "county": re.compile(r"[区县]级|\(市、区\)级|(?<!市)区(?=以上)|县(?=以上)"),
    "overseas": re.compile("海外|境外|国外"),
}
_ABOVE = re.compile(r"(?:国家|[省市县区]|自治区|部)级?\)?(?:\(含\)|及其?|或)?以上")
# The words of a row that speak of its level, the plainest first; a later one counts only if those before name none.
_OWN = (("beneficiary_zh", "variant_zh", "condition_zh", "scope_zh"), ("note_zh",))


def level_faults(row: Row, name: str, file: str) -> Iterator[Fault]:
    """A level that is not named, and a level-or-above that no word says. `name` is the row's id."""
    level = row["recognition_level"]
    if level == "none":
        yield from _unlevelled(row, name, file)
    if level in (None, "none"):
        return
    named = levels_named(row)
    above = any(_ABOVE.search(words) for words in (*_words(row), *_context(row)))
    if "level_elsewhere" in row["beyond_phrase"]:
        if level in named and row["level_or_above"] == above:
            yield fault(file, name, "beyond_phrase", "reason_not_needed", reason=("level_elsewhere",))
        return
    if level not in named:
        yield fault(file, name, "recognition_level", "level_not_named", level=level, levels=tuple(sorted(named)))
    if row["level_or_above"] is not None and row["level_or_above"] != above:
        yield fault(file, name, "level_or_above", "above_not_named" if row["level_or_above"] else "above_named")


def _unlevelled(row: Row, name: str, file: str) -> Iterator[Fault]:
    """A row without a level whose own words name one, unless that is the level of something else (市级攻关项目). 海外 mostly names a place."""
    words = "\n".join(str(row.get(column) or "") for column in ("beneficiary_zh", "variant_zh", "scope_zh"))
    named = levels_in(words) - {"overseas"}
    if named and "level_of_another" not in row["beyond_phrase"]:
        yield fault(file, name, "recognition_level", "level_named", levels=tuple(sorted(named)))
    elif not named and "level_of_another" in row["beyond_phrase"]:
        yield fault(file, name, "beyond_phrase", "reason_not_needed", reason=("level_of_another",))


def levels_named(row: Row) -> set[str]:
    """The levels that the plainest words of the row name; those around its phrase where its own name none."""
    return next((found for words in (*_words(row), *_context(row)) if (found := levels_in(words))), set())


def levels_in(words: str) -> set[str]:
    """Every level that a piece of text names, purses and offices included."""
    return {level for level, pattern in _NAMES.items() if pattern.search(words)}


def _words(row: Row) -> list[str]:
    return ["\n".join(str(row.get(column) or "") for column in columns) for columns in _OWN]


def _context(row: Row) -> list[str]:
    return [f"{row['prefix'] or ''}{row['phrase'] or ''}{row['suffix'] or ''}"]
