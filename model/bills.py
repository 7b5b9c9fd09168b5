"""The awards of vouchers that buy a service, apart from all others, so that what a bill brings is worked out for every document without reading them."""

from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from model.case import READS, named_awards
from model.fields import FIELDS

Row = dict[str, Any]
CATEGORY, TRIGGER = "voucher", "service_purchase"

# One award: `turn` as in `points`; awards of one `alike` come to the same in every case. All further columns are those that a case reads.
BILLS: dict[str, dict[str, str]] = {"bills": {"number": "integer", "turn": "integer", "alike": "integer", **{name: FIELDS[name].type for name in READS}}}


def buys_service(award: Mapping[str, Any]) -> bool:
    """Whether a voucher pays for a purchased service; other items only stand under its name."""
    return str(award["trigger"]) == TRIGGER


def bills(awards: list[Row], number_of: Mapping[str, int], turns: Mapping[tuple[str, str], int]) -> list[Row]:
    """The rows of `bills`, not yet in order; numbers of documents and turns of (document, award) are given."""
    held: dict[str, list[Row]] = defaultdict(list)
    for row in awards:
        if CATEGORY in row["categories"] and buys_service(row):
            held[row["document_id"]].append(row)
    found = []
    for document_id, rows in held.items():
        rows.sort(key=lambda row: turns[row["document_id"], row["award_id"]])
        place = {row["award_id"]: number for number, row in enumerate(rows)}
        found += [
            {"number": number_of[document_id], "turn": turns[document_id, row["award_id"]], "alike": _alike(row, place)} | {name: row[name] for name in READS} for row in rows
        ]
    return found


def _alike(row: Row, place: Mapping[str, int]) -> int:
    """A number that awards share if a case reads the same of them; one that a case names by its id is like no other."""
    name = row["award_id"] if row["award_id"] in named_awards() else None
    read = [row[column] for column in READS if column not in ("award_id", "related_award_id")]
    return int(sha256(repr([name, place.get(row["related_award_id"]), *read]).encode()).hexdigest()[:15], 16)
