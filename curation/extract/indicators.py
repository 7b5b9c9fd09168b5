"""What a goal counts: indicator, verb, unit and basis from the words around the figure."""

import re
from dataclasses import dataclass
from decimal import Decimal

from curation.extract.figures import Figure
from curation.extract.views import View

# The first pattern that fits decides; a goal that fits none keeps its words in `indicator_zh`.
_INDICATORS = (
    ("rd_gdp_share", r"研发[^;。,]{0,30},(?:投入)?(?:占(?:地区|GDP|国内|全市)|强度)|(?:研发|研究与(?:试验)?(?:开发|发展)|R&D)[^,;。]{0,24}(?:GDP|生产总值|地区生产|比重|占比|强度)"),
    ("innovation_rank", r"创新[^,;。]{0,12}(?:排名|位次|排位)|创新[^,;。]{0,24}(?:[全进居列位至到]|前)[^,;。]{0,8}[前第]$"), ("innovation_index", r"创新[^,;。]{0,10}指数"),
    ("invention_patents_per_10k", r"万人[^,;。]{0,14}发明专利"), ("invention_patent_growth", r"发明专利[^,;。]{0,10}(?:年均)?增"), ("patent_applications", r"专利申请"),
    ("hightech_value_added_share", r"高新技术产业[^,;。]{0,8}(?:占|比重)|高技术产业[^,;。]{0,8}增加值占"), ("progress_contribution", r"科技进步贡献率"),
    ("service_value_added_growth", r"科技服务业增加值[^,;。]{0,8}增"), ("service_revenue_growth", r"科技服务业[^,;。]{0,8}收入[^。;]{0,30}(?:年均增|增速|增幅)"),
    ("service_revenue", r"科技服务业[^,;。]{0,8}收入(?!.{0,8}增长)"),
    ("four_above_service_firms", r"“?四上”?"), ("hightech_service_firms", r"高技术服务业?企业"), ("backbone_service_agencies", r"骨干[^,;。]{0,12}(?:机构|企业)"),
    ("service_demo_zones", r"服务业示范区"), ("service_clusters", r"(?:服务业|科技服务)[^,;。]{0,4}集[聚群]区|集聚区"),
    ("quasi_public_institutes", r"准公益"), ("research_institutions", r"科学研究机构"), ("innovation_platforms", r"(?:技术)?创新平台|研发平台|科创平台"), ("rd_unit_coverage", r"(?:普遍|基本)[^,;。]{0,12}研发机构|研发机构[^,;。]{0,8}覆盖"),
    ("rd_institutions", r"研发机构|工程技术研究中心|企业技术中心"), ("sme_service_platforms", r"中小企业公共服务平台"), ("public_service_platforms", r"公共服务平台"),
    ("transfer_agency_coverage", r"(?:技术转移|技术市场|转移转化)[^,;。]{0,30}覆盖"), ("transfer_agencies", r"技术转移[^,;。]{0,6}机构"), ("technology_contract_value", r"技术(?:合同)?(?:交易|成交|登记)|技术合同"),
    ("microloan_coverage", r"小额贷款公司"), ("tenants_per_incubator", r"入驻[^,;。]{0,4}在孵企业"), ("incubated_firms", r"在孵企业"), ("incubation_area_added", r"新增[^,;。]{0,10}孵化面积"), ("incubation_area", r"孵化[^,;。]{0,8}面积"),
    ("incubation_platform_area", r"孵化平台"), ("park_floor_area", r"建筑面积[^;。]{0,40}园区"), ("incubator_floor_area", r"建筑面积[^;。]{0,40}孵化器"), ("county_incubators", r"县[^;。]{0,40}孵化器"),
    ("incubators", r"孵化(?:机构|器|载体)|众创空间"), ("ip_service_agencies", r"知识产权服务机构|知识产权[^,;。]{0,8}机构"), ("ip_advantage_enterprises", r"知识产权[^,;。]{0,4}(?:优势|示范)"),
    ("high_tech_enterprises", r"高新技术企业|高企"), ("tech_smes", r"科技型?中小企业"), ("overseas_experts", r"外国专家|海外[^,;。]{0,6}(?:专家|人才)"), ("leading_talent", r"领军人才"),
    ("investment_institutions", r"投资机构|创投机构"), ("guarantee_institutions", r"担保机构"),
)
_COMPILED = tuple((code, re.compile(pattern)) for code, pattern in _INDICATORS)
_ANY_INDICATOR = re.compile("|".join(f"(?:{pattern})" for _, pattern in _INDICATORS))
_VERB_WORDS = (
    ("introduce_or_cultivate", r"引进培育|培育引进|引育|引培|引进和?培[育养]|培[育养]和?引进"), ("introduce", r"引进|招引|招募|引入|合作设立"), ("cultivate", r"培育|培养|孵化(?!机构|器|面积|载体|平台|基地|场地|企业|总面积)|选派"), ("add", r"新增|净增|增加(?!值)"),
    ("build", r"建设|建成|新建|打造|设立|组建|创建|建立|布局|形成|认定"), ("cumulate", r"累计"), ("reach", r"达|超过|突破|实现|提高到|提升到|提升至|不少于|不低于|提高至|总数|稳定|保持|以上"),
)
_VERBS = tuple((code, re.compile(pattern)) for code, pattern in _VERB_WORDS)
_NOUN = re.compile(r"[^,;。、:\d]{2,30}$")
_VERB_END = re.compile(
    r"(?:分别)?(?:累计|总数|总量|总额|数量)?(?:力争|争取)?(?:达到?|突破|超过|不少于|不低于|提高到|提升到|提升至|提高至|增加到|增至|实现|增长|提高|提升|新增|稳定在|保持在|至少|约|为|在)*(?:到|至)?(?:年均)?(?:分别)?(?:达到?|超过|突破)?$"
)
_ITEMS = re.compile(r"专利|成果(?!转化(?:项目|专项|工程))|标准|合同|著作权|软件|商标|新产品|”技术|(?:核心|关键|技术)(?:技术|成果)")  # 项 of other things are `unit`
_PER_10K = re.compile(r"每万(?:名|个)?[^,;。\d]{0,6}(?:[人员口]|职工|居民)")
_GROWS_A_YEAR = re.compile(r"年均[^,;。]{0,10}增|年均$|年增长|年递增|增速")
_EACH_YEAR = re.compile(r"每年")
_ADDED = re.compile(r"新增|新建|新培育|净增|新引进|增加$")
_PER_PLACE = re.compile(r"各[县区市](?:\([^)]*\))?[^,;。]{0,12}")
_OF_A_YEAR = re.compile(r"每年|年度|年专利|年(?:技术|申请|授权|产|交易|转化)|当年")
_SUMMED = re.compile(r"累计")
_INCREASES = re.compile(r"增长$|提高$|增长(?:超过|达到?)?$")
_REACHES = re.compile(r"达|总数|超过|突破|不少于|总量|建筑面积|以上")
_PERIOD = re.compile(r"期间|年内|未来|今后|到20\d\d年|三年|五年")
_MADE = re.compile(r"培育|引进|建成|转化|培养")
_MADE_OR_HATCHED = re.compile(r"培育|引进|建成|转化|培养|孵化")
_OWN_UNITS = {"area": "square_metre", "index": "index", "rank": "rank"}
_LEAD = re.compile(r"^(?:到)?(?:20\d\d年[底末]?|全市|我市|力争|争取|确保|每年|新|累计|引进|培育|培养|建设|建成|新建|打造|设立|新增|组建|实现|推动|各类|和|及|与|的|其中|全社会|“十[二三四五]五”期间|期间|发展|引进培育|培育引进|以上|左右|以)*")


