"""The clause behind a row of awards, targets or measures, ready to be cited."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model.comparison import Source
from model.saying import Saying, Words, cited, goal_of, label, own, text
from model.target import COVERAGE


@dataclass(frozen=True)
class AwardSentence(Saying):
    """A full sentence on an award, ready to be copied; its condition is left out where the words of the beneficiary hold it."""

    award: Row = field(hash=False)
    clause: Words


def award_source(row: Row, document: Row, city: Row) -> Source:
    """The clause behind an award with a sentence ready to be copied."""
    clause = cited(document, city, str(row["article"]))
    return _source(row, str(row["award_id"]), clause, AwardSentence(row, clause))


def target_source(row: Row, document: Row, city: Row) -> Source:
    """The clause behind a target with a sentence ready to be copied."""
    clause = cited(document, city, str(row["article"]))
    key = "citation.target_coverage" if row["comparator"] in COVERAGE else "citation.target"
    aim = text(key, indicator=label("indicator", row["indicator"]), figure=goal_of(row))
    return _source(row, str(row["target_id"]), clause, text("citation.target_sentence", citation=clause, target=aim))


def measure_source(row: Row, document: Row, city: Row) -> Source:
    """The clause behind a measure, with its summary as a sentence ready to be copied."""
    clause = cited(document, city, str(row["article"]))
    sentence = text("citation.measure_sentence", citation=clause, summary=own(row, "summary"))
    return _source(row, row["measure_id"], clause, sentence)


def sources(tables: Tables, rows: Iterable[Row]) -> tuple[Source, ...]:
    """The clauses behind awards, targets or measures, each row once and in the given order."""
    found: dict[str, Source] = {}
    for row in rows:
        key, write = next((key, write) for key, write in _WRITERS if key in row)
        if row[key] not in found:
            found[row[key]] = write(row, *document_and_city(tables, row["document_id"]))
    return tuple(found.values())


_WRITERS = (("award_id", award_source), ("target_id", target_source), ("measure_id", measure_source))


def _source(row: Row, row_id: str, citation: Words, sentence: Words) -> Source:
    """`row` also holds the article of its measure."""
    return Source(
        row_id=row_id, document_id=str(row["document_id"]), article=str(row["article"]), phrase=str(row.get("phrase") or ""),
        prefix=str(row.get("prefix") or ""), suffix=str(row.get("suffix") or ""), citation=citation, sentence=sentence,
        start=row.get("start"), end=row.get("end"),
    )


def document_and_city(tables: Tables, document_id: str) -> tuple[Row, Row]:
    """A document and its city, as citations need them."""
    document = queries.documents(tables)[document_id]
    return document, queries.cities(tables)[document["city_id"]]
