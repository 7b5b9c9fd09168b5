"""Levels named in short: lists of them (国家、省、市; 中、省、市), the office that recognises, and the place that gives a title.

A place of a text is (code, start, end), with an empty code where the words are known to be no level. Nothing here is a level where the same words name who pays, rules or plans.
"""

import re
from collections.abc import Iterator

Place = tuple[str, int, int]

CODES = {"国": "national", "中": "national", "部": "national", "省": "provincial", "自": "provincial", "市": "municipal", "区": "county", "县": "county", "旗": "county"}

_TOKEN = r"(?:国家级?|中央|部级|省级?|自治区级?|市级?|区\(县\)级?|县\((?:市、?)?区\)级?|[区县]级?)"
_JOIN = r"(?:[、和及与或/]|以及|或者)"
_LIST = re.compile(rf"(?:中(?={_JOIN}省)|{_TOKEN})(?:{_JOIN}{_TOKEN})+")
_BRACKETED = re.compile(r"(?<=[^县区市省]\()(?:国家|省|市|区|县)级?(?=\))")  # 博士后创新实践基地(省)
_WORD = re.compile(_TOKEN + "|中")
# What makes a recognition of the office or the body before it.
_ACTS = r"(?:认定(?!登记)|立项|备案(?![^,;。]{0,3}项目|[,、]|的,)|批准(?!设立|成立)|批复|评定|评审通过|命名|授予|授牌|公布|确认|核准|下达|颁发|评为|评选|重点项目库|组织的(?=[^,;。]{0,12}(?:大赛|竞赛|评选|评比)))"
_ACT = re.compile(_ACTS)
_OTHERS = r"(?:[、和及][^,;。、\d的经由]{2,14}?(?:部|部门|厅|局|委员会|委|办公室|办)){0,3}"  # 、省工业和信息化厅、市工业和信息化局
_BODY = rf"[^,;。\d的经由被对获企]{{0,16}}?(?:部门|厅|局|委员会|委|办公室|办|科协|总工会){_OTHERS}(?:等[^,;。]{{0,6}})?(?:联合)?[^,;。\d]{{0,4}}?{_ACTS}"
# Behind a list: whose money, rules or plans it names.
_NO_LIST = re.compile(
    r"""(?:[两三四各]?级)?(?:人民)?
    (?:财政|政府(?!质量奖)|党委|人大|资金|配套(?!项目)|承担|分担|安排|拨|部署|要求|关于|有关|相关|规定|政策|法律|法规|统计|战略|重大战略|标准(?!化)|各|统一|联动|共建|共担|按比例
      |属(?!性)|驻|直(?!播)|内(?![控容燃])|外(?![贸向资商语籍经])|范围|层面|分别(?:承担|负担|安排|按比例)|规划|产业(?:政策|发展)|补助(?!项目)|奖补(?!项目)|扶持|支持|行业|地方标准|上级|两级|规范|计划要求|工作要求|和|及)""",
    re.X,
)
_LISTED_BODY = re.compile(r"(?:[两三]?级)?[^,;。\d的]{0,16}?(?:部门|厅|局|(?:改|信|技|科|资|健|农)委)")
_LISTED_ACT = re.compile(rf"(?:[两三]?级)?{_BODY}")
_BY_RULE = re.compile(r"(?:依据|根据|落实|贯彻|符合|执行|围绕|对接|对照|由|遵守|响应|衔接|向)$")
_GIVING = re.compile(r"补助|补贴|奖励|奖补|资助|给予|按|支持")
_SUM_BEHIND = re.compile(r"(?:补助|补贴|奖励|奖补|资助|给予|支持)+(?:最高|不超过|一次性|每[家个项年])*\d")
_SHORT_BEFORE = "全各本我跨外其两城园地郊社辖新该属乡"  # 全省, 城市, 园区: no token of a list