@dataclass(frozen=True)
class Subject:
    """What is counted: a code of the list `indicator`, empty if none fits, and the document's words."""

    code: str
    words: str
    name: str = ""


def indicator_of(view: View, index: int, count: int) -> Subject:
    """What figure `index` of a list of `count` counts; two indicators that share 分别达到 are told apart by place."""
    clause = _VERB_END.sub("", view.clause)
    right = re.split(r"[,;。、\d]", view.right, maxsplit=1)[0]
    if count > 1:
        names = [name for name in re.split(r"、|和|及|与|以及", clause) if name][-count:]
        if len(names) == count:
            name = _trim(names[index])
            return Subject(code_of(name), name, names[index])
    after = _trim(re.sub(r"^(?:以上|左右|以内)?的?", "", right)) if view.kind in ("count", "area") else ""
    before = _NOUN.search(clause)
    name = _trim(before[0] if before else "")
    if (len(name) < 2 and len(after) < 2) or name.startswith("年均"):
        earlier = [_trim(re.split(r"达|超过|突破|\d", piece)[0]) for piece in re.split(r"[,;。、]", view.before)[:-1]]
        name = next((piece for piece in reversed(earlier) if len(piece) >= 3), name)
    pieces = [after, name + view.right[:0], name] if len(after) >= 2 and len(name) < 3 else [name, after]
    context = view.before[-60:] + view.compact[view.start : view.end] + right
    whole = _of_the_whole(view, context, right)
    if whole:
        return Subject(whole, name if len(name) >= 3 else after or name)
    code = next((found for found in (code_of(piece) for piece in (clause[-40:], *pieces)) if found), "") or code_of(context)
    if view.kind in ("count", "area") and len(after) >= 3 and code_of(after) and (not code_of(name) or re.search(r"(?:和|及|与|、)$", view.left)):
        code = code_of(after)
    return Subject(code, name if len(name) >= 3 else after or name)


