"""Tell a ceiling from a new sum, and say per what and for how long it holds."""

import re

from curation.extract import words
from curation.extract.views import View

# Words that name no new recipient: what is left of a clause without them decides.
_FLUFF = re.compile(
    r"每家|每户|每个|每项|每人|每名|每件|每台|每套|每场|每次|单个|单家|单项|单户|单台|单次|单笔|单人|单件|同一个?|同一|单一|一个|一家|企业|单位|项目|机构|平台|主体|团队|个人|法人|"
    r"园区|载体|基地|活动|产品|申报|申请|市场|用人|金融|获奖|每年度?|年度|全年|当年|一年|年内|自然年度?|年|内|累计|合计|总额|总计|总共|总|共|最高|最多|最大|不得?超过|不高于|上限|封顶|限额|额度|金额|资金|标准|额|"
    r"奖励|补助|补贴|资助|支持|扶持|配套|奖补|补偿|贴息|奖金|给予|予以|享受|获得|获|发放|拨付|为|是|可|原则上|一般(?=不|最高|为|单|每)|但|且|并|其中|均|都|各|以|在|按照?|人民币|按年|单位|"
    r"三|两|五|二|连续|期限|[\d]+年|其|该|本|项|条|政策|类|市级|市财政|财政|分别|所有|全部|上述|以上|同时|即|最终|实际|的|和|及|、|:|\(|\)|以内|不|控制|用|对|每|所在|及其|关联|控股|子公司|不重复|"
    r"款|费用|保费|费|能|应|得|须|当|[元/]|再|另|至|到|服务|承办|运营|建设|主办|方|孵化器|众创空间|企|院所|高校|研发|专项|经费|一次性|奖|补|贷款|租金|利息|合作|银行|者|人才|购买|支付|兑付|抵扣|认定|规定|公司|课题|基金"
)
_HEAD = re.compile(
    r"""
    [、,:但且]*(?:其中)?(?:每|一[个家户](?=企业|单位|机构|项目)|单[个家项户台次笔人件场届期批]|同一|同个|年度|全年|累计|合计|总[计额共]|封顶|上限|最高(?:不超过)?$)
    """,
    re.X,
)
# 对单个项目的补助 is no new recipient but the one of the support before.
_EACH = re.compile(r"对((?:单|每|同一|一[个家户名])[^,;。\d]{1,14}?)(?:给予)?的?(?:补助|补贴|奖励|资助|支持)")
_NEW_SUBJECT = re.compile(r"对[^,;。]{2,}|(?:的|级|等奖|名|类|型)(?:最高|不超过)?(?:给予|奖励|补助|补贴|资助|支持)")
_VARIANT = re.compile(
    r"""
    [、和及]?(?:其中)?[:,]?([^,;。\d对给按、]{2,14}?)的?(?:(?:给予|奖励|补助|补贴|资助)?(?:最高|不超过|不得超过|上限|最多)|按?每)
    """,
    re.X,
)
_SUBJECT = re.compile(r"[,、;](?:同时|并|另|再)?对(?!于?超|单|每|同一|一[个家户名]|其|该|上述)[^,;。]{3,}")
# 被认定为示范性加速器,: a case of its own
_OTHER_CASE = re.compile(
    r"""
    ,(?:对|如)?(?:新|首次)?(?:被|经|获|评|成为|升|通过)[^,;。]*,
    """,
    re.X,
)
_RECIPIENT = re.compile(r"(?:企业|机构|单位|个人|团队|高校|院所|平台|银行|园区)[类型]?")
_LIMIT_RAISED = re.compile(r"(?:上限|限额|最高[^,;。\d]{0,6})由[^,;。]{1,12}(?:提高|提升|调整|增加)[到至为]$")
_ALSO = re.compile(r"[^,;。]{0,12},?(?:以及|和)")
# 单台不超过100万元、成套不超过300万元
_OTHER_KIND = re.compile(
    r"""
    、(?!单个|每|同一|累计|年度|全年|合计|总)[^,;。、\d]{2,10}(?:最高|不超过)+\d
    """,
    re.X,
)
_CUMULATIVE = re.compile(
    r"""
    累计
    |合计
    |总额
    |总计
    |总共
    |全年
    |年度
    |每年
    |同一
    |单个
    |单家
    |单户
    |单位
    |不得超过
    |叠加
    |每家
    |每户
    |一[个家户](?:企业|单位|机构)
    |封顶
    |上限
    |最高不超过
    """,
    re.X,
)
_UP_TO = re.compile(r"(?:资助|奖励|补助|补贴|支持|扶持|资金|总额|额度)可达到?$")  # 综合资助可达
_NOT_PAID = re.compile(r"^[^,;。]{2,20}不(?:予|再)(?:补助|补贴|奖励|支持|资助),")  # 超过1.5%的部分不予补助,
_SHARED = re.compile(r"以上|上述|本条|本款|本项|各项|合计|同一|累计|所有|前述|两项|多项|叠加|总额")
_LEAST_OF = re.compile(r"(?:不低于|不少于|至少)[^,;。\d按]{1,14}(?:的|额|费用)$")
_OWN_SUM = re.compile(r"(?:以内|以下)的[^,;。\d]{0,10}(?:补助|补贴|奖励|资助|经费|资金|支持)")  # 给予每年3万元以内的工作经费补助
_SPOKEN = 120
_SUM = re.compile(r"[\d.]+[万亿]?元")
_FEW, _SOME = 2, 3
_YEAR = re.compile(r"年度|每年|全年|当年|一年|年内|/年|自然年|年补|年贴|年奖|年资|按年|年最高")
_TERM = re.compile(r"累计|[两二三四五\d]年|期内|周期|建设期|孵化期|总计|有效期")
_ONCE = re.compile(r"一次性|单次|每次|单笔")
_SUPPORT_BEHIND = re.compile(r"的[^,;。]{1,8}(?:补贴|补助|奖励|资助)")
_NOUN = re.compile(words.NOUN)
_VOUCHER_USE = re.compile(r"抵扣|兑付|抵用")
_LEAVES = re.compile(r"[;。]|对|再|另|同时|并给予|的企业|的单位|其中|凭|抵扣")
_ONLY_LEAST = re.compile(r"[、,且]*(?:(?:补助|补贴|奖励|资助)(?:金额|总?额|额度)?)?(?:最低|不低于|不少于|至少)(?:不低于|不少于|给予|为)*")
_LEAVES_RATE = re.compile(r"[;。]|对|的,|另|再|的企业")
_OF_ALL = re.compile(r"(?:均|都)(?:不|最)|(?:最高|上限)均|各项[^,;。]{0,8}$")
_OF_PROJECT = re.compile(r"项目|每项|单项|课题")
_OF_ITEM = re.compile(r"每[件台套]|单[件台套]")
_SIZE_HEAD = re.compile(r"^(?:\(含\))?(?:以[内下]|之[内间])[^按给,]*")


