"""Decide what a figure is: support, its ceiling, a loan, a cover, a budget, or only a condition.

Each test is one habit of Chinese policy prose; the first that holds decides and is named in `why`.
"""

import re
from collections.abc import Callable

from curation.extract import words
from curation.extract.lending import budget, insured, loans
from curation.extract.signs import BOUNDS, NEW_VALUE, NOTHING, Role, is_penalty, is_topped_up, lead_of, noun_right
from curation.extract.thresholds import refused
from curation.extract.views import View, last_match

# …的标准给予, also 30元/平方米且每年总额不超过15万元的标准给予
_STANDARD = re.compile(
    r"""
    (?:人民币)?(?:/[^,;。\d]{1,7})?(?:,?且[^,;。]{2,24})?的?(?:奖励|补助|补贴|资助)?(?:标准|额度|定额)
    (?:,|一次性|分别|予以|给予|进行|发放|支付|直接|对[^,;。]{1,12}|由[^,;。]{1,8})*
    (?:给予|予以|发放|奖|补|资助|支持|支付|拨付|配套|贴|享受|执行|核定|计)
    """,
    re.X,
)
_WHOLE_POLICY = re.compile(r"(?:本|该)(?:措施|办法|政策|意见|细则|规定|通知)[^,;。]{0,20}(?:总额|累计|合计|总计|资金|资助|奖励)")
_SUPPORTS = re.compile(
    r"""
    (?:支持|资助|奖励|补助|扶持)(?:力度|强度|额度|金额|标准|资金|总额)?(?:为|:|不低于|不少于|最高|不超过|达到?|可达|原则上|一般|每[年项个家])*$
    |(?:补|级[^,;。\d]{0,10}一次性)(?:最高|不超过|一次性)*$  # 每吨补5元
    """,
    re.X,
)
_LEVEL_ALONE = re.compile(
    r"""
    [、和及]?(?:国家级|省级|市级|区级|县级|一等奖|二等奖|三等奖|特等奖|优秀|良好|合格|优秀奖|[A-D][类级档]?|[一二三]类)(?:的|每[家个项名年月]|一次性|各|平台|企业|项目|:|为|最高|不超过)*
    """,
    re.X,
)
# 按照国家级500万元、省级200万元的标准给予: the verb stands behind the whole list.
_KIND_ALONE = re.compile(r"[、和及,]?(?:分别)?(?:按照?)?[^,;。、\d]{2,24}")
_SUMS_TO_GIVE = re.compile(
    r"""
    (?:[、和及,][^,;。、\d]{0,12}[\d.]+[万亿]?元){0,6}的?(?:(?:标准|额度|档次|等级)?,?(?:分别|一次性|予以|定额)*(?:给予|予以|发放|奖励|补助|补贴|资助)|(?:租房|购房|安家|生活|住房|岗位|交通|就业)?(?:补贴|津贴|补助|奖励|奖金))
    """,
    re.X,
)
_ALL_KINDS = re.compile(
    r"""
    (?:同一|单个|每个|每家)[^,;。]{0,40}(?:各类|各项|多项|所有|全部)[^,;。]{0,16}(?:奖|补|资金|扶持|支持)[^,;。]{0,8}(?:总额|合计|累计|不超过)
    """,
    re.X,
)
_QUOTA = re.compile(r"(?:人民币)?的?(?:额度|限额|范围|标准|限度)(?:以?内|之内)")
_QUOTA_NOUN = re.compile(r"(?:创新券|服务券|补贴|补助|奖励|资助|支持|奖补|申领|兑付|抵扣|抵用|榜)[^,;。]{0,4}(?:额度?|标准|金额|上限|限额|总额)")
_AS_SUMS = re.compile(r"按照?人民币$")  # 分别按人民币30万元、实到外资的8‰给予奖励
# 分阶段奖励,合计800万元:完成股改50万元,辅导验收100万元
_STEP_ALONE = re.compile(r"[:,、;]?[^,;。:\d]{2,16}")
_STEPS_OF = re.compile(r"(?:奖励|补助|资助|给予)[^;。\d]{0,12}(?:合计|累计|总计|共|总额)[^;。\d]{0,6}[\d.]+万?元[^;。\d]{0,6}:(?:[^;。:]*[,、;])?:?$")
# 通过认定的:首次认定15万元,重新认定8万元: cases and their sums behind a colon
_CASES = re.compile(
    r"""
    (?:的|奖|名|等次|级|类|人才|标准)(?:\([^()]{0,20}\))?:
    (?:[^,;。:\d]{0,24}[\d.]+[十百千]?[万亿]?元(?:/[^,;。\d]{1,4})?[,、;])*[^,;。:\d]{0,24}$
    """,
    re.X,
)
_CASES_REACH, _CASE_END = 160, 4
# 新认定15万元/家, 国外授权2万元/件
_SIZE_OF_EACH = re.compile(r"(?:率|均)[^,;。\d]{0,3}|目标|指标")  # 全员劳动生产率为21万元/人
_LEAD_END = 16
_FOR_EACH_UNIT = re.compile(r"/(?:[家件人户个项台套名次场篇]|标箱)(?!以[上下]|的(?:企业|项目))")
_LIST_BEGUN = re.compile(r"(?:额度|标准|金额|奖励|补助|补贴|资助)分别为[^。]{0,160};$")
_GIVEN_RIGHT = re.compile(rf"(?:人民币)?(?:{words.PER_TAIL.pattern})?(?:给予|予以|发放|计发)")
# 对研究院,…合计投入最高4000万元的建设运行费
_PUT_IN = re.compile(r"(?:投入|安排)(?:总[额计])?(?:最高|最多|不超过|不高于)+$")
_PUT_IN_FOR = re.compile(r"的[^,;。\d]{0,12}(?:费|资金|经费)")
_UNIT_LAST = re.compile(r"每[^,;。\d]{1,6}$")
_EACH_SUM = re.compile(r"(?<!以)每[件项个人名家户台套篇场次月](?:按|为)?$")
_LOAN_LIMIT = re.compile(r"贷[”’]?(?:款)?[^,;。]{0,8}(?:额度|限额)")
_SUPPORT_LIMIT = re.compile(rf"{words.NOUN}|上限|限额|申领|额度")
_FOR_WHOM = re.compile(r"对[^,;。]{3,}")
_BY_STANDARD = re.compile(r"按|每|标准")
_SAID_SUPPORT = re.compile(r"支持|奖|补|资助|给予")
_FOR_EACH = re.compile(r"均[^,;。]{0,8}(?:奖|补|资助)")
_VOUCHER_CLAUSE = re.compile(r"(?:创新|服务|科技|数字|[A-Z])券[^,;。]{0,16},[^,;。]*$")
_GIVES_BEHIND = re.compile(rf"{words.VERB.pattern}")
_DRAWN_IN = re.compile(r"(?:带动|撬动|吸引)[^,;。]{0,8}(?:投资|投入|资本|资金)$")
_BY_THE_PIECE = re.compile(r"(?:的|其余)[^,;。\d]{0,8}每[个项家件名人]$")  # 通过的品种每个100万元,其余每个50万元
_ENDS = re.compile(r"[,;。]|$")
_THAT_REACH = re.compile(r"[^,;。]{0,4}(?:的|以上)")


