"""Which places have documents, how many, and what is known of each: dates, drafts, expiry, repeal, missing years."""

import hashlib
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from benchmarks.synthetic.draw import code, empty_row, shares
from curation.desk.cities import new_city
from model.codes import read_csv

Row = dict[str, Any]
DOCUMENTS_A_PLACE = 6  # on average, until every place has some
_KINDS = {"measures": ("若干措施", "measures"), "opinion": ("实施意见", "opinions"), "plan": ("行动计划", "plan"), "notice": ("通知", "notice"), "other": ("办法", "rules")}
_MATTERS = (("科技创新", "innovation"), ("科技服务业", "the S&T service industry"), ("创新载体", "innovation carriers"), ("高新技术企业", "high-tech enterprises"), ("成果转化", "commercialisation"))


@dataclass(frozen=True)
class Issued:
    """A document of a place: its row, the template that it is made of, and its predecessor if it renews one row by row."""

    row: Row
    template: int
    renews: str = ""


def places(rng: random.Random, documents: int) -> list[Row]:
    """Rows of cities: prefectures and municipalities with districts under them, as many as the documents ask for, by id."""
    rows = [row for row in read_csv("divisions") if row["level"] != "province"]
    names = Counter(new_city(row["code"])["city_id"] for row in rows)
    wanted = min(len(rows), max(4, documents // DOCUMENTS_A_PLACE))
    upper = [row for row in rows if row["level"] != "county"]
    chosen: dict[str, Row] = {}
    for city in rng.sample(upper, len(upper)):
        under = [row for row in rows if row["level"] == "county" and row["code"][:4] == city["code"][:4]]
        for row in [city, *rng.sample(under, len(under))][: max(2, wanted // 30) if wanted < len(rows) else None]:
            chosen[row["code"]] = row
    picked = [new_city(row) for row in list(chosen)[:wanted]]
    for city in picked:
        if names[city["city_id"]] > 1 or not city["city_id"]:
            city["city_id"] = f"{city['city_id'] or 'place'}-{city['division_code']}"
    return sorted(picked, key=lambda city: city["city_id"])


def shared_out(rng: random.Random, cities: list[Row], documents: int) -> list[int]:
    """How many documents each place has: a few have very many, cities more than districts, each at least one if there are enough."""
    weights = [rng.paretovariate(1.3) * (3 if city["level"] != "county" else 1) for city in cities]
    counts = Counter(rng.choices(range(len(cities)), weights, k=max(0, documents - len(cities))))
    return [counts[at] + (1 if at < documents else 0) for at in range(len(cities))]


def issued(rng: random.Random, city: Row, count: int, templates: int) -> list[Issued]:
    """The documents of one place in order of their ids."""
    made: list[Issued] = []
    for number in range(1, count + 1):
        year = 2026 - min(20, int(rng.expovariate(0.16)))
        before = made[-1] if made and rng.random() < 0.08 else None
        row = _document(rng, city, number, year)
        later = before is not None and bool(row["policy_year"] and before.row["policy_year"] and row["policy_year"] >= before.row["policy_year"])
        made.append(Issued(row, before.template if before and later else rng.randrange(templates), before.row["document_id"] if before and later else ""))
    return sorted(made, key=lambda one: str(one.row["document_id"]))


def _document(rng: random.Random, city: Row, number: int, year: int) -> Row:
    row: Row = empty_row("documents")
    kind, (matter_zh, matter_en) = shares(rng, {"measures": 6, "opinion": 3, "plan": 3, "notice": 2, "other": 1}), rng.choice(_MATTERS)
    dated = shares(rng, {"stated": 84, "year": 9, "inferred": 4, "none": 3})
    name = {"stated": str(year), "year": str(year)}.get(dated, "undated")
    row |= {
        "document_id": f"{city['city_id']}-{name}-{number}", "city_id": city["city_id"], "kind": kind, "title_zh": f"{city['name_zh']}促进{matter_zh}发展{_KINDS[kind][0]}",
        "title_en": f"{_KINDS[kind][1].capitalize()} of {city['name_en']} for {matter_en}", "title_basis": "stated", "issuer_zh": f"{city['name_zh']}人民政府",
        "issuer_en": f"People's Government of {city['name_en']}", "issuer_basis": "stated", "is_draft": rng.random() < 0.06, "release_attribute": shares(rng, {"public": 7, "unstated": 3, "on_request": 0.3}),
        "source_kind": code(rng, "source_kind"), "script": "simplified", "text_sha256": hashlib.sha256(f"{city['city_id']} {number}".encode()).hexdigest(),
    }
    if dated in ("stated", "year"):
        row |= {"policy_year": year, "year_basis": "stated"}
    if dated == "inferred":
        row |= {"policy_year": year, "year_basis": "inferred", "year_note_zh": "由文中引用的会议推断。", "year_note_en": "Inferred from the meetings that the text cites."}
    if dated == "stated" and not row["is_draft"]:
        row |= _dates(rng, year) | {"document_number": f"{city['name_zh'][:1]}政发〔{year}〕{number}号"}
    return row


def _dates(rng: random.Random, year: int) -> Row:
    day = date(year, 1, 1) + timedelta(days=rng.randrange(364))
    row: Row = {"issued_on": day, "published_on": day + timedelta(days=rng.randrange(20)) if rng.random() < 0.6 else None}
    if rng.random() < 0.5:
        begins = day + timedelta(days=rng.choice((0, 0, 30)))
        row["effective_from"] = begins
        if rng.random() < 0.8:
            row["expires_on"] = begins.replace(year=begins.year + rng.choice((2, 3, 5, 5))) if begins.day < 29 else begins + timedelta(days=1826)
    if rng.random() < 0.07:
        row["repealed_on"] = day + timedelta(days=rng.randrange(200, 2500))
    return row


def spread(rng: random.Random, cities: list[Row], documents: int, templates: int) -> Iterator[list[Issued]]:
    """The documents of every place, place by place in order of their ids."""
    for city, count in zip(cities, shared_out(rng, cities, documents), strict=True):
        yield issued(rng, city, count, templates)
