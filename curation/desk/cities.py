"""data/codebook/cities.csv: the jurisdictions that documents may belong to, each taken from divisions.csv."""

import csv
import io
from pathlib import Path

from curation.desk.skeleton import new_city
from model.codes import read_csv
from model.paths import CODEBOOK


def city_of(division_code: str) -> dict[str, str]:
    """The city with this code: the row that cities.csv holds, or the one it would get, under an id that is free.

    Raises KeyError for a code that divisions.csv does not hold or that is a province.
    """
    held = {row["division_code"]: dict(row) for row in read_csv("cities")}
    if division_code in held:
        return held[division_code]
    city = new_city(division_code)
    taken = {row["city_id"] for row in held.values()}
    if city["city_id"] in taken:
        city["city_id"] = f"{city['city_id']}-{division_code}"
    return city


def ensure_city(division_code: str, folder: Path = CODEBOOK) -> dict[str, str]:
    """Write the city into cities.csv if it is not there and return its row."""
    path = folder / "cities.csv"
    city = city_of(division_code)
    held = path.read_text(encoding="utf-8")
    if any(row["division_code"] == division_code for row in csv.DictReader(io.StringIO(held))):
        return city
    line = io.StringIO()
    csv.DictWriter(line, list(city), lineterminator="\n").writerow(city)
    draft = path.with_name(path.name + ".part")
    draft.write_text(held.rstrip("\n") + "\n" + line.getvalue(), encoding="utf-8", newline="\n")
    draft.replace(path)
    return city
