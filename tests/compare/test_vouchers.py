"""Vouchers: which documents have them, with what rate, ceiling, pool and payer, worked out by hand."""

from compare.questions.vouchers import VIEW
from compare.shared.voucher_rows import service_code
from loaders.snapshot import Tables
from model.comparison import NUMBER_MARKS
from model.selection import Selection
from wording.answer import Answer, answered

W2018, W2023, JINZHOU, NANTONG, SHANWEI = "weihai-2018-107", "weihai-2023-5", "jinzhou-undated", "nantong-2012-26", "shanwei-2021-draft"

# Document by point; None is "left open by the document".
STATED = {
    "rate": {SHANWEI: "服务费用的5%(未写明资金来源)", W2023: "仪器使用费的40%(省级财政)；再加仪器使用费的20%(市级财政)", JINZHOU: None, W2018: None},
    "ceiling": {SHANWEI: "最高50万元(未写明期限)", W2023: None, JINZHOU: None, W2018: None},
    "pool": {JINZHOU: "资金总量500万元(高新区(开发区)财政)", SHANWEI: None, W2023: None, W2018: None},
    "payer": {JINZHOU: "高新区(开发区)财政(资金总量500万元)，高新区设立", W2023: "省级财政(仪器使用费的40%)；市级财政(再加仪器使用费的20%)", SHANWEI: None, W2018: None},
    "use": {JINZHOU: "科技服务、科技成果", W2018: "研发服务、仪器共享、高企培育、研发补助、技术转移、科技咨询、孵化环境",
            SHANWEI: "查新查询、检验检测、评估", W2023: "入网共享的科研设施与仪器"},
}


def built(tables: Tables, selection: Selection, **changes: object) -> Answer:
    return answered(VIEW, tables, selection.having(**changes))


def test_rate_ceiling_pool_payer_and_use_of_every_document(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection)
    for row, stated in STATED.items():
        for document, words in stated.items():
            cell = found.cell(row, document)
            assert cell, (row, document)
            assert (cell.words == words) if words else (cell.mark == "unstated" and cell.value is None and not cell.source_ids)
        silent = found.cell(row, NANTONG)
        assert silent and silent.mark == "absent" and silent.words == "本文件未见规定"


def test_numbers_in_their_own_unit(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection)
    ceiling, pool = found.cell("ceiling", SHANWEI), found.cell("pool", JINZHOU)
    assert ceiling and (ceiling.low, ceiling.high, ceiling.unit, ceiling.mark) == (None, 500_000, "cny", "ceiling")
    assert pool and (pool.low, pool.high, pool.unit, pool.mark) == (5_000_000, 5_000_000, "cny", "pool")


def test_forty_and_twenty_percent_are_a_stack_of_two_payers(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, row="rate")
    chart = found.chart
    assert (chart.question, chart.unit) == ("stack", "percent")
    assert chart.drawn == ("rate:instrument_fee:provincial", "rate:instrument_fee:municipal")
    assert [found.cell(row, W2023).value for row in chart.drawn] == [40.0, 20.0]  # type: ignore[union-attr]
    assert found.cell("rate:service_fee:unstated", SHANWEI).value == 5.0  # type: ignore[union-attr]


def test_pool_rate_and_ceiling_never_share_an_axis(tables: Tables, selection: Selection) -> None:
    for row in built(tables, selection).chart.rows:
        found = built(tables, selection, row=row.key)
        kinds = {(cell.unit, "pool" if cell.mark == "pool" else cell.mark in ("rate", "match")) for cell in found.cells
                 if cell.row in found.chart.drawn and cell.mark in NUMBER_MARKS}
        assert len(kinds) == 1
        bases = {key.split(":")[1] for key in found.chart.drawn if key.startswith("rate:")}
        assert len(bases) <= 1


def test_rates_of_different_base_are_not_to_be_compared(tables: Tables, selection: Selection) -> None:
    cell = built(tables, selection).cell("rate", W2023)
    assert cell and cell.comparability and cell.comparability.code == "not_comparable"
    assert "basis_differs" in {reason.code for reason in cell.comparability.reasons}


def test_items_that_buy_no_service_stand_apart(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection)
    items = [row for row in found.chart.rows if row.key.startswith("item:")]
    assert {row.group for row in items} == {"列在创新券名下、不属购买服务的事项"}
    words = [cell.words for row in items if (cell := found.cell(row.key, SHANWEI)) and cell.source_ids]
    for figure in ("按省拨资金的30%配套，最高50万元", "一次性100万元", "设备投资的20%，最高200万元", "设备投资的20%，最高100万元"):
        assert any(figure in said for said in words)
    assert not any("10" in (found.cell(row, SHANWEI).words) for row in ("rate", "pool"))  # type: ignore[union-attr]


