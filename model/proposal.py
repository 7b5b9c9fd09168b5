"""A reader's own proposal: a private row that lives only in the link, never in the tables.

In a link it reads `title.level.bound.yuan`, for example `tech_incubator.national.at_most.1500000`.
"""

from collections.abc import Sequence
from typing import Any

from model.schema import TABLES
from model.selection import Selection

PROPOSAL = "proposal"

# What status and comparability read of the document behind a proposal: no dates, no draft, always current.
PROPOSED_DOCUMENT: dict[str, Any] = dict.fromkeys(TABLES["documents"].columns) | {
    "document_id": PROPOSAL, "is_draft": False, "year_basis": "stated", "policy_year": 0,
}


def proposal_awards(selection: Selection, like: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The proposals as rows of awards under the document id `proposal`.

    Only titles that stand in `like` (the rows of the view) are taken, so that a proposal shows where it belongs.
    A proposal is paid on recognition, once, to the usual beneficiary of its title; it does not say who pays.
    """
    usual = {row["designation"]: row["beneficiary"] for row in reversed(like)}
    return [_award(item, usual[item.split(".")[0]]) for item in selection.proposals if item.split(".")[0] in usual]


def _award(item: str, beneficiary: str) -> dict[str, Any]:
    title, level, bound, yuan = item.split(".")
    row: dict[str, Any] = dict.fromkeys((*TABLES["awards"].columns, "article"))
    return row | {
        "award_id": f"{PROPOSAL}.{item}", "document_id": PROPOSAL, "measure_id": PROPOSAL, "article": "",
        "designation": title, "recognition_level": level, "level_or_above": False, "form": "sum", "bound": bound,
        "sum_cny": int(yuan), "trigger": "recognition", "selection": "entitlement", "frequency": "one_off",
        "instrument": "reward", "instrument_term_zh": "", "beneficiary": beneficiary, "beneficiary_zh": "", "beneficiary_en": "",
        "categories": [], "beneficiaries_also": [], "designations_also": [], "payers": ["unstated"], "commitment": "own", "has_local_condition": False, "start": 0, "end": 0, "phrase": "",
    }
