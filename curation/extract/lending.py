"""Sums that are never paid to one recipient: loans, balances, covers, budgets and funds."""

import re

from curation.extract import words
from curation.extract.signs import NEW_VALUE, OF_A_CARRIER, Role, is_reported, lead_of
from curation.extract.views import View

_LOAN_RIGHT = re.compile(r"[^,;。]{0,30}?(?:贷[”’』]?款|借款)(?!贴息|利息|补|风险|保证保险|的?[^,;。]{0,4}(?:补贴|贴息|奖励))")
_LOAN_LEFT = re.compile(
    r"""
    (?:贷款|借款|授信|信贷|融资|提供担保)[^,;。]{0,10}(?:额度|总额|限额|金额|规模|余额)?[^,;。]{0,4}(?:最高|不超过|不高于|上限|可达|最多|为)[^,;。]{0,4}$
    """,
    re.X,
)
_MONEY_HELP = re.compile(r"贴息|补贴|补助|奖励|补偿|资助|奖补|担保费|利息|保费")
_VOLUME = re.compile(r"(?:贷款|信贷|融资)[^,;。]{0,6}(?:余额|规模|总量)(?:为|达到?|突破|超过?)$")  # what all lenders lend
_COVERED = re.compile(
    r"""
    (?:纳入|列入|享受|进入)[^,;。]{0,10}(?:风险补偿|补偿|风险池|资金池|风险分担|分担)[^,;。]{0,10}(?:贷款|余额|额度|本金|金额)
    |风险补偿(?:的)?(?:贷款|额度)[^,;。]{0,8}$
    |(?:入池|池内|在池)[^,;。]{0,4}贷款
    """,
    re.X,
)
_COVERED_RIGHT = re.compile(
    r"""
    (?:以内|以下)?的?[^,;。]{0,12}贷款[^,;。]{0,8}(?:纳入|列入)[^,;。]{0,10}(?:补偿|风险池|资金池|分担)
    """,
    re.X,
)
# 贷款个人最高30万元、小微企业最高400万元
_BRIDGING = re.compile(r"(?:转贷|周转|过桥)(?:资金|基金|金),[^,;。]{0,10}(?:额度|金额)")
_LOAN_TOO = re.compile(
    r"""
    贷款[^,;。\d补贴奖]{0,10}(?:最高|不超过)[\d.]+万?元?(?:[、,][^,;。\d补贴奖]{2,10}(?:最高|不超过)[\d.]+万?元?){0,4}[、,][^,;。\d补贴奖]{2,10}(?:最高|不超过)$
    """,
    re.X,
)
_COVERED_BEHIND = re.compile(r"[^;。]{0,40}的,?(?:可以?)?(?:纳入|列入)[^,;。]{0,10}(?:补偿|风险池|资金池|分担)")
_LOAN_BEFORE = re.compile(
    r"""
    (?:贷款|信贷|授信)(?:业务|产品|服务)?,(?:对)?(?:单[笔户家个]|每[笔户家个])(?:企业)?(?:贷款|授信)?(?:额度|金额|限额)(?:一般|原则上|为)*
      (?:不超过|最高(?:不超过)?|不高于|上限(?:为)?)$
    """,
    re.X,
)
_NAMED_LOAN = re.compile(r"贷[”’][^;。奖补贴]{0,30}$")
# Every pattern of `loans` needs one of these in its stretch.
_SPEAKS_OF_LOANS = re.compile("贷|借款|授信|信贷|融资|担保|周转|过桥|补偿|风险|资金池|分担|贴息|基数|本金|计息|信用额度")
_BEFORE_LOAN = 900
_CREDIT_LINE = re.compile(r"(?:信用|授信|信贷)额度(?:为|在|一般)*$")
_BASE = re.compile(
    r"""
    (?:享受|给予|获得|纳入|申请)?贴息的?(?:贷款|本金)
    |贴息(?:对应|基数)
    |(?:作为|计算)?(?:计息|补贴|补助|奖励)(?:基数|本金)
    |用于贴息的贷款
    |(?:单户|每户|单笔|单个企业)担保(?:贷款)?(?:额|金额|余额)
    """,
    re.X,
)
_OF_ALL = 100_000_000  # yuan; a larger sum insured that is nobody's is what all insurers cover
_INSURED_LEFT = re.compile(r"(?:(?<!担)保额|保险金额|保障额度|保障限额|赔偿限额|赔付限额|责任限额|保障金额)[^,;。]{0,10}$")
_ALL_COVER = re.compile(r"累计[^,;。]{0,4}提供[^,;。]{0,6}保障$")
_INSURED_RIGHT = re.compile(r"(?:以上|以内)?的?[^,;。费贴]{0,12}(?:保险|保障|保额)(?!费|补贴|金|补助)")
_POOL_LEFT = re.compile(
    r"(?:(?:设立|组建|建立|筹集|统筹|设置|发起|整合|打造|形成|筹措|成立)[^,;。]{0,24}|(?:安排|列支|投入|预算|拿出|设立|统筹|新增)[^,;。]{0,20}(?:资金|经费|预算|基金)[^,;。]{0,10}"
    r"|(?:基金|资金池|资金|母基金|专项资金)(?:总|首期|目标|的)?(?:规模|总量|盘子|总额度?)[^,;。]{0,10}|(?:总|首期|目标)规模[^,;。]{0,8}|每年(?:发放|安排|设立|投入|统筹|拿出)[^,;。]{0,10})$"
)
_FUND_SIZE = re.compile(r"(?:总|首期|目标)规模[^,;。]{0,6}$")
_GRANTED_FROM_ABOVE = re.compile(r"(?:中央|省级?)财政[^,;。\d]{0,8}资金(?:共计?|总额|总计|为|约)*$")  # 中央财政奖补资金共1.5亿元
_POOL_SPENT = re.compile(
    r"""
    (?:(?:财政|政府|(?:母|产业|引导)基金|[省市县区]级|[省市县区]里|本级|每年|管委会|市、?区|国资)[^,;。]{0,12}(?:安排|出资|投入|统筹|列支)|拿出)(?:不少于|不低于|不超过|总额|共|约)*$
    """,
    re.X,
)
_VOUCHERS_OF_ALL = re.compile(r"券(?:发放|安排|兑付)?(?:总额度?|总量|总规模)(?:为|约|不超过|不低于|控制在)*$")  # 创新券总额1200万元
_SPENT_ON = re.compile(r"(?:以上)?的?(?:专项)?,?(?:资金|经费)?,?(?:分年度?|分期|分批|参股|设立|作为|建立|成立|组建|用于|专项用于|支持)")
_BUDGET = re.compile(
    r"""
    (?:(?:年度|每年)(?:安排|发放|兑付|投放)(?:资金|经费)?(?:总额|总量|规模|额度)|(?:年度|每年|全年|财政)[^,;。]{0,10}(?:资金|经费)?预算(?:安排)?(?:资金|经费)?(?:总额|总量|总规模|规模|额度)?)
      (?:为|约|共|不超过|不低于|不少于)*$
    """,
    re.X,
)
_WHOLE_BUDGET = re.compile(r"(?:总盘子|资金盘子|预算总额|总预算|(?:兑现|奖补|扶持)资金(?:总额|总量))(?:为|约|共|控制在)*$")
_EACH_YEAR = re.compile(r"每年(?:发放|安排|设立|投入|统筹|拿出)[^,;。]{0,10}$")
_POOL_RIGHT = re.compile(r"(?:以上|以内|左右|规模)?的?[^,;。给奖]{0,24}?(?:资金|基金|补偿金|创新券|资金池|经费|消费券|服务券|预算|专项)")
_EARMARKED = re.compile(r"用于[^,;。\d]{2,20}的?(?:资金|经费|支出|投入)(?:总额|规模)?(?:不低于|不少于|不超过|为|约)*$")
_TOTAL_OF_FUND = re.compile(
    r"""
    (?:(?:安排|列支|设立|统筹)[^,;。]{0,20}(?:资金|经费|基金)|(?:资金|经费|基金|创新券)[^,;。]{0,12}(?:预算)?(?:安排|列支|保障)),(?:每年|年度|资金|[省市区县]本级)*(?:(?<=每年)|总额度?|总规模|总量|规模|额度)(?:为|约|不超过|不低于|不少于|控制在)*$
    """,
    re.X,
)
_IN_THE_BUDGET = re.compile(r"(?:资金|经费)[^,;。]{0,4}(?:列入|纳入)[^,;。]{0,14}预算,(?:每[年届]|年度)?(?:安排|列支)(?:不少于|不低于|不超过|约)*$")
_OF_THE_YEAR = re.compile(r"(?:奖补|专项|扶持|奖励|补助)资金[^,;。]{0,20},(?:20\d\d年度?|年度|每年|当年)安排(?:总额|规模)?(?:为|约|不超过|不低于|不少于)*$")
_FUND_GROWS = re.compile(
    r"""
    (?:基金|资金池|风险池|专项资金)(?:总)?(?:规模|额度)[^,;。\d]{0,6}(?:扩大|增加|提高|扩充|扩|增)(?:到|至)$
    |(?:首期|初始)?规模[^,;。]{0,10}元,[^,;。\d]{0,8}(?:增加|扩大|增|扩|达)(?:到|至)$
    |(?:补偿资金|专项资金|资金池|基金|预算|创新券(?=[^,;。]{0,4}总))(?:年度)?(?:总额度?|总?规模)?由[^,;。]{1,14}(?:提高|增加|扩大|提升|扩充)(?:到|至)$
    """,
    re.X,
)
_RECIPIENT = re.compile(r"对[^,;。]{3,}(?:的|单位|机构|企业|平台|基地),[^,;。]{0,16}$")  # 对来我市设立机构的,每年安排…
_OF_WHOM = re.compile(r"(?:以上)?的(?![^,;。]{0,16}(?:基金|资金))[^,;。]{0,6}(?:孵化器|企业|机构|园区|平台|单位|载体|公司)")  # 基金规模500万元以上的孵化器
_PERSON = re.compile(r"同一|对(?!接|外|上|口|标|照|于市级)|每家|每户|每个|每人|每项|给予|单个|单户|每名|予以")
_LOAN_LIMIT = re.compile(r"贷[”’]?(?:款)?[^,;。]{0,8}(?:额度|限额)")
_NOUN = re.compile(words.NOUN)
_THAT_LOAN = re.compile(r"[^,;。]{0,6}(?:的|贷款)")
_OFFERED = re.compile(r"提供|给予|发放|额度|申请")
_REACHED = re.compile(r"累计|达到|突破|力争")
_COVER_SAID = re.compile(r"提供|保额|不低于|保障")
_INSURES = re.compile(r"投保(?!企业|单位|人)|参加|购买")
_PREMIUM_HELP = re.compile(r"补[贴助][^,;。]{0,8}$")
_LIST_END = re.compile(r"[和及、]$")
_DRAWN_IN = re.compile(r"带动|撬动|吸引|引导(?!基金|资金)")
_BUDGETED = re.compile(r"预算|安排|资金规模")
_MONEY_NAMED = re.compile(r"资金|基金|经费|预算|创新券|券")
_MONEY_NEAR = re.compile(r"资金|基金|经费")
_SET_UP = re.compile(r"设立|安排|组建|统筹|列支")
_UP_TO = re.compile(r"(?:达到?|(?<!不)(?<!不得)超过|突破)[^,;。]{0,3}$")
_DATED = re.compile(r"(?<![截年])[到至]20\d\d年|力争")
_SENTENCE = 240
_BEFORE = 40  # 设立基金10只,总规模200亿元: set up in the clause before
_SET_UP_FOR = re.compile(r"设立|安排|组建")


