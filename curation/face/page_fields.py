"""The fields that a page or a cover sheet states beside the text: 标题, 发文机关, 发文字号, 成文日期, 有效性 and the like.

They stand as 名: 值 on one line, several on one line, the name above its value, or as rows of a table in either order.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from curation.face.lines import Line, tight

# What the fields are called, by what they mean. 索引号 and 主题 are known so that they are not taken for a value.
_NAMES = {
    "page_title": "网页标题",
    "title": "标题|名称|文件名称|信息名称|文件标题|公文标题|信息标题|政策标题|文件名",
    "issuer": "发文机关|发文单位|发文机构|制发机关|制定机关|印发机关|发布机关|发布机构|公开机构|信息公开机构|颁布单位|发文部门|制定单位|文件发布机关|联合发文单位",
    "number": "发文字号|文号|文件编号|文件字号|公文文号|发文文号|文件文号|发文号",
    "issued": "成文日期|成文时间|发文日期|发文时间|印发日期|印发时间|制发日期|签发日期|颁布日期|文件日期|制定日期",
    "published": "发布日期|发布时间|公开日期|公开时间|公布日期|公布时间|公开发布日期|公开发布时间|上网日期|信息公开日期|发布于",
    "effective": "生效日期|生效时间|施行日期|实施日期|实施时间|执行日期|开始实施时间|开始实施日期|开始施行日期|起始日期|生效起始日期|有效期开始",
    "expires": "失效日期|失效时间|有效期至|有效期截止|有效期限|有效期|文件失效时间|文件失效日期|终止日期|截止有效期|有效期结束|生效截止日期",
    "repealed": "废止日期|废止时间|文件废止时间|文件废止日期",
    "validity": "有效性|时效性|效力状态|效力|时效状态|文件状态|文件效力|是否有效|有效状态|状态|文件有效性|时效",
    "release": "公开属性|公开方式|公开类别|公开形式|信息公开属性|信息公开选项|公开类型|是否公开",
    "other": "索引号|信息索引|信息索引号|主题分类|主题词|主题|体裁分类|分类|信息分类|服务对象|文件类型|文种|公文种类|公文类型|所属单位|内容概述|关键词|公开范围|公开时限|来源|信息来源|文章来源|作者|浏览次数|点击数|责任编辑|"
    "公开程序|统一编号|登记号|规范性文件编号|统一登记号|备案号|组配分类|责任部门|有效文件|字号|编辑|审核|点击量|访问次数|阅读|生成日期|主办单位|政策咨询|联系电话|联系人|栏目|所属栏目|信息类别|公文类别|文件分类|行政层级",
}
_MEANING = {name: meaning for meaning, names in _NAMES.items() for name in names.split("|")}
_ANY = "|".join(re.escape(name) for name in sorted(_MEANING, key=len, reverse=True))
_SPACED = "|".join(r"\s*".join(map(re.escape, name)) for name in sorted(_MEANING, key=len, reverse=True))
_PAIR = re.compile(rf"(?:[\[【(〔]\s*(?P<boxed>{_SPACED})\s*[\]】)〕]\s*:?|(?P<name>{_SPACED})\s*:)\s*")
_BARE = re.compile(rf"[\[【(〔]?\s*(?P<name>{_SPACED})\s*[\]】)〕]?\s*:?")
_COUNTED = re.compile(rf"\d{{1,2}}[.、]\s*(?=(?:[\[【(〔]\s*(?:{_SPACED})\s*[\]】)〕]|(?:{_SPACED})\s*:))")
_CELL = re.compile(r"\t|\s*[|丨]\s*|[ \u3000\xa0]{3,}")
_FARTHEST = 80
_DATED = frozenset({"issued", "published", "effective", "expires", "repealed"})
_STRONG = frozenset({"number", "issued", "effective", "expires", "repealed", "validity"})


@dataclass(frozen=True)
class Field:
    """What a page says beside the text: the meaning of the field (a key of `_NAMES`), its value, its place."""

    meaning: str
    name: str
    value: str
    start: int
    end: int


def meaning(name: str) -> str:
    """What a field of this name says; empty for an unknown one."""
    return _MEANING.get(_plain(name), "")


def _plain(name: str) -> str:
    """A field's name without brackets, colon and spaces."""
    return re.sub(r"[:\[\]【】()〔〕]", "", tight(name))


def without_count(line: Line) -> Line:
    """A field that its page counts (2. [发文字号]某发〔2030〕8号), without the number of the item."""
    counted = _COUNTED.match(line.words)
    return Line(line.words[counted.end() :], line.start + counted.end(), line.end) if counted else line


def page_fields(lines: Sequence[Line]) -> list[Field]:
    """All fields among the lines of a page's head, in order; fields without a value are left out."""
    found: list[Field] = []
    place = 0
    while place < len(lines):
        taken, used = _block(lines, place)
        found += taken
        place += max(used, 1)
    return [field for field in found if field.value]


