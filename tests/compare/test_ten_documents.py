"""The ten questions and the standard cases on all ten documents: what the five of the districts say, read off their texts by hand."""

import pytest

from compare.questions.standard_cases import VIEW as CASES
from compare.registry import VIEWS
from compare.shared.signposts import questions
from loaders import queries
from loaders.snapshot import Tables
from model.case import cases, result
from model.selection import Selection, parse
from tests.compare.test_standard_cases import EXPECTED as FIRST_CASES
from tests.compare.test_ten_questions import ANSWERS as FIRST_FIVE
from tests.compare.test_ten_questions import UNLEVELLED
from tests.conftest import DAY
from wording.answer import Answer, answered

INDUSTRY, OPEN, SERVICES, TALENT, NANSHA = "lucheng-industry", "lucheng-open-economy", "lucheng-services", "lucheng-talent", "nansha-2017-science"
DISTRICTS = (INDUSTRY, OPEN, SERVICES, TALENT, NANSHA)
SPOKEN = "有表述，未写明支持标准"
FILTERED = "有规定，被本页筛选隐藏"
SLICES = "服务费用5000元以内100%、超过5000元部分50%，每次申领最高3万元"

# By question and row: what each district document says; one that is not named says nothing.
ANSWERS: dict[str, dict[str, dict[str, str]]] = {
    # 四、6 pays tenants; 第17条 pays carriers without level; 第4条 of Nansha pays incubators of any level, which the question's level leaves out
    "national_incubator": {"tech_incubator:national": {INDUSTRY: SPOKEN, TALENT: SPOKEN, NANSHA: FILTERED}},
    "voucher_terms": {
        "use": {TALENT: "仪器设备、科技服务、创业孵化", INDUSTRY: "检验检测、合作开发、委托开发、技术服务、申报高新企业认定的服务"},
        "rate": {TALENT: "实际费用的50%(市级财政)", INDUSTRY: f"{SLICES}(县级财政)"},
        "ceiling": {INDUSTRY: "最高5万元(每年)", TALENT: "；".join(f"最高{sum_}万元(未写明期限)" for sum_ in (200, 100, 80, 60, 40))},
        "pool": {TALENT: "未写明资金总量", INDUSTRY: "未写明资金总量"},
        "rate:service_fee:county": {INDUSTRY: f"{SLICES}(县级财政)"},
        "rate:cost:municipal": {TALENT: "实际费用的50%(市级财政)"},
    },
    "rd_intensity": {"rd_gdp_share:percent:ratio:none": {}},
    "technology_innovation_center": {  # 第5条 pays for platforms of any kind by level
        "technology_innovation_center:national": {NANSHA: "一次性300万元 · 认定 · 第5条(列在“创新平台”名下)"},
        "technology_innovation_center:provincial": {NANSHA: "一次性200万元 · 认定 · 第5条(列在“创新平台”名下)"},
        "technology_innovation_center:municipal": {NANSHA: "一次性50万元 · 认定 · 第5条(列在“创新平台”名下)"},
    },
    "high_tech_enterprise": {
        "high_tech_enterprise:none": {
            INDUSTRY: "再加一次性10万元 · 认定 · 三、6(新认定)",
            NANSHA: "再加50万元 · 新建落户 · 第1条(落户奖励)；再加30万元 · 认定 · 第2条(新认定)；再加20万元 · 增长 · 第1条(落户后成为规上企业)；"
                    "地方综合贡献的95%，期限不超过5年 · 新建落户 · 第1条(经济贡献)；"
                    "每平方米·月最高20元，不超过实际租金，最多500平方米，期限不超过3年 · 新建落户 · 第18条(进驻孵化器的企业、新落户的高新技术企业等多类对象之一·一般企业)"},
    },
    "new_rd_institution": {
        "new_rd_institution:national": {NANSHA: "按国拨资金1:1配套，每个项目最高500万元 · 立项 · 第16条(中科院科研项目、国家发改工信公共服务平台)"},
        "new_rd_institution:provincial": {NANSHA: "按省拨资金的70%配套，每个项目最高500万元 · 立项 · 第16条(公共服务平台)"},
        "new_rd_institution:municipal": {
            NANSHA: "每人8万元，每年最高500万元 · 认定 · 第11条(博士·市级以上)；每人5万元，每年最高500万元 · 认定 · 第11条(硕士·市级以上)；"
                    "按市级资金的50%配套，每个项目最高500万元 · 立项 · 第16条(公共服务平台)"},
        "new_rd_institution:none": {
            NANSHA: "最高1亿元 · 新建落户 · 第8条(合计)；最高3000万元 · 新建落户 · 第8条(二)(科研条件建设)；最高3000万元 · 新建落户 · 第8条(四)(成果转化)；"
                    "最高2000万元 · 新建落户 · 第8条(一)(落户奖励)；最高2000万元 · 新建落户 · 第8条(三)(运行经费)；每平方米800元，最高1000万元 · 投入 · 第9条(自建或购置)；"
                    "每平方米·月最高40元，每年最高200万元，不超过实际租金，期限不超过5年 · 第9条(租用)；服务收入的5%，每年最高200万元 · 技术交易 · 第12条；15万元 · 举办活动 · 第14条；"
                    "一事一议 · 新建落户 · 第8条(四)(意义重大的机构)；建设投入的30%，每个项目最高300万元 · 投入 · 第10条；一事一议 · 举办活动 · 第15条"},
    },
    "largest_sum": {
        "all": {
            NANSHA: "最高1亿元(第8条 单独设立的新型研发机构)", TALENT: "最高1500万元(第6条 “白鹿引才计划”创新团队)",
            INDUSTRY: "500万元(三、2 建筑业企业；三、8 拟上市和上市企业；三、11 境外上市企业)",
            OPEN: "500万元(第3条 新引进的外资先进制造业企业)", SERVICES: "200万元(第4条 楼宇统一招商运营管理单位)",
        },
    },
}
# The beginning of what is said of every budget that the documents name.
# Payer, document -> the cell, and what its clauses say.
PAYERS = [
    ("county", NANSHA, "90.9%(第1、2、3条等)", ("再加50万元", "最高200万元")), ("county", INDUSTRY, "100%(一、1 / 一、2 / 一、3等)", ("再加一次性10万元", "超过5000元部分50%")),
    ("county", SERVICES, "100%(第1、2、3条等)", ()), ("county", OPEN, "100%(第1、2、3条等)", ()), ("municipal", TALENT, "4.5%(第14条)", ("实际费用的50%，最高200万元",)),
    ("shared", TALENT, "25.5%(第15、22、23条等；市级财政、县级财政)", ("每人每月2400元",)), ("matching", NANSHA, "9.1%(第7、16条；县级财政)", ("按国拨资金1:1配套",)),
    ("unstated", TALENT, "3.6%(第5条)", ()),
]


