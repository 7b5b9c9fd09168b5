"""Sums of money that are no support: old values, thresholds, instalments, what each party pays in."""

import re

from curation.extract import words
from curation.extract.signs import BOUNDS, OF_A_CARRIER, Role, is_reported, noun_right
from curation.extract.views import View

_ADJACENT_GIVE = re.compile(
    r"(?:给予|予以|奖励|奖补|补助|补贴|资助|扶持|发放|补偿|奖|安排|提供|支付|拨付|支持|配套|标准|额度|金额|资金|经费)(?:为|是|:|共|各|至|到|总额|额|的|约|人民币|"
    r"一次性|分别|每[家户个人项年月件台名]|每年|最高|不超过|不低于|不少于|至少|资金|标准|额度|金额|/|[,、]?(?:即|合计|累计))*$"
)
_KIND_BY_SIZE = re.compile(r"(?:\(不?含\))?以[上下内](?:\(不?含\))?的[^,;。\d]{0,10}(?:比例|标准|额度|系数)")
_SLICE = re.compile(r"(?:\(不?含\))?(?:及?以[上下内])?(?:\(不?含\))?的?部分")
# 400万元及以上至2000万元、2000万元以上至9000万元、9000万元以上的: sizes in a row.
_SIZE = r"[\d.]+[十百千]?[万亿]*元(?:\(不?含\))?(?:[及或]?以[上下])?(?:\(不?含\))?"
_SIZES = re.compile(
    rf"""
    (?=[^的,;。]{{0,80}}以[上下])(?:\(不?含\))?[及或]?(?:以[上下])?(?:\(不?含\))?,?
      (?:(?:[至到~、和及或-]|不足|不满|低于)+{_SIZE})*(?:[且并][^,;。\d]{{1,10}}[\d.]+%(?:以上)?)?的(?![^,;。]{{0,6}}(?:奖|补|资助|支持))
    """,
    re.X,
)
_OR_SIZE = re.compile(
    r"""
    (?:\(不?含\))?[及或]?以[上下](?:\(不?含\))?,?(?:或者?|且|并且?|同时)[^;。]{2,40}?(?:以[上下]|增长[\d.]+%|的),?[^;。]{0,16}?的,
    """,
    re.X,
)
# 50万元以上、强度高于3%的规下企业
_AND_SHARE = re.compile(r"(?:\(不?含\))?以[上下](?:\(不?含\))?[、,且][^,;。、\d奖补]{0,14}(?:高于|超过|不低于|达到?|增长|不少于)[\d.]+%[^;。\d]{0,6}的")
# 500万元以上补助10万元
_SUM_BEHIND = re.compile(
    r"""
    (?:\(不?含\))?(?:以[上下])?(?:\(不?含\))?的?,?(?:补助|奖励|资助|补贴|奖补|奖|给予)(?:最高|不超过|每家)?\d
    """,
    re.X,
)
_PAID_BY = re.compile(r"由[^,;。]{1,14}(?:出资|承担|负担|分担)(?:不低于|不超过|不少于)?$")
_PAID_TOO = re.compile(r"[、,和](?!对)[^,;。\d]{2,12}(?:配套|出资|承担|负担)(?:不低于|不超过|不少于)?")
_SIZE_OF_ITEM = re.compile(r"(?:\(不?含\))?以[上下](?:\(不?含\))?的?(?:项目|企业|单位|机构|产品|合同|设备|人才|人员)的?,")  # 设备额100万元以上项目,补8%
_NOT_PAID = re.compile(r"(?:\(含\))?以[下内]的?,?[^,;。]{0,8}不(?:予|再|在|属)")
_SIZE_OF_GRANT = re.compile(r"(?:^|[^给予])(?:补助|资助|奖励|支持|扶持|奖补)(?:金额|额度|总额|资金|经费)(?:在|达到?|为)?$")
_PAID_IN = re.compile(r"(?:并|已|实际|向[^,;。]{2,8})支付[^,;。\d]{0,6}(?:经费|费用|金额|资金|款)(?:达到?|超过|为)?$")  # 并支付经费10万元以上的
_REACHES = re.compile(r"(?:达到?|(?<!不)(?<!不得)超过|突破|满)(?:人民币)?$")
_STEP = re.compile(
    r"""
    每(?:再|新)?(?:增加|增长|新增|提高|超过?|满|达到?|完成|实现|增|多)(?:投资|投入|销售|交易额|产值|营收|登记额|成交额|税收|贷款)?(?:满|超过|达到?)?$
    """,
    re.X,
)
_PER_HEAD = re.compile(
    r"""
    (?:生产率|产出|产值|收入|税收|强度|贡献|效益|投资额?|利润)[^,;。给奖补]{0,8}(?:达到?|超过|不低于|不少于|高于|为|在)?每[人亩年](?:年)?$
    """,
    re.X,
)
_OWN_MONEY = re.compile(r"(?:以上)?的?(?:自有|自筹)")

