"""What documents are called where several stand together, so that two papers of one place and year are told apart."""

from collections import Counter
from collections.abc import Mapping

from loaders.queries import Row
from model.saying import Words, day_of, document_label, document_short, text


def short_names(documents: Mapping[str, Row], cities: Mapping[str, Row]) -> dict[str, Words]:
    """Place and year of each document; where two of them would read the same, with its number, or without one its day."""
    twice = Counter(map(_told_by, documents.values()))
    return {key: _name(row, cities[row["city_id"]], is_alone=twice[_told_by(row)] == 1) for key, row in documents.items()}


def _told_by(document: Row) -> tuple[object, ...]:
    return document["city_id"], document["policy_year"], document["short_zh"], document["is_draft"]


def _name(document: Row, city: Row, *, is_alone: bool) -> Words:
    short = document_short(document, city)
    if is_alone:
        return short
    if document["document_number"]:
        return document_label(document, city)
    day = document["issued_on"] or document["published_on"] or document["effective_from"]
    return text("row.variant", row=short, variant=day_of(day)) if day else short
