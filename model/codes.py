"""The code lists of data/codebook: one CSV per list, one row per code.

A code is what tables, links and files carry; its label is what a person reads. Every list has the columns
`code, zh, en, definition_zh, definition_en`; some add a crosswalk or aliases.
"""

import csv
from functools import cache

from model.paths import CODEBOOK

Code = dict[str, str]


def read_csv(name: str) -> tuple[Code, ...]:
    """Rows of `data/codebook/<name>.csv` as text; a missing cell is the empty string."""
    with (CODEBOOK / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple({key: value or "" for key, value in row.items() if key} for row in csv.DictReader(file))


@cache
def code_list(name: str) -> dict[str, Code]:
    """All codes of one list in their published order, by code. Raises FileNotFoundError for an unknown list."""
    return {row["code"]: row for row in read_csv(name)}


def codes(name: str) -> tuple[str, ...]:
    """The codes of one list in their published order."""
    return tuple(code_list(name))


@cache
def relations(name: str) -> dict[frozenset[str], Code]:
    """Stated relations between two codes (`designation_relations`, `indicator_relations`), by the pair."""
    return {frozenset((row["code_a"], row["code_b"])): row for row in read_csv(name)}


def relation(name: str, a: str, b: str) -> str:
    """How two codes relate: exact, close, broad or none; two codes with no stated relation have none."""
    if a == b:
        return "exact"
    row = relations(name).get(frozenset((a, b)))
    return row["relation"] if row else "none"
