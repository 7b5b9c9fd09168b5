"""Clauses, documents, places, titles and departments are found by every name that is on screen, on the committed snapshot."""

import pytest

from loaders import finding
from loaders.snapshot import Tables
from tests.conftest import DAY


@pytest.mark.parametrize(("words", "first", "total"), [
    ("孵化器 认定", "weihai-2023-5.29", 4),  # the example of the search field finds the document in force, first
    ("威政发[2023]5号 第29条", "weihai-2023-5.29", 1), ("第二十九条", "weihai-2023-5.29", 1), ("威海孵化器", "weihai-2023-5.29", 4), ("wh 孵化器", "weihai-2023-5.29", 4),
    ("2023 5 众创空间 国家级", "weihai-2023-5.29", 1), ("CNY 1 million 研发投入", "weihai-2023-5.9", 1), ("jz 孵化器", "jinzhou-undated.0-2", 3), ("weihai-2023-5.29.a1", "weihai-2023-5.29", 1), ("weihai-2023-5.29", "weihai-2023-5.29", 1),
])
def test_a_clause_by_what_is_on_screen(tables: Tables, words: str, first: str, total: int) -> None:
    found, count = finding.clauses_called(tables, words, DAY)
    assert (found[0], count) == (first, total) and len(found) == min(total, 20)


@pytest.mark.parametrize("words", ["威政发〔2023〕5号", "[2023]5号", "2023 5", "weihai 2023", "wh 2023", "威海2023", "371000 2023", "weihai-2023-5"])
def test_a_document_by_its_number_place_and_year(tables: Tables, words: str) -> None:
    assert finding.documents_called(tables, words, DAY) == ("weihai-2023-5",)


def test_what_is_in_force_comes_first(tables: Tables) -> None:
    assert finding.documents_called(tables, "威海", DAY) == ("weihai-2023-5", "weihai-2018-107")
    assert finding.documents_called(tables, "威海", DAY.replace(year=2020)) == ("weihai-2018-107", "weihai-2023-5")


@pytest.mark.parametrize("words", ["科学技术局", "科技局", "市科技局", "kjj", "Science and Technology Bureau", "科學技術局"])
def test_a_department_by_its_formal_and_its_short_name(tables: Tables, words: str) -> None:
    assert finding.offices_called(tables, words) == ("市科技局",)
    assert finding.clauses_called(tables, words.split()[0] if words.isascii() else words, DAY)[1] >= 62


def test_a_department_by_its_former_name_and_the_other_way_round(tables: Tables) -> None:
    assert "市工业和信息化局" in finding.offices_called(tables, "经信委")
    assert "市经济和信息化委" in finding.offices_called(tables, "工信局")


@pytest.mark.parametrize(("words", "title"), [("fuhuaqi", "tech_incubator"), ("fhq", "tech_incubator"), ("incubator", "tech_incubator"), ("tech_incubator", "tech_incubator"),
                                              ("HNTE", "high_tech_enterprise"), ("gq", "high_tech_enterprise"), ("IPO", "listed_company")])
def test_a_title_by_pinyin_initials_english_and_code(words: str, title: str) -> None:
    assert finding.codes_called("designation", words)[0] == title


def test_places_stand_by_pinyin(tables: Tables) -> None:
    assert [place.city["name_en"] for place in finding.places(tables, "")] == sorted(place.city["name_en"] for place in finding.places(tables, ""))


def test_where_nothing_is_found_each_word_is_counted_by_itself(tables: Tables) -> None:
    assert finding.clauses_called(tables, "孵化器 量子计算机", DAY) == ((), 0)
    assert finding.alone(tables, "孵化器 量子计算机") == (("孵化器", 9), ("量子计算机", 0))


def test_near_names_share_most_of_what_was_typed() -> None:
    names = [("a", "技术创新中心"), ("b", "制造业创新中心"), ("c", "重点实验室")]
    assert finding.near("技术创新中兴", names) == ("a",) and finding.near("量子", names) == ()
