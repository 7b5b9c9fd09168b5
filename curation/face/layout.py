"""Where the head of a paper ends and its text begins, and where what was appended or printed inside it begins."""

from dataclasses import dataclass
from functools import cached_property

from curation.face.lines import Line, lines_of
from curation.face.page_fields import without_count
from curation.face.signs import (
    is_appendix,
    is_body,
    is_date,
    is_label,
    is_numbered,
    is_office,
    is_salutation,
    is_title_like,
)
from model.characters import as_read

# A page may carry its menu above the paper; beyond this many lines no head is looked for.
_LONGEST_HEAD = 400
_BROKEN = 12  # a shorter line is a heading or the end of a paragraph


@dataclass(frozen=True)
class Layout:
    """A text by lines. `plain` is the text in narrow width with the same offsets; `body` the line the text begins with."""

    text: str
    plain: str
    lines: tuple[Line, ...]
    body: int

    @cached_property
    def head(self) -> tuple[Line, ...]:
        """The lines above the text."""
        return self.lines[: self.body]

    @cached_property
    def appendix(self) -> int:
        """The line at which the appendices begin, or the number of lines."""
        return next((place for place in range(self.body + 1, len(self.lines)) if is_appendix(self.lines[place])), len(self.lines))

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Where each paragraph begins and ends: a line that stops in mid-sentence goes on in the next one."""
        spans: list[tuple[int, int]] = []
        before: Line | None = None
        for line in self.lines:
            if before and _goes_on(before, line):
                spans[-1] = (spans[-1][0], line.end)
            else:
                spans.append((line.start, line.end))
            before = line
        return tuple(spans)

    def cut(self, start: int, end: int) -> str:
        """The words of the text at [start, end) in narrow width."""
        return self.plain[start:end]

    def shown(self, start: int, end: int) -> str:
        """The words at [start, end) as they are published: brackets and marks as the text has them, look-alike characters folded."""
        return "".join(own if read < "\u2e80" else read for own, read in zip(self.text[start:end], self.plain[start:end], strict=True))


def layout(text: str) -> Layout:
    """The lines of a text and where its body begins: with a salutation, a numbered line or running text."""
    plain = as_read(text)
    lines = tuple(without_count(line) for line in lines_of(plain))
    near = range(min(len(lines), _LONGEST_HEAD))
    begun = next((place for place in near if is_body(lines[place]) and not is_label_only(lines[place])), len(near))
    return Layout(text, plain, lines, begun)


def _goes_on(line: Line, following: Line) -> bool:
    """Whether a line was broken: it is long, ends without a stop, and the next one begins nothing of its own."""
    if len(line.tight) < _BROKEN or line.words[-1:] in "。;:!?)》" or is_title_like(line.words):
        return False
    return not (is_numbered(following) or is_date(following) or is_office(following) or is_appendix(following) or is_label(following))


def is_label_only(line: Line) -> bool:
    """A field of the page, also when its value is long."""
    return is_label(line) and not is_salutation(line)