def _of_the_whole(view: View, context: str, right: str) -> str:
    """Goals in words (…普遍建立研发机构) and growth (总收入超过…,年均增长) are told only by their clauses together."""
    if view.kind == "words":
        return code_of(view.clause[-60:] + view.compact[view.start : view.end] + right)
    code = code_of(context[-70:]) if re.search(r"(?:年均|增速|增长|增幅)[^,;。]{0,6}$", view.clause) else ""
    return code if code.endswith("_growth") else ""


def _trim(words: str) -> str:
    return _LEAD.sub("", words).strip("“”的()")[:30]


def code_of(words: str) -> str:
    """Code of the indicator that the words name, empty if none fits."""
    return next((code for code, pattern in _COMPILED if pattern.search(words)), "") if _ANY_INDICATOR.search(words) else ""


def verb_of(clause: str) -> str:
    """Verb of a goal: the nearest verb of doing, else 达到 and the like, `other` if there is none."""
    best, place = "other", -1
    for code, pattern in _VERBS:
        for match in pattern.finditer(clause):
            if match.end() > place and (code != "reach" or best == "other"):
                best, place = code, match.end()
    return best


def unit_of(figure: Figure, clause: str, after: str = "") -> tuple[str, Decimal]:
    """Unit code and value in that unit; `clause` are the words before the figure, `after` those behind it."""
    if figure.kind == "money":
        return "cny", figure.value
    if figure.kind in ("percent", "points"):
        return "percent", figure.value
    if figure.kind in _OWN_UNITS:
        return _OWN_UNITS[figure.kind], figure.value
    if figure.kind == "ratio":
        return "ratio", figure.value / 100
    unit = figure.unit.lstrip("个") or "个"
    clause = clause[max(clause.rfind("每万"), 0) :]
    if (re.search(r"(?<!百)[每万]万?人", clause) and unit in ("件", "项", "个")) or (_PER_10K.search(clause) and unit in ("件", "项", "个", "人", "名", "人年")):
        return "per_10k_people", figure.value
    if unit == "平方公里":
        return "square_metre", figure.value * 1_000_000
    known = {"家": "household", "户": "household", "件": "piece", "人": "person", "名": "person", "位": "person", "万人次": "person", "人次": "person", "处": "place", "座": "place"}
    if unit == "项" and _ITEMS.search(clause[-16:] + after[:12]):
        return "piece", figure.value
    return known.get(unit, "unit"), figure.value


def basis_of(view: View, figure: Figure, before: str) -> str:
    """Basis of a goal: annual_growth, increment, cumulative, annual_flow, per_jurisdiction, ratio or level."""
    clause = view.clause
    if _GROWS_A_YEAR.search(clause):
        return "annual_growth"
    if _EACH_YEAR.search(clause):
        return "annual_flow"
    if view.kind == "points" or _ADDED.search(clause):
        return "increment"
    if _PER_PLACE.search(clause) and "全" not in clause[:1]:
        return "per_jurisdiction"
    if _OF_A_YEAR.search(clause):
        return "annual_flow"
    if _SUMMED.search(clause):
        return "cumulative"
    if view.kind == "percent":
        return "increment" if _INCREASES.search(clause) else "ratio"
    if _REACHES.search(clause[-12:]) or view.kind in ("area", "money"):
        return "level"
    period = _PERIOD.search(before) or _MADE.search(clause)
    return "cumulative" if period and _MADE_OR_HATCHED.search(clause) else "level"