def is_ceiling(view: View, last_end: int, has_rate: bool, has_sum: bool, per_unit: bool) -> bool:
    """Whether an at-most sum caps the support that ends at `last_end` instead of being support of its own."""
    if _ALSO.match(view.compact[last_end : view.start].lstrip("的")) and _SUPPORT_BEHIND.match(view.right):
        return False
    if has_sum and not has_rate and _OWN_SUM.match(view.right) and not words.AT_MOST.search(view.left):
        return False
    if len(view.group) > 1 or _SUBJECT.search(view.compact[last_end : view.start]):
        return False
    left = _EACH.sub(r"\1", view.left if view.previous_end > view.clause_start else view.clause)
    rest = "" if _HEAD.match(left) else _FLUFF.sub("", left)
    if has_rate:
        spoken = view.compact[max(view.stretch.paragraph, last_end - _SPOKEN) : last_end]
        return len(_new_words(rest, spoken)) <= 4 and not _NEW_SUBJECT.search(left)
    if has_sum and not _OTHER_CASE.search(view.compact[last_end : view.start]):
        marked = _CUMULATIVE.search(left) is not None
        return not rest and (per_unit or marked) and not _NEW_SUBJECT.search(left)
    return False


def _new_words(rest: str, spoken: str) -> str:
    """What is left of a clause without the words that the support before it was named with (每个上云企业, 该被孵企业)."""
    kept = ""
    while rest:
        length = next((size for size in range(len(rest), 1, -1) if rest[:size] in spoken), 0)
        kept, rest = (kept, rest[length:]) if length else (kept + rest[0], rest[1:])
    return kept


