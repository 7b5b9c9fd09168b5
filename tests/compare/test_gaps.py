"""What is not there, counted by hand from the list of divisions and the documents that there are."""

import pytest

from compare.questions.gaps import gaps, provinces, summary
from loaders import queries
from loaders.snapshot import Tables
from model.codes import codes
from wording.answer import in_words
from wording.say import say
from wording.texts import label


def test_the_country_as_the_list_of_divisions_has_it() -> None:
    known = provinces()
    assert len(known) == 34 and sum(province.cities for province in known.values()) == 333 + 4
    assert (known["37"].cities, known["21"].cities, known["32"].cities, known["44"].cities) == (16, 14, 13, 21)
    assert (known["11"].cities, known["11"].districts) == (1, 16)  # Beijing is its own one city


# Ten documents of six places: two districts, each in a province of its own or beside a city.
@pytest.mark.parametrize(("province", "cities", "districts", "years"), [
    ("山东省", "16个中有1个", "没有文件", "2018、2023"),
    ("辽宁省", "14个中有1个", "没有文件", "2015"),
    ("江苏省", "13个中有1个", "没有文件", "2012"),
    ("广东省", "21个中有1个", "122个中有1个", "2017、2021"),
    ("浙江省", "没有文件", "90个中有1个", "2018、2019"),
])
def test_what_each_province_has_and_lacks(all_tables: Tables, province: str, cities: str, districts: str, years: str) -> None:
    found = next(row for row in in_words(gaps(all_tables), "zh") if row.province == province)
    assert (found.cities, found.districts, found.years, found.is_held) == (cities, districts, years, True)


def test_a_province_without_a_document_says_so_and_shows_no_zero(all_tables: Tables) -> None:
    absent = [row for row in in_words(gaps(all_tables), "zh") if not row.is_held]
    assert len(absent) == 34 - 5
    assert all((row.cities, row.districts, row.years) == ("没有文件", "没有文件", "") for row in absent)


def test_unnamed_categories_are_those_that_no_document_of_the_province_names(all_tables: Tables) -> None:
    states = {(row["document_id"], row["category"]): row["state"] for row in queries.records(all_tables["coverage"])}
    nantong = [code for code in codes("category") if states.get(("nantong-2012-26", code)) in (None, "absent", "not_reviewed")]
    found = next(row for row in in_words(gaps(all_tables), "zh") if row.province == "江苏省")
    assert found.unnamed == "、".join(label("category", code, "zh") for code in nantong) != ""


def test_years_between_first_and_last_without_a_document_are_named(all_tables: Tables) -> None:
    said = say(summary(all_tables), "zh")
    assert "34个省级行政区中5个有文件" in said and "337个地级以上市(州、盟、地区)中4个有" in said and "县市区中2个有" in said
    assert said.endswith("没有文件的年份：2013、2014、2016、2020、2022。")
