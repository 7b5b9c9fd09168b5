"""Find every numeral with a unit, percentage or ratio in the compact text.

A figure knows its kind and its value in base units: yuan, percent, pieces, square metres.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from curation.extract.figure_patterns import BEGINS, CN, FIGURE, FOREIGN
from curation.extract.numerals import DIGITS, is_short, value_of

_BEFORE_LIST = re.compile(rf"(?:(?<![\d.,])|(?<=[\d.,]))({DIGITS}|{CN})((?:[万亿Ww]|[十百千]万)?)(元|%|‰)?(?P<join>、|/|和|及|以及|与|或者?|以及|[\-~]|至|到)$")
_JOINS = ("、", "/", "和", "及", "以及", "与", "或", "或者", ",")
_RANGE_JOINS = ("-", "~", "至", "到", "--")
_WORDS_GLOSS = re.compile(r"\((?:即|约|合|大写|人民币|[:￥¥]){0,4}")
# A bare 万 before a comma is money only right behind a word of giving (奖励20万,).
_GIVEN_LEFT = re.compile(r"(?:奖励?|给予|补[助贴]|资助|支持|配套|最高|超过|津贴|、)$")
_INDEFINITE = "数几上近逾"
_RANKED = re.compile(r"(?:排名|排位|位次|位[列居]|居|进入|跻身|进位)[^,;。\d]{0,10}前$")
_OF_AN_INDEX = re.compile(r"(?:指数|得分|评分|总分|满意度)(?:值|总体|综合|水平)?(?:力争|争取)?(?:达到?|为|突破|超过?|[提上]升[到至]|提高[到至]|增[长至]到?|升至|升到|[保维]持在|稳定在|不低于|不少于|在|至|到|过|破|约)*$")
_SCALE_OF_DIGITS = re.compile(r"([十百千]?万亿|[十百千]?[万亿]|[Ww])[^万亿]*$")
_SCALE_OF_WORDS = re.compile(r"(万亿|[万亿])[^万亿]*$")
_GLOSSES = re.compile(r"\([^()]*\)|[多余]")
_REDUCED_PRICE = re.compile(r"(?:的?(?:标准|价格|比例))?,?(?:收|优惠|计|缴|出租|租|提供|结算)")
_FOREIGN_AHEAD = re.compile(rf"(?:(?:以上)?[-~至到、][\d.]+[万亿]?)?(?:以上)?(?:\([^()]{{1,6}}\))?(?:{FOREIGN})")
_LAST_OF_JOIN = "、/和及与或者-~至到"  # the last characters of the joins of `_BEFORE_LIST`
_LOOKBACK = 24


class Figure(NamedTuple):
    """One numeral with its unit: [start, end) in the compact text.

    kind is money, percent, points, ratio, count, area, term, year, foreign, index (the value of an index or score, which
    has no unit) or rank (前8位, 第25名); `unit` is the printed unit.
    """

    kind: str
    start: int
    end: int
    value: Decimal
    unit: str
    value_max: Decimal | None = None


def find_figures(compact: str) -> list[Figure]:
    """All figures in text order, ranges joined and left-out units filled in; linear in the length."""
    found: list[Figure] = []
    place = 0
    while (begin := BEGINS.search(compact, place)) is not None:  # the large pattern is only tried where a numeral can begin
        match = FIGURE.match(compact, begin.start())
        place = match.end() if match else begin.end()
        figure = _figure(compact, match) if match else None
        if figure is not None and match and match["part"] and "免" in match["part"]:  # 三免两减半: the whole, then half
            found.append(figure._replace(value=Decimal(100)))
        if figure is not None:
            _extend(compact, found, figure)
    return found


def _figure(compact: str, match: re.Match[str]) -> Figure | None:
    try:
        return _read(compact, match)
    except (ValueError, ArithmeticError):
        return None


def _read(compact: str, match: re.Match[str]) -> Figure | None:
    start, end = match.span()
    if match["year"]:
        digits = match["year"][:4]
        year = value_of(digits) if digits[0].isascii() else value_of(match["year"][:-1])
        return Figure("year", start, end, year, "年")
    if match["part"]:
        return Figure("percent", start, end, _part(match), match["part"][-1])
    if match["cnpercent"]:
        return Figure("percent", start, end, _chinese_share(match["cnpercent"]), "%")
    if match["ratio"]:
        first, second = re.split("[:比]", match["ratio"])
        return Figure("ratio", start, end, _ratio(first, second), ":")
    return _counted(compact, match, start, end)


def _part(match: re.Match[str]) -> Decimal:
    """减半 and 一半 are 50; 七折 of a price leaves 30 to the payer, 按五折给予 is 50."""
    words = match["part"]
    if words[-1] != "折":
        return Decimal(50)
    digits = words[:-1].replace(".", "").replace("点", "")
    tenths = value_of(digits[0]) + (value_of(digits[1]) / 10 if len(digits) > 1 else 0)
    return 100 - tenths * 10 if _REDUCED_PRICE.match(match.string, match.end()) else tenths * 10


def _chinese_share(words: str) -> Decimal:
    """百分之五十 is 50, 千分之五 is 0.5, 三成 is 30, 三分之一 is 33.33."""
    if "成" in words:
        tenths, _, rest = words.partition("成")
        return value_of(tenths) * 10 + (value_of(rest) if rest else 0)
    if "/" in words:
        return (Decimal(100) / int(words[2:])).quantize(Decimal("0.01")).normalize() + 0
    whole, _, part = words.partition("分之")
    share = value_of(part) * 100 / value_of(whole)
    return share if whole in "百千万" else share.quantize(Decimal("0.01")).normalize() + 0


def _ratio(first: str, second: str) -> Decimal:
    """1:1 is 100, 1:0.5 is 50: the second party's share in percent of the first."""
    whole = value_of(first)
    if not whole:
        raise ValueError("a ratio to nothing")
    return value_of(second) / whole * 100


