"""Vouchers on the page: what a bill brings, the stack of two payers, and what buys no service apart."""

import json

from tests.app_pages.conftest import Open, words


def test_each_figure_stands_once_and_the_bill_is_asked_for_above(open_page: Open) -> None:
    at = open_page("vouchers")
    said = words(at)
    assert said.count("仪器使用费的40%(省级财政)；") == 1 and said.count("最高50万元(未写明期限)") == 1
    assert "列在创新券名下、不属购买服务的事项" in str([box.label for box in at.expander])
    at.number_input(key="bill.zh").set_value(250_000).run()
    assert at.query_params["inputs"] == "fee_small:250000" and "25万元服务费按文件测算可抵" in words(at)


def test_the_chart_shows_what_a_bill_brings_and_a_chosen_rate_by_payer(open_page: Open) -> None:
    chart = json.loads(open_page("vouchers").get("plotly_chart")[0].proto.spec)
    assert sorted(label for trace in chart["data"] for label in trace.get("text") or ()) == ["5,000", "60,000"]
    stacked = json.loads(open_page("vouchers", row="rate").get("plotly_chart")[0].proto.spec)
    bars = {trace["name"]: trace["text"] for trace in stacked["data"] if trace.get("text")}
    assert bars == {"省级财政 · 仪器使用费": ["① 40"], "市级财政 · 仪器使用费": ["② 20"]}


def test_the_pool_is_drawn_alone(open_page: Open) -> None:
    chart = json.loads(open_page("vouchers", row="pool").get("plotly_chart")[0].proto.spec)
    assert [trace["text"] for trace in chart["data"] if trace.get("text")] == [["500"]]
    assert chart["layout"]["xaxis"]["title"]["text"] == "万元"


def test_in_english(open_page: Open) -> None:
    said = words(open_page("vouchers", lang="en"))
    assert "40% of instrument fee (provincial budget); a further 20% of instrument fee (city budget)" in said


def test_without_vouchers_the_page_says_what_others_provide(open_page: Open) -> None:
    said = words(open_page("vouchers", cities="nantong"))
    assert "南通2012未见本页事项的规定；以下是其他文件的规定。" in said and "仪器使用费的40%" in said


def test_an_own_voucher_is_entered_on_the_page(open_page: Open) -> None:
    at = open_page("vouchers", ("proposal",))
    at.selectbox(key="proposal.basis.zh").set_value("instrument_fee")
    at.number_input(key="proposal.rate.zh").set_value(30.0)
    at.number_input(key="proposal.ceiling.zh").set_value(0.0)
    next(button for button in at.button if button.label == "加入对照").click()
    at.run()
    assert not at.exception
    assert at.query_params["proposals"] == "voucher.instrument_fee.exact.30"
    assert "拟定标准(自拟)" in words(at) and "仪器使用费的30%(未写明资金来源)" in words(at)
