"""Names of recognised titles in Chinese text: whole names and their aliases, never a name within a longer one."""

import re
from collections.abc import Iterator
from functools import cache

from model.codes import code_list


def names(title: str) -> tuple[str, ...]:
    """Everything a title is called in Chinese: its label and aliases."""
    row = code_list("designation")[title]
    return tuple(name for name in (row["zh"], *row["aliases"].split(";")) if name)


def names_in(words: str) -> Iterator[tuple[str, str]]:
    """Every name of a title in a text of simplified script with the title's code, in reading order.

    The longest name counts, so that a brand incubator is no plain incubator.
    """
    pattern, titles = _names()
    return ((name, title) for name in pattern.findall(words) for title in sorted(titles[name]))


def titles_in(words: str) -> frozenset[str]:
    """The titles that a text names."""
    return frozenset(title for _, title in names_in(words))


@cache
def _names() -> tuple[re.Pattern[str], dict[str, set[str]]]:
    titles: dict[str, set[str]] = {}
    for title in code_list("designation"):
        for name in names(title):
            titles.setdefault(name, set()).add(title)
    return re.compile("|".join(re.escape(name) for name in sorted(titles, key=len, reverse=True))), titles
