"""Whether a figure is a goal of the city: told from conditions and descriptions by the verbs and years around it."""

import re
from typing import NamedTuple

from curation.extract import words
from curation.extract.figures import Figure
from curation.extract.views import View, last_match

GOAL_LEAD = re.compile(
    r"(?:试点|实施|规划|行动)期内|用[一二两三四五\d]年(?:左右的?)?时间|到(?:20\d\d(?![\d.万亿元])|二〇|“?十[一二三四五]五”?)年?|(?:20\d\d)年(?:底|末)?前|力争|争取|确保|未来[一二两三四五\d]|今后[一二两三四五\d]|[一二两三四五\d]年内|“?十[二三四五]五”?(?:期间|末|时期)|(?<!截)至20\d\d(?![\d.万亿元])|"
    r"(?:年内|今年|本年度|全年)[^,;。]{0,4}(?:新增|培育|建成|引进|完成|力争|净增)|20\d\d年(?:度)?,?(?:全市|全区|力争|计划|实现|新增|净增|培育|完成|建成|引进|新建)|计划(?:到|用|引进|培育|新增|建)|目标|每(?:年|[两二三]年|[轮批届])(?:至少|不少于|[^,;。\d给奖补对]{1,10})?(?:新增|评选|选拔|培育|引进|遴选|建设|举办|发榜|发布|增加|选派|培训|转化|培养|实施|推动|组织|认定|开展|实施|发展|孵化|新建|转化)|实现|总数|年均增长|翻[一两]番"
)
_GOAL_VERB = re.compile(
    r"(?:引进培育|培育引进|引育|培育|共建|争创|引进|建设|建成|新建|打造|设立|新增|净增|发展|集聚|组建|布局|孵化|认定|新培育|培养|引培|形成|创建|达到?|突破|超过|实现|累计|总数|累计达|提高到|提升到|提升至|提高至|稳定在|保持在|增长|完成|招引|新引进|遴选|评选|选拔|"
    r"建立|推动|转化|汇聚|招募|落地|实施|力争|总量|开展|举办|组织|选派|培训|带动|吸纳|吸引|投资(?=[^,;。]{0,4}项目)|不少于|不低于|至少|提高|降低|下降|增加|控制在|促成|登记|扩大[到至]|增至|惠及|服务企业|攻克|派驻|配备|认证|选育|审定|改造|推广|承担|制定|发榜|发展到|取得|凝练|储备)"
)
PAST = re.compile(r"截至|截止|(?<![由从较])(?:目前|现有)|已(?:建成|达|有|累计|经|实现|培育|引进)|近年来|去年|以来|上年末|共有")
_CONDITION_RIGHT = re.compile(
    r"(?:\(含\))?(?:及|或|\(含\))?(?:以[上下内])?(?:\(含\))?(?:的(?:,|企业|单位|机构|项目|县|市|区|部门|地区|[^,;。]{0,12},(?:给予|按|一次性|分别|每))|的?企业,|且|者|之间|部分|[并同][^,;。\d]{2,16}的,)"
)
_LOWER_LIMIT = re.compile(r"(?:\(含\))?(?:以上|起)?(?:\(含\))?[、,]?(?:至|到|-|不足|低于|未满|且)?[\d.]+[^,;。、\d]{1,6}(?:\(不?含\))?以[下内](?:\(不?含\))?的")  # 3000平方米以上、6000平方米以下的
_EACH_YEAR = re.compile(r"(?:以上|左右)?/年")
_PAST_MARK = re.compile(r"截[至止]|(?<=[,;。])(?<![到至]20\d\d年,)拥有|(?<![到至在争])20\d\d年末|(?<![比较与由从])目前|近年来|以来|去年|上年末|(?<![由从较])现有(?!基础)|已(?:建成|有|累计)")
_PAST_UNDER_GOALS = re.compile(_PAST_MARK.pattern.replace("|(?<=[,;。])(?<![到至]20\\d\\d年,)拥有", ""))  # 拥有名牌1000个 is to be reached there
_AHEAD_MARK = re.compile(r"力争|(?<!截)[到至](?:20\d\d|“?十)|争取|计划|确保|未来|今后|目标|[三五\d]年内|20\d\d年[底末]?前")
_GIVEN_BEHIND = re.compile(r"(?:\(?含\)?)?(?:以[上下])?(?:、[^,;。、]{1,10}){0,4}的,?(?:分别|每[家个户]|一次性)*(?:给予|予以|奖励|补助|补贴|资助)")
_OF_THIS_SIZE = re.compile(r"(?:以上|及以上)?的[^,;。\d]{1,14}(?:达|不少于|超过|突破|增加|新增|\d)")  # 年收入5000万元的机构不少于30家
_WINDOW = 160
_SENTENCE = 240
_DATED = re.compile(r"(?:试点|实施|规划|行动)期内|(?<![截年])[到至](?:20\d\d年|“?十[二三四五六]五”?期?末)|力争|20\d\d年[底末]?前|[三五]年内|用[一二两三四五\d]年(?:左右的?)?时间")
_GIVES = re.compile(r"给予|奖励|补[助贴]|资助|予以|鼓励|(?<!面)对(?!接|口|外|标|比)[^,;。]{3,}的")
_NAMED = re.compile(r"(?<![在对从由以将把向于按及和与第])(?![在对从由以将把向于按及和与第])[一-龥”](?:为|约|近)?$")
_GOES_ON = re.compile(r"[^,;。、\d]{0,4}[、,](?!对|给予|每)[^,;。\d]{2,30}")  # behind another figure of the sentence
_SUM_OF = re.compile(
    r"(?:额|收入|产值|总值|规模|余额|总量|增加值|营收|销售|生产率|融资|投资|投入|经费|成交|出口|利润|税收|贷款|信贷|市值|经济|费用)(?:总[额量])?(?:为|超过?|过|破|约|近|达到?|突破)?$"
)
_SHARE_OF = re.compile(r"(?:率|比重|占比|强度|比例|占|占[^,;。、\d]{2,8}|满意度|覆盖面|增长|增速|增幅|递增|下降|降低)(?:为|达到?|超过?)?$")
_ANY_NOUN = re.compile(r"(?<![在对从由以将把向于按及和与第])[一-龥](?![于至])[一-龥](?:为|超过?|过|破|约|近|达到?|突破)?$")
_SPENT = re.compile(r"(?:以上)?(?:的|用于|建设|支持|实施|改造|新建|打造)")
_ABOVE_OTHERS = re.compile(r"比[^,;。]{2,14}高出?$")  # 比全市平均水平高1.2个百分点
_NOUN_DONE = re.compile(r"(?:以上|左右|以内|/[年人])?(?:[,;。、()]|和|及|与|$)")  # no noun of its own behind the number
_BARE_YEAR = re.compile(r"(?<![到至])(20\d\d)年(?![底末前]|\d)")  # 2018年至2020年,…累计支出
_ALLOWED = re.compile(r"(?:不得?超过|不高于|最高|可(?:以)?(?:提高|放宽|达)到?)[^,;。]{0,10}$")
_SUPERVISED = re.compile(r"应当|必须|(?:申请|申报)[^,;。]{0,14}的,|具备(?!科学)|督查|报送|调度|约谈|办结|通报|随机抽查|抽查")
_OWN_CAPITAL = re.compile(r"注册|单[个家项笔]|每[个家户]|给予|奖|补|资助|设立|组建|安排|(?<!面)对(?!接|口|外|标|比)")
_SIZE_OF_UNITS = re.compile(r"级|(?:以上|左右)?的(?!目标)|(?:以上)?的?[^,;。、\d和及]{0,6}(?:企业|项目|园区|集群|机构|基金|平台)|(?:以上)?的[^,;。、\d]{1,14}\d")
_ASKED = re.compile(r"(?:应当?|须|必须)(?:不少于|不低于|达到|具有|具备|有|配备)[^,;。]{0,6}$")  # 持证人员应不少于
_SITE = re.compile(r"(?:占地|用地|总?建筑|规划)(?:总?面积)?(?:约|近|为|达)?$")  # what a building measures
_RANKED = re.compile(r"(?:排名|排位|位次|名次|位居|位列|名列|居|列|进入|进位|跻身|挺进|保持|稳定|跃升|上升|提升|评价|综合)[^,;。\d]{0,16}[前第]$")
_GIVES_SOON = re.compile(r"给予|奖励|补[助贴]")  # 首次突破1亿元,奖励核心团队: a threshold
_REACHED = re.compile(r"(?:突破|达到?|超过|总数为?|总量为?)$")
_SOON = 40
_DONE = re.compile(r"[^,;。、]{0,6}(?:已|均已)(?:全部|经|建成|投)")  # 服务大厅12处已全部投入使用
_END_OF_YEAR = re.compile(r"(20\d\d)年[底末]")
_WHOLE_AREA = re.compile(r"(?:全部|所有|全市|全县|全区|覆盖)$")  # 覆盖全部9个县
_BUDGETED = re.compile(r"(?:费用|经费|资金)[^,;。]{0,24}安排,[^,;。]{0,8}每年(?:新增|增加)")  # a budget that grows
_MOVED_UP = re.compile(r"(?:前移|上升|提升|前进|跃升|进位)(?:了)?$")  # 排名前移20位: no place that is reached
_RANKED_UNITS = re.compile(r"(?:以[内上])?的?(?:企业|单位|高校|院校|机构|园区|项目|团队|选手)")
_PROPORTION = re.compile(r"(?:之比|比例|比)[^,;。\d]{0,8}$")
_SHARED_COST = re.compile(r"自筹|自有|专项资金|配套|拨付|分担|承担|出资|按|占股|持股|师生|跟投")
_JOINED = re.compile(r"(?:和|及|、|与)$")
_AMONG_THEM = re.compile(r"其中[^,;。\d]{0,10}$")
_LEVEL_BEFORE = re.compile(r"级|以上")
_NEXT_IN_LIST = re.compile(r"(?:以上|左右)?[、,](?!对|给予|每)[^,;。\d]{2,24}")
_AROUND_RIGHT = re.compile(r"左右|以上")
_NOUN_BEFORE = re.compile(r"[一-龥”)]$")
_GIVEN_TO = re.compile(r"(?<!面)对(?!接|口|外|标|比)[^,;。]{3,}|给予|奖励|补助")
_AHEAD_OR_EACH_YEAR = re.compile(r"每年(?:培育|引进|新增|遴选)|力争|到20\d\d年")
_ENCOURAGED = re.compile(r"鼓励|支持|允许|对(?!接|口|外|标|比)")
_ORDINAL = re.compile(r"第$|前$")
_STANDS_FOR_EACH = re.compile(r"每(?![轮批届期]|个?(?:设区|地|县级|行政|省辖)?(?:[县区市乡镇村]|街道|园区))[^,;。年]{0,8}$|近$|\+$")
_QUOTE_BEHIND = re.compile(r"[”+]")
_WORDS_COUNT = 100  # 三大, 十项 name things; a number of a hundred and more in Chinese numerals counts them


