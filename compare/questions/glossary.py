"""The glossary: every term that pages and files use with a fixed meaning, in both languages, from the code lists alone."""

from dataclasses import dataclass
from typing import Generic

from loaders.finding import codes_called
from model.codes import code_list
from model.comparison import W
from model.saying import Own, Words, text

# The lists whose terms a reader meets, in the order of the page; what only curating uses stands in the codebook.
LISTS = (
    "designation", "recognition_level", "beneficiary", "instrument", "category", "indicator", "target_basis", "comparator", "form", "mark", "bound", "trigger",
    "selection_mode", "frequency", "ceiling_per", "ceiling_period", "rate_basis", "match_basis", "payer", "commitment", "unstated_kind", "rule_kind", "verdict", "reason",
    "change_kind", "coverage_state", "status", "document_kind", "release_attribute", "source_kind", "city_level", "service",
)


@dataclass(frozen=True)
class Term(Generic[W]):
    """One term: its name in either language, and what it means in words."""

    code: str
    zh: str
    en: str
    definition: W


@dataclass(frozen=True)
class Group(Generic[W]):
    """The terms of one code list."""

    list: str
    name: W
    terms: tuple[Term[W], ...]


def glossary(words: str = "") -> tuple[Group[Words], ...]:
    """The terms of which a name answers to the words, best first, all of them for no words; a list without such a term is left out."""
    found = []
    for name in LISTS:
        chosen = codes_called(name, words) if words.strip() else tuple(code_list(name))
        if chosen:
            found.append(Group(name, text(f"glossary.list.{name}"), tuple(_term(name, code) for code in chosen)))
    return tuple(found)


def _term(name: str, code: str) -> Term[Words]:
    row = code_list(name)[code]
    return Term(code, row["zh"], row["en"], Own(row["definition_zh"], row["definition_en"]))