_NAMED_MINISTRY = (
    r"(?:科学?技术?部|工业?和?信息化部|工信部|国家发改委|国家发展(?:和)?改革委|教育部|商务部|农业农村部|人社部|人力资源(?:和)?社会保障部|生态环境部|住建部|住房(?:和)?城乡建设部|交通运输部|文化和旅游部|国务院)"
)
_MINISTRY = (
    rf"{_NAMED_MINISTRY}(?!门)(?={_OTHERS}(?:等[^,;。]{{0,8}})?(?:联合)?[^,;。\d经]{{0,16}}?{_ACTS})"
)
_OFFICE = re.compile(
    rf"(?P<ministry>{_MINISTRY}|(?:(?<=入选)|(?<=列入)|(?<=纳入)|(?<=进入)|(?<=承担)){_NAMED_MINISTRY}(?!门))|(?P<government>(?<=[受获经])[省市区县](?=(?:委、?[省市区县]?)?政府[^,;。]{{0,4}}(?:表彰|表扬|授予|命名)))|(?P<office>国家|自治区(?:级)?|(?<![全各跨外两报向])省(?:级)?|(?<![全各跨外两城在报向])市(?!场)(?:级)?|(?<![全各跨外两园地新社辖郊在报向])[区县旗](?:级)?)(?=(?:及?以上)?{_BODY})"
)

_LAND = r"(?:美国?|日本?|欧(?:盟|洲|专局)?(?:国家)?|韩国?|英国|德国|法国|加拿大|澳大利亚)"
_ABROAD = re.compile(
    rf"(?:{_LAND}(?:(?:[、和及或/]|以及)?{_LAND}){{1,6}}|美国|日本|欧盟|欧洲)(?=[^,;。]{{0,8}}(?:专利|授权|每[件项]))"
    r"|其[他它](?:国家(?:[、或和及]?地区)?|国?境外)(?:\([^()]{1,12}\))?(?=[^,;。]{0,8}(?:专利|授权|每[件项]|的?[,每]))|(?:每|单)个国家(?:\(地区\)|或地区)?(?=(?:每件|最高|给予|资助|奖励|补助|补贴|奖))|(?:国外|境外|海外)授权(?=\d|$)|(?:国外|境外|海外|国\(境\)外)(?=[^,;。]{0,4}(?:授权)?(?:发明)?专利(?:授权|证书)?[^,;。]{0,6}(?:的|,|每|获|授))"
)
_GETS = r"(?:评为|评选为|选拔(?:一[轮批次])?|评定为|新?认定的|认定为|确定为|获评|获得|荣获|入选|列入|授予|获批|命名为|承担|纳入|新获|上榜|荣膺)(?:“|的)?"
_GETTING = re.compile(_GETS + "|”称号|(?:项目|企业|基地|工程|人才|计划)”")
_OUTSIDE = "|外(?![向贸资商语])"  # 市外, but 市外贸重点企业
_AFTER = {
    "省": rf"(?![级内属直长]{_OUTSIDE})", "市": rf"(?![场级民区县政域值属内直委面]{_OUTSIDE})", "区": rf"(?![级域块县内分位间属]{_OUTSIDE})",
    "县": rf"(?![级域区内属]{_OUTSIDE})", "旗": r"(?![级舰下])",
}
_ALSO_NAMED = r"[、或和及](?=[^,;。、\d]{2,3}[省市区县][^,;。、\d]{2,20}(?:基地|企业|中心|奖|杯|称号|平台|项目|工程))"  # 或温州市…示范基地
_QUOTED_TITLE = r"“(?=[^”]{2,24}”称号)"
_QUOTED_PROJECT = r"“(?=[^”]{4,20}(?:项目|企业|基地|工程|人才|计划)”)"
_NAMED_PLACE = re.compile(
    rf"(?:{_GETS}|{_ALSO_NAMED}|{_QUOTED_TITLE}|{_QUOTED_PROJECT})" + r"(?P<place>(?!先进|优秀|示范|十强|百强|模范|文明|试点|重点|特色|创新)[^,;。、\d“”()国全家级我本各市省区县的个项年轮批及和或与上述该]{2,3}?)(?P<kind>" + "|".join(kind + guard for kind, guard in _AFTER.items()) + ")"
)
_ZONE = re.compile(r"(?:高新|开发|经开|示范|[园新地社街景特]|功能|集聚|试验|保税|自贸|合作|先行|度假|生态)$")
_TITLED = r"(?=[^,;。\d]{2,14}?(?:企业|中心|基地|工厂|车间|冠军|库|奖|项目|计划|工程|课题|专项|称号|名录|团队|人才|工匠|技师|能手|名师|专家|机构|小巨人|瞪羚|独角兽|示范|试点|单位|工作室|工作站|实验室|品牌|产品|园|首台|首版|首批))"
_ALSO_SINGLE = r"[、或和及](?=[省市区县](?![级民域块])[^,;。、\d]{2,14}(?:企业|中心|基地|平台|项目|工程|称号|奖|技师|工匠|人才|专家|名师|能手))"  # 认定为省重点企业、市重点企业
_SINGLE = re.compile(rf"(?:{_GETS}|{_ALSO_SINGLE})" + r"(?P<single>" + "|".join(kind + guard for kind, guard in _AFTER.items()) + ")" + _TITLED)


