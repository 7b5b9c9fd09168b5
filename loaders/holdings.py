"""What a snapshot holds by province, so that what it does not hold can be said: places with documents, years, categories."""

from dataclasses import dataclass
from functools import lru_cache

from loaders import conditions
from loaders.snapshot import Tables
from model.selection import Selection


@dataclass(frozen=True)
class Holding:
    """One row is one province with documents: how many of its cities and districts have one, the years, and the categories spoken of."""

    cities: int
    districts: int
    years: tuple[int, ...]
    categories: frozenset[str]


@lru_cache(maxsize=2)
def by_province(tables: Tables) -> dict[str, Holding]:
    """What there is of each province, by the first two digits of its code; a province without any document is left out."""
    places = tables.engine.run(
        """SELECT left(c.division_code, 2), count(DISTINCT c.city_id) FILTER (c.level <> 'county'), count(DISTINCT c.city_id) FILTER (c.level = 'county'),
        list_sort(list_distinct(list(s.policy_year))) FROM shelf s JOIN cities c ON c.city_id = s.city_id GROUP BY 1 ORDER BY 1""")[1]
    spoken = tables.engine.run(
        """SELECT left(c.division_code, 2), list(DISTINCT v.category) FROM coverage v JOIN shelf s ON s.document_id = v.document_id
        JOIN cities c ON c.city_id = s.city_id WHERE v.state IN ('quantified', 'mentioned') GROUP BY 1""")[1]
    categories = {str(code): frozenset(held) for code, held in spoken}
    return {
        str(code): Holding(int(cities), int(districts), tuple(int(year) for year in years if year is not None), categories.get(str(code), frozenset()))
        for code, cities, districts, years in places
    }


def states_by_province(tables: Tables, selection: Selection) -> dict[tuple[str, str], dict[str, int]]:
    """How many of the documents that pass have each state of coverage, by the code of the province and the category; a state that none has is left out."""
    passing = conditions.of_documents(selection, "s.")
    sql = f"""SELECT left(c.division_code, 2), v.category, v.state, count(*) FROM shelf s JOIN cities c ON c.city_id = s.city_id
        JOIN coverage v ON v.document_id = s.document_id WHERE {passing.text} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for code, category, state, count in tables.engine.run(sql, passing.values)[1]:
        found.setdefault((str(code), str(category)), {})[str(state)] = int(count)
    return found
