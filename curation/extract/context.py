"""The columns that the words around a figure decide: trigger, selection, instrument, payers, bases, frequency."""

import re
from functools import lru_cache

from curation.extract import words
from curation.extract.candidates import Columns
from curation.extract.choices import NEAR, first, nearest
from curation.extract.views import View

_TRIGGERS = (
    ("listing", r"上市|挂牌|新三板|科创板|北交所|首发"),
    ("award_won", r"(?:获得?|荣获|取得)[^,;。]{0,24}(?:[等金银铜秀特大]奖|奖项|科学技术奖|专利奖|质量奖|名次|第[一二三]名|称号的?(?=.{0,4}团队)|大赛|优秀企业)|大赛[^,;。]{0,10}奖|晋级|技术市场奖励"),
    ("award_won", r"(?:特|一|二|三)等奖"),
    ("evaluation", r"(?:评价|考核|评估|绩效)[^,;。]{0,14}(?:优秀|良好|合格|[A-D][级类])|获评(?:优秀|良好)|(?:^|[,;、])(?:优秀|良好|合格)(?:等次|等级)?的"),
    ("upgrade", r"升级为?|晋升|升格"),
    ("insurance", r"投“?保|保险|保费"),
    ("loan", r"贷[”’]?款|贴息|融资担保|担保费|信贷"),
    ("growth", r"增量|增长|首次突破|首次达到|营业收入|产值|研发投入|研发费用|主营业务"),
    ("evaluation", r"评价|评估(?!费|等|服务|机构)|考核|绩效"),
    ("recognition", r"认定|获批|入选|入库|获得[^,;。]{0,20}称号|评为|备案|创建|列入|纳入|授予|命名|批准|评定|新获|通过[^,;。]{0,8}(?:认证|评审|验收|认定)|授权"),
    ("event", r"举办|承办|主办|参展|展会|论坛|(?<!研发|经营|科研|转化|新型)活动|培训"),
    ("transaction", r"技术合同|技术交易|成果转化|转让|交易|采购|订单|合同"),
    ("service_purchase", r"购买[^,;。]{0,10}服务|服务费|使用[^,;。]{0,16}仪器|创新券|检验检测|接受服务"),
    ("project_approval", r"立项|项目|揭榜|试点|承担|攻关"),
    ("investment", r"设备|投入|投资|建设|改造|租金|租赁|购置|房租"),
    ("establishment", r"新建|设立|落户|引进|新设|成立|迁入|注册|组建|入驻|创办"),
)
_TRIGGER = tuple((code, re.compile(pattern)) for code, pattern in _TRIGGERS)

_BENEFICIARIES = (
    ("lender", r"(?:合作|贷款|金融)银行|贷款机构|金融机构|银行机构|小额贷款公司|银行"), ("insurer", r"保险机构|保险公司"),
    ("investor", r"投资机构|创投机构|创业投资企业|天使投资|基金管理|风投"), ("service_agency", r"服务机构|中介机构|代理机构|培育的?机构|服务单位|担保机构|运营机构|技术经纪"),
    ("team", r"团队"), ("individual", r"个人|人才(?!基地|项目|公寓)|博士(?!后科研|后创新)|硕士|专家(?!工作站|驿站)|技术经纪人|完成人|毕业生|经理人|领军人物|导师|人员|特派员|本人|每人|每名|购房|住房"), ("incubator", r"孵化器|孵化机构|孵化载体"),
    ("makerspace", r"众创空间"), ("accelerator", r"加速器"), ("university_science_park", r"大学科技园"), ("rd_institution", r"研发机构|研究院|科研机构|高校|科研院所"),
    ("innovation_platform", r"实验室|创新平台|平台|创新中心|研究中心|技术中心|工作站|基地"), ("park", r"园区|产业园|示范区"), ("enterprise", r"企业|公司|买方|购买方"),
)
_BENEFICIARY = tuple((code, re.compile(pattern)) for code, pattern in _BENEFICIARIES)

