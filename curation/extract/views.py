"""What a rule may look at: one list of figures with the words of its clause, stretch and headings."""

import re

from curation.extract.clauses import Stretch
from curation.extract.figures import Figure

_PER_REST = re.compile(r"^(?:/(?:平方米|㎡|[年月天家人件项户个次亩台套]))+(?:·[年月天])?")  # 300元/平方米: of the figure before
_CLAUSE_END = re.compile(r"[,;。!?)(]")
_RIGHT = 60
_CLAUSE = 120


class View:
    """One group of figures of the same kind in its place. All offsets are those of the compact text.

    `previous_end` is the end of the figure before in this stretch, or the stretch's start; `lead` are the headings and
    list heads above, nearest last. The words: `before` from the stretch's start to the figure, `clause` from the clause's
    start (behind the last comma or open bracket; at most the last 120), `left` the same but no further than the figure
    before, `right` up to sixty characters behind within the stretch, `right_clause` those up to the next mark.
    """

    __slots__ = ("before", "clause", "clause_start", "compact", "end", "group", "kind", "lead", "left", "previous_end", "right", "right_clause", "start", "stretch")

    def __init__(self, compact: str, stretch: Stretch, group: tuple[Figure, ...], previous_end: int, lead: str) -> None:
        self.compact, self.stretch, self.group, self.previous_end, self.lead = compact, stretch, group, previous_end, lead
        self.kind = group[0].kind
        self.start, self.end = start, end = group[0].start, group[-1].end
        self.clause_start = clause_start = self._clause_start()
        if previous_end > clause_start:
            self.left = _PER_REST.sub("", compact[previous_end:start])
        else:
            self.left = compact[clause_start:start]
        self.clause = compact[max(clause_start, start - _CLAUSE) : start]
        self.before = compact[stretch.start : start]
        self.right = right = compact[end : min(end + _RIGHT, stretch.end)]
        mark = _CLAUSE_END.search(right)
        self.right_clause = right[: mark.start()] if mark else right

    def _clause_start(self) -> int:
        """A stretch ends with its first semicolon or full stop, so that commas and brackets alone part its clauses."""
        low, start = self.stretch.start, self.start
        comma = self.compact.rfind(",", low, start)
        opened = self.compact.rfind("(", low, start)
        if opened > comma and self.compact.find(")", opened, start) < 0:
            return opened + 1
        return comma + 1 if comma >= 0 else low

    def of(self, figure: Figure) -> "View":
        """The same place with one figure of the list only."""
        return View(self.compact, self.stretch, (figure,), self.previous_end, self.lead)

    @property
    def said(self) -> tuple[int, int]:
        """[start, end) of the clause's words before the figures, joining marks left out, and the figures themselves."""
        begin = self.start - len(self.left.lstrip("、,:但且并"))
        return begin, self.end


def last_match(pattern: re.Pattern[str], text: str) -> int:
    """End of the last match of a pattern, -1 if there is none."""
    end = -1
    for match in pattern.finditer(text):
        end = match.end()
    return end