class Place(NamedTuple):
    """Where a paragraph stands: whether its heads announce goals or list requirements, and whether it is in a plan."""

    goals: bool
    asks: bool
    title: str = ""
    plan: bool = False
    aims: bool = False  # the document has a section of goals
    years: frozenset[str] = frozenset()  # that the document plans for


def is_goal(view: View, place: Place, sentence: str) -> bool:
    """Whether the figures of a list are goals of the city, not thresholds, descriptions or parts of a name."""
    if view.kind == "money":
        wanted = _is_money_goal(view, place, sentence)
    elif view.kind in ("percent", "points"):
        wanted = _is_share_goal(view, place, sentence)
    elif view.kind in ("index", "rank", "ratio"):
        wanted = _is_standing_goal(view, place)
    else:
        wanted = _is_count_goal(view, place, sentence)
    return wanted and not _is_excluded(view, sentence, place)



def _is_excluded(view: View, sentence: str, place: Place) -> bool:
    """Past facts, thresholds (…以上的企业), old values, ordinals and parts of a name."""
    under_goals = place.goals
    figure = view.group[0]
    near = view.left[-40:]
    if view.compact[figure.start] in "万亿":  # a unit that stands alone, as in the cell of a table
        return True
    if PAST.search(view.clause[-40:]) or (PAST.search(sentence[:12]) and not GOAL_LEAD.search(view.before)) or _looks_back(view, place):
        return True
    if not under_goals and (_ASKED.search(near) or _is_aside(view) or ("同比" in sentence and not _AHEAD_MARK.search(sentence))):
        return True
    if (_CONDITION_RIGHT.match(view.right) and not _builds(view)) or _LOWER_LIMIT.match(view.right):
        return True
    if re.match(r"[^,;。\d]{0,8}(?:组成|的差距|的缺口)", view.right) or (figure.kind == "money" and _OF_THIS_SIZE.match(view.right)):
        return True
    if figure.kind in ("count", "area") and not under_goals and re.search(r"(?:不超过|不多于|不得超过|(?:最多|至多)(?:资助|奖励|享受|支持|补助)?)$", near):
        return True
    if words.REPEAT_OLD_RIGHT.match(view.right) and words.REPEAT_OLD_LEFT.search(view.left):
        return True
    if not under_goals and (figure.kind == "area" or figure.unit in ("亩", "公顷")) and _SITE.search(view.left) and not re.match("以上", view.right) and not re.search(r"新增|累计|达到", view.clause):
        return True
    if _is_part_of_a_name(view, near) or _GIVEN_BEHIND.match(view.right):  # 500家以上、1000家以上的给予奖励
        return True
    return figure.kind == "count" and not _is_counted(view, figure, place, under_goals or _is_aimed(view, place, sentence))