_SUBJECT = re.compile(r"对([^,;。]{2,60}?)(?:,|,?(?:分别|一次性|择优|市级|市财政)?(?:给予|按|奖励|补助|补贴)|$)")
_FINANCER = re.compile(r"(?:我市|合作|上述)?(?:银行|金融机构|担保机构|担保公司|保险机构|保险公司|投资机构|创投机构)")
# 孵化载体内的初创企业, …中心的牵头企业: the recipient is the unit named last, not the title before it.
_HOSTED = re.compile(r"(?:牵头|依托|内的?[^,;、]{0,8})((?:企业|公司|团队|机构))$")

_FIRM_THAT = re.compile(r"[^,;。]{0,12}企业(?:到|在|与|赴|向|购买|引进|委托)")  # 企业到市外设立研发机构: the firm, not what it sets up

_TERMS = (
    ("贴息", "loan_interest_subsidy"), ("保费补贴", "insurance_premium_subsidy"), ("风险补偿", "risk_compensation"), ("创新券", "voucher"), ("服务券", "voucher"), ("配套", "matching_grant"),
    ("股权", "fund"), ("奖补", "subsidy"), ("后补助", "subsidy"), ("奖励", "reward"), ("奖金", "reward"), ("补助", "subsidy"), ("补贴", "subsidy"), ("资助", "subsidy"), ("扶持", "subsidy"),
    ("补偿", "risk_compensation"), ("返还", "tax_relief"), ("减免", "tax_relief"), ("服务费", "service_fee"), ("津贴", "subsidy"), ("安家费", "subsidy"), ("经费", "subsidy"), ("支持", "subsidy"), ("资金", "subsidy"), ("奖", "reward"),
)
_FORM_INSTRUMENTS = {
    "loan_ceiling": "loan_facility", "covered_balance": "risk_compensation", "insured_sum": "insurance_coverage", "tax_rate": "tax_relief", "income_share": "income_share",
}
_FORM_TRIGGERS = {"loan_ceiling": "loan", "covered_balance": "loan", "insured_sum": "insurance"}
_BASIS_TRIGGERS = {
    "contract_sum": "transaction", "premium": "insurance", "interest": "loan", "lpr": "loan", "instrument_fee": "service_purchase", "service_fee": "service_purchase",
    "rd_increment": "growth",
}
_PAYERS = (
    ("municipal", re.compile(r"市级?(?:财政|再|给予|配套|按|分别|补助|奖励|层面|承担)|市政府|市财政|由市")),
    ("provincial", re.compile(r"省级?财政|由省|省级(?:补助|补贴|贴息|创新券|资金|给予)")),
    ("national", re.compile(r"国家财政|中央财政|由中央")),
    ("county", re.compile(r"[县区](?:级|\(市、?区\)级?)?(?:财政|给予|配套|承担|按)|县\(市、?区\)财政|所在地")),
    ("zone", re.compile(r"(?:高新区|开发区|经开区|新区|园区)(?:管委会)?(?:财政|给予|设立|安排|承担)")),
)
_EVALUATED = re.compile(
    r"(?:绩效|年度|考核|评价|评估|验收)[^,;。]{0,12}(?:结果|情况|优秀|合格|良好|突出)|综合考虑[^,;。]{0,8}评价|根据[^,;。]{0,10}(?:成效|评价|考核)|经[^,;。]{0,8}(?:评价|考核|评估)"
)
_CHOSEN = re.compile(r"择优|遴选|竞争|筛选|评选|揭榜|评审")
_ENTITLED = re.compile(r"对[^,;。]{2,}|凡")
_GIVEN_TO = re.compile(r"(?:给予|奖励|补贴给|资助|对)(?:每[家个户])?([^,;。\d给予按]{2,30}?)(?:每[家户年个]|一次性|最高|不超过|分别|$)")
_BODY = re.compile(r"单位|组织|机构")
_AGENT = re.compile(r"(?:机构|银行|公司|单位)$")
_EACH_TERM = re.compile(r"每[两二三四五]年")
_EACH_YEAR = re.compile(r"每年|每年度|按年|连续[^,;。]{1,3}年|逐年")
_PER_RIGHT = re.compile(r"(?:人民币)?/(?!年|月)")
_OF_A_YEAR = re.compile(r"年度|/年|每月|/月|年补|年贴|每[^,;。]{0,3}年")
_CLAUSE_END = re.compile(r"[;。]")
_WORD_BEHIND = re.compile(r"[^,;。\d]{0,24}")
_ON_INTEREST = re.compile(r"贴息|利息")
_ON_PREMIUM = re.compile(r"保费|保险费")
_ON_TOP = re.compile(r"基础上|叠加|再(?:给予|奖励|补助|按|追加|资助|补贴)|另外?(?:给予|再)|额外")
_FILLS_UP = re.compile(r"补足|补齐|差额")
_CATEGORIES = (
    ("voucher", r"创新券|服务券"), ("incubation", r"孵化|众创空间|大学科技园|加速器|创业载体"), ("ip", r"知识产权|专利|商标|版权"), ("fintech", r"贷款|贴息|融资|担保|保险|保费|基金|上市|挂牌|风险补偿|投资机构|创投"),
    ("tech_transfer", r"技术合同|技术转移|成果转化|技术交易|中试|技术转让|技术经纪"), ("testing", r"检验检测|检测|认证|计量|仪器|标准"), ("popularization", r"科普"),
    ("platform", r"实验室|创新中心|创新平台|研究中心|技术中心|公共服务平台|工作站|研究院"), ("talent", r"人才|博士|专家|团队"), ("enterprise", r"高新技术企业|高企|科技型中小|瞪羚|独角兽|专精特新|领军企业|小巨人|单项冠军"),
    ("cooperation", r"合作|大赛|活动|论坛|展会"), ("rnd", r"研发|攻关|科技计划|科技项目|揭榜|科学技术奖"), ("consulting", r"咨询|查新"), ("cluster", r"园区|集群|集聚|示范区"),
)
_CATEGORY = tuple((code, re.compile(pattern)) for code, pattern in _CATEGORIES)