def _counted(compact: str, match: re.Match[str], start: int, end: int) -> Figure | None:
    number = match["number"]
    if not number.isdecimal():
        number = _GLOSSES.sub("", number)
    if match["percent"]:
        value = value_of(number)
        if match["percent"] == "‰":
            return Figure("percent", start, end, value / 10, "‰")
        kind = "percent" if match["percent"] == "%" else "points"
        return Figure(kind, start, end, value, match["percent"])
    if _is_word(compact, start, number):
        return None
    return _with_unit(match, start, end, value_of(number), number)


def _is_word(compact: str, start: int, number: str) -> bool:
    """同一, 统一 and 数十: no numeral of their own."""
    before = compact[start - 1] if start else ""
    return number in "零〇" or (number == "一" and before in "同单任某统唯" and bool(before)) or (before in _INDEFINITE and bool(before) and not number[0].isdigit())


def _with_unit(match: re.Match[str], start: int, end: int, value: Decimal, number: str) -> Figure | None:
    if number[-1].isdigit() and is_short(number) and match["bare"] is None:
        return None  # 3万5元: 35,000 or 30,005
    if match["foreign"]:
        return Figure("foreign", start, end, value, match["foreign"])
    if match["money"]:
        return Figure("money", start, end, value, "元")
    if match["term"]:
        return Figure("term", start, end, value, match["term"])
    if match["unit"]:
        ranked = match["unit"] in "位名" and start > 0 and match.string[start - 1] in "前第"
        return Figure("rank", start, end, value, match["unit"]) if ranked else _counted_by(match["unit"], start, end, value, number[0].isdigit())
    return _bare_sum(match, start, value, number)


def _bare_sum(match: re.Match[str], start: int, value: Decimal, number: str) -> Figure | None:
    """A sum without 元: 20万奖励; behind a word of giving also 20万, and 两千五."""
    if _FOREIGN_AHEAD.match(match.string, match.start("bare")):  # 100万-200万(不含)美元
        return Figure("foreign", start, match.start("bare"), value, "")
    given = _GIVEN_LEFT.search(match.string[max(0, start - 4) : start])
    listed = match.string[match.end() : match.end() + 1] == ","
    if (number[-1] in "万亿Ww" and (given or not listed)) or (given and is_short(number)):
        return Figure("money", start, match.start("bare"), value, "")
    if number[0].isdigit() and _RANKED.search(match.string[max(0, start - 16) : start]):
        return Figure("rank", start, match.start("bare"), value, "位")
    scored = number[0].isdigit() and _OF_AN_INDEX.search(match.string[max(0, start - 16) : start])
    return Figure("index", start, match.start("bare"), value, "") if scored else None


