"""Skewed choices, as policy documents make them: a few codes are common, most are rare."""

import random
from collections.abc import Sequence
from typing import Any, TypeVar

from model.codes import codes
from model.schema import TABLES

T = TypeVar("T")


def skewed(rng: random.Random, values: Sequence[T]) -> T:
    """One of the values; the n-th is 1/n as likely as the first."""
    return rng.choices(values, [1 / place for place in range(1, len(values) + 1)])[0]


def shares(rng: random.Random, weights: dict[T, float]) -> T:
    """One of the keys, as likely as its weight says."""
    return rng.choices(list(weights), list(weights.values()))[0]


def some(rng: random.Random, values: Sequence[T], most: int) -> list[T]:
    """Up to `most` different values, the common ones first."""
    return list(dict.fromkeys(skewed(rng, values) for _ in range(rng.randint(1, most))))


def code(rng: random.Random, name: str) -> str:
    """A code of a list; the first ones of the list are common. Who is supported is always stated."""
    return skewed(rng, [item for item in codes(name) if (name, item) != ("beneficiary", "unstated")])


def empty_row(table: str) -> dict[str, Any]:
    """A row of a published table in which nothing is stated: None, and empty lists."""
    return {field.name: [] if field.type == "list" else None for field in TABLES[table].fields}