def _is_part_of_a_name(view: View, near: str) -> bool:
    """An ordinal, a number in quotes, or one that stands for each unit."""
    if (view.kind != "rank" and _ORDINAL.search(near)) or near.rfind("“") > near.rfind("”"):
        return True
    return bool(_STANDS_FOR_EACH.search(near) or _QUOTE_BEHIND.match(view.right))


def _looks_back(view: View, place: Place) -> bool:
    """Whether a mark of the past stands nearer before the figure than a mark of what is to come."""
    if _DONE.match(view.right):
        return True
    before = view.compact[max(view.stretch.sentence, view.start - _WINDOW) : view.start]
    marks = _PAST_UNDER_GOALS if place.goals else _PAST_MARK
    return last_match(marks, before) > max(last_match(_AHEAD_MARK, before), _year_ahead(before, place))


def _year_ahead(said: str, place: Place) -> int:
    """End of the last 2032年末 whose year the document elsewhere plans for, -1 if there is none."""
    ends = [match.end() for match in _END_OF_YEAR.finditer(said) if match[1] in place.years]
    return ends[-1] if ends else -1


def _is_dated(view: View, place: Place) -> bool:
    """到2030年, 力争 and the like before the figure in its sentence, and no word of giving: what is counted there is a goal."""
    said = view.compact[max(view.stretch.sentence, view.start - _SENTENCE) : view.start]
    mark = max(last_match(_DATED, said), _year_ahead(said, place))
    return mark >= 0 and not _GIVES.search(said[mark:])


