"""Districts are districts: named with their city and level, and told from cities wherever two documents are compared."""

from pathlib import Path

import pytest

from compare.registry import VIEWS
from compare.shared.around import document_headings, option_label
from compare.shared.material import material
from loaders import finding, queries
from loaders.snapshot import Tables
from model.comparability import Side, compare_awards
from model.selection import Selection
from tests.conftest import DAY
from wording.answer import answered
from wording.citation import inline
from wording.say import say

EVERYTHING = Selection(as_of=DAY)
NAMES = {
    "nansha-2017-science": ("广州市南沙区2017 科技创新", "Nansha District (Guangzhou) 2017 – S&T innovation"),
    "lucheng-talent": ("温州市鹿城区2018(推断) 人才", "Lucheng District (Wenzhou) 2018 (inferred) – Talent"),
    "lucheng-industry": ("温州市鹿城区2019(推断) 工业", "Lucheng District (Wenzhou) 2019 (inferred) – Industry"),
    "lucheng-services": ("温州市鹿城区2019(推断) 服务业", "Lucheng District (Wenzhou) 2019 (inferred) – Services"),
    "lucheng-open-economy": ("温州市鹿城区2019(推断) 开放型经济", "Lucheng District (Wenzhou) 2019 (inferred) – Open economy"),
}


@pytest.mark.parametrize("document", NAMES)
def test_a_column_names_the_district_its_city_and_its_level(all_tables: Tables, document: str) -> None:
    chosen = EVERYTHING.having(documents=(document,))
    heading = document_headings(material(VIEWS["incubator_rewards"], all_tables, chosen), chosen)[0]
    assert (say(heading.label, "zh"), say(heading.label, "en")) == NAMES[document]
    assert (say(heading.note, "zh"), say(heading.note, "en")) == ("县级", "County level")


def test_a_city_keeps_its_name_and_number(all_tables: Tables) -> None:
    chosen = EVERYTHING.having(documents=("weihai-2023-5",))
    heading = document_headings(material(VIEWS["incubator_rewards"], all_tables, chosen), chosen)[0]
    assert (say(heading.label, "zh"), say(heading.note, "zh")) == ("威海2023", "威政发〔2023〕5号")


def test_the_documents_of_one_district_can_be_told_apart() -> None:
    assert len({words for words, _ in NAMES.values()}) == len({words for _, words in NAMES.values()}) == len(NAMES)


def test_a_clause_is_cited_with_the_district(all_tables: Tables) -> None:
    document, city = queries.documents(all_tables)["lucheng-talent"], queries.cities(all_tables)["lucheng"]
    assert inline(document, city, "14", "zh") == "温州市鹿城区《关于深化人才制度改革的30条意见》第14条"
    assert inline(document, city, "14", "en").endswith("(Lucheng District (Wenzhou)), art. 14")


@pytest.mark.parametrize(("level", "places"), [("county", {"lucheng", "nansha"}), ("prefecture", {"weihai", "nantong", "jinzhou", "shanwei"})])
def test_only_districts_or_only_cities(all_tables: Tables, level: str, places: set[str]) -> None:
    held = queries.selected_documents(all_tables, EVERYTHING.having(places=(level,)))
    assert {row["city_id"] for row in held.values()} == places


def test_the_overview_counts_cities_and_districts_apart(all_tables: Tables) -> None:
    said = answered(VIEWS["overview"], all_tables, EVERYTHING).finding
    assert said.startswith("10份文件，4个城市、2个区县(") and "温州市鹿城区4份" in said and "广州市南沙区1份" in said
    districts = answered(VIEWS["overview"], all_tables, EVERYTHING.having(places=("county",), lang="en")).finding
    assert districts.startswith("5 documents of 2 districts (")


def test_a_district_is_found_by_its_city(all_tables: Tables) -> None:
    assert [place.city["city_id"] for place in finding.places(all_tables, "温州")] == ["lucheng"]
    assert say(option_label(all_tables, "cities", "nansha"), "zh") == "广州市南沙区"


@pytest.fixture(scope="module")
def sides(all_tables: Tables) -> dict[str, Side]:
    documents = queries.documents(all_tables)
    return {row["award_id"]: Side(row, documents[row["document_id"]]) for row in queries.records(queries.awards(all_tables, EVERYTHING))}


# Newly certified high-tech firms: CNY 100,000 of Lucheng and 300,000 of Nansha, both out of the district's budget; CNY 50,000 of Jinzhou, payer not stated.
LUCHENG, NANSHA, JINZHOU = "lucheng-industry.3-6.a1", "nansha-2017-science.2.a1", "jinzhou-undated.5.a3"


@pytest.mark.parametrize(("a", "b", "named", "not_named"), [
    (LUCHENG, NANSHA, set(), {"place_level", "payer_level", "payer_differs", "payer_unstated"}),
    (LUCHENG, JINZHOU, {"place_level", "payer_unstated"}, {"payer_level", "payer_differs"}),
    (LUCHENG, "weihai-2023-5.30.a1", {"place_level", "payer_level"}, {"payer_differs"}),  # the province pays 40 % of the fee
    ("weihai-2023-5.30.a1", "weihai-2023-5.30.a2", {"payer_level"}, {"place_level", "payer_differs"}),  # province and city
    (LUCHENG, "lucheng-talent.9.a1", set(), {"place_level"}),
])
def test_who_pays_is_a_reason(sides: dict[str, Side], a: str, b: str, named: set[str], not_named: set[str]) -> None:
    for one, other in ((a, b), (b, a)):
        judged = compare_awards(sides[one], sides[other], DAY)
        codes = {reason.code for reason in judged.reasons}
        assert named <= codes and not not_named & codes
        assert all(say(reason.instead, "zh") and say(reason.instead, "en") for reason in judged.reasons)


def test_a_zone_is_no_level_and_a_shared_budget_is_not_another_one(sides: dict[str, Side]) -> None:
    def reasons(*payers: list[str]) -> set[str]:
        one, other = (Side({**sides[LUCHENG].row, "payers": held}, sides[LUCHENG].document) for held in payers)
        return {reason.code for reason in compare_awards(one, other, DAY).reasons} & {"payer_level", "payer_differs"}

    assert reasons(["county"], ["municipal"]) == {"payer_level"}
    assert reasons(["county"], ["municipal", "county"]) == {"payer_differs"}
    assert reasons(["county"], ["zone"]) == {"payer_differs"}
    assert reasons(["county"], ["county"]) == set()


def test_the_readme_says_what_the_snapshot_holds(all_tables: Tables) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    cities, documents = queries.cities(all_tables), queries.documents(all_tables)
    levels = [cities[place]["level"] == "county" for place in {row["city_id"] for row in documents.values()}]
    assert f"{len(documents)} documents of {levels.count(False)} cities and {levels.count(True)} districts" in readme
    assert all(row["document_number"] in readme for row in documents.values() if row["document_number"])
    assert all(say(option_label(all_tables, "cities", city["city_id"]), "zh") in readme for city in cities.values() if city["parent_zh"])
