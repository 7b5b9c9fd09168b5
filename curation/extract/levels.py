"""Levels of recognition as a text names them: national, provincial, municipal, county, overseas."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from curation.extract.level_lists import Place, abroad, by_office, by_place, listed

PROVINCES = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾"
)
_REGIONS = "内蒙古|广西|西藏|宁夏|新疆"
# Words behind a level that make it a purse or an office instead of a recognition.
_PURSE = (
    r"(?![^,;。、]{1,14}(?:机制|制度|体系)|财政|资金|奖金|拨|配套|承担|再|有关|部门|政府|主管|层面|扶持|专项资金|专项扶持|经费|联动|行政|工信|科技(?:局|厅|部门|主管|行政|计划资金)|发改|规定|政策|贴息|统筹|要求|"
    r"“?(?:科技)?(?:创新|创业|服务)券|推荐|两级|和市有关|统一|科技(?:创新|发展)?(?:专项)?资金|预算|战略|法律|法规|税|标准(?=[的规\d按给一]|$)|税务|利益|安全|产业政策|各级|(?:地方|财政)?(?:经济|综合)?贡献|留成|留存|税收|风险|资金池|(?:[^,;。、\d]{0,6}(?:引导|产业|投资|创投|母))?基金|(?:地方)?(?:可用)?财力|入库|库款)"
)
_TITLE_AHEAD = r"(?=[、和及与或/]{1}|以上|重大|绩效|考核|评价|评为|评定|年度|级|最高|重点|科学|工程|技术|科技|专利|新型|企业|创新|高新|众创|大学|认定|名牌|农业|现代|质量|质检|检测|检验|知识|自然|实验|制造|文化|工业|服务业|专精|首|双创|小型|中小|绿色|“|\"|产学|临床|优秀|示范|发明|院士|博士|引|人才|杰出|青年|地理|信用|林业|海洋|体育|电子|数字|智能|级以上|备案|授予|批准|立项|新产品|标准化|国际|产业|新三板|一等|二等|三等|特等|哲学|社会科学|政府质量)"
# What follows 国家 where the state itself is meant and not a level of recognition.
_NOT_TITLE = (
    "[、和及或/](?:行业|地方|团体)|阶段|或地区|有关|规定|政策|法律|战略|要求|部署|统一|标准|税|统计|发展|安全|利益|所有|机关|公职|工作|需要|需求|重大战略|产业政策|经济|宏观|法定|现行|秘密|鼓励|支持|相关|对|层面|财政|承认|形象|信用|和省有关|和省、?市|和地方|、省有关|、省、市有关|"
    "、省相关|公布|发布|颁布|批复|出台|补助|奖|推进|实施|明确|禁止|限制|淘汰|中长期|十四五|“十|综合|自主创新示范|高新区|高新技术产业开发|试点城市|城市|新区|市场监管总局|、省级?(?:实际|到位|到账)"
)
# One certificate for the whole country: 国家 is part of its name.
_ONE_FOR_ALL = "高新技术企业|高企|技术先进型服务企业"
_LEVEL = re.compile(
    rf"(?P<national>国家级(?!{_ONE_FOR_ALL}|科研院所|科研机构|科研单位|院所|高校|大院){_PURSE}|国赛|国审(?=[^,;。]{{0,14}}品种)|(?<!其他)(?<!其它)(?<![个多两该各洲达盟])(?<!以上)国家(?!级|{_ONE_FOR_ALL}|(?:级)?(?:科研机构|科研院所|科研单位|院所)|重点(?:建设(?:的)?)?(?:高校|大学|院校|科研院所|院所|支持|扶持|发展|鼓励|领域|区域|战略|研究型)|“?双一流|知名|一流|或地区|和地区|、地区|高新区|高新技术产业开发区|开发银行|自主创新示范区|税务|统计|知识产权局|发改委|创新型城市){_PURSE}(?!{_NOT_TITLE})|(?<!面向)(?<!从)全国(?!独家|重点(?:高校|大学|院校)|[^,;。、]{{1,6}}(?:日|周|月)(?:主场|活动|期间)|首[款个台套批创例]|各|引进|招[聘募引]|范围|各地|性|行业前|统一|人大|设立|推广|布局|首|前|领先|\(|一流|重要|有影响|知名|平均)|"
    rf"中华(?=技能大奖)|中国(?=专利|质量|创新|驰名|工业大奖|外观|政府|好|青年|国际|民营|制造|企业|软件|独角|科协|服务业|互联网|电子)|中央(?=预算内)|部级|“?国[千万](?=[”“人计])|新三板(?=”?[^,;。、\d]{{0,12}}(?:、[^,;。、\d]{{0,6}})?(?:挂牌|企业)))"
    rf"|(?P<provincial>省部级|省审(?=[^,;。]{{0,10}}品种)|“?省[千万](?=[”“人计])|省赛|省(?=长质量奖|政府质量奖)|(?<=国家[、和及或])省(?!级|有关|相关|、市|市|实际|到|部|外|内|区)|(?:{PROVINCES}|省)(?=[^,;。、]{{0,4}}股(?:权(?:交易|市场)|交(?:所|中心)))|(?<![全本我外跨各])省级{_PURSE}|(?:{PROVINCES})省(?!财政|政府|级财政|内|委|[^,;。、]{{0,6}}(?:厅|局|委)){_PURSE}|(?:{_REGIONS})[^,;。]{{0,4}}自治区级?{_PURSE}|自治区级{_PURSE}|"
    rf"(?<![全本我外跨各两一])省(?!级|部|内|外|市县|委|厅|长|[^,;。、]{{0,6}}(?:厅|局)(?!认定|备案|授)){_PURSE}{_TITLE_AHEAD})"
    rf"|(?P<municipal>市赛|(?:(?<![一-龥])|(?<=[获得立为选评受入条]))州(?=级|[^,;。、的\d(]{{2,12}}奖(?!励|补|金|项目))|(?<=[、和及或选])市(?=“)|(?<=经)市(?!场)(?=[^,;。、]{{1,8}}(?:局|部门|委)(?:认定|备案(?!的,)|批准|评定))|(?<![全本我外各城省县])市(?=[^,;。、的\d(]{{2,12}}奖(?!励|补|金|项目))|(?<=[、和])市(?=评为|评定|评价|评估|考核|绩效|认定的|认定为|备案的)|(?<!地)市级{_PURSE}|(?<![全本我外各城省县])市(?=、?[区县]级|[、和及](?:区|县)级|科学技术奖|长质量奖|政府质量奖|专利奖|重点实验室|工程(?:技术)?研究|技术创新中心|企业技术中心|科技企业孵化器|众创空间|制造业创新中心|新型研发机构|院士|公共技术服务平台|中试基地|科技(?:计划|重大专项|专项)|重点研发计划|自然科学基金|以上(?:科技|重点|专)))"
    rf"|(?P<county>(?<![各全本我市])[区县](?=长质量奖|政府质量奖)|(?<![市])[区县]级{_PURSE}|区\(县\)级{_PURSE}|县\(市、?区\)级{_PURSE}|县\(区\)级{_PURSE})"
    rf"|(?P<overseas>(?<!内)境外(?!内)(?=[^,;。、]{{0,8}}(?:上市|资本|证券|交易所|挂牌|主板))|海外(?=上市|主板)|红筹(?=[^,;。]{{0,6}}上市))"
)
_NAMES_ONE = re.compile("[国省市州区县旗全部委署局院中境海新美红]")  # without one of these no level is named
# 国家级、省级孵化器内的企业: the level is that of the host, not of the recipient.
_HOST = re.compile(r"(?:[、和及/](?:国家|[省市县区])级?)*[^,;。、]{0,10}(?:孵化器|众创空间|孵化载体|园区|产业园|科技园|开发区|高新区)(?:[、和及](?:孵化器|众创空间|孵化载体|园区|产业园|科技园))*(?:\([^)]{1,12}\))?内的?[^,;。]{0,8}(?:企业|团队|项目|机构)")
# 从任职于国家高新技术企业的员工中评选, 在省级孵化器工作满三年的: the level of an employer.
_EMPLOYED = re.compile(r"(?:任职|就职|供职|受聘|受雇|服务|就业)于$")
_EMPLOYER = re.compile(
    r"[^,;。、在到入]{0,14}?(?:企业|孵化器|机构|平台|园区|载体|单位|实验室|中心|公司)(?:中|内|里)?(?:的)?(?:工作(?!站|室|经费|突出)|任职|就业|从业|(?:全体|在职|在岗)?(?:员工|职工|从业人员|管理人员|技术人员|高管|骨干))"
)
_BRANCH = re.compile(r"[^,;。]{2,16}(?:在|来|到)(?:本|我|该)?[省市区县][^,;。]{0,4}(?:设立|组建|建立|新设)")  # 国家级机构在本市设立分支机构
_PAID_ABOVE = re.compile(r"(?:及?以上)?(?:财政)?(?:补贴|补助|奖励|资助)(?:资金|金额)?(?:后|之后|的?基础上|之外),")  # 市级以上补贴后,再按
_EXAMINED = re.compile(r"[^,;。]{0,14}(?:资格考试|执业资格|职业资格)")  # 通过全国专利代理师资格考试: a certificate
_RECEIVED = re.compile(r"(?:未|不|已经?)(?:再)?(?:享受|获得?|申请)(?:过|了)?$")  # 未享受市级…补助的
_BUILT_ON = re.compile(r"[^,;。\d]{0,24}基础上")  # 在市级…政策的基础上
_GIVES_IT = re.compile(r"(?:给予|予以)(?:一次性|额外)*$")
_GIVEN_BY = re.compile(r"[^,;。\d]{0,8}(?:奖励|补助|补贴|资助|配套|支持)")  # 给予区级落户奖励: who pays
_AT_HOME_TOO = re.compile(r"(?:境内|主板|科创板|创业板|北交所)[^,;。]{0,8}(?:或者?|和|及|以及|、)(?:在|到)?$")
_GIVING = re.compile(r"补助|补贴|奖励|奖补|资助|给予|按|支持|分别")
_GIVING_SUM = re.compile(r"(?:补助|补贴|奖励|奖补|资助|给予|支持|分别)+(?:最高|不超过|一次性|每[家个项年])*(?:\d|$)")
_ABOVE = re.compile(r"(?:级|省|市|区)?(?:及以上|\(含\)以上|以上|或以上|及其以上)")
_SEPARATOR = re.compile(r"(?:[、/]|和|及|以及|与|或|或者|,)+$")


class Level(NamedTuple):
    """One level named by `words` at [start, end) of a piece of text; `above` if higher ones are included."""

    code: str
    start: int
    end: int
    above: bool
    words: str


@lru_cache(64)  # a heading is asked about again for each figure below it
def find_levels(text: str) -> list[Level]:
    """All recognition levels in a piece of text, in order."""
    if not _NAMES_ONE.search(text):
        return []
    places = {**dict(_by_words(text)), **{place[1]: place for place in (*by_place(text), *by_office(text), *listed(text), *abroad(text))}}
    found: list[Level] = []
    for code, start, end in (places[start] for start in sorted(places)):
        if not code or (found and start < found[-1].end) or _is_outside(text, start, end, code):
            continue
        found.append(Level(code, start, end, _ABOVE.match(text, end) is not None, text[start:end]))
    return found


def _by_words(text: str) -> Iterator[tuple[int, Place]]:
    """国家级, 省重点…, 市科技进步奖 and the like by their place, where they do not pay."""
    for match in _LEVEL.finditer(text):
        if not _pays(text, match):
            yield match.start(), (str(match.lastgroup), match.start(), match.end())


def _is_outside(text: str, start: int, end: int, code: str) -> bool:
    """Whether the level is of the carrier that a firm lives in, of an employer, of an aside, or one of several exchanges."""
    before = text[max(0, start - 8) : start]
    if _RECEIVED.search(before) or (_BUILT_ON.match(text, end) and before.endswith("在")):
        return True
    if _GIVES_IT.search(before) and _GIVEN_BY.match(text, end):
        return True
    if _EXAMINED.match(text, end):
        return True
    if before.endswith(("入驻", "进驻")) or _EMPLOYED.search(before) or _in_aside(text, start):
        return True
    if code == "overseas":
        return _AT_HOME_TOO.search(text[max(0, start - 24) : start]) is not None and "分别" not in text[end : end + 40]
    return bool(_HOST.match(text, end) or _EMPLOYER.match(text, end) or _BRANCH.match(text, end) or _PAID_ABOVE.match(text, end))


def _pays(text: str, match: re.Match[str]) -> bool:
    """省级奖励金额, 市级再给予: the level gives. 国家级奖励100万元, …,市级给予20万元 in a list: the level receives."""
    if not _GIVING.match(text, match.end()):
        return False
    before = text[max(0, match.start() - 2) : match.start()]
    if match.lastgroup == "national" and not before.endswith(("在", "受")):
        return False
    sum_follows = _GIVING_SUM.match(text, match.end()) and not before.endswith(("在", "受", "由"))
    return not (sum_follows and (match.lastgroup == "provincial" or match.start() <= 8))


def _in_aside(text: str, place: int) -> bool:
    """Whether a place lies in brackets that hold more than a level."""
    opened = text.rfind("(", max(0, place - 20), place)
    closed = text.find(")", place, place + 30)
    return opened >= 0 and ")" not in text[opened:place] and closed - opened > 8


def level_runs(text: str, levels: list[Level]) -> list[list[Level]]:
    """Levels that stand side by side (国家级、省级和市级) belong to one run."""
    runs: list[list[Level]] = []
    for level in levels:
        if runs and _SEPARATOR.fullmatch(text[runs[-1][-1].end : level.start][:4]) and level.start - runs[-1][-1].end <= 3:
            runs[-1].append(level)
        else:
            runs.append([level])
    return runs
