"""Decide what a percentage is: a rate of support, a tax rate, an income share, a limit on the support before it, or nothing."""

import re
from decimal import Decimal

from curation.extract import words
from curation.extract.signs import BOUNDS, NEW_VALUE, NOTHING, Role, is_penalty, is_topped_up, lead_of
from curation.extract.views import View

WHOLE = Decimal(100)

_GIVES_RATE_RIGHT = re.compile(
    r"(?:以内|以下|左右|以上)?(?:\([^)]{0,20}\))?(?:的(?:比例|标准|额度|部分|幅度|资金|金额|系数)?|比例|标准|额度)?[,、]?(?:由?(?:市|区|县|省|各级)?(?:级)?财政)?"
    r"(?:(?:分别|一次性|再|最高|予以|进行|直接|对[^,;。]{0,10}|给|全额|分年|每年|连续|按年|[一二两三四五\d]年|一并|额外|另行|追加|市级|区级)){0,4}"
    rf"(?:给予|予以|计算|核定|确定|计发|报销|承担|减免|抵免|返还|兑现|兑付|享受|安排|进行|提取|发放|分担|{words.NOUN})"
)
_GIVES_RATE_LEFT = re.compile(
    r"""
    按(?![期时月])
    |给予
    |予以
    |补贴
    |补助
    |奖励
    |资助
    |贴息
    |补偿
    |报销
    |返还
    |配套
    |补(?:最高|不超过?)?$
    |减免
    |奖补
    |比例为
    |标准为
    |兑付
    |兑现
    |承担
    |分担
    |奖
    |可以?(?:申请)?(?:获得?|享受|申领|得到)
    """,
    re.X,
)
_GROWS = re.compile(
    r"(?:增长|增速|增幅|增|占比|比重|占|达到?|提升|下降|降低|率|持股|占股|参股|股权|股份|出资|持有|控股|利率|费率|毛利|上浮|下浮|完成|覆盖面|合格|同比|比例)"
    r"(?:[^,;。按给补奖的]{0,4}(?:超过|不低于|不少于|达到?|不高于|不超过|在|为|大于|高于|至少|低于)+)?$"
)
# Shares of a number of units, of capital or of a cost heading are conditions, whatever support stands near.
_NO_MONEY_BASE = re.compile(
    r"(?:总数|总量|名额|数量|人数|家数|股本|股权|注册资本|总面积|参评[^,;。]{0,6}|最低价|基准价|评估价)的$|(?:排名|位列|位居)(?:前|在)?$|份额(?:不得?低于|不得?少于|不得?超过|为)[^,;。]{0,12}的$|(?:补偿|代偿)总额[^,;。]{0,20}的$|(?:持股|占股|持有|参股)[^,;。]{0,20}$|(?:间接费|管理费|列支|用于)[^,;。给予奖补]{0,20}(?:不得?超过|不高于|不低于|比例)[^,;。]{0,16}$"
    r"|用于[^,;。]{0,16}(?:部分|比例)[^,;。]{0,8}$|(?:起始价|出让价|出让底价|地价)[^;。]{0,30}的$|(?:自筹|自有)(?:经费|资金|投入)?[^,;。]{0,4}的$"
)
_PAID_ON_CAPITAL = re.compile(r"按照?[^,;。]{0,10}(?:注册资本|资本金|实收资本)(?:金|总?额)?的$")
_DEDUCTED = re.compile(r"(?:的?(?:比例|标准))?(?:在|进行|予以|实行)?(?:企业所得)?(?:税前)?(?:加计扣除|摊销)")
_RETURNED = re.compile(
    r"""
    (?:的比例)?计入
    |(?:的标准)?(?:支付|收取|缴纳)[^,;。]{0,8}(?:占用费|违约金|滞纳金)
    |的?(?:返还|归还|划回|缴回|转回)[^,;。]{0,16}(?:专户|资金池|基金|财政|国库)
    """,
    re.X,
)
_TIMES_GIVEN = re.compile(r"的?(?:标准|比例|额度)?,?(?:给予|予以|奖励|补助|补贴|资助|配套|奖补)")
# a ceiling on all support together
_ON_EVERYTHING = re.compile(
    r"""
    (?:累计|合计|总计|各类|所有)[^,;。]{0,12}不得?超过[^,;。]{2,20}的$
    |(?:本(?:办法|政策|措施|意见|细则)|各[项类]|所有|全部)[^,;。]{0,24}(?:总额|资金)[^,;。]{0,4}不得?超过[^,;。]{2,20}的$
    |(?:企业|单位|主体)[^,;。\d]{0,6}获[^,;。\d]{0,4}(?:扶持|奖补|奖励|补助|资金)(?:总?额|资金)?不得?超过[^,;。]{0,16}(?:贡献|财力|税收)的$
    |(?:单个|同一|每家)[^,;。]{0,20}总额(?:原则上)?不得?超过[^,;。]{0,16}贡献的$
    """,
    re.X,
)
_OF_A_COST = re.compile(r"按[^,;。]{0,20}(?:费用?|金额|价款|支出)的$")
_LISTED = re.compile(r"[、,]?[^,;。\d按]{2,16}")
_OTHER_PLACE = re.compile(r"[、,]?(?:省|市|县|区|国|境|海)[内外]|[、,]?(?:[A-E一二三][类档级]|[甲乙丙]级)(?:企业|项目)?")  # 省内全额补助,省外70%
_COLON = re.compile(r"(?:补偿|补助|奖励|补贴|资助|贴息|兑付|配套)[^,;。]{0,4}:")
_RATES_TO_GIVE = re.compile(
    r"""
    (?:、[^,;。、\d]{2,16}[\d.]+[%‰])*(?:折合人民币)?的?(?:比例|标准|系数)?(?:分别)?(?:给予|予以|进行|补|奖)
    """,
    re.X,
)
_FUND_BEARS = re.compile(r"(?:补偿(?:资金|基金|金)|资金池|风险金)(?:承担|分担|负担)$")
_LEFT_TO_OTHERS = re.compile(r"(?:以内|以下)?(?:的比例)?,?(?:让渡|让利)")
_PASSED_ON = re.compile(r"(?:以上)?(?:用于)?奖励[^,;。]{0,8}(?:负责人|完成人|团队|人员|经营者|骨干)")
_OF_A_COUNT = re.compile(
    r"""
    (?:参评|评选|申报)[^;。按]{0,12}(?:总数|数量)[^;。按]{0,20}$
    |申请[^,;。]{0,10}额度不得?超过[^,;。]{2,14}的$
    """,
    re.X,
)
_SHARED_OUT = re.compile(r"(?:承担|负担|分担|(?:省|市|县|区|中央)级?财政各?(?:补助|安排))(?=[,。;、]|$)")
_OVERHEADS = re.compile(
    r"""
    间接费用?(?!补)[^。给予奖补]{0,80}$
    |(?:间接费|管理费)用?,?[^,;。\d]{0,8}(?:不得?超过|不高于)[^,;。]{0,20}$
    """,
    re.X,
)
# 且不超过总投资的30%, 不高于其建设投入的50% behind a sum: no support but a limit on it.
_SHARE_OF_SUM = re.compile(
    r"""^[,(]?(?:且|但|并)?(?:最高|原则上|一般|总额|均){0,2}(?:不得?超过|不高于)(?:其|该)?[^,;。按给]{2,24}的$
    |^[,(]?(?:且|但|并)?(?:财政)?(?:资助|补助|支持|奖励|补贴|奖补)(?:总额|额度?|金额|资金)?(?:原则上|均|最高)?(?:不得?超过|不高于)[^,;。按给]{2,20}的$""",
    re.X,
)
NAMED_RATE = re.compile(
    r"""
    (?:补助|补贴|奖励|资助|贴息|配套|支持|抵扣|补偿|奖补|返还|报销|抵用|支付|兑付|兑现)(?:的)?(?:比例|标准|系数|额度|限额)(?:分别|均|统一|原则上|一般|:?第[一二三四五]年|:?首年)?
      (?:为|是|按|不超过|不高于|最高(?:为|可达)?|达到?|至|可达)*(?:(?<=[过于为高])[^,;。\d按对]{2,40}的)?$
    """,
    re.X,
)
VOUCHER_USE = re.compile(
    r"""(?:单次|每次|单张|每笔|单笔)?(?:使用|抵扣|抵用|兑付)[^,;。]{0,10}(?:不超过|不高于|最高)[^,;。\d]{2,16}的$  # 单次使用不超过服务费的
    |券(?:可以?|可用于)?(?:抵扣|抵用|支付|兑付)[^,;。\d]{2,16}的$  # 使用创新券抵扣服务费的""",
    re.X,
)
_TO_PERSONS = re.compile(r"^[,、]?按照?$")  # 地方综合贡献,按照80%的比例奖励给个人
_NO_MORE = re.compile(r"(?:以上)?的?,(?:则|将)?不(?:再|予)")  # 超过利息总额的50%,不再给予
_BLAMED = re.compile(r"(?:以[上下])?的?[^,;。]{0,8},?(?:予以|给予)[^,;。]{0,4}(?:通报|约谈|批评|警告|处理|处分|表扬)")
_TAX_LEFT = re.compile(r"税率[^,;。]{0,6}$")
_TAX_RIGHT = re.compile(r"的?(?:优惠|所得税)?的?税率")
_TAX_REDUCED = re.compile(r"减按|按|享受|优惠|征收|缴纳")
_RATE_NAMED = re.compile(rf"{words.NOUN}|(?:兑付|抵扣|报销|分担)比例")
_PUBLIC_SHARE = re.compile(r"财政(?:资金)?(?:支持|资助)比例(?:原则上)?(?:不超过|不高于)[^,;。\d]{2,16}的$")  # what a project may hold of it
_CEILING_BEHIND = re.compile(r"[,、](?:且|单个项目)?(?:最高|不超过)")
_IN_A_FORMULA = re.compile(r"(?:奖|补|资助|贴息)[^,;。=]{0,8}=[^,;。]{0,60}[×*]$")  # 奖补金额=研发投入×1.5%
_MAY_DEDUCT = re.compile(r"可以?(?:抵扣|抵用)(?!税)[^,;。\d税]{2,16}的$")  # 可抵扣合同金额的50%
_PAYS_SHARE = re.compile(r"(?:抵用|抵扣)(?:比例)?(?:按照?|为)?$")
# 分三期拨付,…后分别按应奖励额的25%、35%和40%: parts of one sum that come to the whole.
_IN_PARTS = re.compile(r"分[两二三四五六\d]?(?:期|次|年|批|阶段|步)|拨付|兑现|兑付")
_TOWARDS = 90
_TITLE_REACH = 60  # 某市科技创新券管理办法
_PAID_OUT_BASE = re.compile(r"(?:拨付|拨款|到位|到账)的?(?:资金|经费|金额|额|补助|财政资金|经费额)*的$")
_PART_OF_USE = re.compile(r"其中[^,;。\d按给予]{2,12}(?:不超过|不低于|不少于|不高于)$")  # 用于设备和奖励,其中奖励不超过20%
_WIDENED = re.compile(r"(?:放宽|提高|提升|上浮)[到至为]$")  # 对大模型企业放宽至40%
_BREACH = re.compile(r"骗取|违约")
_OF_THE_PRIZE = re.compile(r"其中|奖金|资金")
_SIZE_OF_THOSE = re.compile(r"以[上内下](?:(?!给予|予以|奖|补|资助|支持)[^,;。\d]){1,14}的,")
_BEYOND = re.compile(r"(?:超过|超出|高于|达到?|低于|不足)[^,;。按给]{0,12}$")
_PART_BEYOND = re.compile(r"(?:以上|以下)?的?部分")
_THAT_MUCH = re.compile(r"及?以上的,")
_GOES_ON = re.compile(r"[、,]")
_SHARED_BEHIND = re.compile(r"(?:的比例)?(?:分别|各自|共同)?(?:承担|分担|负担)")
_PER_CENT = re.compile(r"[\d.]+%")
_PUBLIC_SHARES = re.compile(r"财政|市、?[区县]|[省市区县]级|各(?:自)?(?:承担|负担)|比例")
_PAID_OUT = re.compile(r"拨|兑[付现]|支付|首期|首付|尾款|余款|剩余|其余")
_MARK = re.compile(r"[,、;。]")
_NEXT_YEAR = re.compile(r"[、,]?(?:第[二三四五]年|次年|以后每年)(?:为|按|给予)?")  # 第一年为100%,第二年为70%
_NEXT_IN_ROW = re.compile(r"、(?:第[一二三四五]年|[^,;。\d的]{0,6})")
_LEFT_TO_BODY = re.compile(r"(?:以上|以内)?(?:留?归|留给|用于)[^,;。]{0,10}(?:单位|机构|院校|学校|高校)")
_INCOME = re.compile(r"收益|净收入|转[让化]收入|所得|股权")
_PERSONS = re.compile(r"团队|完成人|贡献的?人|发明人|科研人员")
_TRANSFERRED = re.compile(r"转化|转让|许可|作价")
_PUBLIC_MONEY = re.compile(r"财政|市级|补助|补贴")
_GIVES = re.compile(r"按|给予|补贴|补助")
# 设备投资额8%,封顶300万元 in a cell or a line of 奖补标准
_OF_A_BASE = re.compile(r"[^,;。:\d占比]{0,16}(?:额|费|费用|款|支出|投入|价|价款|租金|利息|保费)的?")
_GOES_ON_OR_ENDS = re.compile(r"[,;。、]|$")
_ENDS_IN_OF = re.compile(r"的$")


