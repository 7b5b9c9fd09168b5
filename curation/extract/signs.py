"""Signs that several rules look for: what a role is, penalties, top-ups, heads that promise support or list requirements."""

import re

from curation.extract import words
from curation.extract.views import View

Role = tuple[str, str, float]  # role, rule, confidence
NOTHING: Role = ("none", "no rule", 0.0)
BOUNDS = re.compile(f"{words.AT_MOST.pattern}|{words.AT_LEAST.pattern}")
NEW_VALUE = re.compile(
    r"""
    (?:提高|提升|调整|增加|上调|上浮|调高|降低|下调|扩大|提标|增加|降|增|提|升|改|变)(?:到|至|为)(?:最高|不超过|每[家户个人年月件])?$
    """,
    re.X,
)
_LEAD_GIVES = re.compile(rf"(?:{words.NOUN}|标准|待遇|政策|激励|[免即]申即享|直达快享|竞争性分配|前资助)")
_LARGE = 50_000_000  # yuan; 兑现补助1.2亿元 tells what was paid to all
_PAID_OUT = re.compile(r"(?:兑现|发放|拨付|落实)[^,;。给对每]{2,16}$")
_REPORTED = re.compile(
    r"""
    实际(?:兑付|支出|使用|安排)$
    |[五三两\d]年来[^,;。]{0,12}$
    |(?:已|累计已|以来)[^,;。]{0,10}(?:投入|安排|拨付|发放|支持|完成|兑现)[^,;。]{0,8}$
    """,
    re.X,
)
_COLLECTED = re.compile(r"收取的?(?=[^,;。\d]{1,20}的$)")  # 按机构收取的检测费的9%: a fee, no fine
_LEAD_ASKS = re.compile(r"(?:申报|申请|认定|基本|准入|支持|适用|奖励)?(?:条件|资格|门槛|要求|范围|对象)")
_COLUMN_OF_SUMS = re.compile(r"^[^,;。:\d]{4,30}(?:奖|补|资助|扶持)[^,;。:\d]{0,4}(?:标准|额度|金额|比例)[^,;。:\d]{3,}$")  # 政策名称 兑现条件 补助标准 兑现部门
OF_A_CARRIER = re.compile(r"(?:载体|孵化器|众创空间|园区|企业)(?:自主)?设立(?:不低于|不少于|规模|达到)*$")  # 孵化载体设立不低于300万元种子资金
_FINED = re.compile(r"处以?(?:[^,;。]{0,20}以上)?$")
_BASIS_BEHIND = re.compile(
    r"""
    (?:以内|以下)?(?:的|[^,;。\d]{0,6}(?:奖励|补助|补贴|资助|支持)?的?)?基础上,?(?![^,;。]{0,4}(?:提高|提升|上浮|增加|调整))
    """,
    re.X,
)
_SUPPORT_WORD = re.compile(r"奖励|补助|补贴|资助|给予|支持|扶持|配套|奖")
_WAS_BEFORE = re.compile(r"原[有来]?[^,;。]{0,10}$")
_STANDARD_HEAD = re.compile(r"标准|奖励|补助|额度|金额|比例")


def is_penalty(view: View) -> bool:
    """Whether the figure is a fine or money that is taken back (并处1万元以上3万元以下罚款)."""
    if words.PUNISH.search(_COLLECTED.sub("", view.left)) or words.PUNISH.match(view.right[:8].lstrip("以的上下")):
        return True
    return bool(_FINED.search(view.left) and "罚款" in view.right_clause)


def is_topped_up(view: View) -> bool:
    """在省级补助40%的基础上: support that stands and that more is added to."""
    return bool(_BASIS_BEHIND.match(view.right)) and bool(
        _SUPPORT_WORD.search(view.left)
    ) and not _WAS_BEFORE.search(view.left)


def is_reported(view: View) -> bool:
    """已投入财政资金…: a fact about the past."""
    large = view.kind == "money" and view.group[0].value >= _LARGE
    return _REPORTED.search(view.left) is not None or (large and _PAID_OUT.search(view.left) is not None)


def noun_right(view: View) -> bool:
    """Whether a word of support stands behind the figure (100万元奖励)."""
    return bool(words.NOUN_RIGHT.match(view.right))


def says_what_for(line: str) -> bool:
    """Whether a heading or label promises support or lists requirements at all."""
    return bool(_LEAD_ASKS.search(line[-30:]) or _LEAD_GIVES.search(line))


def lead_of(view: View) -> str:
    """Whether the heads above promise support (gives) or list requirements (asks)."""
    nearest = [line for line in view.lead.split("\n") if line][-2:]
    for line in reversed(nearest):
        if _COLUMN_OF_SUMS.search(line) and not line.endswith(":"):
            return "gives"
        if _LEAD_ASKS.search(line[-30:]) and not _STANDARD_HEAD.search(line[-8:]):
            return "asks"
        if _LEAD_GIVES.search(line):
            return "gives"
    return ""
