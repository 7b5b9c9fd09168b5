"""Who gets which member of a list: levels, titles, ranks and thresholds named before the sums."""

import re
from itertools import pairwise
from typing import NamedTuple

from curation.extract.level_lists import CODES
from curation.extract.levels import Level, find_levels, level_runs
from curation.extract.titles import Title, find_titles, title_run

_RECOGNISED = re.compile(
    r"认定|获批|入选|获得|评为|评定|列入|升级|授予|命名|新建|新设立|创建|被|通过|新获|首次获|晋升|成为|获|建成|组建|备案|纳入|评选|取得|批准|培育成|确定为|确认为|荣获|新增|落地"
)
_RANK = re.compile(
    r"(?:特等奖?|[一二三四]等奖?|优秀奖|优胜奖|金奖|银奖|铜奖|第[一二三四五1-5]名|冠军|亚军|季军|优秀|良好|合格|[A-D]类|[A-D]级|[一二三]类|[一二三]星级?|[甲乙丙]级|牵头|参与|首次|重新|"
    r"[345]A级?|特级|[一二三]级|博士|硕士|本科|正高|副高|主办|承办|协办|(?:国际|国家|行业)(?=[、和及或/](?:国家|行业|地方|团体)?[^,;。\d]{0,9}标准)|国际标准|国家标准|行业标准|地方标准|团体标准|发明专利|实用新型|外观设计)(?!技术企业)"
)
# An item of a list (重点实验室、技术创新中心:) whose verb stands in the line above the list.
_ITEM = re.compile(r"(?:[(]?[一二三四五六七八九十\d①-⑳]{1,3}[)、.])?[^,;。]{2,60}(?::|的?,?(?:奖励|补助|资助|给予)?)")
# 国家级绿色工厂、绿色供应链管理企业,奖励50万元: titles that need no verb of recognising
_TITLES_REWARDED = re.compile(r"(?:[(]?[一二三四五六七八九十\d①-⑳]{1,3}[)、.])?(?:[^,;。:]{2,10}奖励?:)?[,;]?(?:国家|[省市区县])级?[^,;。:的\d]{2,40}?(?:,?(?:各|分别|一次性)*奖励?(?:各)?)?")
_NOTHING_MORE = re.compile(r"(?:奖励|补助|奖补|的|奖|补|每[家个项年]|最高)?")  # 按照国家级(奖励)500万元: the level right before the sum
_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_CLAUSE = re.compile(r"[^,;。:]+")
_ITEM_JOIN = re.compile(r"以及|或者|[、和及与或]")
_TOPS_UP = re.compile(r"(?:再|另外?|继续|追加)(?:次)?(?:给予|奖励|补助|资助|补贴|按)|有效期|复审|复核|重新认定|继续保[持留]|仍(?:为|在|保持)")
_OWN_BUDGET = re.compile(r"([区县市])本级财政[^,;。]{0,4}经费(?:安排)?(?:额度|标准)")
_HANDED_ON = re.compile(r"(?:申请|申领)([省市])级“[^”]{1,6}券”")
_ONE_FOR_ALL = ("high_tech_enterprise", "tech_advanced_service_firm")  # certificates without a level
_WITHOUT_LEVEL = (*_ONE_FOR_ALL, "listed_company")
_NATIONAL = ("国家标准", "国家")
_STANDARDS = re.compile(r"(国际|国家|行业|地方|团体|企业)(?=标准)")
_NO_LEVEL_OF_ITS_OWN = re.compile(r"(?:新)?(?:认定|入库)?的?(?:创新型中小企业|科技型中小企业|高新技术企业|规上企业|规模以上(?:工业)?企业)")
_AND = ("、", "和", "及", "与", "或")  # 省级工程研究中心、企业技术中心: the level of the first is that of the list
_WHO = re.compile(r"(?:院士|人才|专家|学者|团队|企业|机构|平台|实验室|基地|孵化器|众创空间)$")
_UPGRADE = re.compile(r"(?:升级|晋升|提升|升格|晋级)(?:为|成|到)?")


class Class(NamedTuple):
    """What one sum is for; empty where the text does not say.

    `named` are the words of the level, `place` is where they stand in the compact text if that is not near the sum.
    """

    level: str = "none"
    above: bool = False
    title: Title | None = None
    variant: str = ""
    named: str = ""
    place: tuple[int, int] | None = None