def percent_role(view: View, has_main: bool, has_figure: bool = False, has_earlier: bool = False) -> Role:
    """Role of a percentage: rate, tax_rate, income_share, cap on the support before it, or none (condition, use of money).

    `has_main` says whether support stands before it in its stretch, `has_figure` whether that support has a figure,
    `has_earlier` whether a rate of support stands before it in its paragraph.
    """
    named = _by_its_name(view)
    if named:
        return named
    if has_figure and _SHARE_OF_SUM.search(view.left):
        return ("cap", "share of a cost that the support may not exceed", 0.0)
    if _is_condition(view) or (_PUBLIC_SHARE.search(view.left) and not _CEILING_BEHIND.match(view.right)):
        return NOTHING
    if _IN_A_FORMULA.search(view.before):
        return ("rate", "a factor of a formula", 0.7)
    if NAMED_RATE.search(view.left) or _MAY_DEDUCT.search(view.left) or _PAYS_SHARE.search(view.left) or (VOUCHER_USE.search(view.left) and "券" in view.compact[view.stretch.paragraph : view.start][-200:]):
        return ("rate", "a rate of support named as such", 0.85)
    if NEW_VALUE.search(view.left) and not words.TAIL_CONDITION.match(view.right) and _RATE_NAMED.search(view.clause) and view.previous_end > view.clause_start:
        return ("rate", "new value behind the old one", 0.85)
    if _WIDENED.search(view.left) and has_earlier:
        return ("rate", "new value behind the old one", 0.85)
    if is_topped_up(view):
        return ("rate", "support that another one is added to", 0.75)
    return _paid_or_rate(view, has_main)