def _is_aimed(view: View, place: Place, sentence: str) -> bool:
    """Whether a task of a document with goals counts something, and neither its sentence gives nor its clause tells of a past year."""
    return (place.plan or place.aims) and not _GIVES.search(sentence) and not _tells_of_a_year(sentence, place) and not _SUPERVISED.search(sentence)


def _tells_of_a_year(sentence: str, place: Place) -> bool:
    """Whether a sentence names a year that the document does not plan for (2018年至2020年,累计支出…)."""
    return any(match[1] not in place.years for match in _BARE_YEAR.finditer(sentence))


def _is_named(view: View, place: Place) -> bool:
    """A noun and its number (研发平台数45家) in a dated sentence or in a plan, where nobody is given anything."""
    if not _NAMED.search(view.left[-40:]) or not _NOUN_DONE.match(view.right):
        return False
    if _is_dated(view, place):
        return True
    if _GIVES_SOON.search(view.compact, view.end, min(view.stretch.end, view.end + _SOON)):
        return False
    said = view.compact[max(view.stretch.sentence, view.stretch.start - _WINDOW) : view.stretch.end]
    aimed = place.plan or (view.kind != "area" and view.group[0].unit not in ("平方公里", "公顷", "亩") and _is_aimed(view, place, said))
    return aimed and not _GIVES.search(view.before[-120:])


def _is_standing_goal(view: View, place: Place) -> bool:
    """The value of an index, a rank (进入全省前8位) or a ratio (投入之比达到1:6) that is to be reached."""
    if view.kind == "rank" and (not _RANKED.search(view.left) or _RANKED_UNITS.match(view.right)):
        return False
    if view.kind == "ratio" and (not _PROPORTION.search(view.left) or _SHARED_COST.search(view.clause)):
        return False
    told = re.search(r"争取|确保|实现|力争|达到?$|提高到$|提升[至到]$", view.clause) or _GOES_ON.match(view.compact, view.previous_end, view.start)
    aimed = (place.plan or place.aims) and told
    return (bool(place.goals or aimed) and not _GIVES.search(view.clause)) or _is_dated(view, place)