def listed(text: str) -> Iterator[Place]:
    """Levels that stand side by side in short, in order; those of a list that recognises nothing have no code."""
    for match in _LIST.finditer(text):
        recognised = _is_recognition(text, match)
        for word in _WORD.finditer(text, match.start(), match.end()):
            yield CODES[word.group()[0]] if recognised else "", word.start(), word.end()
    for match in _BRACKETED.finditer(text):
        yield CODES[match.group()[0]], match.start(), match.end()


def _is_recognition(text: str, match: re.Match[str]) -> bool:
    before, end = text[max(0, match.start() - 4) : match.start()], match.end()
    if before and before[-1] in _SHORT_BEFORE and match.group()[0] not in "国中":
        return False
    if match.group()[0] in "市区县" and before.endswith("("):
        return False
    graded = re.match(r"(?:[两三四]级)?[^,;。]{0,5}分别", text[end : end + 12])  # 按国家级、省级分别给予
    if _BY_RULE.search(before) or (re.search(r"按照?$", before) and not graded) or (before.endswith("在") and "基础上" in text[end : end + 24]):
        return False
    if _LISTED_BODY.match(text, end):
        return _LISTED_ACT.match(text, end) is not None
    if _NO_LIST.match(text, end):
        return False
    return not _GIVING.match(text, end) or _SUM_BEHIND.match(text, end) is not None


def abroad(text: str) -> Iterator[Place]:
    """美国、日本、欧盟发明专利, 其他国家或地区专利: a right that an office abroad grants."""
    if "专利" not in text and "PCT" not in text and "授权" not in text:
        return
    for match in _ABROAD.finditer(text):
        yield "overseas", match.start(), match.end()


def by_office(text: str) -> Iterator[Place]:
    """经县科技主管部门认定, 科技部批准建设: the level of the office that recognises."""
    if not _ACT.search(text) and "政府表" not in text and "部" not in text:
        return
    for match in _OFFICE.finditer(text):
        yield "national" if match["ministry"] else CODES[match.group()[0]], match.start(), match.end()


def by_place(text: str) -> Iterator[Place]:
    """评为东岭区瞪羚企业, 入选省隐形冠军: the place that gives the title."""
    if not _GETTING.search(text):
        return
    for match in _NAMED_PLACE.finditer(text):
        if match["kind"] != "区" or not _ZONE.search(match["place"]):
            yield CODES[match["kind"]], match.start("place"), match.end()
    for match in _SINGLE.finditer(text):
        yield CODES[match["single"]], match.start("single"), match.end("single")
