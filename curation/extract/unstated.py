"""Support promised without a figure: the promising words are the phrase."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from curation.extract.clauses import Stretch

_KIND = "奖励|补助|补贴|资助|配套|奖补|贴息|补偿|资金支持|资金扶持|经费支持|扶持资金|扶持|经费补助|奖金|减免|返还|保费补贴|支持"
_OPEN_SIZE = r"一定(?:比例|程度|额度|数额|标准|期限|数量|金额)?的?|适当(?:比例|额度|数额)?的?|相应(?:比例|额度)?的?"
_DESCRIBED = (
    "同等|差额|重点|优先|配套|专项|资金|财政|政策|市级|事后|分档|差异化|梯度|叠加|省级|定额|租金|房租|场地|经费|项目|运营|后|贷款|保费|必要的?|"
    "最高|免费|生活|住房"
)
# Every alternative begins with a literal, so that a search only stops at characters that can begin one.
_PROMISE = re.compile(
    rf"""
    (?:给予|予以|进行|享受|实行|提供|落实|兑现)
      (?:“?一事一议”?(?:的?方式)?的?|{_OPEN_SIZE}|(?:{_DESCRIBED}){{0,4}}的?){{0,3}}(?:{_KIND})(?:资金|支持|扶持|政策|奖励)?
    |(?:“一事一议|一事一议)”?(?:方式|的方式|原则)?,?(?:给予|予以)[^,;。\d]{{0,10}}(?:支持|资助|扶持|补助|奖励)
    |按(?:照)?一定比例(?:给予|予以)?(?:奖励|补助|补贴|资助|配套|支持)
    """,
    re.X,
)
# Support by naming a policy: tax relief, a fund or special money to be set up.
_POLICY = re.compile(
    r"""
    (?:企业所得税|所得税|增值税|房产税|城镇土地使用税|关税)(?:、(?:增值税|房产税|城镇土地使用税))*(?:等)?(?:优惠|减免|减征|免征)(?:政策)?
    |(?:价格与|与)工业(?:企业|用户)?同价
    |(?:免收|免除|减免|减半收取)[^,;。、\d]{0,10}(?:租金|房租|场租|服务费|使用费)
    |研发费用?(?:税前)?加计扣除|固定资产加速折旧
    |设立[^,;。、\d]{2,16}?(?:专项资金|基金)(?![^,;。]{0,12}\d)
    """,
    re.X,
)
_NAMED_POLICY = re.compile(r"税前扣除政策|后补助(?=等[^,;。]{0,4}政策)")
_ITS_NAME = {"税": re.compile(r"[^,;。、\d和及]{0,10}$"), "后": re.compile(r"[^,;。、\d和及]{2,8}$")}
# A treasury that gives 适当支持.
_TREASURY = re.compile(r"给予(?:适当|必要|一定|重点|相应)的?支持")
_MONEY = re.compile(r"奖|补|资|配套|贴息|减免|返还|扶持|一事一议")
_LEVEL_MATCH = re.compile(
    r"不(?:超过|高于)(?:省级?|县级?|区级?|国家级?|上级|县\(市、?区\))[^,;。\d]{0,10}(?:支持|资助|补助|扶持|配套|奖励)(?:资金)?(?:额度?|金额|标准)"
)
_EQUAL = re.compile(
    r"""
    全额(?<=年全额)(?=[、,])
    |(?:租金全免|房租全免|场租全免|费用全免|费全免|全免)(?=优惠|[,。;]|的?(?:支持|政策))
    |(?P<equal>等额|同等额度|相同额度|相同金额|同等比例|同等金额|同额|等比例|同比例|(?<!按)全额)
      (?=(?:的|给予|进行|资金|一次性|予以|租金|房租|保费|学费|利息|费用|场租){0,2}(?:配套|匹配|奖励|资助|补助|补贴|支持|贴息|返还))
    """,
    re.X,
)
_NUMBER_AHEAD = re.compile(r"[^,;。]{0,6}\d")
_NUMBER_NEAR = re.compile(r"[^,;。]{0,8}\d")
_A_FIGURE = re.compile(r"[\d%‰元]|[一二三四五六七八九十]成|分之")
_PUBLIC_MONEY = re.compile(r"财政|资金|政府")
_BY_LAW = re.compile(r"税|扣除|折旧")
_BY_RULES = re.compile(r"按照?[^,;。]{0,20}(?:规定|政策|办法|标准|文件)$|落实$")
_REPORTED = re.compile(r"已|未|不予|不再|取消|停止|骗取|追|违规|弄虚作假|不得|申请[^,;。]{0,6}$|获得[^,;。]{0,6}$|办法|细则|暂停|终止|不重复")


class Promise(NamedTuple):
    """Words that promise support at [start, end) of the compact text; kind is open, equal or level."""

    start: int
    end: int
    kind: str
    words: str


def find_promises(compact: str, stretch: Stretch) -> Iterator[Promise]:
    """All promises without a figure in one stretch, in order."""
    found = [*_open(compact, stretch)]
    found += [Promise(m.start(), m.end(), "equal", m.group()) for m in _EQUAL.finditer(compact, stretch.start, stretch.end)]
    found += [Promise(m.start(), m.end(), "level", m.group()) for m in _LEVEL_MATCH.finditer(compact, stretch.start, stretch.end)]
    found += [Promise(start, end, "open", compact[start:end]) for start, end in _policies(compact, stretch)]
    end = -1
    for promise in sorted(found, key=lambda promise: (promise.start, -promise.end)):
        if promise.start >= end:
            yield promise
            end = promise.end


def _policies(compact: str, stretch: Stretch) -> Iterator[tuple[int, int]]:
    for start, end in _named(compact, stretch):
        if not _REPORTED.search(compact[max(stretch.start, start - 8) : start]) and not _NUMBER_AHEAD.match(compact[end : end + 10]):
            yield start, end
    for match in _TREASURY.finditer(compact, stretch.start, stretch.end):
        if _PUBLIC_MONEY.search(compact[max(stretch.start, match.start() - 12) : match.start()]):
            yield match.span()


def _named(compact: str, stretch: Stretch) -> Iterator[tuple[int, int]]:
    """Places of policies that are named; 税前扣除政策 and 后补助 with the name before them."""
    yield from (match.span() for match in _POLICY.finditer(compact, stretch.start, stretch.end))
    for match in _NAMED_POLICY.finditer(compact, stretch.start, stretch.end):
        low = max(stretch.start, match.start() - 10)
        name = _ITS_NAME[match.group()[0]].search(compact[low : match.start()])
        if name is not None:
            yield low + name.start(), match.end()


def _open(compact: str, stretch: Stretch) -> Iterator[Promise]:
    for match in _PROMISE.finditer(compact, stretch.start, stretch.end):
        phrase = match.group()
        after = compact[match.end() : min(match.end() + 12, stretch.end)]
        before = compact[max(stretch.start, match.start() - 14) : match.start()]
        if len(phrase) > 40 or not _MONEY.search(phrase[2:]) or "等额" in phrase or "全额" in phrase:
            continue
        if _NUMBER_NEAR.match(after) or _REPORTED.search(before):
            continue
        if _A_FIGURE.search(before.rsplit(",", 1)[-1]):
            continue
        yield Promise(match.start(), match.end(), "open", phrase)


def kind_of(promise: Promise, before: str) -> str:
    """Code of `unstated_kind` for a promise."""
    if "一事一议" in promise.words or "一事一议" in before[-20:]:
        return "case_by_case"
    if "比例" in promise.words:
        return "open_ratio"
    if _BY_LAW.search(promise.words):
        return "by_reference"
    if _BY_RULES.search(before[-24:]) or promise.words.startswith("落实"):
        return "by_reference"
    return "unspecified"