def loans(view: View, has_main: bool) -> Role | None:
    """A loan, the balance under risk compensation, or the loan that interest support is reckoned on."""
    left, right = view.left, view.right_clause
    if not _SPEAKS_OF_LOANS.search(view.compact, max(view.stretch.sentence, view.start - _BEFORE_LOAN), view.end + len(view.right)) or (_VOLUME.search(left) and not _PERSON.search(view.clause)):
        return None
    if _COVERED.search(view.clause) or _COVERED_RIGHT.match(view.right) or (_LOAN_LEFT.search(left) and _COVERED_BEHIND.match(view.right)):
        return ("covered_balance", "balance under risk compensation", 0.85)
    if _BASE.search(left) and words.AT_MOST.search(left):
        return ("base", "ceiling on the loan that is subsidised", 0.8)
    if NEW_VALUE.search(left) and _LOAN_LIMIT.search(view.clause):
        return ("loan_ceiling", "new limit of a loan", 0.8)
    helped = bool(_MONEY_HELP.match(right.lstrip("的"))) or bool(_MONEY_HELP.search(left.rsplit("贷款", 1)[-1]))
    credit = _CREDIT_LINE.search(left) and not _NOUN.search(right)
    if credit or ((_LOAN_LEFT.search(left) or _LOAN_TOO.search(view.before[-60:])) and not helped):
        return ("loan_ceiling", "loan", 0.85)
    if _BRIDGING.search(view.compact[max(view.stretch.sentence, view.start - _BEFORE) : view.start]) and words.AT_MOST.search(left):
        return ("loan_ceiling", "the most of a bridging loan", 0.75)
    if _NAMED_LOAN.search(view.before) and words.AT_MOST.search(left) and not helped and not _NOUN.search(left + right):
        return ("loan_ceiling", "named loan", 0.75)
    if _LOAN_BEFORE.search(view.before) and not helped and not _THAT_LOAN.match(view.right):
        return ("loan_ceiling", "the most of a loan named before", 0.75)
    offered = words.AT_MOST.search(left) or words.AT_MOST_RIGHT.match(view.right) or _OFFERED.search(left)
    if offered and not _MONEY_HELP.search(left) and _LOAN_RIGHT.match(view.right):
        return ("loan_ceiling", "loan", 0.85)
    return None


