"""Two documents set against each other; the figures are those read in Weihai 2018 and Weihai 2023."""

import pytest

from compare.questions.what_changed import VIEW
from model.comparison import MONEY_MARKS
from wording.answer import answered

EARLIER, LATER = "weihai-2018-107", "weihai-2023-5"


@pytest.fixture
def comparison(tables, selection):
    return answered(VIEW, tables, selection)


def key(name):
    return f"weihai-2018-2023.{name}"


def pair(comparison, name):
    return tuple(comparison.cell(key(name), document) for document in (EARLIER, LATER))


def change_note(comparison, name):
    notes = [note.text for note in comparison.notes if note.kind == "change"]
    assert len(notes) == len(comparison.chart.rows)
    return notes[[row.key for row in comparison.chart.rows].index(key(name))]


def test_the_default_is_the_newest_pair_of_one_city(comparison):
    assert [column.key for column in comparison.chart.columns] == [EARLIER, LATER]


def test_the_question_on_carriers_is_answered_about_carriers(tables, selection):
    found = answered(VIEW, tables, selection.having(cities=("weihai",), categories=("incubation",)))
    assert found.finding.startswith("威海2023对照威海2018：国家级科技企业孵化器标准由一次性200万元(二、(四)2)调整为最高100万元(第29条)；")
    assert "承办创新创业活动，威海2018：每年最高100万元(二、(四)2)" in found.finding and "技术创新中心" not in found.finding


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("carriers.1", (2_000_000, 2_000_000), (None, 1_000_000)),
        ("carriers.5", (3_000_000, 3_000_000), (None, 1_000_000)),
        ("carriers.6", (1_000_000, 1_000_000), (None, 500_000)),
        ("platforms.1", (10_000_000, 10_000_000), (5_000_000, 5_000_000)),
        ("platforms.2", (5_000_000, 5_000_000), (None, 1_000_000)),
        ("platforms.4", (3_000_000, 3_000_000), (None, 500_000)),
        ("rd_institutions.1", (None, 2_000_000), (None, 500_000)),
    ],
)
def test_figures_on_the_dumbbell(comparison, name, before, after):
    first, second = pair(comparison, name)
    assert ((first.low, first.high), (second.low, second.high)) == (before, after)
    assert key(name) in comparison.chart.drawn


def test_only_payments_of_one_matter_share_the_axis(comparison):
    for row in comparison.chart.drawn:
        assert all(comparison.cell(row, document).mark in MONEY_MARKS for document in (EARLIER, LATER))
    for name in ("carriers.3", "tech_transfer.1", "rnd.1", "carriers.7", "fintech.1"):
        assert key(name) not in comparison.chart.drawn


def test_what_is_drawn_is_never_said_not_to_compare(comparison):
    verdicts = {row: comparison.cell(row, LATER).comparability for row in comparison.chart.drawn}
    assert {verdict.code for verdict in verdicts.values()} <= {"direct", "conditional"}
    institutions = verdicts[key("rd_institutions.1")]
    assert "linked_by_editors" in {reason.code for reason in institutions.reasons}
    assert pair(comparison, "tech_transfer.1")[1].comparability.code == "not_comparable"


def test_a_match_that_became_a_sum_is_said_with_both_articles(comparison):
    words = change_note(comparison, "carriers.3")
    assert "标准由按省拨资金1:1配套(二、(四)2)调整为一次性10万元(第29条)" in words
    assert "由配套改为定额" in words and "降低" not in words


def test_what_the_later_document_does_not_list(comparison):
    first, second = pair(comparison, "carriers.7")
    assert "每年最高100万元" in first.words
    assert second.mark == "absent" and second.words == "威海2023未再规定" and second.value is None
    goals = [row for row in comparison.chart.rows if row.group == "发展目标"]
    assert len(goals) == 11 and all(comparison.cell(row.key, LATER).mark == "absent" for row in goals)
    assert comparison.finding.endswith("威海2023未再提出数量目标。")


def test_the_page_says_that_no_predecessor_is_named(comparison):
    assert any(note.kind == "pair" and "没有点名2018年文件" in note.text for note in comparison.notes)


def test_neutral_words(tables, selection):
    said = answered(VIEW, tables, selection)
    everything = " ".join([said.finding, *(note.text for note in said.notes), *(cell.words for cell in said.cells)])
    assert not any(word in everything for word in ("缩水", "腰斩", "取消了", "力度减弱", "退步"))


def test_every_cell_with_a_figure_has_its_clause(comparison):
    for cell in comparison.cells:
        assert (cell.mark == "absent") == (not cell.source_ids)
        assert all(comparison.source(row_id) is not None for row_id in cell.source_ids)


def test_two_chosen_documents_are_the_pair_and_are_not_confirmed(tables, selection):
    said = answered(VIEW, tables, selection.having(documents=(LATER, "jinzhou-undated")))
    assert [column.key for column in said.chart.columns] == ["jinzhou-undated", LATER]
    assert all(row.is_tentative and not row.note for row in said.chart.rows)
    notes = " ".join(note.text for note in said.notes)
    assert "未经确认" in notes and "不同城市" in notes and "调整为" not in notes
    titles = [row.label for row in said.chart.rows if row.key in said.chart.drawn]
    assert any("国家级科技企业孵化器" in title for title in titles)


@pytest.mark.parametrize("documents", [("shanwei-2021-draft",), ("jinzhou-undated", "nantong-2012-26", "shanwei-2021-draft")])
def test_no_pair_says_so(tables, selection, documents):
    assert "任选两份" in answered(VIEW, tables, selection.having(documents=documents)).empty_because


def test_a_single_document_stands_against_its_neighbour(tables, selection):
    for document in (EARLIER, LATER):
        said = answered(VIEW, tables, selection.having(documents=(document,)))
        assert [column.key for column in said.chart.columns] == [EARLIER, LATER]


def test_a_title_narrows_the_rows(tables, selection):
    said = answered(VIEW, tables, selection.having(designations=("technology_innovation_center",)))
    assert [row.key for row in said.chart.rows] == [key(f"platforms.{place}") for place in (1, 2, 3, 4)]
    assert answered(VIEW, tables, selection.having(designations=("listed_company",))).empty_because


def test_both_languages_say_the_same_cells(tables, selection):
    chinese, english = (answered(VIEW, tables, selection.having(lang=lang)) for lang in ("zh", "en"))
    assert [(c.row, c.column, c.mark, c.low, c.high) for c in chinese.cells] == [(c.row, c.column, c.mark, c.low, c.high) for c in english.cells]
    assert not any("一" <= letter <= "鿿" for letter in english.finding)


def test_another_beneficiary_is_not_drawn(comparison):
    """2018 pays certified service agencies, 2023 any certified firm that grows: two sums that share no axis."""
    assert not {key("enterprises.1"), key("enterprises.2")} & set(comparison.chart.drawn)


def test_categories_leave_the_matters_of_one_topic(tables, selection):
    whole, some = (answered(VIEW, tables, selection.having(cities=("weihai",), categories=chosen)) for chosen in ((), ("fintech",)))
    keys = {row.key for row in some.chart.rows}
    assert {f"weihai-2018-2023.fintech.{number}" for number in range(1, 8)} <= keys < {row.key for row in whole.chart.rows}
    assert "weihai-2018-2023.carriers.1" not in keys
    assert sum(note.kind == "change" for note in some.notes) == len(keys)