def classes_for(scope: str, wider: str, members: int, thresholds: int) -> list[list[Class]]:
    """For each member of a list of sums the classes it is for (several titles may share one sum).

    `scope` are the words since the support before, `wider` those to fall back on; `thresholds` is the length of the
    list of condition figures before the sums.
    """
    kinds = set(_STANDARDS.findall(scope)) if members == 1 else set()
    rows = [[_of_standard(item, kinds) for item in row] for row in _classes(scope, wider, members, thresholds)]
    return rows if any(item.level != "none" for row in rows for item in row) else _selected(scope, wider, rows)


def _selected(scope: str, wider: str, rows: list[list[Class]]) -> list[list[Class]]:
    """区本级财政科技经费, 申请市级“创业券”: the district selects its own projects; a scheme of a higher level is handed on."""
    named = _OWN_BUDGET.search(scope) or _OWN_BUDGET.search(wider) or _HANDED_ON.search(scope) or _HANDED_ON.search(wider)
    return [[item._replace(level=CODES[named[1]], named=named[1]) for item in row] for row in rows] if named else rows


def _of_standard(item: Class, kinds: set[str]) -> Class:
    """A national standard is national; standards of the world, of a trade or a place have no level."""
    is_national = item.variant in _NATIONAL or kinds == {"国家"}
    return item._replace(level="national", named="国家") if is_national and item.level == "none" else item


def _classes(scope: str, wider: str, members: int, thresholds: int) -> list[list[Class]]:
    titles = title_run(scope, find_titles(scope))
    levels = find_levels(scope)
    if not titles and not levels:
        return _spread(wider, members, thresholds, scope) if wider else [[_ranked(scope, members, i)] for i in range(members)]
    if titles and _ITEM.fullmatch(scope) and _RECOGNISED.search(wider):
        return _assign(scope, levels, titles, members, thresholds, own_titles=True, recognised=True)
    if not titles and wider and find_titles(wider):
        wide_titles = title_run(wider, find_titles(wider))
        return _assign(scope, levels, wide_titles[:1] if len(wide_titles) > 1 else wide_titles, members, thresholds, own_titles=False)
    rows = _assign(scope, levels, titles, members, thresholds, own_titles=True)
    return rows if levels else _topped_up(scope, wider, rows)


def _topped_up(scope: str, wider: str, rows: list[list[Class]]) -> list[list[Class]]:
    """仍在高新技术企业有效期内的,再给予…: the same title has the level that the sentence before gives it."""
    if not _TOPS_UP.search(scope) or not wider:
        return rows
    titles, levels = find_titles(wider), find_levels(wider)
    named = {title.code: level for title in titles if title.code and (level := _level_of(levels, title, titles))}
    return [[_with_level(item, named.get(item.title.code) if item.title else None) for item in row] for row in rows]


def _with_level(item: Class, level: Level | None) -> Class:
    return item._replace(level=level.code, above=level.above, named=level.words) if level and item.level == "none" else item


def names_class(words: str) -> bool:
    """Whether a piece of text names a level or a recognised title."""
    return bool(find_levels(words) or find_titles(words))


def _spread(wider: str, members: int, thresholds: int, scope: str) -> list[list[Class]]:
    levels, titles = find_levels(wider), title_run(wider, find_titles(wider))
    if not levels and not titles:
        said = scope if members == 1 or len(_ranks(scope)) >= members or len(_listed_ranks(wider)) != members else wider
        return [[_ranked(said, members, place)] for place in range(members)]
    ranks = _listed_ranks(scope)
    if members > 1 and len(ranks) == members and len(levels) > 1:  # 国家级、省级…;年度考核优秀、良好的…: the ranks alone tell the sums apart
        return [[Class(title=titles[-1] if len(titles) == 1 else None, variant=rank)] for rank in ranks]
    if members > 1:
        return _assign(wider, levels, titles, members, thresholds, own_titles=True)
    if len({(level.code, level.above) for level in levels}) > 1:
        return [[Class(title=titles[-1] if len(titles) == 1 else None, variant=_first_rank(scope))]]
    row = _assign(wider, levels, titles, 1, thresholds, own_titles=True)[0]
    return [[item._replace(variant=_first_rank(scope)) for item in row]]


def _ranked(scope: str, members: int, place: int) -> Class:
    ranks = _ranks(scope)
    if members > 1 and len(ranks) >= members:
        return Class(variant=ranks[len(ranks) - members + place])
    return Class(variant=_first_rank(scope) if members == 1 else "")


