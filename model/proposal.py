"""A reader's own proposals: private rows that live only in the link, never in the tables.

In a link one proposal is written with dots, a decimal point as `_`:

    title.level.bound.yuan                  tech_incubator.national.at_most.1500000
    indicator.level.bound.value.year        rd_gdp_share.none.at_least.3_5.2028
    voucher.basis.bound.per cent[.yuan]     voucher.service_fee.exact.30.200000 (a yearly ceiling)
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from model.codes import code_list, codes
from model.saying import Words, figure_of, label, small, text
from model.schema import TABLES

PROPOSAL = "proposal"
VOUCHER = "voucher"
MOST_PERCENT = 100.0

Row = dict[str, Any]

_SUM = re.compile(r"([a-z_0-9]+)\.([a-z]+)\.(exact|at_most)\.([1-9]\d{0,12})")
_GOAL = re.compile(r"([a-z_0-9]+)\.([a-z]+)\.(exact|at_least)\.(\d{1,12}(?:_\d{1,2})?)\.(20\d\d)")
_RATE = re.compile(r"voucher\.([a-z_]+)\.(exact|at_most)\.(\d{1,3}(?:_\d{1,2})?)(?:\.([1-9]\d{0,12}))?")

# What status and comparability read of the document behind a proposal: no dates, no draft, always current.
PROPOSED_DOCUMENT: Row = dict.fromkeys(TABLES["documents"].columns) | {
    "document_id": PROPOSAL, "is_draft": False, "year_basis": "stated", "policy_year": 0,
}
_IDENTITY: Row = {"document_id": PROPOSAL, "measure_id": PROPOSAL, "article": PROPOSAL, "phrase": "", "prefix": "", "suffix": "", "start": 0, "end": 0}
_AWARD: Row = dict.fromkeys(TABLES["awards"].columns) | _IDENTITY | {
    "recognition_level": "none", "level_or_above": False, "trigger": "recognition", "selection": "entitlement", "frequency": "unspecified",
    "instrument": "reward", "instrument_term_zh": "", "categories": [], "eligible_services": [], "beneficiary_zh": "", "beneficiary_en": "",
    "beneficiaries_also": [], "designations_also": [], "payers": ["unstated"], "commitment": "own", "has_local_condition": False,
}


def is_proposal(item: str, allowed: Mapping[str, Collection[Any]]) -> bool:
    """Whether a part of a link is a proposal for a known title, a known indicator or a voucher of a known base."""
    if rate := _RATE.fullmatch(item):
        return rate[1] in codes("rate_basis") and 0 < _number(rate[3]) <= MOST_PERCENT
    kinds = ((_SUM, "designations"), (_GOAL, "indicators"))
    found = next(((match, names) for pattern, names in kinds if (match := pattern.fullmatch(item))), None)
    return found is not None and found[0][1] in allowed.get(found[1], ()) and found[0][2] in allowed.get("levels", ())


def sum_item(title: str, level: str, bound: str, yuan: int) -> str:
    """A proposed sum as it stands in a link."""
    return f"{title}.{level}.{bound}.{yuan}"


def goal_item(indicator: str, level: str, bound: str, value: float, year: int) -> str:
    """A proposed goal as it stands in a link."""
    return f"{indicator}.{level}.{bound}.{_written(value)}.{year}"


def rate_item(basis: str, bound: str, rate: float, ceiling: int) -> str:
    """A proposed voucher as it stands in a link; a ceiling of zero yuan is none."""
    return ".".join([VOUCHER, basis, bound, _written(rate), *([str(ceiling)] if ceiling else [])])


def item_words(item: str) -> Words:
    """A proposal as a person reads it where it is listed: 科技企业孵化器 · 国家级：最高150万元."""
    if rate := _RATE.fullmatch(item):
        return text("proposal.item_voucher", figure=figure_of(_rate(item, rate, "")))
    if found := _SUM.fullmatch(item):
        name, level, figure = label("designation", found[1]), found[2], figure_of(_sum(item, found, ""))
    else:
        name, level, bound, value, year = item.split(".")
        name = label("indicator", name)
        figure = text("proposal.item_goal", year=year, figure=text(f"proposal.item_{bound}", value=value.replace("_", ".")))
    if level != "none":
        name = text("row.title_level", title=name, level=small(label("recognition_level", level)))
    return text("proposal.item", name=name, figure=figure)


def _written(value: float) -> str:
    """A figure as it stands in a proposal: 3.5 is 3_5."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", "_")


