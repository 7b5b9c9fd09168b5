"""data/codebook/cities.csv: the jurisdictions that documents may belong to, each taken from the list of divisions."""

import csv
import io
import re
from pathlib import Path

from curation.check.divisions import divisions
from model.codes import read_csv
from model.files import write_whole
from model.paths import CODEBOOK


def city_of(division_code: str) -> dict[str, str]:
    """The city with this code: the row that cities.csv holds, or the one it would get, under an id that is free.

    Raises KeyError for a code that neither list of divisions holds or that is a province.
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
    write_whole(path, (held.rstrip("\n") + "\n" + line.getvalue()).encode())
    return city


def new_city(division_code: str) -> dict[str, str]:
    """The row of cities.csv for a division, of today or former. Raises KeyError for a code that is no city or county."""
    known = divisions()
    division = known[division_code]
    if division.level == "province":
        raise KeyError(division_code)
    province, parent = known[division_code[:2] + "0000"], known.get(division.parent)
    above = parent if parent and parent.level != "province" else None
    return {
        "city_id": re.sub(r"[^a-z]", "", _ascii(division.name_en).lower().split(" ")[0]), "name_zh": division.name_zh,
        "name_en": division.name_en, "province_zh": province.name_zh, "province_en": province.name_en,
        "division_code": division_code, "level": division.level,
        "parent_zh": above.name_zh if above else "", "parent_en": above.name_en if above else "",
    }


def _ascii(name: str) -> str:
    return name.translate(str.maketrans("üÜêé", "uUee"))
