"""The year a goal is for: in its clause, in the head of the passage, or only in the title."""

import re
from bisect import bisect_right

from curation.extract.candidates import Columns
from curation.extract.clauses import Paragraph, Stretch, rank

_PLAN = {"十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026}
_YEAR = re.compile(
    r"(?:到|至|截至)?(?P<last>(?<!截至)20\d\d)年(?:底|末)?(?:前)?(?=,|,?全|力争|,|实现|[^\d月度以〕号]{0,3})(?!\d*月|度|以来|第)|“?(?P<plan>十[一二三四五])五”?(?:期间|末|时期|规划)?|(?:未来|今后|用)?(?P<ahead>[一二两三四五六\d])年(?:内|时间|左右)"
    r"|(?:未来|今后)(?P<next>[一二两三四五\d])年|(?P<from>20\d\d)-(?P<till>20\d\d)年"
)
_LEAD = re.compile(r"(?:到|至|力争|“?十|未来|今后|用|[一二两三四五六\d]年内|20\d\d年[底末]|20\d\d年,?(?:全|力争|计划|实现|新增|净增|培育|完成|建成|引进|新建|达|突破|超过|总量|总数|形成|年均)|20\d\d-20)")
_NUMBER = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_REACH = 900
_SECTION = 300  # so far back a numbered line may stand that a year belongs to
_UNNUMBERED, _HIGHEST = 9, 2


class Years:
    """All years that may govern a goal, found once for the whole text."""

    def __init__(self, compact: str, title_end: int = 200) -> None:
        self._marks = [(m.start(), m.end(), _columns(m)) for m in _YEAR.finditer(compact) if m["plan"] or m["ahead"] or m["next"] or m["from"] or _LEAD.match(compact, m.start())]
        self._starts = [start for start, _, _ in self._marks]
        title = re.search(r"(20\d\d)(?:-(20\d\d))?年", compact[:title_end].split("\n")[0])
        self._title = int(title[2] or title[1]) if title else None

    def columns(self, compact: str, paragraph: Paragraph, stretch: Stretch, place: int) -> Columns:
        """target_year, period_start, horizon_years and target_year_basis of a goal at `place`."""
        index = bisect_right(self._starts, place) - 1
        if index >= 0:
            start, end, columns = self._marks[index]
            between = compact[max(end, place - _REACH - 100) : place]
            if start >= stretch.start and not re.search(r"[;。\d]", between) and between.count(",") <= 1:
                return {**columns, "target_year_basis": "clause" if columns.get("target_year") else "none"}
            governed = start >= paragraph.start or (place - start <= _REACH and not _leaves(compact, start, between))
            if governed and (start >= stretch.sentence or not re.search(r"每年|各县", compact[stretch.start : place])):
                return {**columns, "target_year_basis": "heading" if columns.get("target_year") else "none"}
        if self._title:
            return {"target_year": self._title, "target_year_basis": "title"}
        return {"target_year_basis": "none"}


def _leaves(compact: str, mark: int, between: str) -> bool:
    """Whether the text goes on to another section of the depth at which the year was named, or a higher one."""
    own = [rank(line) for line in compact[max(0, mark - _SECTION) : mark].split("\n")]
    depth = next((value for value in reversed(own) if value < _UNNUMBERED), _HIGHEST)
    return any(rank(line) <= depth for line in between.split("\n")[1:])


def _columns(match: re.Match[str]) -> Columns:
    if match["plan"]:
        start = _PLAN.get(match["plan"], 2021)
        return {"period_start": start, "target_year": start + 4}
    ahead = match["ahead"] or match["next"]
    if ahead:
        return {"horizon_years": _NUMBER.get(ahead) or int(ahead)}
    if match["from"]:
        return {"period_start": int(match["from"]), "target_year": int(match["till"])}
    return {"target_year": int(match["last"])}
