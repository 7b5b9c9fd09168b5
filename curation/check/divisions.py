"""The administrative divisions after GB/T 2260: those of today and those that are no more, with their successors.

`divisions.csv` holds the present ones, `former_divisions.csv` those at county level and above that were abolished, merged
or renamed since 2005: `until` is the year of the change, `successor` the codes of today, joined by semicolons.
"""

from dataclasses import dataclass
from functools import cache

from model.codes import read_csv


@dataclass(frozen=True)
class Division:
    """A division; `until` is empty for one of today. A renamed one has its own code as successor."""

    code: str
    name_zh: str
    name_en: str
    level: str
    parent: str
    until: str = ""
    successors: tuple[str, ...] = ()

    @property
    def is_renamed(self) -> bool:
        """Whether the same division stands under another name today."""
        return self.successors == (self.code,)


@cache
def present() -> dict[str, Division]:
    """The divisions of today by code."""
    return {row["code"]: Division(row["code"], row["name_zh"], row["name_en"], row["level"], row["parent"]) for row in read_csv("divisions")}


@cache
def former() -> tuple[Division, ...]:
    """The divisions that are no more, or that have another name today."""
    return tuple(
        Division(row["code"], row["name_zh"], row["name_en"], row["level"], row["parent"], row["until"], tuple(row["successor"].split(";")))
        for row in read_csv("former_divisions")
    )


@cache
def divisions() -> dict[str, Division]:
    """Every division that a document may belong to, by code: the present ones and those whose code is gone."""
    gone = {item.code: item for item in former() if item.code not in present()}
    return present() | gone


def named(words: str) -> list[Division]:
    """The divisions that a code or a name means; for a name that was changed, the division under its name of today."""
    known = divisions()
    if words in known:
        return [known[words]]
    found = [item for item in known.values() if item.name_zh == words]
    renamed = [known[item.code] for item in former() if item.name_zh == words and item.code in present()]
    return list(dict.fromkeys((*found, *renamed)))
