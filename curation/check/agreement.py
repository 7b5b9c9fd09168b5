"""How far two readings of one document agree, figure by figure; for the desk and data/codebook/agreement_by_document.csv."""

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

Row = Mapping[str, Any]

# Where a row stands and how a reader worded it; another reader may write these otherwise and mean the same.
WORDING = frozenset({"article", "kind", "phrase", "start", "end", "prefix", "suffix", "note", "measure_id", "rule_id", "award_id", "target_id"})

# Columns of amounts; one that only the first reading fills is a difference too.
AMOUNTS = ("_cny", "_pct")


class Agreement(NamedTuple):
    """One row is one field of one table of one document; `agreed` of `total` rows have the same value."""

    document_id: str
    table: str
    field: str
    agreed: int
    total: int


class Pair(NamedTuple):
    """One row is one figure; a side is None where that reading has no row for it."""

    first: Row | None
    second: Row | None


def align(first: Iterable[Row], second: Iterable[Row]) -> list[Pair]:
    """The rows of two readings side by side, those of one place by their likeness; rows need `start` and `phrase`.

    Rows that overlap in the text are one figure, since two readers may cut a phrase at different characters; each row is used once.
    """
    firsts, seconds = list(first), list(second)
    near = [(a, b) for a, one in enumerate(firsts) for b, other in enumerate(seconds) if _overlap(one, other)]
    near.sort(key=lambda pair: (len(differing(firsts[pair[0]], seconds[pair[1]])), pair))
    partner: dict[int, int] = {}
    for a, b in near:
        if a not in partner and b not in partner.values():
            partner[a] = b
    pairs = [Pair(one, seconds[partner[a]] if a in partner else None) for a, one in enumerate(firsts)]
    pairs += [Pair(None, other) for b, other in enumerate(seconds) if b not in partner.values()]
    return sorted(pairs, key=lambda pair: int((pair.first or pair.second or {})["start"]))


def differing(one: Row, other: Row, fields: Iterable[str] | None = None) -> list[str]:
    """The fields (all that are no wording, unless given) in which two rows differ; an empty one is a value like any other."""
    names = sorted((set(one) & set(other)) - WORDING) if fields is None else fields
    return [name for name in names if _plain(one.get(name)) != _plain(other.get(name))]


def agreement(document_id: str, table: str, pairs: Iterable[Pair]) -> list[Agreement]:
    """`found` out of all pairs, then each field that the second reading uses and each amount, out of the pairs where a side fills it."""
    pairs = list(pairs)
    both = [(pair.first, pair.second) for pair in pairs if pair.first is not None and pair.second is not None]
    fields = dict.fromkeys(name for pair in pairs for name in pair.second or {} if name not in WORDING)
    fields |= dict.fromkeys(name for pair in pairs for name in pair.first or {} if name.endswith(AMOUNTS))
    rows = [Agreement(document_id, table, "found", len(both), len(pairs))] if pairs else []
    for field in fields:
        filled = [(one, other) for one, other in both if _plain(one.get(field)) or _plain(other.get(field))]
        same = sum(not differing(one, other, [field]) for one, other in filled)
        rows += [Agreement(document_id, table, field, same, len(filled))] if filled else []
    return rows


def _overlap(one: Row, other: Row) -> bool:
    (a, b), (c, d) = _place(one), _place(other)
    return a < d and c < b


def _place(row: Row) -> tuple[int, int]:
    start = int(row["start"])
    return start, start + len(row["phrase"])


def _plain(value: Any) -> tuple[str, ...]:
    """A value as a reader means it: 5, "5" and 5.0 are one, the order of a list of codes is not said."""
    values = value if isinstance(value, list) else [value]
    return tuple(sorted(_plain_one(held) for held in values if held is not None and held != ""))


def _plain_one(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    try:
        return format(Decimal(str(value)).normalize(), "f")
    except InvalidOperation:
        return str(value)
