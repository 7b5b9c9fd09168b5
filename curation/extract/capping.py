"""Put a ceiling on the support it belongs to: the rate before it, each class of a list, or all that stands above."""

import re
from dataclasses import replace
from decimal import Decimal

from curation.extract import bases, ceilings, chosen, leading, units, words
from curation.extract.candidates import Columns
from curation.extract.classes import classes_for
from curation.extract.drafts import CAPPED, Draft, Split, number
from curation.extract.levels import find_levels
from curation.extract.matches import ADDED
from curation.extract.views import View

LIMITED = frozenset({"sum", "rate", "match"})  # the forms that a share of a cost may limit
# 补贴租金单价不超过26元/平方米/月
_PER_AREA = re.compile(r"每平方米(?:每?[月天日年])?(?=[^,;。\d]{0,12}$)")
_UNIT_PRICE = re.compile(r"(?:单价|价格)[^,;。\d]{0,6}$")
# 两项合计: the ceiling is for so many sums before it, not for the whole article.
_COUNTED = re.compile(r"(?:以上|上述)?([两二三四])项[^,;。\d]{0,4}(?:合计|累计|总计)")
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4}
# 每平方米的 sums are no ceiling on what one recipient may get.
_PER_SHARE = re.compile(r"/(?:平方米|㎡|月|天|日|亩)")
_TOTAL = re.compile(r"累计|合计|总计|总额|以上|上述|各项|同一|单个|每家|每户|单家|年度|每年|全年")
# 每家机构全年不超过…behind a list of sums per unit: the ceiling of them all.
_OF_ALL_EACH = re.compile(r"(?:每[家户个]|单[家个一]|同一)[^,;。]{0,10}(?:全年|年度|每年|当年|累计|合计|总额)")
# 每个项目奖励累计不超过…behind sums that are not paid per unit: what adds up are the sums of the sentence.
_ADDED_UP = re.compile(r"(?:每[家户个]|单[家个一]|同一)[^,;。]{0,10}(?:累计|合计)")
_FACES = re.compile(r"券[^,;。()]{0,12}\([^,;。()]{0,4}分别为$")
_PAID_FROM = re.compile(r"(?:兑现|抵扣|兑付|使用|抵用)[^,;。]{0,24}$")
_EACH_TIME = re.compile(r"单次|每次")  # …的50%兑付;…60%兑付;单次兑付不超过5万元: of all of them
_KIND_APPLIES = re.compile(
    r"""
    [,、]?(?:单个|每个|每家|同一)?(?:企业|单位|机构)?([^,;。\d]{2,16}?)申请[^,;。\d]{0,8}(?:不得?超过|不高于|最高)(?:不超过)?
    """,
    re.X,
)
_STAGES = re.compile(r"阶段|分[两二三四五\d][年期次]|分期|分年|兑付|拨付|兑现")
_NEW_REWARD = re.compile(r"给予[^,;。]*奖励|对")
_PART_SUM = re.compile(r"(\d+(?:\.\d+)?)(万?元|亿元)")
_DIVIDED = re.compile(r"其中|包括|分为")
_FURTHER = re.compile(r"再|另|追加|增加")
_BUDGET_PART = re.compile(r"财政|承担|分担|负担")
_SUPPORT_OF_ONE = re.compile(r"(?:项目|平台|企业|机构|人才|产品|活动|团队)(?:最高|不超过)?(?:资助|奖励|补助|给予|支持)")
_RECIPIENT_CLASS = re.compile(r"对|的(?:企业|单位|机构)?(?:,|给予|最高|不超过)|级|类")


def caps(view: View, nearby: list[Draft], previous: list[Draft], all_drafts: list[Draft]) -> bool:
    """Put the sum as a ceiling on the support before it; False if it is support of its own."""
    if ceilings.bound_of(view) != "at_most" or _PER_SHARE.match(view.right):
        return False
    nearby = [d for d in nearby if d.form in CAPPED and d.why != ADDED and not _is_waiver(d)]
    if chosen.caps(view, all_drafts):
        return True
    if len(view.group) > 1:
        return _caps_each(view, nearby if len(nearby) >= len(view.group) else _of_the_sentence(view, all_drafts) or nearby)
    _drop_empty_promise(nearby)
    nearby = [d for d in nearby if not d.dropped and (d.form != "unstated" or d is nearby[-1])]
    if ceilings.is_for_the_sentence(view):
        nearby = [d for d in all_drafts if d.form in CAPPED and d.view.stretch.sentence == view.stretch.sentence]
    rates = [d for d in nearby if d.is_rate]
    variant = ceilings.variant_of(view, bool(rates and rates[-1].split))
    if rates and variant and (rates[-1].is_open or rates[-1].split) and not _NEW_REWARD.search(view.left):
        for draft in [d for d in rates if d.view is rates[-1].view]:
            _split(draft, view, variant)
        return True
    if _OF_ALL_EACH.search(view.clause) and nearby and all(_is_each(d) for d in nearby):
        nearby = [d for d in all_drafts if d.view.stretch.sentence == view.stretch.sentence and _is_each(d) and not d.dropped]
    if _ADDED_UP.search(view.clause) and nearby and any(d.form == "sum" for d in nearby) and not any(_is_each(d) for d in nearby):
        nearby = [d for d in all_drafts if d.view.stretch.sentence == view.stretch.sentence and d.form in LIMITED and not d.dropped]
    each = [d for d in nearby if _is_each(d)]
    if ceilings.is_ceiling(view, nearby[-1].end if nearby else view.start, bool(rates), bool(nearby), bool(each)):
        further = each and nearby[-1] is each[-1] and not rates and not _TOTAL.search(view.clause)
        _cap_all(each if further else nearby, view, rates_only=bool(rates) and not ceilings.is_shared(view))
        return True
    return not nearby and (_caps_a_kind(view, previous) or _caps_earlier(view, previous, all_drafts))