def proposed_awards(items: Iterable[str], like: Sequence[Mapping[str, Any]]) -> list[Row]:
    """The proposed sums as rows of awards under the document id `proposal`.

    Only titles that stand in `like` (the awards of the view) are taken, so that a proposal shows where it belongs.
    A proposal is paid on recognition to all who qualify, to the usual beneficiary of its title; it says neither how often nor
    who pays.
    """
    usual = {row["designation"]: row["beneficiary"] for row in reversed(like)}
    matches = ((item, match) for item in items if (match := _SUM.fullmatch(item)))
    return [_sum(item, match, usual[match[1]]) for item, match in matches if match[1] in usual]


def _sum(item: str, match: re.Match[str], beneficiary: str) -> Row:
    title, level, bound, yuan = match.groups()
    return _AWARD | {
        "award_id": f"{PROPOSAL}.{item}", "designation": title, "recognition_level": level, "form": "sum", "bound": bound, "sum_cny": int(yuan),
        "beneficiary": beneficiary, "beneficiary_zh": code_list("designation")[title]["zh"], "beneficiary_en": code_list("designation")[title]["en"],
    }


def proposed_vouchers(items: Iterable[str], like: Sequence[Mapping[str, Any]]) -> list[Row]:
    """The proposed voucher rates as rows of awards, for the bases that stand in `like`; a ceiling holds per beneficiary and year."""
    usual = {row["rate_basis"]: row["beneficiary"] for row in reversed(like) if row["form"] == "rate"}
    matches = ((item, match) for item in items if (match := _RATE.fullmatch(item)))
    return [_rate(item, match, usual[match[1]]) for item, match in matches if match[1] in usual]


def _rate(item: str, match: re.Match[str], beneficiary: str) -> Row:
    basis, bound, rate, ceiling = match.groups()
    limit = {"ceiling_cny": int(ceiling), "ceiling_per": "beneficiary", "ceiling_period": "year"} if ceiling else {}
    return _AWARD | limit | {
        "award_id": f"{PROPOSAL}.{item}", "form": "rate", "bound": bound, "rate_basis": basis, "rate_pct": _number(rate),
        "trigger": "service_purchase", "instrument": "voucher", "beneficiary": beneficiary, "categories": [VOUCHER],
    }


def proposed_targets(items: Iterable[str], like: Sequence[Mapping[str, Any]]) -> list[Row]:
    """The proposed goals as rows of targets; unit and definition are those of the first row of `like` for its indicator and level."""
    usual = {(row["indicator"], row["recognition_level"]): row for row in reversed(like) if row["value"] is not None}
    matches = ((item, match) for item in items if (match := _GOAL.fullmatch(item)))
    return [_goal(item, match, usual[match[1], match[2]]) for item, match in matches if (match[1], match[2]) in usual]


def _goal(item: str, match: re.Match[str], like: Mapping[str, Any]) -> Row:
    # A goal is said in the words that stand around its number (`wording.target_words`); 以上 behind it makes it "or more".
    bound, value, year = match.groups()[2:]
    return dict(like) | _IDENTITY | {
        "target_id": f"{PROPOSAL}.{item}", "comparator": ">=" if bound == "at_least" else "=", "suffix": "以上" if bound == "at_least" else "", "value": _number(value), "value_max": None,
        "target_year": int(year), "target_year_basis": "clause", "period_start": None, "horizon_years": None, "restates": None, "specifies": None,
        "scope_zh": None, "scope_en": None, "note_zh": None, "note_en": None,
    }


def _number(words: str) -> float:
    return float(words.replace("_", "."))