def trigger_of(scope: str, wider: str, recognised: bool) -> str:
    """What sets the support off; `other` if no word says. `recognised` says that a level and a title are named."""
    own = first(_TRIGGER, scope)
    if own in ("", "investment", "project_approval") and recognised:
        return "recognition"
    return own or first(_TRIGGER, wider) or "other"


def trigger_by_money(form: str, basis: str, trigger: str) -> str:
    """A loan, a cover or a rate on a contract says itself what it follows from, whatever title stands near."""
    if form in _FORM_TRIGGERS:
        return _FORM_TRIGGERS[form]
    return _BASIS_TRIGGERS.get(basis, trigger) if trigger in ("recognition", "event", "other", "evaluation", "project_approval") else trigger


def selection_of(scope: str) -> str:
    """competitive, evaluated, entitlement or unstated."""
    if _EVALUATED.search(scope):
        return "evaluated"
    if _CHOSEN.search(scope):
        return "competitive"
    return "entitlement" if _ENTITLED.search(scope) else "unstated"


@lru_cache(NEAR)
def beneficiary_of(scope: str, title_beneficiary: str, around: str = "") -> tuple[str, str]:
    """Kind of beneficiary and the words for it; `around` are the sentence before and the heading, if the scope is silent."""
    match = _GIVEN_TO.search(scope[-40:])
    subject = _SUBJECT.search(scope)
    text = (subject[1] if subject else "") or (match[1] if match else "")
    host = _HOSTED.search(text)
    own = "enterprise" if _FIRM_THAT.match(text) else nearest(_BENEFICIARY, host[1]) if host else _agent_of(text)
    lender = _FINANCER.match(text)
    code = own or (nearest(_BENEFICIARY, lender.group()) if lender else "") or title_beneficiary or (nearest(_BENEFICIARY, text) if text else "") or nearest(_BENEFICIARY, scope)
    if code or _BODY.search(scope):
        return code or "other", text[-40:].strip("的")
    earlier = _SUBJECT.search(around)
    code = (nearest(_BENEFICIARY, earlier[1]) if earlier else "") or nearest(_BENEFICIARY, around)
    return code or "other", text[-40:].strip("的")


