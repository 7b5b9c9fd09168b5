"""Small pieces of Markdown that both languages share; generated documents give Chinese first, then English."""

from collections.abc import Iterable, Sequence

from wording.texts import text


def both(key: str, separator: str = " / ") -> str:
    """The words of a key in both languages on one line."""
    return separator.join(dict.fromkeys((text(key, "zh"), text(key, "en"))))


def pair(zh: str, en: str) -> str:
    """Two wordings on one line; only one of them if they are the same or one is empty."""
    return " / ".join(dict.fromkeys(part for part in (zh, en) if part))


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table as lines, with a blank line behind it."""
    lines = [_line(heads), _line(["---"] * len(heads)), *(_line(row) for row in rows)]
    return [*lines, ""]


def code_names(names: Iterable[str]) -> str:
    """Names as code, separated by commas."""
    return ", ".join(f"`{name}`" for name in names)


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
