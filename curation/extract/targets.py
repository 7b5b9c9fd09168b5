"""Targets: quantitative goals and goals in words, with their columns."""

import re
from collections.abc import Iterator
from decimal import Decimal

from curation.extract import words
from curation.extract.candidates import Candidate, Columns, Reason
from curation.extract.clauses import Paragraph, Stretch, heading_end
from curation.extract.document import Document
from curation.extract.drafts import number
from curation.extract.figures import Figure
from curation.extract.goals import GOAL_LEAD, PAST, Place, is_goal
from curation.extract.indicators import Subject, basis_of, indicator_of, unit_of, verb_of
from curation.extract.levels import Level, find_levels, level_runs
from curation.extract.titles import find_titles
from curation.extract.views import View
from curation.extract.years import Years

_GOAL_HEAD = re.compile(r"目标|指标|预期成效|总体要求|目标任务|计划任务")
_PLAN = re.compile(r"规划|纲要|目标任务|任务分解|[三五]年(?:行动|攻坚)|(?:行动|实施|工作|攻坚|建设|共建|创建|发展|推进|提升|倍增)(?:计划|方案)")
# An opinion with a section of goals goes on with goals in its tasks.
_AIMS = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]|第[一二三四五六七八九十]{1,3}[章条节])?(?:总体|发展|主要|工作|奋斗)目标(?:[。:\n]|$)")
_AHEAD = re.compile(r"(?<!截)(?:(?<!年)[到至]|20\d\d(?:年)?[-—至~])(20\d\d)年")
_BY_YEAR = re.compile(r"(?<![截年])[到至]20\d\d年")
_IDEAS = re.compile(r"(?:指导思想|基本原则|总体思路|工作原则)[。:]?")
# 到2025年末,实现以下“七个翻新”:
_DATED_LIST = re.compile(r"(?<![截年])(?:[到至]|力争|用[三五]年)(?:20\d\d年|“?十[二三四五六]五)[^。]{0,80}:$")
_NO_GOALS = re.compile(r"给予|奖励|补助|补贴|资助|申报|条件|扶持")
_TITLE_REACH = 60
_ASKS = re.compile(r"(?:应当?|须|需|必须)(?:具备|满足|符合|同时)|符合以下|下列条件|以下条件|申报条件|认定条件|申请条件|基本条件|评价标准|申报要求|支持条件|申报主体|^(?:申报|申请|参评)(?:单位|主体|企业|人|项目|机构)")
_WORDS = re.compile(
    r"(?P<full>全覆盖)|(?P<generally>普遍(?=建立|设立|拥有|建有|开展|建成|实现))|(?P<basically>基本(?:拥有|建立|设立|建有|实现|覆盖)(?:[^,;。]{0,12}?(?:研发机构|机构|平台|全覆盖|中心|体系))?)"
    r"|(?P<double>翻[一两二]?番(?!半))"
)
_AT_LEAST_RIGHT = re.compile(r"(?:\([^)]*\))?次?(?:及)?以上")
_WORDY = re.compile("全覆盖|普遍|基本|翻")  # what every one of `_WORDS` holds
_KINDS = frozenset({"count", "area", "percent", "points", "money", "index", "rank", "ratio"})
_WINDOW = 160
_NATIONAL_STANDARD = re.compile(r"(?<!国际、)国家标准(?=[^,;。、]{0,4}$)")
_NAME_OF_A_GOAL = re.compile(r"[一二两三四五六\d]个$|^(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.])?[^,;。、\d]{2,4}$")  # “三个翻番”, (一)规模翻番。
_NEXT_COUNTED = re.compile(r"([一-龥]{2})(?:达到?|超过|突破|总数|各)?[\d.]+[^、和及与\d]{1,4}[、和及与][^,;。、\d]{0,20}?([一-龥]{2})(?:达到?|超过|突破)?$")
_NUMBER_FIRST = re.compile(r"[、和及与]$")
_OWN_NOUN = re.compile(r"[一-龥“]{2}(?<!以上)(?<!左右)")
_EACH_AT_LEAST = re.compile(r"至少[^,;。、\d]{0,6}[\d.]+[^,;。\d]{2,20}[、和及]$")  # 至少建设1家综合体、2家工作站
_TOTAL = re.compile(r"(?:总数|总量|总计|累计|合计)(?:达到?|超过|突破)?")
_RANK_UP_TO = re.compile(r"前$|[至到入进][^,;。]{0,6}第$")
_WITHIN_RANK = re.compile(r"以[内上前]")
_ABOUT = re.compile(r"[^,;。\d]{0,2}?(?:左右|上下)")
_NO_MORE = re.compile(r"(?:不超过|控制在|不高于|(?<!不)低于|下降到|降至)[^,;。]{0,4}$")
_WITHIN = re.compile(r"以[内下]")
_REACH_OR_EXCEED = re.compile(r"达到?或超过$")
_EXCEEDS = re.compile(r"(?:超过|(?<!技术)突破|超|(?<![通经])过|(?<!突)破|高于|大于|多于)(?:了)?(?:年均)?$")
_EACH_EXCEEDS = re.compile(r"分别(?:超过|突破)")
_OR_MORE = re.compile(r"以上")
_REACHES = re.compile(r"(?:至少|不少于|不低于)[^,;。、\d]{0,12}$|(?:达到|不少于|不低于|至少|提高到|提升到|提升至|提高至|增加到|增至|升至|升到|发展到|扩大到|扩大至|壮大到|增长到|拓展到|延伸到|(?<!通)达(?![标成])|跨越|跨上|迈上|跃上|登上|站上)[^,;。、]{0,6}$|(?<=[一-龥]{2})(?<!以)至$")
_EACH_REACHES = re.compile(r"分别(?:达到?|不少于|不低于)")
_NAME = 4  # characters of a name that is said again
_SAME_LIST = re.compile(r"(?:[^,;。、\d和及]{2,12}[、和及])?")
_JOINS = ("、", "和", "及", "与")
_DOUBLED = {"翻番": Decimal(100), "翻一番": Decimal(100), "翻两番": Decimal(300), "翻二番": Decimal(300)}


