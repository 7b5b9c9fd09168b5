"""What is not there: provinces, cities and districts without a document, years without one, categories that no document of a province names."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Generic

from compare.shared import around as said
from compare.shared.material import whole
from compare.shared.view import View
from loaders.holdings import Holding, by_province
from loaders.snapshot import Tables
from model.codes import codes, read_csv
from model.comparison import Cell, Chart, Comparison, Heading, Note, W
from model.saying import Own, Words, label, listing, text
from model.selection import Selection

COLUMNS = ("cities", "districts", "years", "unnamed")


@dataclass(frozen=True)
class Gap(Generic[W]):
    """One row is one province of the country: places with a document of how many, years with one, categories that none of them names."""

    code: str
    province: W
    cities: W
    districts: W
    years: W
    unnamed: W
    is_held: bool


@dataclass(frozen=True)
class Province:
    """A province of the list of divisions with how many cities of prefecture level and above, and counties and districts, it has."""

    name: Words
    cities: int
    districts: int


@cache
def provinces() -> dict[str, Province]:
    """All provinces by the first two digits of their code; a municipality under the central government is its own one city."""
    rows = read_csv("divisions")
    cities = Counter(row["code"][:2] for row in rows if row["level"] in ("prefecture", "municipality"))
    districts = Counter(row["code"][:2] for row in rows if row["level"] == "county")
    return {
        row["code"][:2]: Province(Own(row["name_zh"], row["name_en"]), cities[row["code"][:2]], districts[row["code"][:2]])
        for row in rows if row["level"] in ("province", "municipality")
    }


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are all provinces, those with documents first; columns places, years and categories. It is of all documents, whatever is filtered."""
    found = gaps(tables)
    rows = tuple(Heading(gap.code, gap.province) for gap in found)
    cells = tuple(Cell(gap.code, name, "text", getattr(gap, name)) for gap in found for name in COLUMNS if getattr(gap, name))
    columns = tuple(Heading(name, text(f"gaps.{name}")) for name in COLUMNS)
    return said.comparison(
        view, whole(tables, selection), selection, Chart("matrix", "", 1, "", rows, columns), cells, finding=summary(tables),
        notes=[Note("method", text("gaps.not_a_finding"))])


def gaps(tables: Tables) -> tuple[Gap[Words], ...]:
    """Every province, those with documents first, each in the order of the codes."""
    held = by_province(tables)
    rows = [_gap(code, province, held.get(code)) for code, province in provinces().items()]
    return tuple(sorted(rows, key=lambda row: not row.is_held))


def summary(tables: Tables) -> Words:
    """How much of the country the documents are of, and which years between the first and the last have none."""
    held, known = by_province(tables), provinces()
    years = sorted({year for holding in held.values() for year in holding.years})
    empty = [str(year) for year in range(years[0], years[-1]) if year not in years] if years else []
    said = text(
        "gaps.summary", provinces=len(held), all_provinces=len(known), cities=sum(holding.cities for holding in held.values()),
        all_cities=sum(province.cities for province in known.values()), districts=sum(holding.districts for holding in held.values()),
        all_districts=sum(province.districts for province in known.values()))
    return text("gaps.with_years", said=said, years=listing(empty)) if empty else said


def _gap(code: str, province: Province, held: Holding | None) -> Gap[Words]:
    """Missing is not zero: a province without a document says so instead of a number."""
    if held is None:
        none = text("gaps.none")
        return Gap(code, province.name, none, none, "", "", False)
    unnamed = [label("category", code) for code in codes("category") if code not in held.categories]
    return Gap(
        code, province.name, _of(held.cities, province.cities), _of(held.districts, province.districts),
        listing(str(year) for year in held.years) if held.years else text("gaps.no_year"),
        listing(unnamed) if unnamed else text("gaps.all_named"), True)


def _of(held: int, known: int) -> Words:
    return text("gaps.of", held=held, all=known) if held else text("gaps.none")


VIEW = View("gaps", (), build, is_record=True)