@pytest.fixture(scope="module")
def ten(all_tables: Tables) -> Selection:
    """All ten documents side by side, those that are no longer valid too."""
    return Selection(as_of=DAY, columns=tuple(queries.documents(all_tables)), force="all", part="side")


def opened(tables: Tables, ten: Selection, code: str) -> Answer:
    """The comparison that the link of a question opens, with all ten documents."""
    post = next(item for item in questions(ten, VIEWS) if item.code == code)
    selection, dropped = parse(post.link, queries.vocabulary(tables), DAY)
    assert not dropped
    return answered(VIEWS[post.view], tables, selection.having(columns=ten.columns, force="all", part="side"))


def said(found: Answer, row: str, documents: tuple[str, ...]) -> dict[str, str]:
    """What these documents say on a row, the silent ones left out."""
    silent = ("absent", "not_reviewed")
    elsewhere = ("本文件的比例按其他基数或资金来源", "按具体称号分别规定，见各称号所在行", "未区分级别，见不带级别的行", "按级别分别规定，见各级别行")
    return {cell.column: cell.words for cell in found.cells if cell.row == row and cell.column in documents and cell.mark not in silent and cell.words not in elsewhere}


@pytest.mark.parametrize("code", ANSWERS)
def test_the_districts_say_what_their_texts_say(all_tables: Tables, ten: Selection, code: str) -> None:
    found = opened(all_tables, ten, code)
    assert {column.key for column in found.chart.columns} == set(ten.columns)
    assert {row: said(found, row, DISTRICTS) for row in ANSWERS[code]} == ANSWERS[code]


@pytest.mark.parametrize("code", [code for code in FIRST_FIVE if code != "weihai_carriers"])
def test_the_first_five_say_the_same_among_ten(all_tables: Tables, ten: Selection, code: str) -> None:
    found = opened(all_tables, ten, code)
    for row, cells in FIRST_FIVE[code].items():
        assert said(found, row, tuple(cells)) == {key: words for key, words in cells.items() if words != UNLEVELLED}, row


@pytest.mark.parametrize(("payer", "document", "words", "parts"), PAYERS)
def test_who_pays_for_the_districts(all_tables: Tables, ten: Selection, payer: str, document: str, words: str, parts: tuple[str, ...]) -> None:
    found = opened(all_tables, ten, "who_pays")
    cell = found.cell(document, payer)
    assert cell and cell.words == words
    said = " ".join(source.sentence for row_id in cell.source_ids if (source := found.source(row_id)))
    assert all(part in said for part in parts)


def test_a_title_named_with_another_is_not_said_to_lack_support(all_tables: Tables, ten: Selection) -> None:
    """第17条 of both pays incubators and makerspaces together: the row of carriers has the figure, that of makerspaces leads to it."""
    found = answered(VIEWS["incubator_rewards"], all_tables, ten)
    carriers, makerspaces = (said(found, row, (NANSHA, TALENT)) for row in ("incubation_carrier:none", "makerspace:none"))
    assert carriers == {NANSHA: "一次性最高200万元 · 认定 · 第17条", TALENT: "实际费用的50%，每年最高100万元 · 举办活动 · 第17条"}
    assert makerspaces == dict.fromkeys((NANSHA, TALENT), "与其他称号一并规定，见相应行")


