"""What a rule may look at: one list of figures with the words of its clause, stretch and headings."""

import re
from dataclasses import dataclass
from functools import cached_property

from curation.extract.clauses import Stretch
from curation.extract.figures import Figure

_BOUNDARY = ",;。!?"
_PER_REST = re.compile(r"^(?:/(?:平方米|㎡|[年月天家人件项户个次亩台套]))+(?:·[年月天])?")  # 300元/平方米: of the figure before
_RIGHT = 60
_CLAUSE = 120


@dataclass(frozen=True)
class View:
    """One group of figures of the same kind in its place. All offsets are those of the compact text."""

    compact: str
    stretch: Stretch
    group: tuple[Figure, ...]
    previous_end: int  # end of the figure before in this stretch, or its start
    lead: str  # headings and list heads above, nearest last

    @property
    def start(self) -> int:
        """Start of the first figure."""
        return self.group[0].start

    @property
    def end(self) -> int:
        """End of the last figure."""
        return self.group[-1].end

    @property
    def kind(self) -> str:
        """Kind of the figures."""
        return self.group[0].kind

    @cached_property
    def clause_start(self) -> int:
        """Where the clause begins: behind the last comma, bracket or semicolon."""
        low = self.stretch.start
        opened = self.compact.rfind("(", low, self.start)
        aside = opened + 1 if opened >= 0 and self.compact.find(")", opened, self.start) < 0 else 0
        return max(low, aside, *(self.compact.rfind(mark, low, self.start) + 1 for mark in _BOUNDARY))

    @cached_property
    def left(self) -> str:
        """Words between the clause's start, or the figure before, and this one."""
        words = self.compact[max(self.clause_start, self.previous_end) : self.start]
        return _PER_REST.sub("", words) if self.previous_end > self.clause_start else words

    @cached_property
    def clause(self) -> str:
        """Words from the clause's start to the figure (at most the last 120), other figures included."""
        return self.compact[max(self.clause_start, self.start - _CLAUSE) : self.start]

    @cached_property
    def before(self) -> str:
        """Words from the stretch's start to the figure."""
        return self.compact[self.stretch.start : self.start]

    @cached_property
    def right(self) -> str:
        """Up to sixty characters behind the figure, within its stretch."""
        return self.compact[self.end : min(self.end + _RIGHT, self.stretch.end)]

    @cached_property
    def right_clause(self) -> str:
        """Words behind the figure up to the next comma, bracket, semicolon or full stop."""
        return re.split(r"[,;。!?)(]", self.right, maxsplit=1)[0]

    @cached_property
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
