"""Decide what a figure is: support, its ceiling, a loan, a cover, a budget, or only a condition.

Each test is one habit of Chinese policy prose; the first that holds decides and is named in `why`.
"""

import re
from collections.abc import Callable

from curation.extract import words
from curation.extract.views import View, last_match

Role = tuple[str, str, float]  # role, rule, confidence

NOTHING: Role = ("none", "no rule", 0.0)

BOUNDS = re.compile(f"{words.AT_MOST.pattern}|{words.AT_LEAST.pattern}")
_ADJACENT_GIVE = re.compile(
    r"(?:给予|予以|奖励|奖补|补助|补贴|资助|扶持|发放|补偿|奖|安排|提供|支付|拨付|支持|配套|标准|额度|金额|资金|经费)(?:为|是|:|共|各|至|到|总额|额|的|约|人民币|"
    r"一次性|分别|每[家户个人项年月件台名]|每年|最高|不超过|不低于|不少于|至少|资金|标准|额度|金额|/|[,、]?(?:即|合计|累计))*$"
)
_LOAN_RIGHT = re.compile(r"[^,;。]{0,30}?贷[”’』]?款(?!贴息|利息|补|风险|保证保险|的?[^,;。]{0,4}(?:补贴|贴息|奖励))")
_LOAN_LEFT = re.compile(r"(?:贷款|授信|信贷|融资)[^,;。]{0,10}(?:额度|总额|限额|金额|规模|余额)?[^,;。]{0,4}(?:最高|不超过|不高于|上限|可达|最多|为)[^,;。]{0,4}$")
_MONEY_HELP = re.compile(r"贴息|补贴|补助|奖励|补偿|资助|奖补|担保费|利息|保费")
_COVERED = re.compile(r"(?:纳入|列入|享受|进入)[^,;。]{0,10}(?:风险补偿|补偿|风险池|资金池|风险分担|分担)[^,;。]{0,10}(?:贷款|余额|额度|本金|金额)|风险补偿(?:的)?(?:贷款|额度)[^,;。]{0,8}$")
_COVERED_RIGHT = re.compile(r"(?:以内|以下)?的?[^,;。]{0,12}贷款[^,;。]{0,8}(?:纳入|列入)[^,;。]{0,10}(?:补偿|风险池|资金池|分担)")
_LOAN_BEFORE = re.compile(r"(?:贷款|信贷|授信)(?:业务|产品|服务)?,(?:对)?(?:单[笔户家个]|每[笔户家个])(?:企业)?(?:贷款|授信)?(?:额度|金额|限额)(?:一般|原则上|为)*(?:不超过|最高(?:不超过)?|不高于|上限(?:为)?)$")
_NAMED_LOAN = re.compile(r"贷[”’][^;。奖补贴]{0,30}$")
_BASE = re.compile(r"(?:享受|给予|获得|纳入|申请)?贴息的?(?:贷款|本金)|贴息(?:对应|基数)|(?:作为|计算)?(?:计息|补贴|补助|奖励)(?:基数|本金)|用于贴息的贷款")
_INSURED_LEFT = re.compile(r"(?:保额|保险金额|保障额度|保障限额|赔偿限额|赔付限额|责任限额|保障金额)[^,;。]{0,10}$")
_INSURED_RIGHT = re.compile(r"(?:以上|以内)?的?[^,;。费贴]{0,12}(?:保险|保障|保额)(?!费|补贴|金|补助)")
_POOL_LEFT = re.compile(
    r"(?:(?:设立|组建|建立|筹集|统筹|设置|发起|整合|打造|形成|筹措|成立)[^,;。]{0,24}|(?:安排|列支|投入|预算|拿出|设立|统筹|新增)[^,;。]{0,20}(?:资金|经费|预算|基金)[^,;。]{0,10}"
    r"|(?:基金|资金池|资金|母基金|专项资金)(?:总|首期|目标|的)?(?:规模|总量|盘子|总额度?)[^,;。]{0,10}|(?:总|首期|目标)规模[^,;。]{0,8}|每年(?:发放|安排|设立|投入|统筹|拿出)[^,;。]{0,10})$"
)
_FUND_SIZE = re.compile(r"(?:总|首期|目标)规模[^,;。]{0,6}$")
_POOL_SPENT = re.compile(r"(?:财政|政府|市级|每年|管委会|市、?区|国资)[^,;。]{0,12}(?:安排|出资|投入|拿出|统筹|列支)(?:不少于|不低于|不超过|总额|共|约)*$")
_BUDGET = re.compile(r"(?:(?:年度|每年)安排(?:资金|经费)?(?:总额|总量|规模|额度)|(?:年度|每年|财政)(?:资金|经费)?预算(?:安排)?(?:资金|经费)?(?:总额|总量|总规模|规模|额度)?)(?:为|约|共|不超过|不低于|不少于)*$")
_EACH_YEAR = re.compile(r"每年(?:发放|安排|设立|投入|统筹|拿出)[^,;。]{0,10}$")
_POOL_RIGHT = re.compile(r"(?:以上|以内|左右|规模)?的?[^,;。给奖]{0,24}?(?:资金|基金|创新券|资金池|经费|消费券|服务券|预算|专项)")
_PERSON = re.compile(r"同一|对(?!接|外|上|口|标|照|于市级)|每家|每户|每个|每人|每项|给予|单个|单户|每名|予以")
_LEAD_GIVES = re.compile(rf"(?:{words.NOUN}|标准|待遇|政策)")
_LEAD_ASKS = re.compile(r"(?:申报|申请|认定|基本|准入|支持|适用|奖励)?(?:条件|资格|门槛|要求|范围|对象)")
NEW_VALUE = re.compile(r"(?:提高|提升|调整|增加|上调|上浮|调高|降低|下调|扩大|提标|增加|降|增|提|升|改|变)(?:到|至|为)(?:最高|不超过|每[家户个人年月件])?$")
_STANDARD = re.compile(r"(?:人民币)?(?:/[^,;。\d]{1,5})?的?(?:奖励|补助|补贴|资助)?(?:标准|额度|定额)(?:,|一次性|分别|予以|给予|进行|发放|支付|直接|对[^,;。]{1,12}|由[^,;。]{1,8})*(?:给予|予以|发放|奖|补|资助|支持|支付|拨付|配套|贴|享受|执行|核定|计)")
_WHOLE_POLICY = re.compile(r"(?:本|该)(?:措施|办法|政策|意见|细则|规定|通知)[^,;。]{0,20}(?:总额|累计|合计|总计|资金|资助|奖励)")
_SUPPORTS = re.compile(r"(?:支持|资助|奖励|补助|扶持)(?:力度|强度|额度|金额|标准|资金|总额)?(?:为|:|不低于|不少于|最高|不超过|达到?|可达|原则上|一般|每[年项个家])*$")
_LEVEL_ALONE = re.compile(r"[、和及]?(?:国家级|省级|市级|区级|县级|一等奖|二等奖|三等奖|特等奖|优秀|良好|合格|优秀奖|[A-D][类级档]?|[一二三]类)(?:的|每[家个项名]|各|平台|企业|项目|:|为|最高|不超过)*")
# 按照国家级500万元、省级200万元的标准给予: the verb stands behind the whole list.
_KIND_ALONE = re.compile(r"[、和及,]?(?:分别)?(?:按照?)?[^,;。、\d]{2,24}")
_SUMS_TO_GIVE = re.compile(r"(?:[、和及,][^,;。、\d]{0,12}[\d.]+[万亿]?元){0,6}的?(?:标准|额度|档次|等级)?,?(?:分别|一次性|予以|定额)*(?:给予|予以|发放|奖励|补助|补贴|资助)")
_KIND_BY_SIZE = re.compile(r"(?:\(不?含\))?以[上下内](?:\(不?含\))?的[^,;。\d]{0,10}(?:比例|标准|额度|系数)")
_PAID_BY = re.compile(r"由[^,;。]{1,14}(?:出资|承担|负担|分担)(?:不低于|不超过|不少于)?$")
_PAID_TOO = re.compile(r"[、,和](?!对)[^,;。\d]{2,12}(?:配套|出资|承担|负担)(?:不低于|不超过|不少于)?")
_NOT_PAID = re.compile(r"(?:\(含\))?以[下内]的?,?[^,;。]{0,6}不(?:予|再)")
_ALL_KINDS = re.compile(r"(?:同一|单个|每个|每家)[^,;。]{0,40}(?:各类|各项|多项|所有|全部)[^,;。]{0,16}(?:奖|补|资金|扶持|支持)[^,;。]{0,8}(?:总额|合计|累计|不超过)")
_SIZE_OF_GRANT = re.compile(r"(?:^|[^给予])(?:补助|资助|奖励|支持|扶持|奖补)(?:金额|额度|总额|资金|经费)(?:在|达到?|为)?$")
_REACHES = re.compile(r"(?:达到?|(?<!不)(?<!不得)超过|突破|满)(?:人民币)?$")
_STEP = re.compile(r"每(?:再|新)?(?:增加|增长|新增|提高|超过?|满|达到?|完成|实现|增|多)(?:投资|投入|销售|交易额|产值|营收|登记额|成交额|税收|贷款)?(?:满|超过|达到?)?$")
_PER_HEAD = re.compile(r"(?:生产率|产出|产值|收入|税收|强度|贡献|效益|投资额?|利润)[^,;。给奖补]{0,8}(?:达到?|超过|不低于|不少于|高于|为|在)?每[人亩年](?:年)?$")
_OWN_MONEY = re.compile(r"(?:以上)?的?(?:自有|自筹)")
_QUOTA = re.compile(r"(?:人民币)?的?(?:额度|限额|范围|标准|限度)(?:以?内|之内)")
_QUOTA_NOUN = re.compile(r"(?:创新券|服务券|补贴|补助|奖励|资助|支持|奖补)[^,;。]{0,4}(?:额度?|标准|金额|上限|限额|总额)")
_FACE_VALUE = re.compile(r"券[^,;。\d]{0,8}(?:面额|面值|票面|票值)[^,;。\d]{0,8}$")
_EACH_SUM = re.compile(r"(?<!以)每[件项个人名家户台套篇场次](?:按|为)?$")
_LENT = re.compile(r"的?[^,;。的]{0,10}贷[”’]?款(?!贴息|利息|补)")


