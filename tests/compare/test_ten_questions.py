"""The ten questions of officials: each link answers on one page with the figures worked out by hand from the documents."""

import pytest

from compare.registry import VIEWS
from compare.shared.signposts import questions
from loaders import queries
from loaders.snapshot import Tables
from model.selection import Selection, parse
from tests.conftest import DAY
from wording.answer import Answer, answered

N, J, W18, S, W23 = "nantong-2012-26", "jinzhou-undated", "weihai-2018-107", "shanwei-2021-draft", "weihai-2023-5"

SPOKEN = "有表述，未写明支持标准"
UNLEVELLED = "未区分级别，见不带级别的行"

# By question, row and document: all that the row says, read off the documents; a document that is not named is silent.
ANSWERS: dict[str, dict[str, dict[str, str]]] = {
    "national_incubator": {
        "tech_incubator:national": {N: SPOKEN, J: "50万元 · 认定 · 第20条", W18: "一次性200万元 · 认定 · 二、(四)2", W23: "最高100万元 · 认定 · 第29条"},
    },
    "weihai_carriers": {
        "weihai-2018-2023.carriers.1": {W18: "一次性200万元 · 认定 · 二、(四)2", W23: "最高100万元 · 认定 · 第29条"},
        "weihai-2018-2023.carriers.2": {W18: "一次性200万元 · 认定 · 二、(四)2", W23: "最高100万元 · 认定 · 第29条"},
        "weihai-2018-2023.carriers.3": {W18: "按省拨资金1:1配套 · 认定 · 二、(四)2", W23: "一次性10万元 · 认定 · 第29条"},
        "weihai-2018-2023.carriers.4": {W18: "按省拨资金1:1配套 · 认定 · 二、(四)2", W23: "一次性5万元 · 认定 · 第29条"},
        "weihai-2018-2023.carriers.5": {W18: "300万元 · 升级 · 二、(四)2", W23: "最高100万元 · 认定 · 第29条"},
        "weihai-2018-2023.carriers.6": {W18: "100万元 · 升级 · 二、(四)2", W23: "最高50万元 · 认定 · 第29条"},
        "weihai-2018-2023.carriers.7": {W18: "每升级1家高新技术企业10万元，每年最高100万元 · 升级 · 二、(四)2"},
    },
    "voucher_terms": {
        "rate": {J: "未写明比例", W18: "未写明比例", S: "服务费用的5%(未写明资金来源)", W23: "仪器使用费的40%(省级财政)；再加仪器使用费的20%(市级财政)"},
        "ceiling": {J: "未写明上限", W18: "未写明上限", S: "最高50万元(未写明期限)", W23: "未写明上限"},
        "pool": {J: "资金总量500万元(高新区(开发区)财政)", W18: "未写明资金总量", S: "未写明资金总量", W23: "未写明资金总量"},
        "rate:instrument_fee:provincial": {J: "未写明比例", W18: "未写明比例", W23: "仪器使用费的40%(省级财政)"},
        "rate:instrument_fee:municipal": {J: "未写明比例", W18: "未写明比例", W23: "再加仪器使用费的20%(市级财政)"},
    },
    "who_pays": {
        J: {"municipal": "5%(第11条)", "zone": "5%(第7条)", "shared": "5%(第13条；市级财政、县级财政)", "unstated": "85%(第5、8、10条等)", "base": "支持数字20个"},
        W23: {"provincial": "3.4%(第23、30条)", "municipal": "3.4%(第7、30条)", "matching": "3.4%(第16、22条；市级财政)", "unstated": "89.7%(第1、4、5条等)", "base": "支持数字58个"},
    },
    "rd_intensity": {"rd_gdp_share:percent:ratio:none": {J: "2020年达到2% · 二、发展目标", W18: "2022年达到3%以上 · 二、(一)1"}},
    "technology_innovation_center": {
        "technology_innovation_center:national": {
            J: "一次性100万元 · 认定 · 第8条(列在“创新平台”名下)", W18: "1000万元 · 认定 · 二、(四)1", W23: "500万元 · 认定 · 第1条"},
        "technology_innovation_center:provincial": {
            J: "一次性20万元 · 认定 · 第8条(列在“创新平台”名下)", W18: "500万元 · 认定 · 二、(四)1", W23: "最高100万元 · 认定 · 第1条"},
        "technology_innovation_center:municipal": {
            W18: "300万元 · 立项 · 二、(四)1(公益性单位牵头组建)；200万元 · 立项 · 二、(四)1(企业牵头组建)", W23: "最高50万元 · 评价 · 第1条"},
    },
    "high_tech_enterprise": {
        "high_tech_enterprise:none": {
            N: SPOKEN, J: "5万元 · 认定 · 第5条；一次性300万元 · 上市挂牌 · 第13条(列在“上市挂牌企业”名下·境内外首次公开发行上市)；15%税率 · 认定 · 第5条",
            W18: "20万元 · 认定 · 二、(四)4(首次认定·服务机构)；10万元 · 认定 · 二、(四)4(重新认定·服务机构)；按其他文件执行 · 认定 · 三、(二)(所得税优惠·税收优惠)",
            W23: "最高50万元 · 立项 · 第24条；保费的50%，最高20万元 · 投保 · 第24条；一次性5万元 · 增长 · 第17条；"
                 "贷款余额的1%以内，基数不超过3000万元，期限不超过5年 · 贷款 · 第27条"
                 "(科技型中小、高新技术、科技领军企业，市级以上专精特新企业，以及有一企一技术研发中心的企业等多类对象之一)；"
                 "贷款额度最高2000万元(非支付)，期限不超过3年 · 贷款 · 第24条"},
        "high_tech_enterprise:national": {
            J: "一次性50万元 · 上市挂牌 · 第13条(列在“上市挂牌企业”名下·新三板挂牌)", W18: UNLEVELLED,
            W23: "研发投入增量的5%以内，每年最高100万元 · 增长 · 第9条(有研发活动的规模以上国家高新技术企业、国家科技型中小企业等多类对象之一)"},
        "high_tech_enterprise:provincial": {
            J: "一次性20万元 · 上市挂牌 · 第13条(列在“上市挂牌企业”名下·“科技版”挂牌)", W18: UNLEVELLED, W23: UNLEVELLED},
    },
    "new_rd_institution": {
        "new_rd_institution:none": {
            W18: "最高200万元 · 新建落户 · 二、(四)1", S: "设备投资的20%，最高200万元 · 投入 · 四、4(公益类)；设备投资的20%，最高100万元 · 投入 · 四、4(企业类)",
            W23: "最高200万元 · 立项 · 第18条(列在“创新联合体”名下)；一次性20万元 · 评价 · 第21条(列在“外国专家工作室”名下)"},
        "new_rd_institution:municipal": {
            W18: UNLEVELLED, S: UNLEVELLED, W23: "最高50万元 · 评价 · 第4条；最高50万元 · 评价 · 第4条(市外设立·企业)"},
    },
    "largest_sum": {
        "all": {J: "300万元(第13条 首次公开发行上市的高新技术企业)", W18: "1000万元(二、(四)1 国家级技术创新中心)",
                S: "最高200万元(四、4 公益类新型研发机构)", W23: "1000万元(第1条 牵头创建全国重点实验室的单位)"},
    },
}
# Questions about one title or indicator: its rows are all there is, so that no support is left out.
COMPLETE = {"national_incubator": "tech_incubator:", "technology_innovation_center": "technology_innovation_center:",
            "high_tech_enterprise": "high_tech_enterprise:", "new_rd_institution": "new_rd_institution:", "rd_intensity": "rd_gdp_share:"}