def find_targets(document: Document, taken: set[tuple[int, int]], years: Years) -> Iterator[Candidate]:
    """All target candidates in text order; `taken` are the original places of awards and their ceilings."""
    compact = document.normal.compact
    plan = bool(_PLAN.search(compact[:_TITLE_REACH]))
    years_ahead = frozenset(_AHEAD.findall(compact))
    aims = any(_AIMS.match(compact, paragraph.start) or _is_dated_goal(document, index) for index, paragraph in enumerate(document.paragraphs))
    for index, paragraph in enumerate(document.paragraphs):
        heads = document.heads[index]
        line = compact[paragraph.start : min(paragraph.start + 24, paragraph.end)]
        nearest = heads.rsplit("\n", 1)[-1]
        goals = _under_goals(line, heads)
        if _IDEAS.search(line):
            continue
        if not goals and document.looks_back(index):
            continue
        place = Place(goals, bool(_ASKS.search(nearest)), document.title_of(index), plan, aims, years_ahead)
        for stretch in paragraph.stretches:
            yield from _in_stretch(document, paragraph, stretch, place, taken, years)


def _under_goals(line: str, heads: str) -> bool:
    """Whether a line or a heading above it announces goals."""
    item = heading_end(line) > 0
    return bool(_GOAL_HEAD.search(line[:14].split("。")[0]) or any(_GOAL_HEAD.search(head[:14]) or (item and _announces(head)) for head in heads.split("\n")))


def _announces(head: str) -> bool:
    """到2025年末,实现以下目标…: at the end of the line above a list."""
    return head.endswith(":") and _DATED_LIST.search(head) is not None and not _NO_GOALS.search(head)