_ROW = 160
# 第一年每平方米14元,第二年…: no whole that is paid in parts
_YEAR_BY_YEAR = re.compile(
    r"""
    (?:\(?\d{1,2}[).、])?[^\d]*(?:第一年|首年)[^\d]*\d|[^\d]*首次\d
    """,
    re.X,
)
_FACE_VALUE = re.compile(r"(?:面额|面值|票面|票值)[^,;。\d]{0,8}$")
_TASK_OF_SIZE = re.compile(r"(?:榜单|揭榜|悬赏|任务书?|项目|课题|合同)(?:总)?(?:金额|投入|经费|投资)(?:一般|原则上|应|须)*(?:不低于|不少于)$")  # 榜单金额原则上不低于1000万元
_HAS_HAD = re.compile(r"已(?:享受|获得?|取得)(?!.*给予)[^,;。]{0,16}$")
# what all lenders lend
_VOLUME = re.compile(
    r"""
    (?:累计|新增|全年|总计|合计)[^,;。]{0,20}(?:提供|发放|投放|实现|完成)[^,;。]{0,6}(?:贷款|融资|信贷|授信|担保)(?:总?额)?(?:超过|不少于|不低于|达到?)?$
    """,
    re.X,
)
_LENT = re.compile(r"的?[^,;。的]{0,10}贷[”’]?款(?!贴息|利息|补)")
_EQUAL_PARTS = re.compile(r"分[两二三四五\d]+[年期][^,;。]{0,4}(?:拨付|兑现|发放|支付),每[年期](?:拨付|兑现|发放|支付)?$")  # 分三年拨付,每年100万元
_IN_ITS_THIRD_YEAR = re.compile(r"的,第[二三四五]年(?:再)?(?:给予|奖励?|补助?)$")  # 连续三年在库的,第三年奖励5万元
_PARTY_PAYS = re.compile(r"出资|承担|负担")
_OFFERED = re.compile(r"提供|给予|发放|推出|(?:可以?|申请|获得?|享受)[^,;。]{0,4}(?:最高|不超过)")
_GIVES_OR_MORE = re.compile(r"给予|予以|一次性|最高|,")
_FROM_A_YEAR = re.compile(r"年(?:起|后)")
_REWARDED_THEN = re.compile(r"(?:的|者|后|,)[^,;。]{0,6}(?:奖|补|资助|支持)")
_REWARD_OF_IT = re.compile(r"(?:奖|名|项目|称号|认定)(?:的)?(?:奖励|补助|奖)[^,]{0,4}$")


def refused(view: View, has_main: bool) -> Role | None:
    """The role `old` or `none` for a sum that is no support; None if no rule here holds."""
    if words.REPEAT_OLD_RIGHT.match(view.right) and (words.REPEAT_OLD_LEFT.search(view.left) or "基础上" in view.right[:6]):
        return ("old", "old value before the new one", 0.0)
    why = _by_its_words(view) or _by_its_end(view) or (_by_its_place(view) if has_main else "")
    return ("none", why, 0.0) if why else None


def _by_its_words(view: View) -> str:
    plain = BOUNDS.sub("", view.left.rsplit(":", 1)[-1])
    if _SLICE.match(view.right):
        return "threshold: the part up to or above a size"
    decides = _KIND_BY_SIZE.match(view.right) or _SIZE_OF_ITEM.match(view.right)
    if _NOT_PAID.match(view.right) or (decides and not words.VERB.search(plain)):
        return "threshold: a size that decides the support"
    behind = view.compact[view.end : min(view.end + _ROW, view.stretch.end)]
    if not words.VERB.search(plain) and (_SIZES.match(behind) or _OR_SIZE.match(behind) or _AND_SHARE.match(behind)):
        return "threshold: sizes in a row"
    if _SUM_BEHIND.match(view.right):
        return "threshold: a size with its sum right behind"
    if OF_A_CARRIER.search(view.left) or _PAID_BY.search(view.left) or (_PAID_TOO.fullmatch(view.left) and _PARTY_PAYS.search(view.before[-40:])):
        return "what each party pays in"
    if _STEP.search(view.left) or _PER_HEAD.search(view.left):
        return "threshold: the step or the size that support depends on"
    if _TASK_OF_SIZE.search(view.left):
        return "threshold: the size of a task"
    if _FACE_VALUE.search(view.clause) or _HAS_HAD.search(view.left):
        return "face value of a voucher, or support received before"
    if is_reported(view) or _VOLUME.search(view.left):
        return "a fact, or what all lenders lend"
    return "money of the applicant" if _OWN_MONEY.match(view.right) else ""


def _by_its_end(view: View) -> str:
    """达到…的, 补助金额…以上的, 获得…的: a condition that closes with 的, 以上 or 部分."""
    if not words.TAIL_CONDITION.match(view.right):
        return ""
    if _REACHES.search(view.left) and not words.VERB.search(BOUNDS.sub("", view.left)):
        return "threshold: a size that is reached"
    if _SIZE_OF_GRANT.search(view.left) or _PAID_IN.search(view.left):
        return "threshold: a grant of this size"
    lent = _LENT.match(view.right) and _OFFERED.search(view.clause)
    gets = words.GETS.search(view.left) and not words.MAY_GET.search(view.left) and not _GIVES_OR_MORE.search(view.left) and not _rewarded_after_getting(view)
    if not lent and (gets or not (noun_right(view) or _ADJACENT_GIVE.search(view.left))):
        return "threshold: ends in 的"
    return ""


def _by_its_place(view: View) -> str:
    if _EQUAL_PARTS.search(view.before):
        return "instalment"
    if words.INSTALMENT_LEFT.search(view.left) and not _IN_ITS_THIRD_YEAR.search(view.before) and not _YEAR_BY_YEAR.match(view.before) and not (_FROM_A_YEAR.search(view.left) or (noun_right(view) and view.left[:1] == "、")):
        return "instalment"
    return "division of the cost" if words.BEARING.search(view.left) else ""


def _rewarded_after_getting(view: View) -> bool:
    return bool(_REWARDED_THEN.search(view.left)) or bool(_REWARD_OF_IT.search(view.left))
