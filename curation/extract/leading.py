"""A ceiling that is said before what it caps: 每户企业全年资助总额不超过36万元：其中，…每个展位资助9000元."""

import re
from dataclasses import dataclass, replace

from curation.extract import ceilings
from curation.extract.clauses import Paragraph
from curation.extract.drafts import Draft
from curation.extract.views import View

_EACH = re.compile(r"每[户家个名项人]|单[个家户项]|同一")
_OPENS_A_LIST = re.compile(
    r"""
    (?:人民币)?(?:\([^()]{0,12}\))?
    (?: :                                                                      # …不超过36万元：
      | [,;。](?:其中|具体)?(?:补助|奖励|补贴|资助|扶持|标准|比例)*(?:按照?|依照|执行)?(?:下列|以下|如下)  # …。补助按下列比例核定
    )
    """,
    re.X,
)
_LIST_AHEAD = 40


def announces(view: View) -> bool:
    """Whether a sum is the most that each recipient gets of what is listed behind it."""
    return len(view.group) == 1 and bool(_EACH.search(view.clause)) and ceilings.bound_of(view) == "at_most" and _opening(view) is not None


def spread(drafts: list[Draft], end: int) -> Draft | None:
    """Put each announced ceiling of a paragraph, which ends at `end`, on the support that its sentence lists.

    Gives the ceiling whose list has not begun by then: its items are the paragraphs below.
    """
    last = None
    for draft in drafts:
        if draft.form != "sum" or not announces(draft.view):
            continue
        opening = _opening(draft.view)
        begin = opening.end() if opening else draft.end
        stop = draft.view.compact.find("。", begin, end)
        put_on(draft, [item for item in drafts if begin <= item.start < (stop if stop >= 0 else end)])
        last = draft if begin == end else None
    return last


def put_on(ceiling: Draft, governed: list[Draft]) -> None:
    """Cap the support that has no ceiling of its own; the ceiling is then no support of its own."""
    for draft in governed:
        fits = draft.form != "sum" or draft.value is None or draft.value <= ceiling.view.group[-1].value
        if draft.is_open and draft.form != "unstated" and fits:
            draft.cap(ceiling.view)
            ceiling.dropped = True


@dataclass(frozen=True)
class Ahead:
    """A ceiling on the items of a list in paragraphs of their own, below `above` and from `first` on."""

    ceiling: Draft
    above: Paragraph
    first: Paragraph | None = None


def listed_below(ahead: Ahead | None, paragraph: Paragraph, drafts: list[Draft]) -> Ahead | None:
    """Cap the items of a list whose ceiling stands in the line above it; gives the ceiling that the next paragraph may be under."""
    announced = spread(drafts, paragraph.end)
    if announced is not None:
        return Ahead(announced, paragraph)
    if ahead is None:
        return None
    ahead = ahead if ahead.first else replace(ahead, first=paragraph)
    if not _is_item(paragraph, ahead.above, ahead.first or paragraph):
        return None
    put_on(ahead.ceiling, drafts)
    return ahead


def _is_item(paragraph: Paragraph, above: Paragraph, first: Paragraph) -> bool:
    """Whether a paragraph still belongs to the list that `first` begins below `above`."""
    return (above.rank == 9 or first.rank > above.rank) and paragraph.rank >= first.rank


def _opening(view: View) -> re.Match[str] | None:
    return _OPENS_A_LIST.match(view.compact, view.end, min(view.end + _LIST_AHEAD, len(view.compact)))
