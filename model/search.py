"""Text as search sees it, and everything that search looks through for one measure or one document."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from opencc import OpenCC

from model.codes import code_list

Row = Mapping[str, Any]

_MEASURE = ("title_zh", "title_en", "summary_zh", "summary_en")
_AWARD = ("beneficiary_zh", "beneficiary_en", "condition_zh", "condition_en", "variant_zh", "variant_en", "instrument_term_zh", "phrase", "note_zh", "note_en")


def folded(words: str) -> str:
    """Text as search sees it: simplified script, one width, lower case, 劵 read as 券."""
    narrow = unicodedata.normalize("NFKC", words)
    return str(_simplifier().convert(narrow)).replace("劵", "券").casefold()


def search_text(measure: Row, awards: Iterable[Row], targets: Iterable[Row]) -> str:
    """The words of a measure with those of its awards and targets, folded; one part a line, so that no word spans two."""
    words = [measure[name] or "" for name in _MEASURE]
    words += [measure["article"], *measure["departments"], *measure["lead_departments"], *measure["eligible_services"]]
    words += [name for title in measure["designations_named"] for name in _called(title)]
    for row in awards:
        words += [row[name] or "" for name in _AWARD] + _called(row["designation"] or "")
    for row in targets:
        indicator = code_list("indicator")[row["indicator"]]
        words += [row["phrase"], row["scope_zh"] or "", row["scope_en"] or "", indicator["zh"], indicator["en"]]
    return folded("\n".join(words))


def document_text(document: Row, city: Row) -> str:
    """The titles, number and issuer of a document and the names of its city, folded."""
    words = [document[name] or "" for name in ("title_zh", "title_en", "document_number", "issuer_zh", "issuer_en")]
    return folded("\n".join([*words, *(city[name] or "" for name in ("name_zh", "name_en", "province_zh", "province_en", "parent_zh", "parent_en"))]))


def _called(title: str) -> list[str]:
    """What a recognised title is called in both languages, with its aliases."""
    row = code_list("designation").get(title, {})
    return [row.get(name, "") for name in ("zh", "en", "aliases", "aliases_en")]


@cache
def _simplifier() -> OpenCC:
    return OpenCC("t2s")