def opened(tables: Tables, code: str) -> Answer:
    """The comparison that the link of a question opens."""
    post = next(item for item in questions(Selection(as_of=DAY), VIEWS) if item.code == code)
    selection, dropped = parse(post.link, queries.vocabulary(tables), DAY)
    assert not dropped
    return answered(VIEWS[post.view], tables, selection)


@pytest.mark.parametrize("code", ANSWERS)
def test_each_row_says_what_the_documents_say_and_nothing_else(tables: Tables, code: str) -> None:
    comparison = opened(tables, code)
    said = {row: {cell.column: cell.words for cell in comparison.cells if cell.row == row and cell.mark != "absent"} for row in ANSWERS[code]}
    assert said == ANSWERS[code]
    silent = {cell.words for cell in comparison.cells if cell.row in ANSWERS[code] and cell.mark == "absent"}
    assert all("万元" not in words and "%" not in words for words in silent)


@pytest.mark.parametrize("code", COMPLETE)
def test_no_support_of_the_title_is_left_out(tables: Tables, code: str) -> None:
    assert {row.key for row in opened(tables, code).chart.rows if row.key.startswith(COMPLETE[code])} == set(ANSWERS[code])


@pytest.mark.parametrize(("payer", "document", "figures"), [
    ("municipal", W18, ("1000万元", "500万元")), ("municipal", W23, ("再加仪器使用费的20%",)), ("provincial", W23, ("仪器使用费的40%",)),
    ("unstated", S, ("200万元", "设备投资的20%")),
])
def test_who_pays_what(tables: Tables, payer: str, document: str, figures: tuple[str, ...]) -> None:
    """The clauses that open with a cell."""
    found = opened(tables, "who_pays")
    cell = found.cell(document, payer)
    said = " ".join(source.sentence for row_id in (cell.source_ids if cell else ()) if (source := found.source(row_id)))
    assert all(figure in said for figure in figures)


def test_finance_costs_name_rate_ceiling_payer_and_bureau(tables: Tables) -> None:
    comparison = opened(tables, "finance_costs")
    lines = [" ".join(cell.words for cell in comparison.cells if cell.row == row.key) for row in comparison.chart.rows]
    wanted = [
        ("贷款市场报价利率的20%，每年最高20万元", "市市场监管局、市财政局"), ("评估费的30%，最高5万元", "市市场监管局、市财政局"),
        ("保费的20%，最高2万元", "市市场监管局、市财政局"), ("保费的50%，最高20万元", "市科技局"), ("贷款余额的1%以内", "市地方金融监管局、市财政局"),
    ]
    for figure, bureau in wanted:
        assert any(figure in line and bureau in line for line in lines), figure
    assert not [line for line in lines if "0.6%" in line], "a bank is no firm that bears the cost"


def test_after_the_validity_of_the_document_nothing_is_promised(tables: Tables) -> None:
    later = opened(tables, "finance_costs").selection.having(as_of=DAY.replace(year=2029))
    assert answered(VIEWS["support_list"], tables, later).empty_because