def is_recipient(said: str) -> bool:
    """Whether words name somebody who can receive (不超过 and 总额 do not)."""
    return bool(_BODY.search(said) or any(pattern.search(said) for _, pattern in _BENEFICIARY))


def _agent_of(text: str) -> str:
    """The kind of recipient that the last words name, if it is one that acts for others (…认定培育的机构)."""
    if not _AGENT.search(text):
        return ""
    code = nearest(_BENEFICIARY, text[-8:])
    return code if code in ("service_agency", "lender", "insurer", "investor") else ""


def frequency_of(clause: str, right: str, scope: str) -> str:
    """one_off, per_unit, annual or unspecified, from the clause of the figure and the words behind it."""
    text = clause + right[:16]
    if _EACH_TERM.search(text):
        return "per_term"
    if _EACH_YEAR.search(text):
        return "annual"
    if words.ONE_OFF.search(text):
        return "one_off"
    if words.PER.search(clause) or words.PER.search(scope[-60:]) or _PER_RIGHT.match(right):
        return "per_unit"
    if _OF_A_YEAR.search(text):
        return "annual"
    return "unspecified"


def payers_of(scope: str, right: str) -> list[str]:
    """The budgets that the text names as paying."""
    text = scope[-60:] + right[:40]
    return [code for code, pattern in _PAYERS if pattern.search(text)] or ["unstated"]


def instrument_of(view: View, form: str) -> tuple[str, str]:
    """Instrument and the document's own word for it: the nearest word of support, behind the figure first."""
    right = _CLAUSE_END.split(view.right, maxsplit=1)[0]
    near = _WORD_BEHIND.match(right)
    for text in (near.group() if near else "", view.left[-24:], view.before[-60:], right):
        for term, instrument in _TERMS:
            if term in text:
                return _refined(instrument, form, view), term
    return _FORM_INSTRUMENTS.get(form, "other"), "支持"


def _refined(instrument: str, form: str, view: View) -> str:
    if form in _FORM_INSTRUMENTS:
        return _FORM_INSTRUMENTS[form]
    near = view.left + view.right_clause
    if instrument in ("subsidy", "reward", "other") and _ON_INTEREST.search(near):
        return "loan_interest_subsidy"
    if instrument == "subsidy" and _ON_PREMIUM.search(near):
        return "insurance_premium_subsidy"
    if "风险" in near and instrument == "subsidy":
        return "risk_compensation"
    if "创新券" in near:
        return "voucher"
    if form == "match":
        return "matching_grant"
    if form == "pool":
        return "fund" if "基金" in near else instrument
    return "reward" if instrument == "matching_grant" and "配套奖励" in near else instrument


def categories_of(scope: str, heading: str) -> list[str]:
    """Up to two measure categories, from the scope's words first, then from the heading."""
    return [*(_named_categories(scope) or _named_categories(heading) or ("governance",))]


@lru_cache(NEAR)
def _named_categories(words: str) -> tuple[str, ...]:
    return tuple(code for code, pattern in _CATEGORY if pattern.search(words))[:2]


def relation_columns(view: View) -> Columns:
    """on_top_of for 再给予 behind 在…基础上 and the like."""
    text = view.before[-80:]
    if _ON_TOP.search(text[-40:]):
        return {"relation": "on_top_of"}
    if _FILLS_UP.search(view.clause):
        return {"relation": "fills_up_to"}
    return {}