@pytest.mark.parametrize("code", ["weihai_carriers", "finance_costs"])
def test_questions_on_weihai_stay_as_they_were(tables: Tables, all_tables: Tables, code: str) -> None:
    def cells(held: Tables) -> list[tuple[str, str, str]]:
        post = next(item for item in questions(Selection(as_of=DAY), VIEWS) if item.code == code)
        found = answered(VIEWS[post.view], held, parse(post.link, queries.vocabulary(held), DAY)[0])
        return [(cell.row, cell.column, cell.words) for cell in found.cells]

    assert cells(all_tables) == cells(tables)


@pytest.mark.parametrize("code", [*ANSWERS, "who_pays"])
@pytest.mark.parametrize(("lang", "most"), [("zh", 420), ("en", 1100)])
def test_the_sentence_on_top_stays_readable(all_tables: Tables, ten: Selection, code: str, lang: str, most: int) -> None:
    assert len(opened(all_tables, ten.having(lang=lang), code).finding) <= most


def test_a_long_sentence_says_how_much_it_leaves_out(all_tables: Tables, ten: Selection) -> None:
    assert "最高1亿元等12项" in opened(all_tables, ten, "new_rd_institution").finding
    assert "温州市鹿城区2019(推断) 工业(已失效) 5万元；汕尾2021(草案) 5000元；威海2023 6万元" in opened(all_tables, ten, "voucher_terms").finding
    assert "由县级财政出资的5份" in opened(all_tables, ten, "who_pays").finding


# case, document -> mark, low, high in yuan; what is not named is silent.
RESULTS = {
    ("national_incubator", INDUSTRY): ("mentioned", None, None),
    ("provincial_incubator", INDUSTRY): ("mentioned", None, None),
    ("national_incubator", TALENT): ("mentioned", None, None),
    ("provincial_incubator", TALENT): ("mentioned", None, None),
    ("carrier_upgrades", NANSHA): ("exact", 2_400_000, 2_400_000),  # 12 x 20万, no ceiling
    ("services_small", INDUSTRY): ("exact", 50_000, 50_000),  # 5000 + 50 % of 9.5万 = 5.25万, at most 5万 a year
    ("services_medium", INDUSTRY): ("exact", 50_000, 50_000),
    ("services_large", INDUSTRY): ("exact", 50_000, 50_000),
    ("services_small", TALENT): ("unstated", None, None),  # half of the actual costs, by classes of talent
    ("services_medium", TALENT): ("unstated", None, None),
    ("services_large", TALENT): ("unstated", None, None),
    ("high_tech_certified", INDUSTRY): ("exact", 100_000, 100_000),
    ("high_tech_certified", NANSHA): ("exact", 300_000, 300_000),  # 20万 more is for firms that moved in
    ("pledge_loan", INDUSTRY): ("ceiling", None, 108_750),  # at most half of 500万 x 4.35 %, below 30万
    ("rd_equipment", NANSHA): ("ceiling", None, 30_000_000),  # 科研条件建设 at most 3000万, instruments among it
    ("listing_steps", INDUSTRY): ("exact", 5_500_000, 5_500_000),  # 50万 for NEEQ; 100 + 100 + 200 + 100万
    ("listing_steps", NANSHA): ("exact", 6_500_000, 6_500_000),  # 150万 for NEEQ, 500万 in stages; no innovation layer
}


def test_every_case_is_answered_for_every_district(all_tables: Tables, ten: Selection) -> None:
    found = answered(CASES, all_tables, ten)
    for code in cases():
        for document in DISTRICTS:
            cell = found.cell(f"case.{code}", document)
            assert cell is not None
            assert (cell.mark, cell.low, cell.high) == RESULTS.get((code, document), ("absent", None, None)), (code, document)


def test_the_cases_of_the_first_five_stay(all_tables: Tables, ten: Selection) -> None:
    found = answered(CASES, all_tables, ten)
    for (code, document), expected in FIRST_CASES.items():
        cell = found.cell(f"case.{code}", document)
        assert cell is not None and (cell.mark, cell.low, cell.high) == expected


def test_several_awards_are_only_added_where_somebody_did_the_sum(all_tables: Tables) -> None:
    """A new document whose awards a case would add up fails here until its result is worked out by hand."""
    by_document: dict[str, list[dict[str, object]]] = {}
    for row in queries.records(queries.awards(all_tables, Selection(as_of=DAY))):
        by_document.setdefault(row["document_id"], []).append(row)
    added = {(code, key) for code, case in cases().items() for key, rows in by_document.items() if len(result(case, rows, ()).counted) > 1}
    assert added <= {*RESULTS, *FIRST_CASES}


def test_every_award_that_a_case_names_exists(all_tables: Tables) -> None:
    held = {row["award_id"] for row in queries.records(queries.awards(all_tables, Selection(as_of=DAY)))}
    assert {award for case in cases().values() for award in (*case.items("also"), *case.items("except"))} <= held


def test_services_are_the_documents_own_words(all_tables: Tables) -> None:
    words = [word for row in queries.records(queries.measures(all_tables, Selection(as_of=DAY))) for word in row["eligible_services"]]
    assert words and not [word for word in words if word.isascii()]