def insured(view: View, has_main: bool) -> Role | None:
    """A sum insured."""
    if _ALL_COVER.search(view.left):
        return ("none", "what all insurers cover", 0.0)
    if view.group[0].value >= _OF_ALL and not _PERSON.search(view.clause) and not words.AT_MOST.search(view.left):
        return None
    left = view.left
    if _REACHED.search(left):
        return None
    if (_INSURED_LEFT.search(left) and not words.TAIL_CONDITION.match(view.right)) or (_COVER_SAID.search(left) and not _INSURES.search(left) and _INSURED_RIGHT.match(view.right) and not _PREMIUM_HELP.search(left)):
        return ("insured_sum", "sum insured", 0.85)
    return None


def budget(view: View, has_main: bool) -> Role | None:
    """The budget of a programme or the size of a fund."""
    left = view.clause if view.previous_end <= view.clause_start or _LIST_END.search(view.left) else view.left
    if words.REPEAT_OLD_RIGHT.match(view.right) and words.REPEAT_OLD_LEFT.search(view.left):
        return ("old", "old value before the new one", 0.0)
    if _WHOLE_BUDGET.search(left):
        return ("pool", "budget of a programme", 0.75)
    if _is_for_one(view) or _is_aim(view, left):
        return None
    if _POOL_SPENT.search(left) and _SPENT_ON.match(view.right):
        return ("pool", "budget of a programme", 0.75)
    near = view.before[-60:]
    if _DRAWN_IN.search(left[-20:]):
        return None
    if _VOUCHERS_OF_ALL.search(left) or _GRANTED_FROM_ABOVE.search(left) or _TOTAL_OF_FUND.search(near) or _OF_THE_YEAR.search(near) or _IN_THE_BUDGET.search(near) or _FUND_GROWS.search(near):
        return ("pool", "budget of a programme", 0.75)
    if _BUDGET.search(left) or (_EARMARKED.search(left) and _BUDGETED.search(view.before)):
        return ("pool", "budget of a programme", 0.8)
    named = _POOL_RIGHT.match(view.right) or _MONEY_NAMED.search(left)
    named = named or ((_EACH_YEAR.search(left) or _FUND_SIZE.search(left)) and _MONEY_NEAR.search(near))
    return ("pool", "budget of a programme", 0.8) if named and _POOL_LEFT.search(left) else None


def _is_for_one(view: View) -> bool:
    """Whether a recipient is named, requirements are listed, or the past is told."""
    if _PERSON.search(view.clause) or OF_A_CARRIER.search(view.left) or lead_of(view) == "asks" or _OF_WHOM.match(view.right):
        return True
    return _RECIPIENT.search(view.before[-80:]) is not None or is_reported(view)


def _is_aim(view: View, left: str) -> bool:
    """Whether the sum is a goal: under a heading of goals, or to be reached."""
    if "目标" in view.lead.rsplit("\n", 1)[-1][:16] and not _SET_UP.search(left):
        return True
    if _DATED.search(view.compact[max(view.stretch.sentence, view.start - _SENTENCE) : view.start]) and not _BUDGETED.search(view.clause) and not _SET_UP.search(view.before[-_BEFORE:]):
        return True
    reached = _UP_TO.search(left)
    return bool(reached) and not _SET_UP_FOR.search(left)