def money_role(view: View, has_main: bool) -> Role:
    """Role of a sum of money: award, ceiling, loan_ceiling, covered_balance, insured_sum, pool, base, old, ... or none."""
    tests: tuple[Callable[[View, bool], Role | None], ...] = (_insured, _budget, _said_outright, _refused, _loans, _given, _bounded, _led)
    for test in tests:
        role = test(view, has_main)
        if role:
            return role
    return NOTHING


def is_penalty(view: View) -> bool:
    """Whether the figure is a fine or money that is taken back (并处1万元以上3万元以下罚款)."""
    if words.PUNISH.search(view.left) or words.PUNISH.match(view.right[:8].lstrip("以的上下")):
        return True
    return bool(re.search(r"处以?(?:[^,;。]{0,20}以上)?$", view.left) and "罚款" in view.right_clause)


def is_topped_up(view: View) -> bool:
    """在省级补助40%的基础上: support that stands and that more is added to."""
    return bool(re.match(r"(?:以内|以下)?(?:的|[^,;。\d]{0,6}(?:奖励|补助|补贴|资助|支持)?的?)?基础上,?(?![^,;。]{0,4}(?:提高|提升|上浮|增加|调整))", view.right)) and bool(
        re.search(r"奖励|补助|补贴|资助|给予|支持|扶持|配套|奖", view.left)
    ) and not re.search(r"原[有来]?[^,;。]{0,10}$", view.left)


