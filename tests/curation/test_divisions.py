"""Divisions of today and former ones: the list agrees with itself, and a place is that of the document's year."""

import pytest

from curation.check.divisions import divisions, former, named, present
from curation.desk.cities import new_city
from curation.desk.places import place_doubts
from tests.curation.sample import content
from wording.texts import text


def test_every_former_division_leads_to_one_of_today() -> None:
    for item in former():
        assert item.successors and set(item.successors) <= set(present()), item.name_zh
        assert item.level in ("prefecture", "county")
        assert item.parent[:2] == item.code[:2] and item.parent in divisions()
        assert 2005 <= int(item.until) <= 2026
        if item.code in present():
            assert item.is_renamed or item.successors == (item.code,)
            assert present()[item.code].name_zh != item.name_zh
    assert len({(item.code, item.name_zh) for item in former()}) == len(former())


@pytest.mark.parametrize(("words", "code"), [
    ("371200", "371200"), ("莱芜市", "371200"), ("江干区", "330104"), ("巢湖市", "340181"), ("襄樊市", "420600"), ("思茅市", "530800"), ("莱城区", "371202"), ("420600", "420600"),
])
def test_an_old_code_or_name_is_known(words: str, code: str) -> None:
    assert [item.code for item in named(words)][:1] == [code]


def test_a_name_of_several_places_is_not_guessed() -> None:
    assert {item.code for item in named("东山区")} == {"230406", "440102", "650108"}
    assert named("无此地区") == []


def test_a_former_city_has_a_row_of_its_own_time() -> None:
    assert new_city("371200") == {
        "city_id": "laiwu", "name_zh": "莱芜市", "name_en": "Laiwu", "province_zh": "山东省", "province_en": "Shandong",
        "division_code": "371200", "level": "prefecture", "parent_zh": "", "parent_en": "",
    }
    assert new_city("371202")["parent_zh"] == "莱芜市"
    assert new_city("330103")["parent_zh"] == "杭州市"


def test_a_place_of_another_year_is_doubted() -> None:
    assert [(item.code, dict(item.values)["successors"]) for item in place_doubts("371200", "2021")] == [("place_ended", "莱芜区 370116、钢城区 370117")]
    assert place_doubts("371200", "2018") == [] and place_doubts("371200", "") == []
    assert [dict(item.values)["former"] for item in place_doubts("370117", "2016")] == ["钢城区 371203"]
    assert [dict(item.values)["former"] for item in place_doubts("420600", "2008")] == ["襄樊市 420600"]
    assert place_doubts("420600", "2012") == [] and place_doubts("371000", "2012") == []
    assert content()["document"]["city_id"] and text("face.doubt.place_ended", "en", until="1", year="2", successors="3")