def _first_rank(scope: str) -> str:
    ranks = _ranks(scope)
    return ranks[-1] if len(ranks) == 1 else ""


def _ranks(scope: str) -> list[str]:
    return [match.group() for match in _RANK.finditer(scope)]


def _listed_ranks(scope: str) -> list[str]:
    """Ranks that stand side by side (优秀、良好); 良好(B级) is one."""
    found: list[re.Match[str]] = []
    for match in _RANK.finditer(scope):
        if not found or re.search(r"[、和及/,]", scope[found[-1].end() : match.start()]):
            found.append(match)
    return [match.group() for match in found]


def _assign(
    scope: str, levels: list[Level], titles: list[Title], members: int, thresholds: int, own_titles: bool, recognised: bool = False
) -> list[list[Class]]:
    runs = level_runs(scope, levels)
    recognised = recognised or bool(_RECOGNISED.search(scope)) or bool(levels and _TITLES_REWARDED.fullmatch(scope))
    if members > 1 and len(runs) > 1 and len(runs[-1]) == 1 and _NOTHING_MORE.fullmatch(scope[levels[-1].end :]):
        return [[_make(levels[-1], titles[-1] if titles else None)] for _ in range(members)]
    if members == 1 and len(levels) > 1 and _NOTHING_MORE.fullmatch(scope[levels[-1].end :]):
        return [[_make(levels[-1], titles[-1] if titles else None)]]
    either = _item_levels(scope, levels, 0) if members == 1 and recognised and len(levels) > 1 else []
    if either:
        return [[_make(level, None) for level in {level.code: level for level in either if level}.values()]]
    if members == 1:
        return [_shared(scope, runs, titles, recognised, own_titles)]
    crossed = _crossed(scope, runs, titles, members) if thresholds != members else []
    if crossed:
        return crossed
    fitting = [run for run in runs if len(run) == members]
    if fitting and thresholds != members:
        shared: list[Title | None] = list(titles if recognised else titles[:1]) or [None]
        return [[_make(level, title) for title in shared] for level in fitting[-1]]
    by_item = _item_levels(scope, levels, members) if thresholds != members and levels else []
    if by_item:
        return [[_make(level, titles[place] if len(titles) == members else None)] for place, level in enumerate(by_item)]
    if len(titles) == members and own_titles:
        return [[_make(_level_of(levels, title, titles), title)] for title in titles]
    if len(levels) == members and thresholds != members:
        return [[_make(level, _title_after(titles, level))] for level in levels]
    return _by_rank(scope, levels, titles, members, thresholds != members, own_titles)


def _item_levels(scope: str, levels: list[Level], members: int) -> list[Level | None]:
    """The level of each item of the last list that has `members` items of unlike levels; with 0 members those of A或B.

    An item without a level has that of the item before (省级中心、实验室); the first items may have none. Empty if there is no such list.
    """
    bare = _BRACKETS.sub(lambda match: "-" * len(match.group()), scope)
    for clause in reversed(list(_CLAUSE.finditer(bare))):
        ends = [mark.start() for mark in _ITEM_JOIN.finditer(bare, *clause.span())] + [clause.end()]
        if len(ends) != (members or 2) or (not members and "或" not in clause.group()):
            continue
        named: list[Level | None] = []
        for start, end in zip([clause.start(), *ends], ends, strict=False):
            own = [level for level in levels if start <= level.start < end]
            bears = not _NO_LEVEL_OF_ITS_OWN.fullmatch(bare[start:end].strip("、和及与或的"))
            named.append(own[-1] if own else (named[-1] if named and bears else None))
        if len({level.code for level in named if level}) > 1 and (members or all(named)):
            return named
        first = bare[clause.start() : ends[0]]
        if members and named[0] is None and any(named) and _WHO.search(first):
            return named  # 两院院士、国家级领军人才: the first has none
    return []