def _of_the_sentence(view: View, drafts: list[Draft]) -> list[Draft]:
    """The open rates of the sentence if a list of ceilings has one for each: 按30%;其中,…50%,每户每年分别不超过20万元、50万元."""
    rates = [d for d in drafts if d.is_rate and d.is_open and d.form != "unstated" and d.view.stretch.sentence == view.stretch.sentence]
    return rates if len(rates) == len(view.group) and "分别" in view.clause else []


def _is_waiver(draft: Draft) -> bool:
    """两免一减半: rent that is waived has no ceiling in money."""
    return draft.form == "rate" and "免" in draft.view.compact[draft.start : draft.end]


def _caps_a_kind(view: View, previous: list[Draft]) -> bool:
    """商标质押申请贴息不超过12万元,专利质押申请贴息不超过30万元: a ceiling for each kind of the rate in the sentence before."""
    rates = [d for d in previous if d.form == "rate" and (d.is_open or d.split)]
    kind = _KIND_APPLIES.fullmatch(view.left)
    if not rates or kind is None:
        return False
    _split(rates[-1], view, kind[1])
    return True


def _is_each(draft: Draft) -> bool:
    """Whether a sum is paid for each unit, so that a plain ceiling behind it is its own."""
    return draft.is_per_unit or (draft.is_open and draft.bound == "exact" and "每" in draft.scope[-24:])


def _caps_each(view: View, nearby: list[Draft]) -> bool:
    """按50%,分别给予最高100万元、50万元: one ceiling for each class or each rate."""
    rates = [d for d in nearby if d.form in ("rate", "match") and d.is_open]
    if not rates or not ceilings.follows(view, rates[-1].end):
        return False
    together = [d for d in rates if d.view is rates[-1].view]
    if len(together) == 1 and len(rates) == len(view.group) and "分别" in view.clause:
        together = rates
    if len(together) == len(view.group):
        for draft, figure in zip(together, view.group, strict=True):
            draft.cap(view.of(figure))
        return True
    between = view.compact[together[-1].end : view.start]
    rows = classes_for(between if find_levels(between) else together[-1].scope, view.before, len(view.group), 0)
    for figure, classes in zip(view.group, rows, strict=False):
        item = classes[0]
        extra: Columns = {"recognition_level": item.level, "level_or_above": item.above} if item.level != "none" else {}
        _split(together[-1], view.of(figure), item.variant, extra)
    return True


def _drop_empty_promise(nearby: list[Draft]) -> None:
    """给予奖励,最高30万元 and 按一定比例资助,最高18万元 are one sum; only a ratio that is left open (给予适当比例奖励) takes the sum as its ceiling."""
    last = nearby[-1] if nearby else None
    if last and last.form == "unstated" and (last.columns.get("unstated_kind") != "open_ratio" or "一定" in last.view.compact[last.start : last.end]):
        last.dropped = True


def _caps_earlier(view: View, previous: list[Draft], all_drafts: list[Draft]) -> bool:
    """A bare ceiling in a sentence of its own holds for the sentence before, 以上合计 for the whole paragraph."""
    if not previous or not ceilings.is_bare(view) or not ceilings.stands_alone(view):
        return False
    if "," in view.before and previous[-1].view.left.lstrip(",") == view.left.lstrip(","):  # 一类项目,每项不超过…;另一类项目,每项不超过…
        return False
    if previous[-1].form == "unstated" and view.stretch.sentence > previous[-1].end:
        _drop_empty_promise(previous)
    shared = ceilings.is_shared(view) or _EACH_TIME.search(view.clause) is not None
    counted = _COUNTED.search(view.clause)
    if counted:
        all_drafts = [d for d in all_drafts if not d.dropped][-_COUNTS[counted[1]] :]
    targets = [d for d in ((all_drafts or previous) if shared else previous) if not d.dropped]
    if not shared and view.stretch.start == view.stretch.sentence:
        targets = [d for d in (*previous, *all_drafts) if not d.dropped and d.view.stretch.sentence == previous[-1].view.stretch.sentence]
    if not targets or (not any(d.is_rate or d.is_per_unit for d in targets) and not ceilings.is_cumulative(view)):
        return False
    _cap_all(targets, view, rates_only=not shared and any(d.is_rate for d in targets))
    return True


