"""How a provision may have changed between two documents: what can be read off the numbers, and what each kind requires.

An award is one row of the table `awards` as a mapping. The kinds are those of the code list `change_kind`; which rows of
two documents belong together is a person's decision, kept in data/curated/alignments/.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from model import money

Row = Mapping[str, Any]

# Triggers that stand for one event: a title is obtained, kept or evaluated; a purchase; a loan with its insurance.
_FAMILIES = (
    ("recognition", "upgrade", "evaluation", "establishment"),
    ("transaction", "service_purchase"),
    ("loan", "insurance"),
    ("event", "award_won"),
)


@dataclass(frozen=True)
class Pair:
    """Rows of an earlier and a later document that may be about the same matter; one side may be empty."""

    before: tuple[Row, ...]
    after: tuple[Row, ...]


def trigger_family(trigger: str) -> str:
    """The first trigger of the family that a trigger belongs to, or the trigger itself."""
    return next((family[0] for family in _FAMILIES if trigger in family), trigger)


def match_key(award: Row) -> tuple[str, str, str] | None:
    """What two awards share if they are proposed as one matter.

    Recognised title (or the base of a rate), level and trigger family; None for an award that only its words could place.
    """
    subject = award["designation"] or award["rate_basis"] or award["match_basis"]
    return (str(subject), str(award["recognition_level"]), trigger_family(award["trigger"])) if subject else None


def propose(before: Sequence[Row], after: Sequence[Row]) -> list[Pair]:
    """Pairs by `match_key`, in the order of the documents; rows without a counterpart stand alone.

    Where both sides hold several rows of one key, rows of the same variant are paired first.
    """
    pairs: list[Pair] = []
    free = list(after)
    for row in before:
        match = _best(row, free)
        pairs.append(Pair((row,), (match,) if match else ()))
        if match and not _shared(match, before):
            free.remove(match)
    taken = {row["award_id"] for pair in pairs for row in pair.after}
    return pairs + [Pair((), (row,)) for row in after if row["award_id"] not in taken]


def _best(row: Row, free: list[Row]) -> Row | None:
    key = match_key(row)
    alike = [other for other in free if key is not None and match_key(other) == key]
    same = [other for other in alike if other["variant_zh"] == row["variant_zh"]]
    return next(iter(same or alike), None)


def _shared(match: Row, before: Sequence[Row]) -> bool:
    """Whether several earlier rows (variants) may lead to this one later row."""
    return match["variant_zh"] is None and sum(match_key(row) == match_key(match) for row in before) > 1


def top(award: Row) -> float | None:
    """The figure that tells higher from lower: the upper end, or the lower one of a floor; None without a figure."""
    low, high = money.span(award)
    return high if high is not None else low


def detected(a: Row, b: Row) -> tuple[str, ...]:
    """The kinds of change that the columns of an earlier award `a` and a later award `b` show by themselves."""
    found = [kind for kind, shows in _SHOWN if shows(a, b)]
    if found:
        return tuple(found)
    alike = _same_kind(a, b) and a["form"] != "unstated" and a["selection"] == b["selection"]
    return ("unchanged",) if alike else ("unclear",)


def _same_kind(a: Row, b: Row) -> bool:
    return all(a[name] == b[name] for name in ("form", "rate_basis", "match_basis"))


def _higher(a: Row, b: Row) -> bool:
    """Whether `b` states a higher figure of the same kind than `a`."""
    first, second = top(a), top(b)
    return _same_kind(a, b) and first is not None and second is not None and second > first


def _bounds(first: str, second: str) -> Callable[[Row, Row], bool]:
    return lambda a, b: a["form"] == b["form"] and (a["bound"], b["bound"]) == (first, second)


def _match_to(bound: str) -> Callable[[Row, Row], bool]:
    return lambda a, b: (a["form"], b["form"], b["bound"]) == ("match", "sum", bound)


_SHOWN: tuple[tuple[str, Callable[[Row, Row], bool]], ...] = (
    ("exact_to_ceiling", _bounds("exact", "at_most")),
    ("ceiling_to_exact", _bounds("at_most", "exact")),
    ("match_to_sum", _match_to("exact")),
    ("match_to_ceiling", _match_to("at_most")),
    ("raised", _higher),
    ("lowered", lambda a, b: _higher(b, a)),
    ("recognition_to_evaluation", lambda a, b: a["selection"] != "evaluated" and b["selection"] == "evaluated"),
    ("beneficiary_moved", lambda a, b: any(a[name] != b[name] for name in ("beneficiary", "designation", "recognition_level"))),
)
_TESTS = dict(_SHOWN)
_ONE_SIDED = {"newly_listed": (False, True), "not_listed": (True, False)}
_ALONE = ("unchanged", "unclear", *_ONE_SIDED)
_OPPOSITES = (("raised", "lowered"), ("exact_to_ceiling", "ceiling_to_exact"), ("scope_wider", "scope_narrower"))


def implausible(changes: Sequence[str], before: Sequence[Row], after: Sequence[Row]) -> list[tuple[str, tuple[str, ...]]]:
    """What speaks against the stated kinds of change, as the code of a fault with the kinds it is about; empty if nothing does.

    `before` and `after` are the awards on either side (targets, which have no form, are left out by the caller).
    """
    problems: list[tuple[str, tuple[str, ...]]] = [("kind_alone", (kind,)) for kind in _ALONE if kind in changes and len(changes) > 1]
    problems += [("kinds_contradict", (first, second)) for first, second in _OPPOSITES if {first, second} <= set(changes)]
    pairs = [(a, b) for a in before for b in after]
    problems += [("kind_not_figures", (kind,)) for kind in changes if kind in _TESTS and not _fits(kind, pairs)]
    return problems + list(_unsaid(changes, pairs))


def sides(changes: Sequence[str]) -> tuple[bool, bool]:
    """Whether the earlier and the later side must hold rows: both, unless a provision stands in one document only."""
    return next((_ONE_SIDED[kind] for kind in changes if kind in _ONE_SIDED), (True, True))


def _fits(kind: str, pairs: Iterable[tuple[Row, Row]]) -> bool:
    return any(_TESTS[kind](a, b) for a, b in pairs)


def _unsaid(changes: Sequence[str], pairs: list[tuple[Row, Row]]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """A figure that differs must be called raised or lowered, unless the link itself says that the two are not one."""
    if {"unclear", "beneficiary_moved"} & set(changes):
        return
    for kind in ("raised", "lowered", "exact_to_ceiling", "ceiling_to_exact", "match_to_sum", "match_to_ceiling"):
        if kind not in changes and _fits(kind, pairs):
            yield "kind_unsaid", (kind,)