def _by_rank(scope: str, levels: list[Level], titles: list[Title], members: int, may_rank: bool, own_titles: bool) -> list[list[Class]]:
    """One title and level for all members, told apart by ranks; a level named between the ranks is for one of them."""
    level = _level_of(levels, titles[0], titles) if titles and own_titles else (levels[-1] if levels else None)
    ranks = list(_RANK.finditer(scope))
    runs = level_runs(scope, levels) if ranks else []
    if runs and 1 < len(runs[-1]) != members and _RECOGNISED.search(scope):  # 国家、省级大赛中获一、二、三等奖: alike for each level
        return [[_make(one, titles[-1] if titles else None) for one in runs[-1]] for _ in range(members)]
    ranks = ranks[-members:] if len(ranks) >= members and may_rank else []
    inner = bool(ranks and level and ranks[0].end() <= level.start < ranks[-1].start())
    rows = [_make(level, titles[-1] if titles else None)._replace(variant=rank.group()) for rank in ranks]
    if inner and level:
        owner = next(place for place, rank in enumerate(ranks) if rank.start() >= level.start)
        rows = [row if place == owner else row._replace(level="none", above=False) for place, row in enumerate(rows)]
    return [[row] for row in rows] or [[_make(level, titles[-1] if titles else None)] for _ in range(members)]


def _crossed(scope: str, runs: list[list[Level]], titles: list[Title], members: int) -> list[list[Class]]:
    """国家级、省级…评价为优秀、良好的: one sum for each level and each rank, the first named changes last."""
    ranks = list(_RANK.finditer(scope))
    words = list(dict.fromkeys(rank.group() for rank in ranks))
    run = next((run for run in runs if len(run) > 1 and len(words) > 1 and len(run) * len(words) == members), None)
    if run is None:
        return []
    title = titles[-1] if titles else None
    if run[0].start < ranks[0].start():
        return [[_make(level, title)._replace(variant=word)] for level in run for word in words]
    return [[_make(level, title)._replace(variant=word)] for word in words for level in run]


def _shared(scope: str, runs: list[list[Level]], titles: list[Title], recognised: bool, own_titles: bool) -> list[Class]:
    """One sum for all: a row for each level of a run and each title of a run."""
    levels = [level for run in runs for level in run]
    ranks = _ranks(scope)
    variant = ranks[0] if len(ranks) == 1 else ""
    if not titles or not own_titles:
        last = runs[-1] if runs else []
        chosen: list[Level | None] = list(last) if recognised and len(last) > 1 else [last[-1] if last else None]
        return [_make(level, titles[-1] if titles else None)._replace(variant=variant) for level in chosen]
    if len(titles) > 1 and not recognised:
        near = [next((level for level in levels if 0 <= title.start - level.end <= 4 or title.start <= level.start < title.end), None) for title in titles]
        near = [level or (near[0] if place and between.startswith(_AND) else None) for place, (level, between) in enumerate(zip(near, _between(scope, titles), strict=True))]
        told = [level for title, level in zip(titles, near, strict=True) if title.code not in _ONE_FOR_ALL] or near
        same = len({level.code if level else "" for level in told}) == 1
        return [_make(told[0] if same else None, None)._replace(variant=variant)]
    before = [run for run in runs if run[0].start <= titles[0].start]
    run = before[-1] if before and len(before[-1]) > 1 and recognised and not _UPGRADE.search(scope[before[-1][0].end :][:4]) else None
    if run:
        return [_make(level, title)._replace(variant=variant) for title in titles for level in run]
    return [_make(_level_of(levels, title, titles), title)._replace(variant=variant) for title in titles]


def _between(scope: str, titles: list[Title]) -> list[str]:
    """The words between each title and the one before it; none before the first."""
    return ["", *(scope[left.end : right.start] for left, right in pairwise(titles))]


def _level_of(levels: list[Level], title: Title, titles: list[Title]) -> Level | None:
    """The nearest level named before a title (or inside it); the only one named if it stands behind all titles."""
    before = [level for level in levels if level.start <= title.end]
    if before and title.code in _WITHOUT_LEVEL and any(before[-1].start <= other.start < title.start for other in titles):
        return None  # 省科技型中小企业、高新技术企业、上市企业: the level of the first is not theirs
    behind = len({level.code for level in levels}) == 1 and (len(titles) == 1 or levels[0].start >= titles[-1].end)
    return before[-1] if before else (levels[0] if behind else None)


def _title_after(titles: list[Title], level: Level) -> Title | None:
    after = [title for title in titles if title.end > level.start]
    return after[0] if after else (titles[-1] if titles else None)


def _make(level: Level | None, title: Title | None) -> Class:
    return Class(level.code, level.above, title, named=level.words) if level else Class(title=title)
