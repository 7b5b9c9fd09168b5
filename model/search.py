"""What search looks through for one measure, one document, one place and one code, as folded texts."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from model.codes import code_list, read_csv
from model.folding import bare_place, folded, pinyin
from model.schema import TABLES

Row = Mapping[str, Any]

_MEASURE = ("title_zh", "title_en", "summary_zh", "summary_en", "article")
_AWARD = (
    "beneficiary_zh", "beneficiary_en", "condition_zh", "condition_en", "variant_zh", "variant_en", "instrument_term_zh", "phrase", "note_zh", "note_en",
    "payer_note_zh",
)
_TARGET = ("phrase", "scope_zh", "scope_en")
_AWARD_CODES = (("trigger", "trigger"), ("instrument", "instrument"), ("recognition_level", "recognition_level"), ("beneficiary", "beneficiary"), ("payers", "payer"))
_DOCUMENT = ("title_zh", "title_en", "issuer_zh", "issuer_en")


def search_text(measure: Row, awards: Iterable[Row], targets: Iterable[Row]) -> str:
    """What can be typed to find a measure: its words, those of its awards and targets, the labels and sums on screen, and its departments by
    any of their names. Folded; one part a line, so that no word spans two.
    """
    words = [str(measure[name] or "") for name in _MEASURE] + [_place(measure["article"]), *measure["eligible_services"]]
    words += [name for title in measure["designations_named"] for name in called(title)]
    words += [label for code in measure["categories"] for label in _labels("category", code)]
    words += [name for office in dict.fromkeys([*measure["departments"], *measure["lead_departments"]]) for name in office_names(office)]
    for row in awards:
        words += [str(row.get(name) or "") for name in _AWARD] + [name for title in _titles(row) for name in called(title)] + sums(row)
        words += [label for column, name in _AWARD_CODES for code in _held(row[column]) for label in _labels(name, code)]
    for row in targets:
        words += [str(row.get(name) or "") for name in _TARGET] + _labels("indicator", row["indicator"])
    return folded("\n".join(dict.fromkeys(words)))


def document_text(document: Row, city: Row) -> str:
    """What can be typed to find a document: its titles, number, year, issuer and id, and its place by any name. Folded."""
    words = [document[name] or "" for name in _DOCUMENT]
    return folded("\n".join([*words, pinyin(document["issuer_zh"] or "")])) + "\n" + document_label(document, city)


def document_label(document: Row, city: Row) -> str:
    """What can be typed to mean a document rather than a word in it: place by any name, year, number and id. Folded."""
    short, year = city["name_zh"].removesuffix("市"), document["policy_year"]
    dated = [f"{short}{year}", f"{city['name_en']} {year}"] if year else []
    return folded("\n".join([document["document_number"] or "", document["document_id"], *dated, *place_names(city)]))


def place_names(city: Row) -> list[str]:
    """Everything that a place is called: both languages, without its ending, pinyin and initials, code, province, and what it was called before."""
    names = [city["name_zh"], *_former(city["division_code"])]
    short = [bare for name in names if (bare := bare_place(name)) != name]
    spelt = [pinyin(name) for name in (*names, *short)]
    return [*names, *short, city["name_en"], city["city_id"], city["division_code"], *spelt, city["province_zh"], city["province_en"], city["parent_zh"] or "", city["parent_en"] or ""]


def called(title: str) -> tuple[str, ...]:
    """What a recognised title is called in both languages, with its aliases, its pinyin and its code."""
    return code_names("designation", title)


@cache
def code_names(name: str, code: str) -> tuple[str, ...]:
    """What a code of a list is called: labels and aliases in both languages, the pinyin of the Chinese ones, and the code itself."""
    row = code_list(name).get(code, {})
    chinese = [row.get("zh", ""), *row.get("aliases", "").split(";")]
    return tuple(part for part in (*chinese, row.get("en", ""), *row.get("aliases_en", "").split(";"), *(pinyin(part) for part in chinese), code) if part)


@lru_cache(maxsize=20_000)  # a corpus names the same few thousand bodies over and over
def office_names(office: str) -> tuple[str, ...]:
    """A department of a clause by every name of the same body, in English, in pinyin."""
    same = _same_offices().get(office, (office,))
    english = [row["en"] for row in read_csv("departments") if row["name"] == office]
    return (*same, *english, *dict.fromkeys(pinyin(name.removeprefix("市")) for name in same))


def sums(row: Row) -> list[str]:
    """The sums of an award as they may be typed: 100万元, 1000000, 1 million."""
    found = []
    for column in TABLES["awards"].columns:
        value = row.get(column)
        if column.endswith("_cny") and isinstance(value, int) and value:
            wan = [f"{_in(value, 10_000)}万元"] if value >= 10_000 else []
            yi = [f"{_in(value, 100_000_000)}亿元"] if value >= 100_000_000 else []
            found += [f"{value}元", *wan, *yi, f"CNY {value}", f"CNY {_in(value, 1_000_000)} million"]
    return found


def _in(value: int, unit: int) -> str:
    """A sum in a larger unit with all its decimals: 1255000 in 10000 is 125.5."""
    return format((Decimal(value) / unit).normalize(), "f")


def _place(article: str) -> str:
    return f"第{article}条 article {article} art {article}" if article.isdigit() else article


def _titles(row: Row) -> list[str]:
    return [title for title in (row["designation"], *(row["designations_also"] or ())) if title]


def _held(value: Any) -> list[str]:
    return list(value) if isinstance(value, list | tuple) else [value] if value else []


def _labels(name: str, code: str) -> list[str]:
    row = code_list(name).get(code, {})
    return [row.get("zh", ""), row.get("en", "")] if code not in ("other", "none", "unstated") else []


@cache
def _same_offices() -> dict[str, tuple[str, ...]]:
    """Each name of a department with all names of the same body: those of one English name, and those that it followed upon."""
    bodies: list[set[str]] = []
    rows = read_csv("departments")
    for row in rows:
        names = {row["name"], *filter(None, row["former"].split(";")), *(other["name"] for other in rows if other["en"] == row["en"])}
        joined = [body for body in bodies if body & names]
        bodies = [body for body in bodies if not body & names] + [names.union(*joined)]
    return {name: tuple(sorted(body)) for body in bodies for name in body}


@cache
def _former_divisions() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in read_csv("former_divisions"):
        for successor in row["successor"].split(";"):
            found.setdefault(successor, []).append(row["name_zh"])
    return found


def _former(code: str) -> list[str]:
    """Names of places that are no more and became this one."""
    return _former_divisions().get(code, [])