def enough(fields: Sequence[Field]) -> bool:
    """Whether these are the fields of a page and not words of a form in the text: two that pages have, or a strong one."""
    kinds = {field.meaning for field in fields}
    return bool(kinds & (_STRONG | {"published"})) or len(kinds) >= 2


def _block(lines: Sequence[Line], place: int) -> tuple[list[Field], int]:
    line = lines[place]
    cells = _cells(line)
    names = [meaning(words) for words, _ in cells]
    if len(cells) > 1 and all(names):
        return _under(lines, place, cells)
    if len(cells) > 1 and not any(_PAIR.match(words) and not meaning(words) for words, _ in cells) and any(names):
        return _row(cells, names), 1
    if pairs := _pairs(line):
        if len(pairs) == 1 and not pairs[0].value:
            return _below(lines, place, pairs[0])
        return pairs, 1
    bare = _BARE.fullmatch(line.words)
    if bare and (stack := _stack(lines, place)):
        return stack
    return [], 1


def _cells(line: Line) -> list[tuple[str, int]]:
    """The cells of a line with their offsets."""
    cells, start = [], 0
    for match in [*_CELL.finditer(line.words), None]:
        end = match.start() if match else len(line.words)
        words = line.words[start:end]
        if words.strip():
            cells.append((words.strip(), line.start + start + len(words) - len(words.lstrip())))
        start = match.end() if match else end
    return cells


def _row(cells: list[tuple[str, int]], names: list[str]) -> list[Field]:
    """名 值 名 值, or with the value before its name if no cell can be read the other way."""
    if not names[0] and names[-1] and all(names[index] for index in range(1, len(names), 2)):
        order = [(index + 1, index) for index in range(0, len(cells) - 1, 2)]
    else:
        order = [(index, index + 1) for index in range(len(cells) - 1) if names[index] and not names[index + 1]]
    return [_field(names[name], cells[name][0], *cells[value]) for name, value in order]


def _under(lines: Sequence[Line], place: int, cells: list[tuple[str, int]]) -> tuple[list[Field], int]:
    """A row of names above a row of as many values."""
    below = _cells(lines[place + 1]) if place + 1 < len(lines) else []
    if len(below) != len(cells) or any(meaning(words) for words, _ in below):
        return [], 1
    return [_field(meaning(name), name, *value) for (name, _), value in zip(cells, below, strict=True)], 2


def _pairs(line: Line) -> list[Field]:
    """Every 名: 值 of a line, each value up to the next name."""
    matches = list(_PAIR.finditer(line.words))
    if not matches or matches[0].start() > 40:
        return []
    found = []
    for index, match in enumerate(matches):
        end = matches[index + 1].start() if index + 1 < len(matches) else len(line.words)
        value = re.sub(r"[\s【\[(|]+$", "", line.words[match.end() : end])
        found.append(_field(_MEANING[tight(match["name"] or match["boxed"])], match["name"] or match["boxed"], value, line.start + match.end()))
    return found


def _below(lines: Sequence[Line], place: int, named: Field) -> tuple[list[Field], int]:
    """A name with a colon whose value stands on the next line, if that is no name itself."""
    if place + 1 < len(lines):
        following = lines[place + 1]
        if not _BARE.match(following.words) and _fits(named.meaning, following.words):
            return [_field(named.meaning, named.name, following.words, following.start)], 2
    return [], 1


def _fits(kind: str, words: str) -> bool:
    """Whether the next line can be the value of an empty field: a field may simply be empty."""
    if kind in _DATED or kind == "number":
        return bool(re.search(r"\d", words)) and len(words) <= 40
    return len(words) <= _FARTHEST and not words.endswith((":", "。"))


def _stack(lines: Sequence[Line], place: int) -> tuple[list[Field], int]:
    """Names one below the other, and as many values below them; or name, value, name, value without colons."""
    names: list[Line] = []
    while place + len(names) < len(lines) and _BARE.fullmatch(lines[place + len(names)].words):
        names.append(lines[place + len(names)])
    values = lines[place + len(names) : place + 2 * len(names)]
    if len(values) < len(names) or any(_PAIR.match(value.words) for value in values):
        return [], len(names)
    if len(names) > 1 or (place + 2 < len(lines) and _BARE.fullmatch(lines[place + 2].words)) or meaning(names[0].words) in _STRONG:
        return [_field(meaning(name.words), name.words, value.words, value.start) for name, value in zip(names, values, strict=True)], 2 * len(names)
    return [], 1


def _field(kind: str, name: str, value: str, start: int) -> Field:
    return Field(kind, _plain(name), value, start, start + len(value))
