"""What a document says of its own words: 本办法所称平台，是指科技部批准建设的重点实验室. The level holds wherever the word is used."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from curation.extract.levels import find_levels
from curation.extract.titles import find_titles

_DEFINES = re.compile(
    r"本(?:办法|细则|规定|措施|政策|方案|意见|条例|通知|文件)[中所]{0,2}称的?“?(?P<name>[^,;。“”]{2,16}?)”?,?(?:主要)?(?:是指|指)(?P<what>[^。;\n]{4,120})"
)
_RECOGNISES = re.compile(r"认定|备案|批准|命名|评定|授予|获批|批复|立项")
_TITLE = re.compile(r"[^,;。:、级]{2,14}(?P<level>国家级|[省市区县]级)[^,;。:、级]{0,10}?(?P<noun>平台|孵化器|实验室|研发机构|研究院|工作室|基地|载体|中心)[^,;。:、级]{0,12}(?:办法|细则|规定|规程)")
_TITLE_REACH = 80
_GENERAL = re.compile(r"(?:企业|单位|机构|项目|资金|人才|以上|以下|公司|奖励|补助)")  # 本办法所称企业: too wide a word to carry a level


@dataclass(frozen=True)
class Definition:
    """A defined word, the titles it covers, and the one level that its definition names at [start, end) of the compact text."""

    name: str
    titles: frozenset[str]
    level: str
    above: bool
    start: int
    end: int

    def covers(self, words: str, title: str) -> bool:
        """Whether support for `title` (a code, empty if none), said in `words`, is for what is defined."""
        return self.name in words or (title != "" and title in self.titles)


def find_definitions(compact: str) -> tuple[Definition, ...]:
    """All definitions that name exactly one level, in order; linear in the length."""
    found = list(_by_the_title(compact))
    for match in _DEFINES.finditer(compact):
        levels = find_levels(match["what"])
        if _GENERAL.fullmatch(match["name"]) or not _RECOGNISES.search(match["what"]) or len({(level.code, level.above) for level in levels}) != 1:
            continue
        titles = frozenset(title.code for title in find_titles(match["what"]) if title.code)
        place = match.start("what") + levels[0].start
        found.append(Definition(match["name"], titles, levels[0].code, levels[0].above, place, place + len(levels[0].words)))
    return tuple(found)


def _by_the_title(compact: str) -> Iterator[Definition]:
    """某省省级科技创新平台…管理办法: 平台 is provincial in it."""
    match = _TITLE.match(compact[:_TITLE_REACH].replace("\n", ""))
    levels = find_levels(match["level"] + match["noun"]) if match else []
    if match and len(levels) == 1 and levels[0].code != "none":
        start = compact.find(match["level"])
        yield Definition(match["noun"], frozenset(), levels[0].code, levels[0].above, start, start + len(match["level"]))


def definition_for(definitions: Iterable[Definition], words: str, title: str) -> Definition | None:
    """The first definition that covers the words or the title."""
    return next((item for item in definitions if item.covers(words, title)), None)
