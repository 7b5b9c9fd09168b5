"""The one translation mechanism: `data/codebook/texts/*.csv` with the columns key, zh, en.

One file per part of the interface, so that a part can be read and translated on its own; keys are unique over all.
"""

import csv
from functools import cache

from model.codes import code_list
from model.paths import CODEBOOK


@cache
def texts() -> dict[str, dict[str, str]]:
    """All texts by key. Raises ValueError if a key stands twice."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted((CODEBOOK / "texts").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["key"] in found:
                    raise ValueError(f"{path.name}: the key {row['key']} stands twice; rename one")
                found[row["key"]] = {"zh": row["zh"], "en": row["en"]}
    return found


def text(key: str, lang: str, **values: object) -> str:
    """The words of a key with its places filled in. Raises KeyError for an unknown key."""
    words = texts()[key][lang]
    return words.format(**values) if values else words


def label(name: str, code: str, lang: str) -> str:
    """What a person reads for a code; a code that the list does not hold is shown as it is."""
    row = code_list(name).get(code)
    return row[lang] if row else code


def title_names(code: str, lang: str) -> tuple[str, ...]:
    """Everything that a recognised title is called in one language: its label and its aliases."""
    row = code_list("designation")[code]
    return tuple(name for name in (row[lang], *row[{"zh": "aliases", "en": "aliases_en"}[lang]].split(";")) if name)


def definition(name: str, code: str, lang: str) -> str:
    """The sentence that says what a code means, empty for an unknown code."""
    return code_list(name).get(code, {}).get(f"definition_{lang}", "")