def is_part(view: View, nearby: list[Draft]) -> bool:
    """其中… whose sums only divide the sum before, or are for a use of it."""
    whole = nearby[-1].value if nearby and nearby[-1].form == "sum" else None
    if whole is not None and len(view.group) > 1 and sum(figure.value for figure in view.group) == whole and _STAGES.search(view.clause):
        return True
    if whole is None or leading.announces(nearby[-1].view) or not _DIVIDED.search(view.compact[nearby[-1].end : view.start][:60]):
        return False
    if _adds_up(view, nearby[-1]):
        return True
    if _FURTHER.search(view.left):
        return False
    if _BUDGET_PART.search(view.left) and view.group[0].value < whole:
        return True
    if _SUPPORT_OF_ONE.search(view.left):
        return False
    if _RECIPIENT_CLASS.search(view.left):
        return False
    return view.group[0].value < whole


def _adds_up(view: View, whole: Draft) -> bool:
    """20万元,其中当年兑现12万元,次年再兑现8万元: the last part of the whole."""
    parts = _PART_SUM.findall(view.compact[whole.end : view.start])
    own, said = (_PART_SUM.fullmatch(view.compact[draft.start : draft.end]) for draft in (view, whole))
    if own is None or said is None or not parts or {unit for _, unit in parts} != {own[2]} or own[2] != said[2]:
        return False
    return sum((Decimal(number) for number, _ in parts), Decimal(own[1])) == Decimal(said[1])


def caps_in_the_same_breath(view: View, nearby: list[Draft]) -> bool:
    """…的30%、最高100万元: an at-most sum right behind a rate."""
    return bool(nearby) and nearby[-1].is_rate and ceilings.bound_of(view) == "at_most" and ceilings.is_bare(view)


def limits_unit_price(view: View, nearby: list[Draft]) -> bool:
    """补贴租金单价不超过26元/平方米: what the rates before it may come to per unit, no sum of its own."""
    rates = [d for d in nearby if d.form == "rate" and d.is_open]
    priced = (_PER_SHARE.match(view.right) and _UNIT_PRICE.search(view.left)) or _PER_AREA.search(view.left)
    if not rates or not priced or ceilings.bound_of(view) != "at_most" or view.group[-1].value % 1:
        return False
    said = words.PER_TAIL.match(view.right) or _PER_AREA.search(view.left)
    for draft in rates:
        draft.cap(view)
        draft.said["unit_price"] = view.said
        per = said.group().lstrip("/") if said else ""
        draft.columns.update({"ceiling_per": "item", "per_zh": per, "per": units.unit_of(per, view.right_clause), "frequency": "per_unit"})
    return True


def cap_by_faces(rate: Draft, nearby: list[Draft]) -> None:
    """创业券支持(分别为200万元、100万元),兑现额度为支出的50%: each sum is the ceiling of the rate for its class."""
    faces = [d for d in nearby if d.form == "sum" and len(d.view.group) > 1 and _FACES.search(d.view.before)]
    if rate.form != "rate" or not faces or not _PAID_FROM.search(rate.view.left):
        return
    for face in faces:
        _split(rate, face.view.of(face.view.group[faces.index(face)]), face.classes[0].variant)
        face.dropped = True


def cap_by_share(view: View, nearby: list[Draft]) -> None:
    """且不超过总投资的30%: the support before it may not exceed this share of a cost."""
    last = nearby[-1] if nearby else None
    for draft in nearby:
        if last is not None and draft.view is last.view and draft.form in LIMITED:
            draft.columns.update({"cap_pct": number(view.group[0].value), "cap_basis": bases.rate_basis_of(view.left, "", "")})
            draft.said["ceiling"] = draft.said.get("ceiling", view.said)


def _cap_all(drafts: list[Draft], view: View, rates_only: bool) -> None:
    for draft in drafts:
        if draft.form == "sum" and draft.value is not None and draft.value > view.group[-1].value:
            continue  # a sum is never above its own ceiling
        if draft.why == ADDED:
            continue  # points raise a rate that has its ceiling already
        if draft.form in CAPPED and not draft.dropped and (draft.is_rate or draft.is_per_unit or not rates_only):
            draft.cap(view)


def _split(draft: Draft, view: View, variant: str, extra: Columns | None = None) -> None:
    """其中A类最高…,B类最高…: one row for each kind, each with its own ceiling."""
    probe = replace(draft, columns={**draft.columns})
    probe.cap(view)
    levels = find_levels(variant)
    level: Columns = {"recognition_level": levels[0].code, "level_or_above": levels[0].above} if levels else {}
    columns = {name: probe.columns[name] for name in ("ceiling_cny", "ceiling_per", "ceiling_period")}
    draft.split.append(Split(variant, {**columns, **level, **(extra or {})}, view.said))
