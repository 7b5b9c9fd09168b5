"""A small invented document of a fictional city for the tests of curation: text and curated content that fit together."""

from typing import Any

TEXT = (
    "云川市科技创新若干措施\n一、载体建设\n对新认定的国家级科技企业孵化器，给予最高100万元一次性奖励。\n"
    "二、技术交易\n按合同金额的5%给予补贴，每家每年最高20万元。\n三、目标\n到2027年，全市孵化器达到12家。\n"
)


def place(phrase: str) -> dict[str, str]:
    """Evidence of a phrase that stands once in TEXT."""
    start = TEXT.index(phrase)
    assert TEXT.count(phrase) == 1
    before, after = TEXT[max(0, start - 16) : start], TEXT[start + len(phrase) : start + len(phrase) + 16]
    return {
        "phrase": phrase, "start": str(start), "end": str(start + len(phrase)),
        "prefix": "".join(before.split()), "suffix": "".join(after.split()),
    }


def content(city_id: str = "weihai") -> dict[str, Any]:
    """A curated document without a fault; a test changes what it is about."""
    return {
        "document": {
            "document_id": "sample-2026-1", "city_id": city_id, "kind": "measures", "title_zh": "云川市科技创新若干措施",
            "title_en": "Measures for innovation of Yunchuan", "title_basis": "stated", "issuer_basis": "unstated",
            "policy_year": "2026", "year_basis": "stated", "is_draft": "false", "release_attribute": "unstated",
            "source_kind": "unknown", "script": "simplified", "text_sha256": "ab" * 32, "text_chars": str(len(TEXT)),
        },
        "measures": [
            {
                "measure_id": "sample-2026-1.1", "article": "一", "categories": ["incubation"], "title_zh": "载体奖励",
                "title_en": "Rewards for carriers", "summary_zh": "奖励新认定的孵化器。", "summary_en": "Rewards new incubators.",
                "awards": [award()],
            },
            {
                "measure_id": "sample-2026-1.3", "article": "三", "categories": ["incubation"], "title_zh": "目标",
                "title_en": "Goals", "summary_zh": "孵化器数量目标。", "summary_en": "A goal for incubators.", "targets": [target()],
            },
        ],
        "figures": [],
        "coverage": dict.fromkeys(_categories(), "absent") | {"incubation": "quantified"},
    }


def award() -> dict[str, Any]:
    """The reward of article 1: at most one million yuan, once."""
    return {
        "award_id": "sample-2026-1.1.a1", "beneficiary": "incubator", "beneficiary_zh": "孵化器", "beneficiary_en": "incubators",
        "designation": "tech_incubator", "recognition_level": "national", "level_or_above": "false", "trigger": "recognition",
        "selection": "entitlement", "has_local_condition": "false", "instrument": "reward", "instrument_term_zh": "奖励",
        "categories": ["incubation"], "form": "sum", "bound": "at_most", "sum_cny": "1000000", "frequency": "one_off",
        "payers": ["unstated"], "commitment": "own", **place("100万元"),
    }


def target() -> dict[str, Any]:
    """The goal of article 3: at least twelve incubators by 2027."""
    return {
        "target_id": "sample-2026-1.3.t1", "indicator": "incubators", "verb": "reach", "comparator": ">=", "value": "12",
        "unit": "household", "basis": "level", "target_year": "2027", "target_year_basis": "clause", "recognition_level": "none",
        "level_or_above": "false", **place("12家"),
    }


def _categories() -> tuple[str, ...]:
    from model.codes import codes

    return codes("category")
