"""Targets on the page: R&D intensity first, each indicator on its own axis."""

import json

from tests.app_pages.conftest import Open, words


def test_rd_intensity_comes_first(open_page: Open) -> None:
    at = open_page("targets", [f"group.targets.{place}" for place in range(9)])
    said = words(at)
    assert "威海2018(已废止) 2022年达到3%以上" in said and "锦州2015(推断) 2020年达到2%" in said
    assert [box.label for box in at.expander][2:4] == ["研发投入", "几份文件都有、口径相同"]
    assert "增加值不是总收入" in said and "2011—2015年普遍覆盖" in said


def test_the_chart_names_the_target_years(open_page: Open) -> None:
    chart = json.loads(open_page("targets").get("plotly_chart")[0].proto.spec)
    assert "锦州2015(推断)为2020、威海2018为2022" in chart["layout"]["xaxis"]["title"]["text"].replace("<br>", "")
    assert sorted(label for trace in chart["data"] for label in trace.get("text") or []) == ["≥2", "≥3"]


def test_another_indicator_is_drawn_in_its_own_unit(open_page: Open) -> None:
    chart = json.loads(open_page("targets", row="service_revenue:cny:level:none").get("plotly_chart")[0].proto.spec)
    assert "亿元" in chart["layout"]["xaxis"]["title"]["text"]
    assert [label for trace in chart["data"] for label in trace.get("text") or []] == ["≥150"]


def test_in_english(open_page: Open) -> None:
    assert "Weihai 2018 (repealed) ≥3% by 2022" in words(open_page("targets", lang="en"))


def test_a_document_without_goals_stands_beside_those_with_some(open_page: Open) -> None:
    said = words(open_page("targets", documents="weihai-2023-5"))
    assert "威海2023未见本页事项的规定；以下是其他文件的规定。 研发经费投入占GDP比重：" in said


def test_an_own_goal_is_entered_on_the_page(open_page: Open) -> None:
    at = open_page("targets", ("proposal",))
    at.selectbox(key="proposal.goal.zh").set_value("rd_gdp_share.none")
    at.number_input(key="proposal.value.zh").set_value(3.5)
    at.number_input(key="proposal.year.zh").set_value(2028)
    next(button for button in at.button if button.label == "加入对照").click()
    at.run()
    assert not at.exception
    assert at.query_params["proposals"] == "rd_gdp_share.none.at_least.3_5.2028"
    assert "拟定标准(自拟) 2028年达到3.5%以上" in words(at)