def _noun_right(view: View) -> bool:
    return bool(words.NOUN_RIGHT.match(view.right))


def _gives_last(view: View) -> bool:
    """Whether a verb of giving is the last thing said before the figure, with no threshold word behind it."""
    left = BOUNDS.sub(lambda match: "#" * len(match.group()), view.left)
    give, limit = last_match(words.VERB, left), last_match(words.THRESHOLD, left)
    return give >= 0 and give >= limit


def _said_outright(view: View, has_main: bool) -> Role | None:
    """Turns of phrase that decide alone."""
    if is_penalty(view):
        return ("none", "penalty", 0.0)
    if NEW_VALUE.search(view.left) and re.search(words.NOUN, view.clause):
        return ("award", "new value behind the old one", 0.85)
    if _STANDARD.match(view.right) and not words.GETS.search(view.left):
        return ("award", "按…的标准给予", 0.85)
    if _WHOLE_POLICY.search(view.clause) or _ALL_KINDS.search(view.clause):
        return ("none", "ceiling on all support together", 0.0)
    if _QUOTA.match(view.right) and words.AT_MOST.search(view.left):
        return ("award", "quota within which support is given", 0.7)
    if is_topped_up(view):
        return ("award", "support that another one is added to", 0.75)
    if _FACE_VALUE.search(view.clause):
        return ("award", "face value of a voucher", 0.75)
    return None


