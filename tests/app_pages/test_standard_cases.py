"""The standard cases on the page: numbers can be changed, the link keeps them, and the disclaimer stands in the picture."""

import json

from tests.app_pages.conftest import Open, words


def axis(at) -> str:
    return json.loads(at.get("plotly_chart")[0].proto.spec)["layout"]["xaxis"]["title"]["text"].replace("<br>", "")


def test_the_case_and_its_arithmetic(open_page: Open) -> None:
    at = open_page("standard_cases", row="case.carrier_upgrades")
    assert "12×10万元=120万元，120万元超过年度上限100万元，按100万元计" in words(at)
    assert "不构成兑现依据" in axis(at) and "不构成兑现依据" in words(at)


def test_a_changed_number_goes_into_the_link(open_page: Open) -> None:
    at = open_page("standard_cases", row="case.rd_equipment")
    next(box for box in at.number_input if box.key.startswith("input.equipment")).set_value(2000.0)
    next(button for button in at.button if button.label == "测算").click()
    at.run()
    assert not at.exception
    assert at.query_params["inputs"] == "equipment:20000000"
    assert "设备投资2000万元×20%=400万元，400万元超过一次上限200万元，按200万元计" in words(at)


def test_ones_own_bill_is_asked_for_above_the_chart_and_stands_in_it(open_page: Open) -> None:
    at = open_page("standard_cases", row="case.services_small")
    next(box for box in at.number_input if box.key.startswith("input.fee_small")).set_value(35.0)
    next(button for button in at.button if button.label == "测算").click()
    at.run()
    assert at.query_params["inputs"] == "fee_small:350000"
    drawn = json.loads(at.get("plotly_chart")[0].proto.spec)
    assert any("35万元" in item["text"] for item in drawn["layout"]["annotations"])
    assert 21 in [value for trace in drawn["data"] for value in trace["x"] if value is not None]  # 40 % and 20 % of 350,000


def test_an_open_input_can_be_filled_by_the_link(open_page: Open) -> None:
    assert "省拨资金不在文件中" in words(open_page("standard_cases", row="case.brand_incubator"))
    assert "省拨资金50万元×100%=50万元" in words(open_page("standard_cases", row="case.brand_incubator", inputs="provincial_grant:500000"))


def test_in_english(open_page: Open) -> None:
    at = open_page("standard_cases", lang="en", row="case.listing_steps")
    assert "first CNY 500,000; then topped up by CNY 2.5 million to CNY 3 million in all; the two are not added" in words(at)
    assert "no entitlement" in axis(at).replace("\n", " ")


def test_a_hostile_link_is_survived(open_page: Open) -> None:
    said = words(open_page("standard_cases", row="case.<b>", inputs="equipment:99999999999999999,tenants:0,fee_small:9999999999999,x:1"))
    assert "新认定" in said and "x:1" in said
