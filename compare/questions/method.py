"""Method and data: what the tables hold, how each kind of figure is read, and how well two readings agree."""

from dataclasses import dataclass

from compare.shared import words as said
from loaders import queries
from loaders.snapshot import Tables
from model import citation, formats, money
from model.codes import definition, label
from model.fields import FIELDS
from model.guidance import Agreement, agreement, ambiguous_cases, worked_examples
from model.schema import TABLES
from model.selection import Selection
from model.texts import text

_LOWEST = 3


@dataclass(frozen=True)
class Example:
    """One worked example: a clause of the data, its figure, and the most that one beneficiary can get."""

    form: str
    clause: str
    figure: str
    payable: str
    reason: str


@dataclass(frozen=True)
class TableSummary:
    """One published table: what a row is and how many rows and fields it has."""

    name: str
    row: str
    rows: int
    fields: int


@dataclass(frozen=True)
class Correction:
    """One correction of published data."""

    day: str
    what: str
    reason: str


@dataclass(frozen=True)
class Case:
    """One ambiguous case and how it was decided."""

    document: str
    place: str
    matter: str
    decision: str
    reason: str
    readings_differed: bool


def examples(tables: Tables, selection: Selection) -> tuple[Example, ...]:
    """The worked examples of the codebook on the rows of this snapshot; a row that is not in it is left out."""
    lang = selection.lang
    everything = Selection(as_of=selection.as_of, lang=lang)
    awards = {row["award_id"]: row for row in queries.records(queries.awards(tables, everything))}
    found = []
    for award in (awards[item["award_id"]] for item in worked_examples() if item["award_id"] in awards):
        document, city = said.document_and_city(tables, award["document_id"])
        yuan, reason = money.payable_max(award)
        found.append(Example(
            label("form", award["form"], lang),
            text("method.forms.place", lang, document=citation.document_short(document, city, lang), article=citation.article_place(award["article"], lang)),
            money.words(award, lang),
            text("method.forms.open", lang) if yuan is None else formats.money(yuan, lang),
            definition("payable_reason", reason, lang),
        ))
    return tuple(found)


def summaries(tables: Tables, lang: str) -> tuple[TableSummary, ...]:
    """All published tables with the number of their rows in this snapshot."""
    return tuple(
        TableSummary(table.name, table.row_en if lang == "en" else table.row_zh, len(tables[table.name]), len(table.columns)) for table in TABLES.values()
    )


def field_label(item: Agreement, lang: str) -> str:
    """The name of the field that an agreement is about."""
    return text("method.quality.found", lang) if item.field == "found" else str(getattr(FIELDS[item.field], lang))


def table_label(item: Agreement, lang: str) -> str:
    """The name of the table that an agreement is about."""
    return text(f"method.quality.table.{item.table}", lang)


def weakest(lang: str) -> str:
    """The fields on which the two readings agree least, as one sentence."""
    lowest = sorted(agreement(), key=lambda item: item.percent)[:_LOWEST]
    entries = (
        text("method.quality_entry", lang, table=table_label(item, lang), field=field_label(item, lang), percent=formats.percent(item.percent)) for item in lowest
    )
    return text("method.quality_low", lang, fields=said.join(entries, lang))


def corrections(tables: Tables, lang: str) -> tuple[Correction, ...]:
    """What was corrected after it had been published, the newest first."""
    rows = sorted(queries.records(tables["corrections"]), key=lambda row: (row["corrected_on"], row["correction_id"]), reverse=True)
    return tuple(Correction(formats.day(row["corrected_on"], lang), row[f"what_{lang}"], row[f"reason_{lang}"]) for row in rows)


def cases(tables: Tables, lang: str) -> tuple[Case, ...]:
    """The ambiguous cases of the documents in this snapshot."""
    held = queries.documents(tables)
    cities = queries.cities(tables)
    return tuple(
        Case(
            citation.document_short(held[row["document_id"]], cities[held[row["document_id"]]["city_id"]], lang), row["place"],
            row[f"matter_{lang}"], row[f"decision_{lang}"], row[f"reason_{lang}"], row["passes_differed"] == "true",
        )
        for row in ambiguous_cases() if row["document_id"] in held
    )
