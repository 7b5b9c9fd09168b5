"""The generated documents say what the code says, and the worked examples what the documents say."""

import re

import pytest

from curation.publish.codebook import CODEBOOK_FILE, codebook, list_names
from curation.publish.codebook_examples import _awards
from curation.publish.data_quality import DATA_QUALITY_FILE, data_quality
from model.codes import codes
from model.fields import FIELDS
from model.guidance import agreement, ambiguous_cases, worked_examples
from model.money import payable_max
from model.paths import CURATED
from model.schema import FORM_RULES, TABLES
from wording.guidance import borderline_rules

# Worked out by hand from the clauses; None where the document fixes no sum for one beneficiary.
PAYABLE = {
    "lucheng-industry.2-2.a6": (200_000, "ceiling"),
    "lucheng-industry.4-3.a1": (500_000, "exact"),
    "nansha-2017-science.4.a1": (None, "units_unknown"),
    "nansha-2017-science.22.a1": (None, "not_payment"),
    "lucheng-industry.1-2.a3": (None, "base_unknown"),
    "lucheng-industry.4-5.a1": (50_000, "ceiling"),
    "lucheng-services.1.a1": (None, "base_unknown"),
    "nansha-2017-science.23.a1": (3_000_000, "ceiling"),
    "lucheng-talent.5.a1": (10_000_000, "ceiling"),
    "weihai-2018-107.2-4-2.a1": (2_000_000, "exact"),
    "weihai-2023-5.29.a1": (1_000_000, "ceiling"),
    "jinzhou-undated.18.a1": (None, "no_upper_end"),
    "weihai-2018-107.2-4-2.a6": (1_000_000, "ceiling"),
    "jinzhou-undated.10.a3": (None, "units_unknown"),
    "weihai-2023-5.14.a1": (300_000, "ceiling"),
    "weihai-2023-5.27.a1": (300_000, "rate_of_base"),
    "weihai-2023-5.30.a2": (None, "base_unknown"),
    "shanwei-2021-draft.4-1.a1": (500_000, "ceiling"),
    "weihai-2018-107.2-4-2.a3": (None, "base_unknown"),
    "weihai-2023-5.14.a3": (None, "programme"),
    "jinzhou-undated.7.a1": (None, "programme"),
    "weihai-2023-5.24.a2": (None, "not_payment"),
    "weihai-2023-5.23.a1": (None, "not_payment"),
    "weihai-2023-5.26.a1": (None, "not_payment"),
    "jinzhou-undated.5.a2": (None, "not_payment"),
    "jinzhou-undated.17.a1": (None, "not_payment"),
    "jinzhou-undated.20.a3": (None, "unstated"),
    "jinzhou-undated.11.a1": (1_000_000, "ceiling"),
}


@pytest.fixture(scope="module")
def written() -> str:
    return codebook()


def test_the_committed_documents_are_the_generated_ones(written: str) -> None:
    mend = "run: python -m curation codebook"
    assert CODEBOOK_FILE.read_text(encoding="utf-8") == written, mend
    assert DATA_QUALITY_FILE.read_text(encoding="utf-8") == data_quality(), mend


def test_every_field_table_form_and_list_has_one_heading(written: str) -> None:
    headings = re.findall(r"^### (\S+)$", written, flags=re.MULTILINE)
    assert len(headings) == len(set(headings)), "an anchor would lead to the wrong place"
    wanted = {*FIELDS, *TABLES, *(f"form-{form}" for form in FORM_RULES), *(f"list-{name}" for name in list_names())}
    assert set(headings) == wanted


def test_every_code_is_in_its_table(written: str) -> None:
    for name in list_names():
        section = written.split(f"### list-{name}\n")[1].split("\n### ")[0]
        assert re.findall(r"^\| `([^`]+)`", section, flags=re.MULTILINE) == list(codes(name))


def test_no_code_list_is_left_out() -> None:
    used = {field.codes for field in FIELDS.values() if field.codes}
    assert used | {"status", "verdict", "reason", "mark", "payable_reason", "department_function"} <= set(list_names())


def test_every_link_leads_to_a_heading(written: str) -> None:
    headings = set(re.findall(r"^### (\S+)$", written, flags=re.MULTILINE))
    assert set(re.findall(r"\]\(#([^)]+)\)", written)) <= headings


def test_every_form_has_a_worked_example_with_the_value_worked_out_by_hand() -> None:
    awards = _awards(CURATED)
    examples = worked_examples()
    assert {row["form"] for row in examples} == set(FORM_RULES)
    assert {row["award_id"] for row in examples} <= set(PAYABLE)
    for row in examples:
        award = awards[row["award_id"]]
        assert award["form"] == row["form"]
        assert payable_max(award) == PAYABLE[row["award_id"]], row["award_id"]


def test_borderline_rules_are_said_in_both_languages() -> None:
    chinese, english = borderline_rules("zh"), borderline_rules("en")
    assert len(chinese) == len(english) >= 7
    assert all(rule.title and rule.words for rule in (*chinese, *english))
    titles = {rule.title for rule in chinese}
    assert {"门槛不是奖补", "贷款额度不是支付", "重述的目标不是新目标", "引进不是培养", "新增面积不是总面积", "品牌孵化器不是省级孵化器"} <= titles


def test_agreement_names_known_fields_and_possible_numbers() -> None:
    rows = agreement()
    assert rows
    for row in rows:
        assert row.field == "found" or row.field in TABLES[row.table].columns, row
        assert row.total > 0
        assert 0 <= row.agreed <= row.total
    assert next(row for row in rows if (row.table, row.field) == ("awards", "categories")).percent == 74.8


def test_data_quality_says_that_agreement_is_not_accuracy() -> None:
    said = data_quality()
    assert "Agreement shows consistency, not accuracy" in said
    assert said.count("\n| `") == len(ambiguous_cases())