def test_services_as_codes_in_the_words_of_the_document(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection)
    shared = {document: found.cell("service:instrument_sharing", document) for document in (W2018, W2023, SHANWEI)}
    assert shared[W2018].words == "列入：仪器共享" and shared[W2023].words == "列入：入网共享的科研设施与仪器"  # type: ignore[union-attr]
    assert shared[SHANWEI].words == "未列入"  # type: ignore[union-attr]


def test_every_curated_service_has_a_code(tables: Tables) -> None:
    held = {service for services in tables["measures"]["eligible_services"] for service in services}
    assert {service for service in held if service_code(service) == "other"} == set()
    assert service_code("<b>unheard of</b>") == "other"


def test_the_sentence_says_one_name_different_instruments_and_what_one_bill_brings(tables: Tables, selection: Selection) -> None:
    """100,000 yuan: 5 % in Shanwei, 40 % and 20 % in Weihai 2023; the others state no rate or no voucher."""
    finding = built(tables, selection).finding
    assert finding == "创新券名称相同、内容不同。10万元服务费按文件测算可抵：汕尾2021(草案) 5000元；威海2023 6万元；其余文件所写不足以测算或未见规定。"
    alone = built(tables, selection, documents=(W2018,)).finding
    assert alone == "创新券：威海2018(已废止) 未写明金额和比例。"


def test_the_bill_is_a_row_and_the_picture_of_all_documents(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, inputs=("fee_small:250000",))
    assert (found.chart.question, found.chart.drawn) == ("magnitude", ("bill",))
    sums = {column.key: cell.value for column in found.chart.columns if (cell := found.cell("bill", column.key))}
    assert sums == {NANTONG: None, JINZHOU: None, W2018: None, SHANWEI: 12_500, W2023: 150_000}
    silent = {cell.column: cell.words for cell in found.cells if cell.row == "bill" and cell.column in (NANTONG, JINZHOU)}
    assert silent == {NANTONG: "本文件未见规定", JINZHOU: "所写内容不足以测算"}
    judged = found.cell("bill", W2023).comparability  # type: ignore[union-attr]
    assert judged == found.cell("rate", W2023).comparability and judged.code == "not_comparable"  # type: ignore[union-attr]
    assert found.cell("bill", W2023).source_ids == ("weihai-2023-5.30.a1", "weihai-2023-5.30.a2")  # type: ignore[union-attr]


def test_whom_a_voucher_is_for_is_said_or_said_to_be_open(tables: Tables, selection: Selection) -> None:
    """Weihai 2018 widens what general vouchers buy and does not say who may apply."""
    found = built(tables, selection)
    users = found.cell("users", W2018)
    assert users and (users.mark, users.words) == ("unstated", "未写明适用对象")
    assert found.cell("users", W2023).words.startswith("中小微企业")  # type: ignore[union-attr]


def test_every_voucher_figure_is_cited(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection)
    shown = {row_id for cell in found.cells for row_id in cell.source_ids}
    vouchers = {award for award, categories in zip(tables["awards"]["award_id"], tables["awards"]["categories"], strict=True) if "voucher" in categories}
    assert shown == vouchers and all(found.source(row_id) for row_id in shown)


def test_a_document_without_vouchers_stands_beside_those_with_one(tables: Tables, selection: Selection) -> None:
    silent = built(tables, selection, documents=(NANTONG,))
    assert silent.finding.startswith("南通2012未见本页事项的规定；") and {cell.mark for cell in silent.cells if cell.column == NANTONG} == {"absent"}
    assert built(tables, selection, documents=(W2018,)).chart.question == "matrix"


def test_uses_are_set_side_by_side_and_silence_is_judged_as_everywhere(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection)
    assert all(found.cell("use", column.key).comparability is None for column in found.chart.columns)  # type: ignore[union-attr]
    judged = {document: found.cell("ceiling", document).comparability for document in (SHANWEI, W2018, NANTONG)}  # type: ignore[union-attr]
    assert judged[SHANWEI] is None
    assert judged[W2018] and {reason.code for reason in judged[W2018].reasons} == {"value_unstated"}
    assert judged[NANTONG] and {reason.code for reason in judged[NANTONG].reasons} == {"value_absent"}


def test_a_row_has_one_baseline(tables: Tables, selection: Selection) -> None:
    """Three documents leave the ceiling of their voucher open; only the pinned one is the baseline, the others say why they do not compare."""
    found = answered(VIEW, tables, selection.having(baseline="weihai-2023-5"))
    row = {column.key: found.cell("ceiling", column.key) for column in found.chart.columns}
    unjudged = [key for key, cell in row.items() if cell.comparability is None and cell.mark != "absent"]
    assert unjudged == ["weihai-2023-5"]
    assert {reason.code for reason in row["weihai-2018-107"].comparability.reasons} == {"value_unstated"}