def money_role(view: View, has_main: bool) -> Role:
    """Role of a sum of money: award, ceiling, loan_ceiling, covered_balance, insured_sum, pool, base, old, ... or none."""
    tests: tuple[Callable[[View, bool], Role | None], ...] = (insured, budget, _said_outright, refused, loans, _given, _bounded, _led)
    for test in tests:
        role = test(view, has_main)
        if role:
            return role
    return NOTHING


def is_parallel(view: View, before: View) -> bool:
    """省外每标箱500元,出口每标箱800元: the same unit right before both sums, with nothing but their kinds between."""
    unit, other = _UNIT_LAST.search(view.left), _UNIT_LAST.search(before.left)
    return unit is not None and other is not None and unit.group() == other.group() and view.compact[before.end : view.start].lstrip(",、") == view.left.lstrip(",、")


def _gives_last(view: View) -> bool:
    """Whether a verb of giving is the last thing said before the figure, with no threshold word behind it."""
    left = BOUNDS.sub(lambda match: "#" * len(match.group()), view.left)
    give, limit = last_match(words.VERB, left), last_match(words.THRESHOLD, left)
    return give >= 0 and give >= limit


def _said_outright(view: View, has_main: bool) -> Role | None:
    """Turns of phrase that decide alone."""
    if is_penalty(view):
        return ("none", "penalty", 0.0)
    if NEW_VALUE.search(view.left) and not _LOAN_LIMIT.search(view.clause) and _SUPPORT_LIMIT.search(view.clause):
        return ("award", "new value behind the old one", 0.85)
    if _STANDARD.match(view.right) and not words.GETS.search(view.left):
        return ("award", "按…的标准给予", 0.85)
    if _WHOLE_POLICY.search(view.clause) or _ALL_KINDS.search(view.clause):
        return ("none", "ceiling on all support together", 0.0)
    if _QUOTA.match(view.right) and words.AT_MOST.search(view.left):
        return ("award", "quota within which support is given", 0.7)
    if _PUT_IN.search(view.left) and _PUT_IN_FOR.match(view.right) and _FOR_WHOM.search(view.before):
        return ("award", "money put in for a named use", 0.75)
    if is_topped_up(view):
        return ("award", "support that another one is added to", 0.75)
    return None