def _by_its_name(view: View) -> Role | None:
    """Tax rates, deductions, old values, what is left to others and shares of an income: told by their own words."""
    left, right = view.left, view.right
    if _TAX_LEFT.search(left) or _TAX_RIGHT.match(right):
        return ("tax_rate", "tax rate", 0.85) if _TAX_REDUCED.search(left + right[:20]) else NOTHING
    if _DEDUCTED.match(right) and "按" in left:
        return ("rate", "deduction from the taxable income", 0.75)
    if words.REPEAT_OLD_RIGHT.match(right) and words.REPEAT_OLD_LEFT.search(left):
        return ("old", "old value before the new one", 0.0)
    if _LEFT_TO_OTHERS.match(right):
        return ("rate", "share of a return that is given up", 0.75)
    if _is_income_share(view):
        return ("income_share", "share of the income from transfer", 0.8)
    return None


def _is_condition(view: View) -> bool:
    """Fines, shares of a number of units or of a heading of cost, and the part above a threshold."""
    if is_penalty(view) or _BREACH.search(view.clause) or _OVERHEADS.search(view.compact[max(view.stretch.sentence, view.start - 120) : view.start]):
        return True
    if _RETURNED.match(view.right) or (view.group[0].unit == "倍" and not _TIMES_GIVEN.match(view.right)):
        return True
    if _ON_EVERYTHING.search(view.left) or (_PASSED_ON.match(view.right) and _OF_THE_PRIZE.search(view.left)):
        return True
    if _OF_A_COUNT.search(view.before[-60:]) and "按" not in view.left:
        return True
    if _NO_MONEY_BASE.search(view.left) and not (_PAID_ON_CAPITAL.search(view.left) and _GIVES_RATE_RIGHT.match(view.right)):
        return True
    if _NO_MORE.match(view.right) or _BLAMED.match(view.right):
        return True
    if "按" not in view.left and _SIZE_OF_THOSE.match(view.right):
        return True
    if NEW_VALUE.search(view.left) and _THAT_MUCH.match(view.right):  # 占比由3%提升到5%以上的
        return True
    return bool(_BEYOND.search(view.left) and _PART_BEYOND.match(view.right))