def _is_aside(view: View) -> bool:
    """A description in brackets: (总投资1.2亿元,建筑面积2万平方米)."""
    words_before = view.compact[max(view.stretch.start, view.start - 40) : view.start]
    opened = words_before.rfind("(")
    return opened >= 0 and ")" not in words_before[opened:] and not re.search(r"其中|新增|含", words_before[opened:])


def _is_count_goal(view: View, place: Place, sentence: str) -> bool:
    near = view.left[-40:]
    listed = _JOINED.search(view.left) and _GOAL_VERB.search(view.clause)
    listed = listed or (_AMONG_THEM.search(near) and _GOAL_VERB.search(view.before[-60:]))
    listed = listed or (_LEVEL_BEFORE.match(view.left) and _GOAL_VERB.search(view.clause))  # 形成100亿元级集群2个
    since = view.compact[max(view.previous_end, view.start - 40) : view.start]  # 培育龙头企业10家,骨干企业50家
    listed = listed or (_NEXT_IN_LIST.fullmatch(since) and _GOAL_VERB.search(view.before[-60:]))
    above = _AROUND_RIGHT.match(view.right) and (place.goals or GOAL_LEAD.search(view.before))
    named = _is_named(view, place)  # 到2030年,研发平台数为45家
    verb = _GOAL_VERB.search(near) or listed or above or named or _builds(view) or (_GOAL_VERB.search(place.title) and len(view.before) < 40)
    if not verb and not (place.goals and _NOUN_BEFORE.search(near)):
        return False
    if place.goals:
        return True
    if place.plan and _REACHED.search(near) and not _GIVES_SOON.search(sentence):
        return True
    if _GIVEN_TO.search(view.before[-120:]) and not _AHEAD_OR_EACH_YEAR.search(view.before):
        return False
    if named or _EACH_YEAR.match(view.right) or ("/年" in sentence and _GOAL_VERB.search(near)):
        return True
    if (place.plan or _is_aimed(view, place, sentence)) and verb and not _ENCOURAGED.search(view.clause[-60:]):
        return True
    return bool((_GOAL_VERB.search(place.title) and len(view.before) < 40) or GOAL_LEAD.search(view.before[-_WINDOW:]) or _builds(view) or (GOAL_LEAD.search(sentence[-_WINDOW:]) and verb))


def _builds(view: View) -> bool:
    """加快建设一批…30万平方米以上的园区, 各县至少建成1个: the sentence itself sets the goal."""
    return bool(re.search(r"各[县区市][^,;。]{0,14}(?:至少|不少于|要)?(?:建|设)|(?:建设|打造|建成|培育|引进|建立|新建|设立|合作设立|重点在)[^,;。]{0,30}$|至少(?:建|设|培育|引进)[^,;。]{0,30}", view.before[-60:])) and not re.search(
        r"(?<!面)对(?!接|口|外|标|比)[^,;。]{2,}|鼓励|支持(?!.{0,6}建)", view.before[-60:]
    )


def _is_counted(view: View, figure: Figure, place: Place, under_goals: bool) -> bool:
    text = view.compact[figure.start : figure.end]
    if _WHOLE_AREA.search(view.left) and re.match(r"(?:县|市|区|乡|镇|街道|村)", view.right):
        return False
    if text == "一批" or (figure.unit == "位" and _MOVED_UP.search(view.left)):
        return False
    if not text[0].isdigit() and (figure.value < _WORDS_COUNT or text[0] in "百千万") and not re.search(r"至少|各[县区市]", view.before[-30:]):
        return False
    if figure.unit in ("级", "类", "大", "届", "期", "度", "岁", "次"):
        held = re.search(r"(?:每年|年均)[^,;。]{0,6}(?:举办|开展|组织)", view.left) and not re.search(r"会议|督查|检查|评估|调度|考核|调研", view.right[:8])
        return figure.unit in ("届", "期", "次") and bool(held)
    if not (under_goals or _is_dated(view, place)) and figure.unit in ("条", "门", "倍", "岁", "批", "项") and not re.search(r"达到?|超过|突破|不少于|以上|培育|转化|实施|制定|完成|新增|开展|攻克|承担|突破|组织|举办|取得|凝练|储备|形成", view.left[-30:] + view.right[:2]):
        return False
    return not re.match(r"(?:方面|核心|重点|原则|主线|定位|体系|工程|行动|计划|领域|环节|措施|重点任务|基本原则|阶段|层次)", view.right)