def is_bare(view: View) -> bool:
    """Whether the clause names nothing but the ceiling itself (单个项目最高不超过)."""
    return (bool(_HEAD.match(view.left)) and not _NEW_SUBJECT.search(view.left)) or len(_FLUFF.sub("", view.left)) <= 1


def stands_alone(view: View) -> bool:
    """Whether the whole stretch up to the sum names no recipient of its own."""
    said = _SUM.sub("", _NOT_PAID.sub("", view.before))
    if any(len(_FLUFF.sub("", clause)) > (_FEW if clause.endswith("的") else _SOME) for clause in said.split(",")[:-1]):
        return False  # 国内维权的,每案补助不超过…: a case of its own
    return not _SUBJECT.search(";" + said) and len(_FLUFF.sub("", said)) <= 6


def is_cumulative(view: View) -> bool:
    """Whether the ceiling speaks of a total, a year or one recipient."""
    return _CUMULATIVE.search(view.clause) is not None


def leads_on(ceiling: View, rate: View) -> bool:
    """Whether the words between a ceiling and a rate show that both are about the same support."""
    between = ceiling.compact[ceiling.end : rate.start]
    first, second = (_NOUN.search(text) for text in (between.split(",")[0], rate.right_clause[:16]))
    if (first and second and first.group() != second.group()) or _VOUCHER_USE.search(rate.right_clause[:12]):
        return False
    return len(between) <= 40 and not _LEAVES.search(between)


def is_floor(view: View) -> bool:
    """Whether the clause says nothing but the least that a rate may come to (最低10万元)."""
    return bool(_ONLY_LEAST.fullmatch(view.left))


def follows(view: View, last_end: int) -> bool:
    """Whether nothing but fill words stands between a rate and the list of its ceilings."""
    between = view.compact[last_end : view.start]
    return len(between) <= 48 and not _LEAVES_RATE.search(between)


def is_for_the_sentence(view: View) -> bool:
    """均不超过: the ceiling of every support of the sentence."""
    return _OF_ALL.search(view.clause) is not None


def is_shared(view: View) -> bool:
    """Whether the ceiling says that it holds for all the support above it."""
    return _SHARED.search(view.clause) is not None


def variant_of(view: View, is_further: bool) -> str:
    """The kind of recipient a ceiling is for (其中公益类的最高…), empty if it is for all."""
    match = _VARIANT.match(view.left)
    if match is None:
        return ""
    if _RECIPIENT.fullmatch(match[1]) or _OTHER_KIND.match(view.right):
        return match[1]
    return match[1] if _FLUFF.sub("", match[1]) and (is_further or not _HEAD.match(match[1])) else ""


def per_and_period(view: View, before: str) -> tuple[str, str]:
    """`ceiling_per` and `ceiling_period` of a ceiling, from its clause and the words of the support before it."""
    clause = view.clause + view.right_clause[:8]
    return _per(clause, before), _period(clause)


def _per(clause: str, before: str) -> str:
    if _OF_PROJECT.search(clause):
        return "project"
    if _OF_ITEM.search(clause):
        return "item"
    return "beneficiary"


def _period(clause: str) -> str:
    if _YEAR.search(clause):
        return "year"
    if _TERM.search(clause):
        return "term"
    return "once" if _ONCE.search(clause) else "unstated"


def bound_of(view: View) -> str:
    """Bound of the group's figures: at_most, at_least, range or exact."""
    if view.group[0].value_max is not None:
        return "range"
    left = view.clause if view.previous_end <= view.clause_start else view.left
    if view.kind == "percent":
        left = _SIZE_HEAD.sub("", left)
    if (view.kind == "percent" and words.AT_MOST.search(left)) or words.AT_MOST_TAIL.search(left):
        return "at_most"
    if _LIMIT_RAISED.search(view.clause) or _UP_TO.search(left):
        return "at_most"
    if words.AT_LEAST_TAIL.search(left) or (view.kind == "percent" and _LEAST_OF.search(left)):
        return "at_least"
    if words.AT_MOST_RIGHT.match(view.right):
        return "at_most"
    if words.AT_LEAST_RIGHT.match(view.right):
        return "at_least"
    return "exact"