def _paid_or_rate(view: View, has_main: bool) -> Role:
    """The division of a cost, an instalment or the use of money, else what _rate_role says."""
    left, right = view.left, view.right
    borne = _borne(view, has_main)
    if borne:
        return borne
    if _is_parted(view):
        return ("none", "instalments of one sum", 0.0)
    parts = not _PAID_OUT_BASE.search(left) and words.INSTALMENT_LEFT.search(left) and _PAID_OUT.search(left + right[:10])
    if has_main and _LISTED.fullmatch(left) and (_RATES_TO_GIVE.match(right) or (_COLON.search(view.before) and _MARK.match(right))):
        return ("rate", "further rate of a list", 0.75)
    if has_main and _OTHER_PLACE.fullmatch(left) and _MARK.match(right) and lead_of(view) == "gives":
        return ("rate", "further rate of a list", 0.75)
    if has_main and not parts and (_NEXT_YEAR.fullmatch(left) or (_NEXT_IN_ROW.fullmatch(left) and view.previous_end > view.clause_start)):
        return ("rate", "further rate of a row", 0.75)
    if _is_use(view) or parts:
        return ("none", "use or payment of money", 0.0)
    return _rate_role(view)


def _is_use(view: View) -> bool:
    """Whether money is divided or paid out: 奖金的60%奖励给个人, 的50%拨付; not …按80%的比例奖励给个人, nor what a voucher pays."""
    left, right = view.left, view.right
    if words.USE_RIGHT.match(right) and not (_TO_PERSONS.search(left) and right.startswith(("的比例奖励给", "奖励给"))):
        return True
    if _PART_OF_USE.search(left) and "用于" in view.before:
        return True
    pays_voucher = "兑付" in right[:6] and (_OF_A_COST.search(left) or (left.endswith("按") and "券" in view.before + view.compact[:_TITLE_REACH]))
    return words.INSTALMENT_RIGHT.match(right) is not None and not pays_voucher