def _is_money_goal(view: View, place: Place, sentence: str) -> bool:
    soon = _GIVES_SOON.search(view.compact, view.end, min(view.stretch.end, view.end + _SOON))
    if (soon and not place.goals and "首次" in view.clause) or re.search(r"(?:不超过?|不高于|最高|封顶)[^,;。]{0,4}$", view.left) or _BUDGETED.search(sentence):
        return False
    if (_SUM_OF.search(view.left) or (_ANY_NOUN.search(view.left) and not _SPENT.match(view.right))) and not _SIZE_OF_UNITS.match(view.right) and not _OWN_CAPITAL.search(view.clause) and (place.goals or _is_dated(view, place) or _is_named(view, place)):
        return True
    sized = re.search(r"(?:额|收入|产值|规模|余额|总量|增加值)$", view.left) and re.match(r"以上|左右", view.right)
    if sized and (GOAL_LEAD.search(sentence) or re.search(r"引导|推动", view.clause)) and not re.search(r"注册|给予|奖|补|资助|对", view.clause):
        return True
    if not re.search(r"达到?|突破|超过|实现|完成|新增|不低于|不少于|提高到|总量|总额|带动|撬动|吸引|(?:提供|发放|投放)[^,;。]{0,6}(?:贷款|融资|保障|保险)", view.left[-24:]) or re.search(r"注册资本|给予|奖|补|资助|贷款额度|对", view.clause):
        return False
    return place.goals or (bool(re.search(r"到20\d\d年|20\d\d年(?:度)?,?(?:全[市县区省],?)?(?:新增|完成|实现)|[三五\d]年(?:内|累计)|力争|目标|“?十[二三四五]五”?|每年[^,;。]{0,6}(?:新增|实现|完成|达到|突破)", sentence)) and not re.match(r"[^,;。]{0,6}(?:的|企业)", view.right))


def _is_share_goal(view: View, place: Place, sentence: str) -> bool:
    if re.search(r"权重|财政[^,;。]{0,4}比例不|按(?![期时])|给予|补|奖|贴息|资助|税率|拨付|兑付|兑现|贷款(?![^,;。]{0,6}(?:率|占比|余额|户|增长|增速|增幅|比重|比例))|保费|用于|持股|占股|股权", view.clause[-30:]) or words.USE_RIGHT.match(view.right):
        return False
    if not re.search(r"达到?|超过|提高|提升|升[至到]|增[至到长加]|占|比重|比例|强度|率|满意度|以上|下降|降低|不低于|不少于|突破|稳定在|保持|增速|高于", view.left[-30:] + view.right[:2]) and not _ABOVE_OTHERS.search(view.left):
        return view.kind == "percent" and _is_named(view, place)
    if place.goals or _is_dated(view, place) or ((place.plan or _is_aimed(view, place, sentence)) and _SHARE_OF.search(view.left) and not _GIVES.search(view.before[-120:])):
        return True
    if not place.plan and _ALLOWED.search(view.left):
        return False
    share = re.search(r"(?:率|比重|比例|占比|强度)[^,;。\d]{0,6}(?:达到?|提高|提升|超过|不低于|稳定|保持)|财政[^,;。]{0,8}科技[^,;。]{0,8}(?:增长|增速|增幅)", view.left)
    if share and (place.plan or _is_aimed(view, place, sentence) or re.search(r"财政科技|财政[^,;。]{0,8}科技", view.clause)):
        return True
    return bool(re.search(r"到20\d\d年|力争|确保|年均增|目标|每年|实现|推动|推进|“?十[二三四五]五”?|[二三四五\d]年内|20\d\d年(?:底|末|前)|全[市区县省](?!财政)", sentence)) and not re.search(r"(?<!面)对(?!接|口|外|标|比)[^,;。]{3,}[,的]|给予", view.before[-80:])
