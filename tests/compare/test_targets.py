"""Targets: which R&D intensity is aimed at by when, and which goals share a row or only stand beside each other."""

from compare.questions.targets import VIEW
from compare.shared.target_rows import lines_of
from loaders import queries
from loaders.snapshot import Tables
from model.comparison import NUMBER_MARKS
from model.selection import Selection
from wording.answer import Answer, answered

RD = "rd_gdp_share:percent:ratio:none"
W2018, W2023, JINZHOU, NANTONG, SHANWEI = "weihai-2018-107", "weihai-2023-5", "jinzhou-undated", "nantong-2012-26", "shanwei-2021-draft"


def built(tables: Tables, selection: Selection, **changes: object) -> Answer:
    return answered(VIEW, tables, selection.having(**changes))


def test_which_rd_intensity_by_when(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection)
    assert found.chart.rows[0].key == RD and found.chart.drawn == (RD,)
    weihai, jinzhou = found.cell(RD, W2018), found.cell(RD, JINZHOU)
    assert weihai and (weihai.low, weihai.high, weihai.mark, weihai.unit) == (3.0, None, "floor", "percent")
    assert jinzhou and (jinzhou.low, jinzhou.high, jinzhou.mark) == (2.0, None, "floor")
    assert weihai.words.startswith("2022年达到3%以上 · 二、(一)1") and jinzhou.words.startswith("2020年达到2%")
    for document in (W2023, NANTONG, SHANWEI):
        cell = found.cell(RD, document)
        assert cell and cell.mark == "absent" and cell.value is None
    assert "威海2018(已废止) 2022年达到3%以上" in found.finding and "锦州2015(推断) 2020年达到2%" in found.finding
    assert "威海2023未见规定" in found.finding


def test_rd_goals_of_different_years_compare_with_conditions(tables: Tables, selection: Selection) -> None:
    cell = built(tables, selection).cell(RD, W2018)
    assert cell and cell.comparability and cell.comparability.code == "conditional"
    assert {"target_year_differs", "repealed", "date_inferred"} <= {reason.code for reason in cell.comparability.reasons}


def test_a_pinned_document_is_the_baseline(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, baseline=W2018)
    baseline, other = found.cell(RD, W2018), found.cell(RD, JINZHOU)
    assert baseline and baseline.comparability is None
    assert other and other.comparability and other.comparability.code == "conditional"
    assert any("比较基准：威海2018" in note.text for note in found.notes)


def test_a_goal_said_twice_stands_once_with_both_clauses(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection)
    cell = found.cell("incubation_area:square_metre:level:none", JINZHOU)
    assert cell and cell.source_ids == ("jinzhou-undated.0-2.t4", "jinzhou-undated.20.t4")
    assert cell.words.count("10万平方米") == 1 and "第20条" in cell.words


def test_goals_that_differ_in_the_verb_are_two_rows(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection)
    values = {key.key: cell.value for key in found.chart.rows if key.key.startswith("hightech_service_firms") and (cell := found.cell(key.key, SHANWEI))}
    assert values == {"hightech_service_firms:household:cumulative:none:cultivate": 5.0, "hightech_service_firms:household:cumulative:none:introduce": 3.0}


def test_close_definitions_stand_side_by_side_and_never_share_a_row(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection)
    keys = [row.key.split(":")[0] for row in found.chart.rows]
    assert keys.index("service_revenue_growth") == keys.index("service_value_added_growth") + 1
    assert any("增加值不是总收入" in note.text for note in found.notes)
    revenue = next(row for row in found.chart.rows if row.key.startswith("service_revenue_growth"))
    assert "增加值不是总收入" in revenue.note
    levels = [row.key for row in found.chart.rows if row.key.startswith("high_tech_enterprises")]
    assert len(levels) == 2, "a stock of 100 and 100 more in three years are not one goal"


def test_coverage_goals_are_words(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection)
    for row, document, words in (
        ("rd_unit_coverage:words:none", NANTONG, "2011—2015年普遍覆盖"), ("rd_unit_coverage:words:none", JINZHOU, "2020年基本覆盖"),
        ("microloan_coverage:words:provincial", NANTONG, "2011—2015年实现全覆盖"),
    ):
        cell = found.cell(row, document)
        assert cell and cell.mark == "text" and cell.value is None and cell.words.startswith(words)


def test_one_definition_to_an_axis(tables: Tables, selection: Selection) -> None:
    for row in built(tables, selection).chart.rows:
        found = built(tables, selection, row=row.key)
        if row.key.split(":")[1] == "words":
            assert found.chart.drawn == () and found.finding.startswith(row.label), "a goal in words is said and not drawn"
            continue
        assert found.chart.drawn == (row.key,)
        drawn = [cell for cell in found.cells if cell.row in found.chart.drawn and cell.mark in NUMBER_MARKS]
        assert drawn and {cell.unit for cell in drawn} == {found.chart.unit}


def test_every_goal_is_reachable_and_cited(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection)
    shown = {row_id for cell in found.cells for row_id in cell.source_ids}
    assert shown == set(tables["targets"]["target_id"])
    assert all(found.source(row_id) for row_id in shown)
    assert "研发经费投入占GDP比重2022年达到3%以上" in found.source("weihai-2018-107.2-1-1.t1").sentence  # type: ignore[union-attr]


def test_filters_and_the_empty_case(tables: Tables, selection: Selection) -> None:
    only = built(tables, selection, indicators=("rd_gdp_share",))
    assert [row.key for row in only.chart.rows] == [RD]
    silent = built(tables, selection, documents=(W2023,))
    assert silent.finding.startswith("威海2023未见本页事项的规定；以下是其他文件的规定。 研发经费投入占GDP比重：") and silent.chart.columns[0].key == W2023
    assert built(tables, selection, cities=("nantong",), documents=(W2023,)).empty_because


def test_a_restated_goal_without_its_original_counts_itself(tables: Tables) -> None:
    again = next(row for row in queries.records(tables["targets"]) if row["restates"])
    assert len(lines_of([again])) == 1


def test_english_has_no_chinese_left(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, lang="en")
    assert found.finding.startswith("R&D spending as share of GDP: Jinzhou 2015 (inferred) ≥2% by 2020; Weihai 2018 (repealed) ≥3% by 2022")