def _refused(view: View, has_main: bool) -> Role | None:
    if words.REPEAT_OLD_RIGHT.match(view.right) and (words.REPEAT_OLD_LEFT.search(view.left) or "基础上" in view.right[:6]):
        return ("old", "old value before the new one", 0.0)
    gets = bool(words.GETS.search(view.left)) and not re.search(r"给予|予以|一次性|最高|,", view.left) and not _rewarded_after_getting(view)
    lent = bool(_LENT.match(view.right)) and bool(re.search(r"提供|给予|发放|推出|(?:可以?|申请|获得?|享受)[^,;。]{0,4}(?:最高|不超过)", view.clause))
    if _NOT_PAID.match(view.right) or (_KIND_BY_SIZE.match(view.right) and not words.VERB.search(BOUNDS.sub("", view.left.rsplit(":", 1)[-1]))):
        return ("none", "threshold: a size that decides the support", 0.0)
    if _PAID_BY.search(view.left) or (_PAID_TOO.fullmatch(view.left) and re.search(r"出资|承担|负担", view.before[-40:])):
        return ("none", "what each party pays in", 0.0)
    if _STEP.search(view.left) or _PER_HEAD.search(view.left):
        return ("none", "threshold: the step or the size that support depends on", 0.0)
    if _OWN_MONEY.match(view.right):
        return ("none", "money of the applicant", 0.0)
    if _REACHES.search(view.left) and words.TAIL_CONDITION.match(view.right) and not words.VERB.search(BOUNDS.sub("", view.left)):
        return ("none", "threshold: a size that is reached", 0.0)
    if _SIZE_OF_GRANT.search(view.left) and words.TAIL_CONDITION.match(view.right):
        return ("none", "threshold: a grant of this size", 0.0)
    if words.TAIL_CONDITION.match(view.right) and not lent and (gets or not _noun_right(view)) and (gets or not _ADJACENT_GIVE.search(view.left)):
        return ("none", "threshold: ends in 的", 0.0)
    if words.INSTALMENT_LEFT.search(view.left) and has_main:
        return ("none", "instalment", 0.0)
    if words.BEARING.search(view.left) and has_main:
        return ("none", "division of the cost", 0.0)
    return None


def _rewarded_after_getting(view: View) -> bool:
    return bool(re.search(r"(?:的|者|后|,)[^,;。]{0,6}(?:奖|补|资助|支持)", view.left)) or bool(re.search(r"(?:奖|名|项目|称号|认定)(?:的)?(?:奖励|补助|奖)[^,]{0,4}$", view.left))


def _loans(view: View, has_main: bool) -> Role | None:
    left, right = view.left, view.right_clause
    if _COVERED.search(view.clause) or _COVERED_RIGHT.match(view.right):
        return ("covered_balance", "balance under risk compensation", 0.85)
    if _BASE.search(left) and words.AT_MOST.search(left):
        return ("base", "ceiling on the loan that is subsidised", 0.8)
    helped = bool(_MONEY_HELP.match(right.lstrip("的"))) or bool(_MONEY_HELP.search(left.rsplit("贷款", 1)[-1]))
    if _LOAN_LEFT.search(left) and not helped:
        return ("loan_ceiling", "loan", 0.85)
    if _NAMED_LOAN.search(view.before) and words.AT_MOST.search(left) and not helped and not re.search(words.NOUN, left + right):
        return ("loan_ceiling", "named loan", 0.75)
    if _LOAN_BEFORE.search(view.before) and not helped and not re.match(r"[^,;。]{0,6}(?:的|贷款)", view.right):
        return ("loan_ceiling", "the most of a loan named before", 0.75)
    offered = words.AT_MOST.search(left) or re.search(r"提供|给予|发放|额度|申请", left)
    if offered and not _MONEY_HELP.search(left) and _LOAN_RIGHT.match(view.right):
        return ("loan_ceiling", "loan", 0.85)
    return None


