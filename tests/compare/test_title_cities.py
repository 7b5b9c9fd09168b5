"""A title in many documents: places are rows, levels columns. Values by hand from the ten documents: Weihai 2018 二、(四)2, Weihai 2023
art. 29, Jinzhou art. 20."""

from dataclasses import replace

import pytest

from compare.registry import VIEWS
from loaders import title_cities
from loaders.snapshot import Tables
from model.selection import Selection
from tests.conftest import DAY
from wording.answer import Answer, answered

ASKED = Selection(as_of=DAY, designations=("tech_incubator",), force="all")
BY_TITLE = VIEWS["by_title"]


@pytest.fixture(scope="module")
def made(all_tables: Tables) -> Answer:
    return answered(BY_TITLE, all_tables, replace(ASKED, baseline="weihai"))


def test_more_than_eight_documents_open_by_place_the_own_city_first(made: Answer) -> None:
    assert (made.part, made.parts) == ("cities", ("cities", "spread", "side", "list"))
    assert [(row.label, row.is_own) for row in made.chart.rows][:2] == [("威海市(我市)", True), ("锦州市", False)]


def test_what_is_in_force_is_the_figure_and_what_is_over_says_so(made: Answer) -> None:
    cell = made.cell("weihai", "national")
    assert cell is not None and (cell.mark, cell.high, cell.figure) == ("ceiling", 1_000_000, "最高100万元"), "not the 2 million of the repealed paper"
    assert cell.cases == ("最高100万元 · 认定 · 第29条 · 威海2023", "一次性200万元 · 认定 · 二、(四)2 · 威海2018(已废止)")


def test_a_fixed_sum_against_a_ceiling_has_a_verdict_and_no_difference(made: Answer) -> None:
    cell = made.cell("jinzhou", "national")
    assert cell is not None and (cell.high, cell.words) == (500_000, "50万元 · 认定 · 第20条")
    assert cell.comparability and cell.comparability.code == "conditional" and not cell.difference


def test_what_is_set_in_another_column_is_no_silence(made: Answer) -> None:
    assert made.cell("nansha", "national").words == "未区分级别" and made.cell("weihai", "none").words == "按级别分别规定"
    assert made.cell("jinzhou", "municipal").mark == "absent"


def test_the_lead_counts_places_and_names_the_own_figures(made: Answer) -> None:
    assert made.finding == "科技企业孵化器：10份文件涉及6个地方，其中3个作出规定；威海市(我市) 国家级最高100万元、省级按其他文件执行(已废止)、市级每升级1家高新技术企业10万元，每年最高100万元(已废止)。"


def test_an_own_city_without_the_title_stands_first_all_the_same(all_tables: Tables) -> None:
    found = answered(BY_TITLE, all_tables, replace(ASKED, baseline="nantong"))
    assert [row.key for row in found.chart.rows] == ["nantong", "jinzhou", "nansha", "weihai"]
    assert {cell.mark for cell in found.cells if cell.row == "nantong"} == {"absent"} and found.finding.endswith("南通市(我市) 本文件未见规定。")


def test_places_are_searched_and_sorted_by_the_tables(all_tables: Tables) -> None:
    def order(**changes: object) -> list[str]:
        return [row.key for row in answered(BY_TITLE, all_tables, replace(ASKED, **changes)).chart.rows]

    assert order(sort="national") == ["jinzhou", "weihai", "nansha"] and order(sort="-national") == ["weihai", "jinzhou", "nansha"], "by the most that any shown document pays"
    assert order(sort="-provincial") == ["jinzhou", "nansha", "weihai"], "what pays no sum comes last"
    assert order(text="辽宁") == order(text="jinzhou") == ["jinzhou"]
    nothing = answered(BY_TITLE, all_tables, replace(ASKED, text="北冥"))
    assert nothing.empty_because == "没有名称或文件与查找词相符、并对该称号作出规定的地方。"


def test_search_words_shape_no_other_part(all_tables: Tables) -> None:
    plain, searched = (answered(BY_TITLE, all_tables, replace(ASKED, part="list", text=words)) for words in ("", "辽宁"))
    assert plain.chart.rows == searched.chart.rows and plain.filters == searched.filters


def test_pages_hold_every_place_once(many: Tables) -> None:
    asked = replace(ASKED, baseline="bazhong")
    shown = [answered(BY_TITLE, many, replace(asked, page=page)) for page in (1, 2, 3)]
    held = title_cities.cities(many, BY_TITLE.honoured(asked), "place")
    rows = list(dict.fromkeys(row.key for found in shown for row in found.chart.rows))
    assert sorted(rows) == sorted({*held}) and all(len(found.chart.rows) <= 25 for found in shown)
    for found in shown:
        for cell in found.cells:
            assert cell.mark == "absent" or cell.words
