"""What a percentage is taken of: the base of a rate, of a part of a price, of a match."""

import re

from curation.extract.choices import first, nearest

_RATE_BASES = (
    ("lpr", r"LPR|贷款市场报价利率|基准利率|同期[^,;。]{0,12}利率|报价利率"), ("new_loan_balance", r"新增[^,;。]{0,12}(?:贷款|余额)"),
    ("interest", r"利息|息额|贴息"), ("premium", r"保费|保险费|保险"), ("appraisal_fee", r"评估费|评价费|评估费用"),
    ("loan_balance", r"贷[”’]?款(?:余额|额|金额|总额|本金|规模|发放额)?|融资额|担保额|融资租赁额|本金损失|损失|坏账|代偿"),
    ("rd_increment", r"(?:新增|增加)[^,;。]{0,8}研发|研发[^,;。]{0,12}(?:增量|增加额|新增|增长部分)|增量"), ("equipment", r"(?:购置|购入|购买|采购)[^,;。]{0,12}设备[^,;。]{0,8}"), ("equipment_price", r"销售价格|产品售价|设备[^,;。]{0,8}(?:售价|销售|价格)|订货合同|销售合同价"),
    ("instrument_fee", r"仪器[^,;。]{0,16}(?:费用|服务|费)"), ("equipment", r"设备(?:[^,;。]{0,10}(?:投资总?额|投资|价款|购置费|购置款|购置费用|款|投入))?|固定资产(?:[^,;。]{0,6}投资总?额?)?"), ("contract_sum", r"合同|交易额|成交额|支付金额|成交金额|技术交易|转让金额"),
    ("service_fee", r"(?:服务|直接)[^,;。]{0,12}费用?|服务|检测费|认证费|咨询费|直接费用|购买"), ("transfer_income", r"转化收益|转让收益|净收入|收益"), ("award_money", r"奖金"),
    ("rent", r"租金|房租|场租|租赁费"), ("cost", r"费用|支出|租金|投入|投资|花费|发生额|成本|费|经费"),
)
_RATE_BASIS = tuple((code, re.compile(pattern)) for code, pattern in _RATE_BASES)

_NAMED_COSTS = tuple((code, re.compile(pattern)) for code, pattern in (("appraisal_fee", r"评估费|评价费"), ("premium", r"保费|保险"), ("interest", r"利息")))

_MATCH_BASES = (
    ("provincial_prize", r"省[^,;。]{0,10}(?:奖|奖金)(?!励|补)"), ("county_share", r"(?:县|区)(?:级|\(市|\()?[^,;。]{0,8}(?:资金|财政|承担|支持|配套|投入)"),
    ("national_grant", r"国家|中央|国拨|部委|部级"), ("provincial_grant", r"省拨|省级|省|自治区"), ("own_funds", r"自筹|自有资金|企业投入|企业出资"),
)
_MATCH_BASIS = tuple((code, re.compile(pattern)) for code, pattern in _MATCH_BASES)
_AS_INCURRED = re.compile(r"发生额|实际支出|支出额")


def rate_basis_of(left: str, right: str, before: str) -> str:
    """What a percentage is taken of: the nearest word before it, else a word right behind it."""
    named = nearest(_RATE_BASIS, left)
    if named == "cost" and _AS_INCURRED.search(left[-8:]):
        return nearest(_NAMED_COSTS, before.rsplit(";", 1)[-1][-40:]) or named
    return named or nearest(_RATE_BASIS, right[:12]) or nearest(_RATE_BASIS, before[-40:]) or "other"


def part_basis_of(left: str, right: str) -> str:
    """What 五折, 减半 or 一半 is a part of: the price in its clause, else the award said before."""
    given = re.match(r"[^,;。]{0,4}(?:给予|予以|奖|补|资助)", right) and not re.search(r"租|费", left)
    return "award_money" if given else nearest(_RATE_BASIS, left) or "award_money"


def match_basis_of(left: str) -> str:
    """Whose money is matched; `other` if no word says."""
    return first(_MATCH_BASIS, left) or "other"