def _is_dated_goal(document: Document, index: int) -> bool:
    """至2032年,…超过1800家 under 总体要求: the document has goals, though no heading says so."""
    compact, paragraph = document.normal.compact, document.paragraphs[index]
    dated = _BY_YEAR.search(compact, paragraph.start, min(paragraph.end, paragraph.start + _WINDOW))
    return bool(dated and _under_goals(compact[paragraph.start : paragraph.start + 24], document.heads[index]) and document.figures_in(dated.end() + 1, paragraph.end))


def _in_stretch(document: Document, paragraph: Paragraph, stretch: Stretch, place: Place, taken: set[tuple[int, int]], years: Years) -> Iterator[Candidate]:
    compact, groups = document.normal.compact, document.groups_in(stretch)
    free = {at for at, group in enumerate(groups) if group[0].kind in _KINDS and not _is_taken(document, group, taken)}
    wordy = _WORDY.search(compact, stretch.start, stretch.end)
    if place.asks or not (free or wordy) or _ASKS.search(compact[stretch.start : stretch.end]) or words.PUNISH.search(compact, stretch.start, stretch.end):
        return
    sentence = compact[max(stretch.sentence, stretch.start - _WINDOW) : stretch.end]
    floor = stretch.start
    for at, group in enumerate(groups):
        kind = group[0].kind
        if at in free:
            view = View(compact, stretch, tuple(group), floor, "")
            if is_goal(view, place, sentence):
                yield from _candidates(document, view, years, paragraph, place)
        floor = group[-1].end if kind not in ("year", "term") else floor
    for match in _WORDS.finditer(compact, stretch.start, stretch.end) if wordy else ():
        yield from _wordy(document, stretch, match, place, sentence, years, paragraph)


def _is_taken(document: Document, group: list[Figure], taken: set[tuple[int, int]]) -> bool:
    return any(document.normal.original(figure.start, figure.end) in taken for figure in group)


def _candidates(document: Document, view: View, years: Years, paragraph: Paragraph, place: Place) -> Iterator[Candidate]:
    count = len(view.group)
    for index, figure in enumerate(view.group):
        subject = indicator_of(view, index, count)
        level = _level_of(view, subject, index)
        columns = {**_describe(view, figure, subject), "recognition_level": level.code if level else "none", "level_or_above": bool(level and level.above)}
        columns.update(years.columns(document.normal.compact, paragraph, view.stretch, figure.start))
        start, end = document.normal.original(figure.start, figure.end)
        sure = 0.85 if place.goals else 0.7
        why = "goal under a heading of goals" if place.goals else "goal by its verb and time"
        yield Candidate("target", start, end, document.normal.phrase(figure.start, figure.end), sure, why, columns, _reasons(document, view, level))


def _describe(view: View, figure: Figure, subject: Subject) -> Columns:
    verb = verb_of(view.clause)
    if verb == "other" and re.match(r"以上|左右", view.right):
        verb = "reach"
    unit, value = unit_of(figure, view.clause, view.right_clause)
    columns: Columns = {"verb": verb, "comparator": comparator_of(view, figure), "value": number(value), "unit": unit}
    if figure.value_max is not None:
        columns["value_max"] = number(figure.value_max)
    if subject.code:
        columns["indicator"] = subject.code
    return {**columns, "indicator_zh": subject.words, "basis": basis_of(view, figure, view.before)}


def _level_of(view: View, subject: Subject, index: int) -> Level | None:
    """The level of what is counted: in its own words, else in its clause; a rank among provinces or cities has none."""
    if view.kind in ("rank", "index", "ratio"):
        return None
    if _TOTAL.fullmatch(view.clause):  # 省级以上平台新增80家,总数达到400家
        earlier = find_levels(view.before[: -len(view.clause)][-40:])
        return earlier[-1] if earlier else None
    count = len(view.group)
    runs = level_runs(view.clause, find_levels(view.clause)) if count > 1 else []
    if runs and len(runs[-1]) == count:  # 省、市级中心分别达到180家、520家
        return runs[-1][index]
    words = subject.name if count > 1 and find_levels(subject.name) else view.clause
    if re.match(r"[、和及与][^,;。、\d]{5,}", view.left) or _is_other_kind(view) or (view.left[:1] in _JOINS and find_titles(view.left)):  # 国家级孵化器8家、众创空间60家
        words = view.left
    if _NUMBER_FIRST.search(view.left) and _OWN_NOUN.match(view.right):  # 5家市级实验室、10个概念验证中心: each noun behind its number
        words = ""
    behind = re.split(r"[、\d]", view.right_clause[:16])[0] if view.kind == "count" else ""
    levels = find_levels(words[-40:] + "|" + behind) or _standards(view.left)
    return levels[-1] if levels else _named_before(view, subject.words)