def _given(view: View, has_main: bool) -> Role | None:
    if _gives_last(view):
        return ("award", "verb of giving before the figure", 0.9)
    if _GIVEN_RIGHT.match(view.right) and _BY_STANDARD.search(view.left) and not words.THRESHOLD.search(view.left.rsplit("按", 1)[-1]):
        return ("award", "按每…给予", 0.8)
    if _AS_SUMS.search(view.left) and words.VERB.search(view.right_clause):
        return ("award", "按人民币…给予", 0.75)
    if _SUPPORTS.search(view.left):
        return ("award", "支持 right before the figure", 0.8)
    return _listed(view, has_main)


def _listed(view: View, has_main: bool) -> Role | None:
    """A level, a kind or a step with its sum in a list, or a word of support behind the sum."""
    if _KIND_ALONE.fullmatch(view.left) and _LIST_BEGUN.search(view.compact[view.stretch.sentence : view.stretch.start]) and not words.THRESHOLD.search(view.left):
        return ("award", "a kind and its sum, in a list begun before the semicolon", 0.7)
    if _STEP_ALONE.fullmatch(view.left) and _STEPS_OF.search(view.compact[view.stretch.sentence : view.start - len(view.left)] + view.left[:1]):
        return ("award", "a step of support whose whole is said before", 0.7)
    if _FOR_EACH_UNIT.match(view.right) and not words.THRESHOLD.search(view.left) and not _SIZE_OF_EACH.search(view.left + view.lead[-_LEAD_END:]):
        return ("award", "a sum for each unit", 0.65)
    if _CASES.search(view.compact[max(view.stretch.paragraph, view.start - _CASES_REACH) : view.start]) and not words.THRESHOLD.search(view.left[-_CASE_END:]):
        return ("award", "a case and its sum behind a colon", 0.65)
    said = view.compact[max(view.stretch.sentence, view.start - 160) : view.start]
    if _LEVEL_ALONE.fullmatch(view.left) and (has_main or _SAID_SUPPORT.search(said) or _FOR_EACH.search(view.right)):
        return ("award", "a level and its sum", 0.65)
    if _KIND_ALONE.fullmatch(view.left) and _SUMS_TO_GIVE.match(view.right) and not words.THRESHOLD.search(view.left):
        return ("award", "a kind and its sum, 给予 behind the list", 0.7)
    if noun_right(view) and words.MAY_GET.search(view.left):
        return ("award", "可获得 before and a word of support behind", 0.8)
    if noun_right(view) and not (words.GETS.search(view.left) and not words.VERB.search(view.left)):
        return ("award", "word of support behind the figure", 0.9)
    return None


def _bounded(view: View, has_main: bool) -> Role | None:
    """最高, 不超过 and the like with no verb: a ceiling behind support, or support in words left out."""
    at_most = words.AT_MOST_TAIL.search(view.left) or words.AT_MOST_RIGHT.match(view.right)
    if not at_most:
        return None
    left = BOUNDS.sub("", view.left)
    if words.THRESHOLD.search(left):
        return None
    if has_main:
        return ("award", "at most, behind support", 0.8)
    if _QUOTA_NOUN.search(view.clause) or _VOUCHER_CLAUSE.search(view.before):
        return ("award", "at most of a named support", 0.75)
    if _GIVES_BEHIND.search(view.right[:25]) or words.VERB.search(view.before[-60:]) or lead_of(view) == "gives":
        return ("award", "at most, with support near", 0.7)
    return None


def _led(view: View, has_main: bool) -> Role | None:
    left = BOUNDS.sub("", view.left)
    if words.THRESHOLD.search(left) or words.TAIL_CONDITION.match(view.right) or _DRAWN_IN.search(left):
        return None
    if lead_of(view) == "gives" and (len(view.left) <= 40):
        return ("award", "list under a head that promises support", 0.6)
    if _EACH_SUM.search(left) and words.VERB.search(view.compact[max(view.stretch.paragraph, view.start - 160) : view.start]):
        return ("award", "a sum for each, support said before", 0.6)
    if _BY_THE_PIECE.search(left) and _ENDS.match(view.right):
        return ("award", "a sum for each, no verb", 0.55)
    previous = view.before[: len(view.before) - len(view.left)][-80:]
    if words.VERB.search(previous) and len(view.left) <= 20 and not _THAT_REACH.match(view.right):
        return ("award", "support promised in the clause before", 0.55)
    return None
