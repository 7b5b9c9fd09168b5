"""What carriers get, read off the documents by hand."""

from datetime import date

import pytest

from compare.registry import VIEWS
from compare.shared.award_matrix import row_key, variants_of
from loaders import queries
from loaders.snapshot import Tables
from model.selection import Selection
from tests.conftest import DAY
from wording.answer import Answer, answered

W18, W23, JZ, NT, SW = "weihai-2018-107", "weihai-2023-5", "jinzhou-undated", "nantong-2012-26", "shanwei-2021-draft"

# (row, document, mark, low, high) in yuan, percent for a match; read in Weihai 2018 二、(四)2, Weihai 2023 art. 29, Jinzhou art. 20
BY_HAND = [
    ("tech_incubator:national", W18, "exact", 2_000_000, 2_000_000),
    ("tech_incubator:national", W23, "ceiling", None, 1_000_000),
    ("tech_incubator:national", JZ, "exact", 500_000, 500_000),
    ("tech_incubator:national", NT, "mentioned", None, None),  # part 2 (3) supports incubators without a figure
    ("tech_incubator:provincial", NT, "mentioned", None, None),
    ("shandong_brand_incubator:provincial", NT, "absent", None, None),
    ("university_science_park:national", JZ, "mentioned", None, None),  # article 3 builds on science parks
    ("tech_incubator:national", SW, "absent", None, None),
    ("tech_incubator:provincial", JZ, "exact", 200_000, 200_000),
    ("tech_incubator:provincial", W23, "absent", None, None),
    ("shandong_brand_incubator:provincial", W18, "match", 100, 100),
    ("shandong_brand_incubator:provincial", W23, "exact", 100_000, 100_000),
    ("brand_makerspace:provincial", W18, "match", 100, 100),
    ("brand_makerspace:provincial", W23, "exact", 50_000, 50_000),
    ("professional_makerspace:national", W18, "exact", 2_000_000, 2_000_000),
    ("professional_makerspace:national", W23, "ceiling", None, 1_000_000),
    ("university_science_park:national", W18, "exact", 3_000_000, 3_000_000),
    ("university_science_park:national", W23, "ceiling", None, 1_000_000),
    ("university_science_park:provincial", W18, "exact", 1_000_000, 1_000_000),
    ("university_science_park:provincial", W23, "ceiling", None, 500_000),
    ("makerspace:none", JZ, "unstated", None, None),
    ("incubation_carrier:municipal:per_unit", W18, "ceiling", None, 1_000_000),  # 100,000 for each firm, at most 1 million a year
    ("incubation_carrier:municipal:per_unit", W23, "absent", None, None),  # the word only gathers the titles of article 29
]


@pytest.fixture(scope="module")
def comparison(tables: Tables) -> Answer:
    return answered(VIEWS["incubator_rewards"], tables, Selection(as_of=DAY))


@pytest.mark.parametrize(("row", "document", "mark", "low", "high"), BY_HAND)
def test_by_hand(comparison: Answer, row: str, document: str, mark: str, low: int | None, high: int | None) -> None:
    cell = comparison.cell(row, document)
    assert cell is not None
    assert (cell.mark, cell.low, cell.high) == (mark, low, high)


def test_every_figure_of_the_matrix_is_listed_above(comparison: Answer) -> None:
    stated = {(cell.row, cell.column) for cell in comparison.cells if cell.value is not None}
    assert stated == {(row, document) for row, document, _, low, high in BY_HAND if (low, high) != (None, None)}


def test_the_finding_is_computed_from_the_rows(comparison: Answer) -> None:
    assert comparison.finding == "科技企业孵化器 · 国家级：南通2012 有表述，未写明支持标准；锦州2015(推断) 50万元；威海2018(已废止) 一次性200万元；威海2023 最高100万元；汕尾2021(草案)未见规定。"


