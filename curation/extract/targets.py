"""Targets: quantitative goals, told from conditions and descriptions by the verbs and years around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from curation.extract import words
from curation.extract.candidates import Candidate, Columns
from curation.extract.clauses import Paragraph, Stretch
from curation.extract.document import Document
from curation.extract.drafts import number
from curation.extract.figures import Figure
from curation.extract.indicators import basis_of, indicator_of, unit_of, verb_of
from curation.extract.levels import find_levels
from curation.extract.views import View
from curation.extract.years import Years

_GOAL_HEAD = re.compile(r"目标|指标|预期成效|总体要求|目标任务|计划任务")
_GOAL_LEAD = re.compile(
    r"到(?:20\d\d|二〇|“?十[一二三四五]五”?)年?|(?:20\d\d)年(?:底|末)?前|力争|争取|确保|未来[一二两三四五\d]|今后[一二两三四五\d]|[一二两三四五\d]年内|“?十[二三四五]五”?(?:期间|末|时期)|(?<!截)至20\d\d|"
    r"(?:年内|今年|本年度|全年)[^,;。]{0,4}(?:新增|培育|建成|引进|完成|力争|净增)|20\d\d年(?:度)?,?(?:全市|全区|力争|计划|实现|新增|净增|培育|完成|建成|引进|新建)|计划(?:到|用|引进|培育|新增|建)|目标|每年(?:至少|不少于)?(?:新增|评选|培育|引进|遴选|建设|举办|发布|选派|培训|转化|培养|实施|推动|组织|认定|开展|实施|发展|孵化|新建|转化)|实现|总数|年均增长|翻[一两]番"
)
_GOAL_VERB = re.compile(
    r"(?:引进培育|培育引进|引育|培育|引进|建设|建成|新建|打造|设立|新增|净增|发展|集聚|组建|布局|孵化|认定|新培育|培养|引培|形成|创建|达到?|突破|超过|实现|累计|总数|累计达|提高到|提升到|提升至|提高至|稳定在|保持在|增长|完成|招引|新引进|遴选|评选|"
    r"建立|推动|转化|汇聚|招募|落地|实施|力争|总量|开展|举办|组织|选派|培训|带动|吸纳|吸引|投资(?=[^,;。]{0,4}项目)|不少于|不低于|至少|提高|降低|下降|增加|控制在)"
)
_PLAN = re.compile(r"规划|行动计划|行动方案|三年行动|实施方案|工作方案")
_TITLE_REACH = 60
_LOOKS_BACK = re.compile(r"(?:发展|工作|现实|科技|创新|产业)(?:基础|现状|回顾|形势|环境)|(?:主要|取得的?|发展)(?:成就|成效|成绩)|现状|回顾|面临|形势|背景|存在的?问题")
_PAST = re.compile(r"截至|截止|目前|现有|已(?:建成|达|有|累计|经|实现|培育|引进)|近年来|去年|以来|上年末|共有")
_ASKS = re.compile(r"(?:应当?|须|需|必须)(?:具备|满足|符合|同时)|符合以下|下列条件|以下条件|申报条件|认定条件|申请条件|基本条件|评价标准|申报要求|支持条件|申报主体|^(?:申报|申请|参评)(?:单位|主体|企业|人|项目|机构)")
_CONDITION_RIGHT = re.compile(
    r"(?:\(含\))?(?:及|或|\(含\))?(?:以[上下内])?(?:\(含\))?(?:的(?:,|企业|单位|机构|项目|[^,;。]{0,12},(?:给予|按|一次性|分别|每))|的?企业,|且|者|之间|部分)"
)
_WORDS = re.compile(
    r"(?P<full>全覆盖)|(?P<generally>普遍(?=建立|设立|拥有|建有|开展|建成|实现))|(?P<basically>基本(?:拥有|建立|设立|建有|实现|覆盖)(?:[^,;。]{0,12}?(?:研发机构|机构|平台|全覆盖|中心|体系))?)"
    r"|(?P<double>翻[一两二]?番)"
)
_AT_LEAST_RIGHT = re.compile(r"(?:\([^)]*\))?(?:及)?以上")
_KINDS = frozenset({"count", "area", "percent", "points", "money"})
_WINDOW = 160
_DOUBLED = {"翻番": Decimal(100), "翻一番": Decimal(100), "翻两番": Decimal(300), "翻二番": Decimal(300)}


@dataclass(frozen=True)
class Place:
    """Where a paragraph stands: whether its heads announce goals or list requirements, and whether it is in a plan."""

    goals: bool
    asks: bool
    title: str = ""
    plan: bool = False


def find_targets(document: Document, taken: set[tuple[int, int]], years: Years) -> Iterator[Candidate]:
    """All target candidates in text order; `taken` are the original places of awards and their ceilings."""
    compact = document.normal.compact
    plan = bool(_PLAN.search(compact[:_TITLE_REACH]))
    for index, paragraph in enumerate(document.paragraphs):
        heads = document.heads[index]
        line = compact[paragraph.start : min(paragraph.start + 24, paragraph.end)]
        nearest = heads.rsplit("\n", 1)[-1]
        goals = bool(_GOAL_HEAD.search(line[:14]) or any(_GOAL_HEAD.search(head[:14]) for head in heads.split("\n")))
        if not goals and any(_LOOKS_BACK.search(head[:16]) for head in (line, *heads.split("\n"))):
            continue
        place = Place(goals, bool(_ASKS.search(nearest)), document.title_of(index), plan)
        for stretch in paragraph.stretches:
            yield from _in_stretch(document, paragraph, stretch, place, taken, years)


def _in_stretch(document: Document, paragraph: Paragraph, stretch: Stretch, place: Place, taken: set[tuple[int, int]], years: Years) -> Iterator[Candidate]:
    compact = document.normal.compact
    words_here = compact[stretch.start : stretch.end]
    sentence = compact[max(stretch.sentence, stretch.start - _WINDOW) : stretch.end]
    if place.asks or _ASKS.search(words_here) or words.PUNISH.search(words_here):
        return
    floor = stretch.start
    for group in document.groups_in(stretch):
        view = View(compact, stretch, tuple(group), floor, "")
        if view.kind in _KINDS and _is_goal(view, place, sentence) and not _is_taken(document, group, taken):
            yield from _candidates(document, view, years, paragraph, place)
        floor = view.end if view.kind not in ("year", "term") else floor
    for match in _WORDS.finditer(compact, stretch.start, stretch.end):
        yield from _wordy(document, stretch, match, place, sentence, years, paragraph)


def _is_taken(document: Document, group: list[Figure], taken: set[tuple[int, int]]) -> bool:
    return any(document.normal.original(figure.start, figure.end) in taken for figure in group)


def _is_goal(view: View, place: Place, sentence: str) -> bool:
    """Whether the figures of a list are goals of the city, not thresholds, descriptions or parts of a name."""
    if _is_excluded(view, sentence, place.goals):
        return False
    kind = view.group[0].kind
    if kind == "money":
        return _is_money_goal(view, place, sentence)
    if kind in ("percent", "points"):
        return _is_share_goal(view, place, sentence)
    return _is_count_goal(view, place, sentence)


def _is_excluded(view: View, sentence: str, under_goals: bool) -> bool:
    """Past facts, thresholds (…以上的企业), old values, ordinals and parts of a name."""
    figure = view.group[0]
    near = view.left[-40:]
    if view.compact[figure.start] in "万亿":  # a unit that stands alone, as in the cell of a table
        return True
    if _PAST.search(view.clause[-40:]) or (_PAST.search(sentence[:12]) and not _GOAL_LEAD.search(view.before)):
        return True
    if _CONDITION_RIGHT.match(view.right) and not _builds(view):
        return True
    if figure.kind == "count" and not under_goals and re.search(r"(?:不超过|不多于|不得超过)$", near):
        return True
    if words.REPEAT_OLD_RIGHT.match(view.right) and words.REPEAT_OLD_LEFT.search(view.left):
        return True
    if re.search(r"第$|前$|每(?!个?[县区市])[^,;。年]{0,8}$|“\d?$|近$|[“+]$", near) or re.match(r"[”+]", view.right):
        return True
    return figure.kind == "count" and not _is_counted(view, figure, under_goals)


def _is_count_goal(view: View, place: Place, sentence: str) -> bool:
    near = view.left[-40:]
    listed = re.search(r"(?:和|及|、|与)$", view.left) and _GOAL_VERB.search(view.clause)
    listed = listed or (re.search(r"其中[^,;。\d]{0,10}$", near) and _GOAL_VERB.search(view.before[-60:]))
    listed = listed or (re.fullmatch(r"[、,](?!对|给予|每)[^,;。\d]{2,24}", near) and _GOAL_VERB.search(view.before[-60:]))
    above = re.match(r"左右|以上", view.right) and (place.goals or _GOAL_LEAD.search(view.before))
    verb = _GOAL_VERB.search(near) or listed or above or _builds(view) or (_GOAL_VERB.search(place.title) and len(view.before) < 40)
    if not verb and not (place.goals and re.search(r"[一-龥]$", near)):
        return False
    if place.goals:
        return True
    if re.search(r"对[^,;。]{3,}|给予|奖励|补助", view.before[-120:]) and not re.search(r"每年(?:培育|引进|新增|遴选)|力争|到20\d\d年", view.before):
        return False
    if place.plan and verb and not re.search(r"鼓励|支持|允许|对", view.clause[-60:]):
        return True
    return bool((_GOAL_VERB.search(place.title) and len(view.before) < 40) or _GOAL_LEAD.search(view.before[-_WINDOW:]) or _builds(view) or (_GOAL_LEAD.search(sentence[-_WINDOW:]) and verb))


def _builds(view: View) -> bool:
    """加快建设一批…30万平方米以上的园区, 各县至少建成1个: the sentence itself sets the goal."""
    return bool(re.search(r"各[县区市][^,;。]{0,14}(?:至少|不少于|要)?(?:建|设)|(?:建设|打造|建成|培育|引进|建立|新建|设立|合作设立|重点在)[^,;。]{0,30}$|至少(?:建|设|培育|引进)[^,;。]{0,30}", view.before[-60:])) and not re.search(
        r"对[^,;。]{2,}|鼓励|支持(?!.{0,6}建)", view.before[-60:]
    )


def _is_counted(view: View, figure: Figure, under_goals: bool) -> bool:
    text = view.compact[figure.start : figure.end]
    if not text[0].isdigit() and not re.search(r"至少|各[县区市]", view.before[-30:]):
        return False
    if figure.unit in ("级", "类", "大", "届", "期", "度", "岁", "次"):
        return figure.unit in ("届", "期", "次") and bool(re.search(r"(?:每年|年均)[^,;。]{0,6}(?:举办|开展|组织)", view.left))
    if not under_goals and figure.unit in ("条", "门", "倍", "岁", "批", "项") and not re.search(r"达到?|超过|突破|不少于|以上|培育|转化|实施|制定|完成|新增|开展|攻克|承担|突破|组织|举办", view.left[-30:] + view.right[:2]):
        return False
    return not re.match(r"(?:方面|体系|工程|行动|计划|领域|环节|措施|重点任务|基本原则|阶段|层次)", view.right)


def _is_money_goal(view: View, place: Place, sentence: str) -> bool:
    if place.goals and re.search(r"(?:额|收入|产值|规模|余额|总量|增加值)$", view.left) and not re.search(r"注册|给予|奖|补|资助|对", view.clause):
        return True
    if not re.search(r"达到?|突破|超过|实现|完成|新增|不低于|不少于|提高到|总量|总额|带动|撬动|吸引", view.left[-24:]) or re.search(r"注册资本|给予|奖|补|资助|贷款额度|对", view.clause):
        return False
    return place.goals or (bool(re.search(r"到20\d\d年|力争|目标|“?十[二三四五]五”?|每年[^,;。]{0,6}(?:新增|实现|完成|达到|突破)", sentence)) and not re.match(r"[^,;。]{0,6}(?:的|企业)", view.right))


def _is_share_goal(view: View, place: Place, sentence: str) -> bool:
    if re.search(r"按|给予|补|奖|贴息|资助|税率|拨付|兑付|兑现|贷款|保费|用于|持股|占股|股权", view.clause[-30:]) or words.USE_RIGHT.match(view.right):
        return False
    if not re.search(r"达到?|超过|提高|提升|增长|占|比重|率|以上|下降|降低|不低于|不少于|突破|稳定在|保持|增速", view.left[-30:] + view.right[:2]):
        return False
    if place.goals:
        return True
    return bool(re.search(r"到20\d\d年|力争|确保|年均增|目标|每年|实现|“?十[二三四五]五”?|[二三四五\d]年内|20\d\d年(?:底|末|前)", sentence)) and not re.search(r"对[^,;。]{3,}[,的]|给予", view.before[-80:])


def _candidates(document: Document, view: View, years: Years, paragraph: Paragraph, place: Place) -> Iterator[Candidate]:
    count = len(view.group)
    for index, figure in enumerate(view.group):
        columns = _describe(document, view, figure, index, count, place)
        columns.update(years.columns(document.normal.compact, paragraph, view.stretch, figure.start))
        start, end = document.normal.original(figure.start, figure.end)
        sure = 0.85 if place.goals else 0.7
        why = "goal under a heading of goals" if place.goals else "goal by its verb and time"
        yield Candidate("target", start, end, document.normal.phrase(figure.start, figure.end), sure, why, columns)


def _describe(document: Document, view: View, figure: Figure, index: int, count: int, place: Place) -> Columns:
    before, clause = view.before, view.clause
    comparator = comparator_of(view, figure)
    verb = verb_of(clause)
    if verb == "other" and re.match(r"以上|左右", view.right):
        verb = "reach"
    unit, value = unit_of(figure, clause)
    subject = indicator_of(view, index, count)
    columns: Columns = {"verb": verb, "comparator": comparator, "value": number(value), "unit": unit}
    if figure.value_max is not None:
        columns["value_max"] = number(figure.value_max)
    if subject.code:
        columns["indicator"] = subject.code
    columns["indicator_zh"] = subject.words
    columns["basis"] = basis_of(view, figure, before)
    if count > 1 and find_levels(subject.name):
        clause = subject.name
    if re.match(r"[、和及与][^,;。、\d]{5,}", view.left):
        clause = view.left
    levels = find_levels(clause[-40:] + "|" + re.split(r"[、\d]", view.right_clause[:16])[0] if view.kind == "count" else clause[-40:])
    level = levels[-1] if levels else None
    columns["recognition_level"] = level.code if level else "none"
    columns["level_or_above"] = bool(level and level.above)
    return columns


def comparator_of(view: View, figure: Figure) -> str:
    """Comparator of a goal: >=, >, =, ~, <= or range."""
    if figure.value_max is not None:
        return "range"
    left = view.left[-16:]
    if re.match(r"[^,;。\d]{0,2}?(?:左右|上下)", view.right):
        return "~"
    if re.search(r"(?:不超过|控制在|不高于|(?<!不)低于|下降到|降至)[^,;。]{0,4}$", left) or re.match(r"以[内下]", view.right):
        return "<="
    if re.search(r"(?:超过|突破|超|高于|大于|多于)(?:了)?(?:年均)?$", left) or re.search(r"分别(?:超过|突破)", view.clause[-16:]):
        return ">="  if re.match(r"以上", view.right) else ">"
    if _AT_LEAST_RIGHT.match(view.right) or re.search(r"(?:达到?|不少于|不低于|至少|提高到|提升到|提升至|提高至|增加到|增至|达)[^,;。、]{0,6}$", left):
        return ">="
    return ">=" if re.search(r"分别(?:达到?|不少于|不低于)", view.clause[-16:]) else "="


def _wordy(document: Document, stretch: Stretch, match: re.Match[str], place: Place, sentence: str, years: Years, paragraph: Paragraph) -> Iterator[Candidate]:
    """全覆盖, 普遍, 基本 and 翻一番: goals without a numeral."""
    before = document.normal.compact[stretch.start : match.start()][-_WINDOW:]
    clause = re.split(r"[,;。]", before)[-1]
    kind = match.lastgroup or ""
    goal = place.goals or place.plan or _GOAL_LEAD.search(before) or (kind == "full" and re.search(r"实现|推动|达到|确保", clause))
    if not goal or _PAST.search(clause) or re.search(r"给予|奖励|、全$|多层次、$", clause) or (kind == "basically" and not re.search(r"企业|单位|机构|县|镇|园区|院校|医院|学校", clause)):
        return
    figure = Figure("words", match.start(), match.end(), _DOUBLED.get(match.group(), Decimal(0)), "")
    view = View(document.normal.compact, stretch, (figure,), stretch.start, "")
    subject = indicator_of(view, 0, 1)
    columns: Columns = {"verb": verb_of(clause + view.right[:4]), "unit": "none", "basis": "level", "indicator_zh": subject.words}
    if kind == "double":
        columns.update({"comparator": "=", "value": number(figure.value), "unit": "percent", "basis": "increment"})
    else:
        columns["comparator"] = {"full": "full_coverage", "generally": "generally", "basically": "basically"}[kind]
    if subject.code:
        columns["indicator"] = subject.code
    levels = find_levels(clause)
    columns.update({"recognition_level": levels[0].code if levels else "none", "level_or_above": bool(levels and levels[0].above)})
    columns.update(years.columns(document.normal.compact, paragraph, stretch, match.start()))
    start, end = document.normal.original(match.start(), match.end())
    yield Candidate("target", start, end, document.normal.phrase(match.start(), match.end()), 0.7, "goal in words", columns)
