"""A draft of the links between two documents, for a person to confirm by reading both.

Awards are paired by recognised title, level and trigger family, targets by indicator and level. The kinds of change are
those that the columns show; scope and reasons are for the reader, so a draft does not pass the check as it is.
"""

from typing import Any

from curation.check.curated import Record
from curation.check.frames import Rows
from model.change import Pair, detected, propose

Row = dict[str, Any]

# The topic of a link by the main category of its rows; what is not named here is `other`.
_TOPICS = {"incubation": "carriers", "platform": "platforms", "tech_transfer": "tech_transfer", "cooperation": "cooperation", "voucher": "vouchers",
           "testing": "vouchers", "enterprise": "enterprises", "rnd": "rnd", "fintech": "fintech", "talent": "talent"}


def propose_alignments(rows: Rows, earlier: str, later: str) -> Record:
    """The content of a draft alignment file; `reason_zh` and `reason_en` are missing on purpose."""
    awards = [[row for row in rows["awards"] if row["document_id"] == document] for document in (earlier, later)]
    targets = [[row for row in rows["targets"] if row["document_id"] == document] for document in (earlier, later)]
    links = [_award_link(pair) for pair in propose(*awards)] + _target_links(*targets)
    for place, link in enumerate(links, 1):
        link["alignment_id"] = f"{earlier}--{later}.{place}"
    return {"from_document_id": earlier, "to_document_id": later, "alignments": [_ordered(link) for link in links]}


def one_sided(row: Row, side: str) -> Record:
    """An open link for a row that has no counterpart; `side` is from_ids or to_ids."""
    kind = "not_listed" if side == "from_ids" else "newly_listed"
    if row.get("target_id"):
        return {"topic": "targets", side: [row["target_id"]], "changes": [kind]}
    topic = _TOPICS.get(next(iter(row["categories"] or []), ""), "other")
    return {"topic": topic, side: [row["award_id"]], "changes": [kind], "title_zh": row["beneficiary_zh"], "title_en": row["beneficiary_en"]}


def _award_link(pair: Pair) -> Record:
    shown = (*pair.before, *pair.after)[0]
    changes = detected(pair.before[0], pair.after[0]) if pair.before and pair.after else ("not_listed",) if pair.before else ("newly_listed",)
    return {
        "topic": _TOPICS.get(next(iter(shown["categories"]), ""), "other"), "changes": list(changes),
        "from_ids": [row["award_id"] for row in pair.before], "to_ids": [row["award_id"] for row in pair.after],
        "title_zh": shown["beneficiary_zh"], "title_en": shown["beneficiary_en"],
    }


def _target_links(before: list[Row], after: list[Row]) -> list[Record]:
    keys = dict.fromkeys((row["indicator"], row["recognition_level"]) for row in (*before, *after))
    links = []
    for key in keys:
        ids = [[row["target_id"] for row in side if (row["indicator"], row["recognition_level"]) == key] for side in (before, after)]
        kind = "unclear" if all(ids) else "not_listed" if ids[0] else "newly_listed"
        links.append({"topic": "targets", "changes": [kind], "from_ids": ids[0], "to_ids": ids[1]})
    return links


def _ordered(link: Record) -> Record:
    names = ("alignment_id", "topic", "from_ids", "to_ids", "changes", "title_zh", "title_en")
    return {name: link[name] for name in names if link.get(name)}