def test_a_pinned_baseline_is_the_one_compared_with(tables: Tables) -> None:
    pinned = answered(VIEWS["incubator_rewards"], tables, Selection(as_of=DAY, baseline=W23))
    cells = {column.key: pinned.cell("tech_incubator:national", column.key) for column in pinned.chart.columns}
    assert cells[W23].comparability is None
    assert {reason.code for reason in cells[W18].comparability.reasons} == {"bound_differs", "frequency_unstated", "repealed"}


@pytest.mark.parametrize(("as_of", "stands_for"), [(DAY, W23), (date(2022, 1, 1), W18)])
def test_a_pinned_city_stands_for_its_newest_valid_document(tables: Tables, as_of: date, stands_for: str) -> None:
    """On 2022-01-01 Weihai's document of 2023 did not exist yet, so the one of 2018 stands for the city."""
    pinned = answered(VIEWS["incubator_rewards"], tables, Selection(as_of=as_of, baseline="weihai"))
    cells = {column.key: pinned.cell("tech_incubator:national", column.key) for column in pinned.chart.columns}
    assert [key for key, cell in cells.items() if cell.comparability is None] == [stands_for]
    named = next(column.label for column in pinned.chart.columns if column.key == stands_for)
    assert any(note.kind == "comparability" and note.text == f"比较基准：{named}。" for note in pinned.notes)


def test_a_city_with_a_draft_alone_stands_first_and_is_no_baseline(tables: Tables) -> None:
    pinned = answered(VIEWS["incubator_rewards"], tables, Selection(as_of=DAY, baseline="shanwei"))
    assert [(column.key, column.is_own) for column in pinned.chart.columns][:2] == [(SW, True), (NT, False)]
    assert pinned.cell("tech_incubator:national", JZ).comparability is None, "the earliest with a provision, as without an own city"
    assert "我市只有草案(汕尾2021(草案))，列在首位，不作比较基准。" in [note.text for note in pinned.notes]


def test_a_proposal_is_marked_and_compared_but_has_no_source(tables: Tables) -> None:
    asked = Selection(as_of=DAY, baseline=W23, proposals=("tech_incubator.national.at_most.1500000",))
    comparison = answered(VIEWS["incubator_rewards"], tables, asked)
    column = comparison.chart.columns[-1]
    cell = comparison.cell("tech_incubator:national", column.key)
    assert column.is_tentative and cell.high == 1_500_000 and cell.source_ids == ()
    assert cell.comparability.code == "direct"
    assert any("未发布" in note.text for note in comparison.notes)


def test_status_filter_hides_and_says_so(tables: Tables) -> None:
    comparison = answered(VIEWS["incubator_rewards"], tables, Selection(as_of=DAY, statuses=("in_force",)))
    assert [column.key for column in comparison.chart.columns] == [W23]
    hidden = next(note.text for note in comparison.notes if note.kind == "hidden")
    assert "威政办字〔2018〕107号" in hidden and "汕尾2021(草案)" in hidden


def test_what_is_only_spoken_of_leads_to_its_clause(comparison: Answer) -> None:
    cell = comparison.cell("tech_incubator:national", NT)
    assert cell.words == "有表述，未写明支持标准" and cell.source_ids == ("nantong-2012-26.2-3", "nantong-2012-26.3-3")
    assert comparison.source("nantong-2012-26.2-3")
    assert {reason.code for reason in cell.comparability.reasons} == {"value_unstated"}
    absent = comparison.cell("tech_incubator:national", SW)
    assert absent.words == "本文件未见规定" and {reason.code for reason in absent.comparability.reasons} == {"value_absent"}


def test_a_row_keeps_its_key_when_a_translation_is_corrected(tables: Tables) -> None:
    award = next(row for row in queries.records(tables["awards"]) if row["award_id"] == "weihai-2023-5.1.a2")
    corrected = award | {"variant_en": "Corrected words", "beneficiary_en": "Others"}
    variants = variants_of(tables, [award])
    assert row_key(variants, award) == row_key(variants, corrected) == "key_laboratory:national:weihai-2023-5.1.a2"
