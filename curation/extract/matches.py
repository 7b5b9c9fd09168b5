"""Decide what ratios, percentage points and parts of a sum are, and which percentages match another budget's money."""

import re

from curation.extract import words
from curation.extract.levels import find_levels
from curation.extract.rates import NAMED_RATE, VOUCHER_USE
from curation.extract.signs import NOTHING, Role
from curation.extract.views import View

ADDED = "percentage points on a rate of support"
PARTS = ("折", "半")  # tenths and half, as the unit of a figure
_RATIO_NEAR = re.compile(r"配套|匹配|给予|奖励|补助|资助|支持|补贴|跟投")
_MATCHED = re.compile(
    r"(?:国家|省|中央|上级|部委|省级|国家级|国拨|省拨|市级)[^,;。按]{0,14}(?:资金|资助|补助|拨款|奖励|经费|奖金|扶持|支持|补贴|拨付|立项|额度|金额|标准)[^,;。]{0,8}的?(?:不超过|最高)?$"
)
_YEAR_AHEAD = re.compile(r"(?:第[二三四五]|次|首|后[两二三四])年")  # 首年租金全免,第二年减半收取
_PRICE = re.compile(r"租|费|价")
_ASKED_BEHIND = re.compile(r"(?:的?(?:标准|价格))?,?(?:收|优惠|计|缴|出租|租|提供|结算)")
_GIVEN_BEHIND = re.compile(r"(?:的?(?:标准|比例|额度))?,?(?:给予|予以|奖|补|资助|支付|执行|享受|发放)")
_GIVEN_OF = re.compile(r"(?:补[助贴]|资助|奖励|给予)[^,;。]{2,14}的$")
_SENTENCE_ENDS = re.compile(r"[,。;]")
_A_SUM = re.compile(r"\d[万元]")
_BETWEEN_BUDGETS = re.compile(r"两级|(?:市、?[区县]|省、?市)[^,;。]{0,6}财政|分担|共担|承担")
_BY_LOWER_BUDGETS = re.compile(r"(?:各县|县[(]市、?区[)]|各区|区县|县区|县市区)[^,;。]{0,6}财政[^,;。]{0,4}按")
_SHORT = 14
_OF_AN_AWARD = re.compile(r"(?:补助|奖励|资助|补贴|奖补)[^,;。\d]{0,3}打$")  # 补助额打八折: a condition of the awards before
_SOME_OF_THEM = re.compile(r"(?:其中|其[他它](?![部一]))")  # 其中短期项目减半: a condition of the awards before
_NO_GRANT = re.compile(r"自筹[^,;。]{0,24}比例?不[得低少]|占股|持股|师生|男女|生师")
_LPR_PLUS = re.compile(r"(?:LPR|利率)[^,;。]{0,10}(?:加|上浮|\+|不超过|不高于)[^,;。]{0,4}$")
_OF_INTEREST = re.compile(r"贴息|利率|贴补|利息|LPR")
_SUBSIDISED = re.compile(r"给予|补贴|贴息|补助|按")
_WHOLE_COST = re.compile(r"(?:总经费|总投入|总投资|投资额|总费用)的$")
_ENDS_IN_GRANT = re.compile(r"补助$")
_OWN_COST = re.compile(r"保费|设备|投资额|合同|费用")
_RAISED = r"(?:提高|增加|上浮|提升|上调|追加|加)(?:最多|最高|不超过)?"
_RATE_RAISED = re.compile(
    rf"""
    (?:补助|奖励|补贴|资助|奖补|贴息|配套|支持|抵扣|补偿|报销)[^,;。\d]{{0,6}}(?:比例|标准|率|系数|额度)[^,;。\d]{{0,10}}{_RAISED}$
    """,
    re.X,
)
_RAISED_AGAIN = re.compile(rf"[,、;]?(?:[^,;。\d]{{2,16}}?(?=再))?(?:可|则|再|另|分别|相应|均|按|在此基础上|比例|标准|补贴|补助|奖励|资助){{1,4}}{_RAISED}")


def part_role(view: View) -> Role:
    """Role of 五折, 减半, 一半 and 三免两减半 of a price that is asked, or of an award that is given."""
    if _OF_AN_AWARD.search(view.left) or (_SOME_OF_THEM.match(view.clause) and not find_levels(view.clause)):
        return NOTHING
    priced = _PRICE.search(view.clause if not _YEAR_AHEAD.match(view.clause) else view.before[-80:]) and _ASKED_BEHIND.match(view.right)
    given = _GIVEN_BEHIND.match(view.right) or _GIVEN_OF.search(view.left)
    whole = len(view.before) <= _SHORT and view.stretch.start == view.stretch.sentence  # 非第一完成单位减半。: of the sentence before
    said = view.compact[max(view.stretch.paragraph if whole else view.stretch.sentence, view.start - 120) : view.start]
    sums_before = (not view.right or _SENTENCE_ENDS.match(view.right)) and words.VERB.search(said) and _A_SUM.search(said)
    phased = _PRICE.search(view.clause) and "免" in view.compact[view.start : view.end]
    if priced or given or sums_before or phased:
        return ("rate", "part of a price, or of an award said before", 0.7)
    return NOTHING


def ratio_role(view: View) -> Role:
    """Role of 1:1: a match if money is promised near it."""
    near = view.left[-30:] + view.right[:16]
    if _BETWEEN_BUDGETS.search(view.clause + view.right[:16]) and "配套" not in near:
        return ("none", "division of the cost", 0.0)
    if _BY_LOWER_BUDGETS.search(view.clause):
        return ("none", "what districts add", 0.0)
    if _RATIO_NEAR.search(near) and not _NO_GRANT.search(near):
        return ("match", "ratio of a match", 0.85)
    return NOTHING


def points_role(view: View, has_rate: bool) -> Role:
    """Role of percentage points: a rate if interest is subsidised by them, or if they are added to a rate of support."""
    if _RATE_RAISED.search(view.left) or (has_rate and _RAISED_AGAIN.fullmatch(view.left)):
        return ("rate", ADDED, 0.75)
    if _LPR_PLUS.search(view.left):
        return NOTHING
    if _OF_INTEREST.search(view.left[-30:] + view.right[:12]) and _SUBSIDISED.search(view.left[-40:] + view.right[:12]):
        return ("rate", "percentage points of interest", 0.7)
    return NOTHING


def is_match(view: View) -> bool:
    """Whether a percentage is taken of another budget's support, or is called 配套."""
    if view.group[0].unit in PARTS:
        return False
    if (NAMED_RATE.search(view.left) or VOUCHER_USE.search(view.left)) and "配套" not in view.left:
        return False
    if _MATCHED.search(view.clause[-50:]) and not _WHOLE_COST.search(view.clause) and "基础上" not in view.right[:6]:
        return not _ENDS_IN_GRANT.search(view.clause) or "配套" in view.right[:24]
    return "配套" in view.right_clause[:20] and not _OWN_COST.search(view.clause[-30:])