def _borne(view: View, has_main: bool) -> Role | None:
    """What others bear, the division of a cost, or the share of a loss that a fund bears."""
    left = view.left
    if has_main and _GOES_ON.match(left) and words.BEARING.search(left):
        return ("none", "what others bear", 0.0)
    if len(view.group) > 1 and _SHARED_BEHIND.match(view.right):
        return ("none", "division of the cost", 0.0)
    if _FUND_BEARS.search(left):
        return ("rate", "share of a loss that the fund bears", 0.75)
    if _SHARED_OUT.search(left) and len(_SHARED_OUT.findall(_PER_CENT.sub("", view.compact[view.stretch.start : view.stretch.end]))) > 1:
        return ("none", "division of the cost", 0.0)
    if words.BEARING.search(left) and _PUBLIC_SHARES.search(view.clause):
        return ("none", "division of the cost", 0.0)
    return None


def _is_parted(view: View) -> bool:
    """Whether the shares of a list come to 100 % of one sum that is paid in parts."""
    each = len(view.group) == 1 and view.left.endswith("各")
    if not each and (len(view.group) < 2 or sum(figure.value for figure in view.group) != WHOLE):
        return False
    said = view.compact[max(view.stretch.paragraph, view.start - _TOWARDS) : view.start] + view.right_clause
    return _IN_PARTS.search(said) is not None


def _is_income_share(view: View) -> bool:
    if _LEFT_TO_BODY.match(view.right):
        return False
    near = view.compact[max(view.stretch.sentence, view.start - 90) : view.end + 40]
    return bool(
        _INCOME.search(near) and _PERSONS.search(near)
        and _TRANSFERRED.search(near)
    ) and not _PUBLIC_MONEY.search(near)


def _rate_role(view: View) -> Role:
    left = view.left
    right = _GIVES_RATE_RIGHT.match(view.right) or words.NOUN_RIGHT.match(view.right)
    if _GROWS.search(left):
        left = left.rsplit(":", 1)[-1]  # 按下列标准补助:增幅10%至30%的
    gives = _GIVES_RATE_LEFT.search(left)
    plain = BOUNDS.sub("", left)
    if right and (gives or not _GROWS.search(left)) and not (words.GETS.search(left) and not gives):
        return ("rate", "percentage with support behind it", 0.9)
    if words.TAIL_CONDITION.match(view.right) or (_GROWS.search(left) and not _GIVES.search(plain)):
        return NOTHING
    if gives and not _GROWS.search(left[gives.end() :] if gives.group() not in "按" else ""):
        return ("rate", "percentage behind a verb of giving", 0.8)
    if lead_of(view) == "gives" and _OF_A_BASE.fullmatch(view.clause) and view.left == view.clause and _GOES_ON_OR_ENDS.match(view.right):
        return ("rate", "share of a base under a head that promises support", 0.6)
    previous = view.before[-60:]
    near_gives = words.VERB.search(previous) or lead_of(view) == "gives"
    if near_gives and (words.AT_MOST_TAIL.search(left) or _ENDS_IN_OF.search(left)) and not words.TAIL_CONDITION.match(view.right):
        return ("rate", "percentage with support near", 0.6)
    return NOTHING
