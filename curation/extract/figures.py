"""Find every numeral with a unit, percentage or ratio in the compact text, and group lists of them.

A figure knows its kind and its value in base units: yuan, percent, pieces, square metres.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from curation.extract.numerals import CHINESE, DIGITS, value_of

COUNT_UNITS = (
    "万人次|人次|人年|平方公里|平方米|平方千米|立方米|个百分点|百分点|㎡|m2|公顷|公里|千米|家次|家|户|件|项|人|名|位|处|座|支|亩|台|套|只|"
    "场|次|种|批|条|所|册|篇|例|宗|笔|张|吨|部|款|辆|对|期|届|类|大|级|倍|岁|米|株|头|栋|幢|间|门|枚|路|颗|元素"
)
TERM_UNITS = "个工作日|工作日|个月|个自然月|年度|周年|年|月|日|天|小时|周|季度|个季度|个学期"
FOREIGN = "美元|港元|港币|欧元|日元|英镑|韩元|美金|澳元|新元"

_CN = rf"[{CHINESE}]{{1,10}}(?:点[{CHINESE}]{{1,4}})?"
_GLOSS = rf"(?:\((?:大写|人民币|含|约|税前|税后|[{CHINESE}万亿元整:]){{1,12}}\))?"
_SCALE = r"(?:[多余])?(?:[十百千]?万亿|[十百千]?[万亿]|[百千](?=元))?"
_MONEY_END = (
    r"(?=[、/;。),和及或与至到~\-\n]|以[上下内]|[的]?(?:一次性)?(?:奖|补|资|支|配|扶|经费|专项|贷)|$)"
)
_FIGURE = re.compile(
    rf"(?P<year>(?:19|20)\d{{2}}(?:-(?:19|20)?\d{{2}})?年|二〇[{CHINESE}]{{2}}年)"
    rf"|(?P<cnpercent>(?:百分之|千分之)(?:{DIGITS}|[{CHINESE}]{{1,6}}(?:点[{CHINESE}]{{1,3}})?)|[二三四五六七八九十]分之[一二三四五六七八九]|(?<![\d/])1/[2-6](?![\d/年月])|[一二三四五六七八九]成(?=的|比例|给|补|奖|予|,|。))"
    rf"|(?P<ratio>(?<![\d.:]){DIGITS}[:比]{DIGITS}(?![\d:分])|[一1]比[{CHINESE}](?=[的,、。;:)]|比例|给|配|进|予))"
    rf"|(?P<number>(?<!\d){DIGITS}|(?<![{CHINESE}]){_CN}|(?<=[每超过破满达])[万亿](?=元)){_GLOSS}"
    rf"(?:(?P<percent>[%‰]|个?百分点|个?基点|BP|bp)"
    rf"|(?P<scale>{_SCALE})(?P<rest>(?:{DIGITS}|[{CHINESE}]{{1,6}})[十百千]?万|[{CHINESE}]{{1,6}}(?=元))?{_GLOSS}"
    rf"(?:(?P<foreign>{FOREIGN})|(?P<money>元)(?!素|件|器|宇)|(?P<unit>{COUNT_UNITS}|个(?!月|工作日|自然月|季度|学期))|(?P<term>{TERM_UNITS})|(?P<bare>{_MONEY_END})))"
)
_BEFORE_LIST = re.compile(rf"(?:(?<![\d.,])|(?<=[\d.,]))({DIGITS}|{_CN})((?:[万亿]|[十百千]万)?)(元|%|‰)?(?P<join>、|/|和|及|以及|与|或者?|以及|[\-~]|至|到)$")
_JOINS = ("、", "/", "和", "及", "以及", "与", "或", "或者", ",")
_RANGE_JOINS = ("-", "~", "至", "到", "--")
_WORDS_GLOSS = re.compile(r"\((?:即|约|合|大写|人民币|[:￥¥]){0,4}")
# A bare 万 before a comma is money only right behind a word of giving (奖励20万,).
_GIVEN_LEFT = re.compile(r"(?:奖励?|给予|补[助贴]|资助|支持|配套|最高|超过|津贴|、)$")
_INDEFINITE = "数几上近逾"
_LOOKBACK = 24


@dataclass(frozen=True)
class Figure:
    """One numeral with its unit: [start, end) in the compact text.

    kind is money, percent, points, ratio, count, area, term, year or foreign; `unit` is the printed unit.
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
    for match in _FIGURE.finditer(compact):
        figure = _figure(compact, match)
        if figure is None:
            continue
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
    if match["cnpercent"]:
        return Figure("percent", start, end, _chinese_share(match["cnpercent"]), "%")
    if match["ratio"]:
        first, second = re.split("[:比]", match["ratio"])
        return Figure("ratio", start, end, _ratio(first, second), ":")
    return _counted(compact, match, start, end)


def _chinese_share(words: str) -> Decimal:
    """百分之五十 is 50, 千分之五 is 0.5, 三成 is 30, 三分之一 is 33.33."""
    if words[-1] == "成":
        return value_of(words[:-1]) * 10
    if "/" in words:
        return (Decimal(100) / int(words[2:])).quantize(Decimal("0.01")).normalize() + 0
    whole, _, part = words.partition("分之")
    return (value_of(part) * 100 / value_of("一" + whole if whole in "百千" else whole)).quantize(Decimal("0.01")).normalize() + 0