def _is_other_kind(view: View) -> bool:
    """国家级孵化器10家、在孵企业2500家: what is counted next bears another noun; 示范企业20家、优势企业100家 are of one kind."""
    nouns = _NEXT_COUNTED.search(view.clause)
    return nouns is not None and nouns[1] != nouns[2]


def _standards(left: str) -> list[Level]:
    """国家标准80项: national standards are national."""
    found = _NATIONAL_STANDARD.search(left)
    return [Level("national", found.start(), found.end(), False, found.group())] if found else []


def _named_before(view: View, name: str) -> Level | None:
    """选拔区拔尖人才,每轮选拔拔尖人才20名: the level right before the same words earlier in the sentence."""
    said = view.compact[view.stretch.sentence : view.clause_start]
    name = name[-_NAME:]
    place = said.rfind(name) if len(name) == _NAME else -1
    if place < 0:
        return None
    before = find_levels(said[: place + _NAME])
    return before[-1] if before and _SAME_LIST.fullmatch(said, before[-1].end, place) else None


def _reasons(document: Document, view: View, level: Level | None) -> tuple[Reason, ...]:
    """The words that name the level, where they stand in the clause or right behind the figure."""
    place = document.normal.compact.rfind(level.words, view.start - len(view.clause), view.end + 16) if level else -1
    if level is None or place < 0:
        return ()
    return (Reason("level", *document.normal.original(place, place + len(level.words)), document.normal.phrase(place, place + len(level.words))),)


def comparator_of(view: View, figure: Figure) -> str:
    """Comparator of a goal: >=, >, =, ~, <= or range."""
    if figure.value_max is not None:
        return "range"
    left = view.left[-16:]
    if figure.kind == "rank":
        return "<=" if _RANK_UP_TO.search(left) or _WITHIN_RANK.match(view.right) else "="
    if _ABOUT.match(view.right):
        return "~"
    if _NO_MORE.search(left) or _WITHIN.match(view.right):
        return "<="
    if _REACH_OR_EXCEED.search(left):
        return ">="
    if _EXCEEDS.search(left) or _EACH_EXCEEDS.search(view.clause[-16:]):
        return ">="  if _OR_MORE.match(view.right) else ">"
    if _AT_LEAST_RIGHT.match(view.right) or _EACH_AT_LEAST.search(view.clause) or _REACHES.search(left):
        return ">="
    return ">=" if _EACH_REACHES.search(view.clause[-16:]) else "="


def _wordy(document: Document, stretch: Stretch, match: re.Match[str], place: Place, sentence: str, years: Years, paragraph: Paragraph) -> Iterator[Candidate]:
    """全覆盖, 普遍, 基本 and 翻一番: goals without a numeral."""
    before = document.normal.compact[stretch.start : match.start()][-_WINDOW:]
    clause = re.split(r"[,;。]", before)[-1]
    kind = match.lastgroup or ""
    goal = place.goals or place.plan or kind in ("double", "generally") or GOAL_LEAD.search(before) or (kind == "full" and (place.aims or re.search(r"实现|推动|达到|确保", clause)))
    if kind == "double" and _NAME_OF_A_GOAL.search(before) and re.match(r"[、。”]", document.normal.compact[match.end() :][:1]):
        return
    if not goal or PAST.search(clause) or re.search(r"给予|奖励|、全$|多层次、$", clause) or (kind == "basically" and not re.search(r"企业|单位|机构|县|镇|园区|院校|医院|学校", clause)):
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
