"""Two lists that grew apart from the same list, brought together so that nothing is lost: what two windows of one browser keep."""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


def merged(base: Sequence[Item], mine: Sequence[Item], theirs: Sequence[Item]) -> tuple[Item, ...]:
    """Their list without what I removed from the common `base`, and behind it what I added and they did not; mine as it is if theirs is the base still."""
    if tuple(theirs) == tuple(base):
        return tuple(mine)
    removed, added = Counter(base) - Counter(mine), Counter(mine) - Counter(base)
    missing = added - (Counter(theirs) - Counter(base))
    return (*_without(theirs, removed), *_only(mine, missing))


def _without(items: Sequence[Item], removed: Counter[Item]) -> list[Item]:
    left, kept = Counter(removed), []
    for item in items:
        if left[item] > 0:
            left[item] -= 1
        else:
            kept.append(item)
    return kept


def _only(items: Sequence[Item], wanted: Counter[Item]) -> list[Item]:
    """The wanted ones in their order, the last of equal ones."""
    left, found = Counter(wanted), []
    for item in reversed(items):
        if left[item] > 0:
            left[item] -= 1
            found.append(item)
    return found[::-1]