def _ratio(first: str, second: str) -> Decimal:
    """1:1 is 100, 1:0.5 is 50: the second party's share in percent of the first."""
    whole = value_of(first)
    if not whole:
        raise ValueError("a ratio to nothing")
    return value_of(second) / whole * 100


def _counted(compact: str, match: re.Match[str], start: int, end: int) -> Figure | None:
    number, scale = match["number"], match["scale"] or ""
    if match["percent"]:
        value = value_of(number)
        if match["percent"] == "‰":
            return Figure("percent", start, end, value / 10, "‰")
        kind = "percent" if match["percent"] == "%" else "points"
        return Figure(kind, start, end, value, match["percent"])
    bare_scale = scale.lstrip("多余")
    if number in "零〇" or (number == "一" and start and compact[start - 1] in "同单任某统唯") or (start and compact[start - 1] in _INDEFINITE and not number[0].isdigit()):
        return None
    value = value_of(number + bare_scale) if not number[0].isdigit() else value_of(number) * (value_of("1" + bare_scale) if bare_scale else 1)
    if match["rest"]:
        value += value_of(match["rest"])
    return _with_unit(match, start, end, value, bare_scale)


def _with_unit(match: re.Match[str], start: int, end: int, value: Decimal, scale: str) -> Figure | None:
    if match["foreign"]:
        return Figure("foreign", start, end, value, match["foreign"])
    if match["money"]:
        return Figure("money", start, end, value, "元")
    if match["term"]:
        return Figure("term", start, end, value, match["term"])
    if match["unit"]:
        return _counted_by(match["unit"], start, end, value, match["number"][0].isdigit())
    if match.string[match.end() : match.end() + 1] == "," and not _GIVEN_LEFT.search(match.string[max(0, start - 4) : start]):
        return None
    if scale[-1:] in ("万", "亿"):
        return Figure("money", start, match.start("bare"), value, "")
    if match["number"][0] not in "0123456789" and match["number"][-1:] in ("万", "亿"):
        return Figure("money", start, match.start("bare"), value, "")
    return None


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
    if previous and previous.kind == figure.kind and compact[previous.end : figure.start].replace("(含)", "") in _RANGE_JOINS and previous.value_max is None:
        found[-1] = replace(figure, start=previous.start, value=previous.value, value_max=figure.value)
        return
    members = list(_members_before(compact, figure, previous.end if previous else 0))
    found.extend(reversed(members[1:]))
    found.append(members[0])


def _members_before(compact: str, figure: Figure, floor: int) -> Iterator[Figure]:
    """The figure, widened to a range if a bare number stands before it, then bare list members, last first."""
    current, yielded_range = figure, False
    while True:
        low = max(floor, current.start - _LOOKBACK)
        match = _BEFORE_LIST.search(compact[low : current.start])
        if match is None or not _is_member(compact, low + match.start(), match, figure):
            yield current
            return
        value = _member_value(match, figure, compact)
        start = low + match.start()
        if value is None:
            yield current
            return
        if match["join"] in _RANGE_JOINS:
            if yielded_range or current.value_max is not None:
                yield current
                return
            current = replace(current, start=start, value=value, value_max=current.value)
            continue
        yield current
        end = low + match.end() - len(match["join"])
        current = replace(figure, start=start, end=end, value=value, value_max=None)


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
        value = value_of(number)
        if scale:
            return value * value_of("1" + scale) if number[0].isdigit() else value_of(number + scale)
    except ValueError:
        return None
    if unit == "元" and figure.kind == "money":
        return value
    if figure.kind == "percent":
        return value / 10 if figure.unit == "‰" else value
    last = compact[figure.start : figure.end]
    inherited = re.search(r"([十百千]?万亿|[十百千]?[万亿])[^万亿]*$", last)
    return value * value_of("1" + inherited[1]) if inherited else value


def group_lists(compact: str, figures: list[Figure]) -> list[list[Figure]]:
    """Figures of one kind joined by 、 / 和 or 或 belong to one list; every other figure stands alone."""
    groups: list[list[Figure]] = []
    for figure in figures:
        last = groups[-1][-1] if groups else None
        if last and last.kind == figure.kind and _joined(compact, last, figure):
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups


def _joined(compact: str, last: Figure, figure: Figure) -> bool:
    between = compact[last.end : figure.start] if figure.start - last.end <= 8 else ""
    if last.kind not in ("money", "percent", "count", "area", "ratio"):
        return False
    join = re.fullmatch(r"(?:/[家个项人年月户件台])?(?:的?(?:奖励|补助|补贴|资助|支持|奖金))?(?P<mark>、|/|,|和|及|以及|与|或者?|,?以及)(?P<bound>最高|不超过)?", between)
    if join is None or (join["mark"] == "," and (last.kind != "money" or join["bound"] or "分别" not in compact[max(0, last.start - 60) : last.start])):
        return False
    return not join["bound"] or compact[last.start - len(join["bound"]) : last.start] == join["bound"]
