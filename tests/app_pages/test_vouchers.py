"""Vouchers on the page: four cards, the stack of two payers, and what buys no service apart."""

import json

from tests.app_pages.conftest import Open, words


def test_four_cards_say_use_rate_ceiling_and_payer(open_page: Open) -> None:
    said = words(open_page("vouchers"))
    for card in ("**用途**", "**比例**", "**上限**", "**资金来源**"):
        assert card in said
    for line in ("威海2023：入网共享的科研设施与仪器", "汕尾2021(草案)：服务费用的5%(未写明资金来源)", "汕尾2021(草案)：最高50万元(未写明期限)",
                 "威海2023：省级财政(仪器使用费的40%)；市级财政(再加仪器使用费的20%)", "锦州2015(推断)、威海2018：未写明比例"):
        assert line in said
    assert "是不同的支持工具" in said and "列在创新券名下、不属购买服务的事项" in str([box.label for box in open_page("vouchers").expander])


def test_the_chart_stacks_two_payers(open_page: Open) -> None:
    chart = json.loads(open_page("vouchers").get("plotly_chart")[0].proto.spec)
    bars = {trace["name"]: trace["text"] for trace in chart["data"] if trace.get("text")}
    assert bars == {"省级财政 · 仪器使用费": ["40"], "市级财政 · 仪器使用费": ["20"]}


def test_the_pool_is_drawn_alone(open_page: Open) -> None:
    chart = json.loads(open_page("vouchers", row="pool").get("plotly_chart")[0].proto.spec)
    assert [trace["text"] for trace in chart["data"] if trace.get("text")] == [["500"]]
    assert chart["layout"]["xaxis"]["title"]["text"] == "万元"


def test_in_english(open_page: Open) -> None:
    said = words(open_page("vouchers", lang="en"))
    assert "40% of instrument fee (provincial budget); a further 20% of instrument fee (city budget)" in said


def test_without_vouchers_the_page_says_why(open_page: Open) -> None:
    at = open_page("vouchers", cities="nantong")
    assert "南通" in at.info[0].value


def test_an_own_voucher_is_entered_on_the_page(open_page: Open) -> None:
    at = open_page("vouchers")
    at.selectbox(key="proposal.basis.zh").set_value("instrument_fee")
    at.number_input(key="proposal.rate.zh").set_value(30.0)
    at.number_input(key="proposal.ceiling.zh").set_value(0.0)
    next(button for button in at.button if button.label == "加入对照").click()
    at.run()
    assert not at.exception
    assert at.query_params["proposals"] == "voucher.instrument_fee.exact.30"
    assert "拟定标准(自拟)" in words(at) and "仪器使用费的30%(未写明资金来源)" in words(at)