def _counted_by(unit: str, start: int, end: int, value: Decimal, in_digits: bool) -> Figure | None:
    """A count, an area or points; 一类 and 二级 are names of classes."""
    if unit.endswith("元素") or (unit in ("类", "级") and not in_digits):
        return None
    if "百分点" in unit:
        return Figure("points", start, end, value, unit)
    if unit == "倍":
        return Figure("percent", start, end, value * 100, "倍")
    area = unit in ("平方米", "㎡", "m2")
    return Figure("area" if area else "count", start, end, value, "平方米" if area else unit)


def _extend(compact: str, found: list[Figure], figure: Figure) -> None:
    """Append the figure; before it, join a range and restore list members whose unit is left out."""
    if figure.kind in ("year", "ratio", "foreign"):
        found.append(figure)
        return
    previous = found[-1] if found else None
    if previous and previous.value == figure.value and _WORDS_GLOSS.fullmatch(compact[previous.end : figure.start][:12]):
        return
    if previous and previous.kind == figure.kind and previous.value_max is None and _is_range(compact, previous, figure):
        found.pop()
        if previous.value <= figure.value:  # a low end above the high end is a misreading
            found.append(figure._replace(start=previous.start, value=previous.value, value_max=figure.value))
        return
    members = list(_members_before(compact, figure, previous.end if previous else 0))
    found.extend(reversed(members))


def _is_range(compact: str, low: Figure, high: Figure) -> bool:
    """10-20万元, 10万元至20万元; 10万元以上20万元以下."""
    between = compact[low.end : high.start].replace("(含)", "")
    return between in _RANGE_JOINS or (between == "以上" and high.kind == "money" and compact[high.end : high.end + 2] in ("以下", "以内"))


def _members_before(compact: str, figure: Figure, floor: int) -> Iterator[Figure]:
    """The figure, widened to a range if a bare number stands before it, then bare list members, last first."""
    current = figure
    while True:
        low = max(floor, current.start - _LOOKBACK)
        joined = current.start > floor and compact[current.start - 1] in _LAST_OF_JOIN
        match = _BEFORE_LIST.search(compact[low : current.start]) if joined else None
        if match is None or not _is_member(compact, low + match.start(), match, figure):
            yield current
            return
        value = _member_value(match, figure, compact)
        start = low + match.start()
        if value is None:
            yield current
            return
        if match["join"] in _RANGE_JOINS:
            if current.value_max is not None:
                yield current
                return
            if value > current.value and len(match[1]) > 2:
                value = value_of(match[1])  # 3000-1万元: the low end has no 万
            if value > current.value:
                return
            current = current._replace(start=start, value=value, value_max=current.value)
            continue
        yield current
        end = low + match.end() - len(match["join"])
        current = figure._replace(start=start, end=end, value=value, value_max=None)


def _is_member(compact: str, start: int, match: re.Match[str], figure: Figure) -> bool:
    """Whether the bare number is part of the list and not the number of a heading or another figure."""
    number, join = match[1], match["join"]
    if figure.kind in ("term",) and join not in _RANGE_JOINS:
        return False
    before = compact[start - 1] if start else "\n"
    if before == "\n" or before in "第.":
        return False
    if number[0].isdigit():
        return not (before in "。;:" and join == "、" and not match[2])
    strong = len(number) > 1 or number in "十百" or match[2]
    return figure.kind == "money" and bool(strong) and join not in ("-", "~")


def _member_value(match: re.Match[str], figure: Figure, compact: str) -> Decimal | None:
    number, scale, unit = match[1], match[2], match[3]
    try:
        value = value_of(number + scale)
    except ValueError:
        return None
    if scale or (unit == "元" and figure.kind == "money"):
        return value
    if figure.kind == "percent":
        return value / 10 if figure.unit == "‰" else value
    last = _GLOSSES.sub("", compact[figure.start : figure.end])
    inherited = (_SCALE_OF_DIGITS if last[0].isdigit() else _SCALE_OF_WORDS).search(last)
    return value * value_of("1" + inherited[1]) if inherited else value