def _insured(view: View, has_main: bool) -> Role | None:
    left = view.left
    if (_INSURED_LEFT.search(left) and not words.TAIL_CONDITION.match(view.right)) or (re.search(r"提供|保额|不低于|保障", left) and not re.search(r"投保|参加|购买", left) and _INSURED_RIGHT.match(view.right) and not re.search(r"补[贴助][^,;。]{0,8}$", left)):
        return ("insured_sum", "sum insured", 0.85)
    return None


def _budget(view: View, has_main: bool) -> Role | None:
    if _PERSON.search(view.clause) or lead_of(view) == "asks":
        return None
    left = view.clause if view.previous_end <= view.clause_start else view.left
    if "目标" in view.lead.rsplit("\n", 1)[-1][:16] and not re.search(r"设立|安排|组建|统筹|列支", left):
        return None
    if re.search(r"(?:达到?|(?<!不)(?<!不得)超过|突破)[^,;。]{0,3}$", left) and not re.search(r"设立|安排|组建", left):
        return None
    if _POOL_SPENT.search(left) and re.match(r"(?:专项)?,?(?:资金|经费)?,?(?:设立|作为|建立|成立|组建|用于|专项用于|支持)", view.right):
        return ("pool", "budget of a programme", 0.75)
    if _BUDGET.search(left):
        return ("pool", "budget of a programme", 0.8)
    if _POOL_LEFT.search(left) and (_POOL_RIGHT.match(view.right) or re.search(r"资金|基金|经费|预算|创新券|券", left) or (_EACH_YEAR.search(left) and re.search(r"(?:专项|引导)?(?:资金|基金|经费)", view.before[-60:])) or (_FUND_SIZE.search(left) and re.search(r"基金|资金池|专项资金", view.before[-60:]))):
        return ("pool", "budget of a programme", 0.8)
    return None


def _given(view: View, has_main: bool) -> Role | None:
    if _gives_last(view):
        return ("award", "verb of giving before the figure", 0.9)
    if re.match(r"(?:人民币)?(?:给予|予以|发放|计发)", view.right) and re.search(r"按|每|标准", view.left) and not words.THRESHOLD.search(view.left.rsplit("按", 1)[-1]):
        return ("award", "按每…给予", 0.8)
    if _SUPPORTS.search(view.left):
        return ("award", "支持 right before the figure", 0.8)
    if _LEVEL_ALONE.fullmatch(view.left) and re.search(r"支持|奖|补|资助|给予", view.before):
        return ("award", "a level and its sum", 0.65)
    if _KIND_ALONE.fullmatch(view.left) and _SUMS_TO_GIVE.match(view.right) and not words.THRESHOLD.search(view.left):
        return ("award", "a kind and its sum, 给予 behind the list", 0.7)
    if _noun_right(view) and not (words.GETS.search(view.left) and not words.VERB.search(view.left)):
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
    if _QUOTA_NOUN.search(view.clause) or re.search(r"(?:创新|服务|科技|数字)券[^,;。]{0,6},[^,;。]*$", view.before):
        return ("award", "at most of a named support", 0.75)
    if re.search(rf"{words.VERB.pattern}", view.right[:25]) or words.VERB.search(view.before[-60:]) or lead_of(view) == "gives":
        return ("award", "at most, with support near", 0.7)
    return None


def _led(view: View, has_main: bool) -> Role | None:
    left = BOUNDS.sub("", view.left)
    if words.THRESHOLD.search(left) or words.TAIL_CONDITION.match(view.right):
        return None
    if lead_of(view) == "gives" and (len(view.left) <= 40):
        return ("award", "list under a head that promises support", 0.6)
    if _EACH_SUM.search(left) and words.VERB.search(view.compact[max(view.stretch.paragraph, view.start - 160) : view.start]):
        return ("award", "a sum for each, support said before", 0.6)
    previous = view.before[: len(view.before) - len(view.left)][-80:]
    if words.VERB.search(previous) and len(view.left) <= 20 and not re.match(r"[^,;。]{0,4}(?:的|以上)", view.right):
        return ("award", "support promised in the clause before", 0.55)
    return None


def lead_of(view: View) -> str:
    """Whether the heads above promise support (gives) or list requirements (asks)."""
    nearest = [line for line in view.lead.split("\n") if line][-2:]
    for line in reversed(nearest):
        if _LEAD_ASKS.search(line[-30:]) and not re.search(r"标准|奖励|补助", line[-8:]):
            return "asks"
        if _LEAD_GIVES.search(line):
            return "gives"
    return ""
