"""Where the head of a paper ends and its text begins, and where what was appended or printed inside it begins."""

from dataclasses import dataclass
from functools import cached_property

from curation.face.lines import Line, lines_of
from curation.face.signs import is_appendix, is_body, is_label, is_navigation, is_salutation
from model.characters import as_read

# A page may carry its menu above the paper; beyond this many lines no head is looked for.
_LONGEST_HEAD = 400


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

    def cut(self, start: int, end: int) -> str:
        """The words of the text at [start, end) in narrow width."""
        return self.plain[start:end]

    def shown(self, start: int, end: int) -> str:
        """The words at [start, end) as they are published: brackets and marks as the text has them, look-alike characters folded."""
        return "".join(own if read < "\u2e80" else read for own, read in zip(self.text[start:end], self.plain[start:end], strict=True))


def layout(text: str) -> Layout:
    """The lines of a text and where its body begins: with a salutation, a numbered line or running text."""
    plain = as_read(text)
    lines = tuple(lines_of(plain))
    near = range(min(len(lines), _LONGEST_HEAD))
    greeted = next((place for place in near if is_salutation(lines[place]) and not is_navigation(lines[place])), None)
    begun = next((place for place in near if is_body(lines[place]) and not is_label_only(lines[place])), len(near))
    if greeted is not None and greeted > begun and greeted - begun < 3:  # a reason stands between title and salutation
        return Layout(text, plain, lines, begun)
    return Layout(text, plain, lines, begun)


def is_label_only(line: Line) -> bool:
    """A field of the page, also when its value is long."""
    return is_label(line) and not is_salutation(line)
