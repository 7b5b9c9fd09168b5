"""Method and data: what the tables hold, how each kind of figure is read, and how well two readings agree."""

from dataclasses import dataclass

from compare.shared.clauses import document_and_city
from loaders import lookups, queries
from loaders.snapshot import Tables
from model import money
from model.fields import FIELDS
from model.guidance import Agreement, agreement, ambiguous_cases, worked_examples
from model.saying import (
    Own,
    Words,
    day_of,
    definition,
    document_short,
    figure_of,
    label,
    listing,
    own,
    percent,
    place_of,
    text,
    yuan,
)
from model.schema import TABLES

_LOWEST = 3
_ENOUGH = 20  # rows; of fewer a share says little


@dataclass(frozen=True)
class Example:
    """One worked example: a clause of the data, its figure, and the most that one beneficiary can get."""

    form: Words
    clause: Words
    figure: Words
    payable: Words
    reason: Words


@dataclass(frozen=True)
class TableSummary:
    """One published table: what a row is and how many rows and fields it has."""

    name: str
    row: Words
    rows: int
    fields: int


@dataclass(frozen=True)
class Correction:
    """One correction of published data."""

    day: Words
    what: Words
    reason: Words


@dataclass(frozen=True)
class Case:
    """One ambiguous case and how it was decided."""

    document: Words
    place: str
    matter: Words
    decision: Words
    reason: Words
    readings_differed: bool


def examples(tables: Tables) -> tuple[Example, ...]:
    """The worked examples of the codebook on the rows of this snapshot; a row that is not in it is left out."""
    awards = lookups.by_id(tables, "awards", (item["award_id"] for item in worked_examples()))
    found = []
    for award in (awards[item["award_id"]] for item in worked_examples() if item["award_id"] in awards):
        document, city = document_and_city(tables, award["document_id"])
        payable, reason = money.payable_max(award)
        found.append(Example(
            label("form", award["form"]),
            text("method.forms.place", document=document_short(document, city), article=place_of(award["article"])),
            figure_of(award),
            text("method.forms.open") if payable is None else yuan(payable),
            definition("payable_reason", reason),
        ))
    return tuple(found)


def summaries(tables: Tables) -> tuple[TableSummary, ...]:
    """All published tables with the number of their rows in this snapshot."""
    counts = lookups.row_counts(tables)
    return tuple(TableSummary(table.name, Own(table.row_zh, table.row_en), counts[table.name], len(table.columns)) for table in TABLES.values())


def field_label(item: Agreement) -> Words:
    """The name of the field that an agreement is about."""
    return text("method.quality.found") if item.field == "found" else Own(FIELDS[item.field].zh, FIELDS[item.field].en)


def table_label(item: Agreement) -> Words:
    """The name of the table that an agreement is about."""
    return text(f"method.quality.table.{item.table}")


def weakest() -> Words:
    """The fields of enough rows on which the two readings agree least, as one sentence."""
    lowest = sorted((item for item in agreement() if item.total >= _ENOUGH), key=lambda item: item.percent)[:_LOWEST]
    entries = (
        text("method.quality_entry", table=table_label(item), field=field_label(item), percent=percent(item.percent)) for item in lowest
    )
    return text("method.quality_low", fields=listing(entries))


def corrections(tables: Tables) -> tuple[Correction, ...]:
    """What was corrected after it had been published, the newest first."""
    return tuple(Correction(day_of(row["corrected_on"]), own(row, "what"), own(row, "reason")) for row in lookups.corrections(tables))


def cases(tables: Tables) -> tuple[Case, ...]:
    """The ambiguous cases of the documents in this snapshot."""
    held = lookups.documents_by_id(tables, dict.fromkeys(row["document_id"] for row in ambiguous_cases()))
    cities = queries.cities(tables)
    return tuple(
        Case(
            document_short(held[row["document_id"]], cities[held[row["document_id"]]["city_id"]]), row["place"],
            own(row, "matter"), own(row, "decision"), own(row, "reason"), row["passes_differed"] == "true",
        )
        for row in ambiguous_cases() if row["document_id"] in held
    )
