"""A Selection as conditions in SQL, once for each table."""

from collections.abc import Callable
from datetime import date

from loaders.engine import Where
from loaders.snapshot import Tables
from model.folding import terms
from model.selection import Selection

InDocuments = Callable[[str], Where]

LISTED = 1000


def of_documents(selection: Selection, of: str = "") -> Where:
    """Rows of `shelf` (under the name `of`) whose document passes the filters of city, document, year and status on the day."""
    where = Where()
    if selection.documents:
        where.one_of(f"{of}document_id", selection.documents)
    for column, chosen in (("city_id", selection.cities), ("policy_year", selection.years)):
        if chosen:
            where.among(of + column, chosen)
    if selection.provinces or selection.places:
        place = Where()
        if selection.provinces:
            place.among("left(division_code, 2)", selection.provinces)
        if selection.places:
            place.among("level", selection.places)
        where.add(f"{of}city_id IN (SELECT city_id FROM cities WHERE {place.text})", *place.values)
    if selection.statuses:
        held = on_day(selection.as_of).among("status", selection.statuses)
        where.add(f"{of}number IN (SELECT number FROM stretches WHERE {held.text})", *held.values)
    return where


def on_day(day: date) -> Where:
    """Rows of `stretches` that hold on a day."""
    return Where().add("(since IS NULL OR since <= ?) AND (until IS NULL OR until > ?)", day, day)


def in_documents(tables: Tables, selection: Selection) -> InDocuments:
    """Rows whose document passes the document filters, by the column that names it.

    Up to `LISTED` documents are found first and named, so that only their part of a file is read.
    """
    if not (selection.cities or selection.years or selection.statuses or selection.provinces or selection.places):
        return lambda column: Where().one_of(column, selection.documents) if selection.documents else Where()
    passing = of_documents(selection)
    named = tables.engine.column(f"SELECT document_id FROM shelf WHERE {passing.text} LIMIT {LISTED + 1}", passing.values)
    if len(named) <= LISTED:
        return lambda column: Where().one_of(column, named)
    return lambda column: Where().add(f"{column} IN (SELECT document_id FROM shelf WHERE {passing.text})", *passing.values)


def of_awards(selection: Selection, documents: InDocuments) -> Where:
    """Awards `a` that pass every filter; titles and beneficiaries that stand side by side with others count too."""
    where = Where().both(documents("a.document_id"))
    for column, also, chosen in (
        ("a.designation", "a.designations_also", selection.designations), ("a.beneficiary", "a.beneficiaries_also", selection.beneficiaries),
        ("a.recognition_level", "", selection.levels), ("a.instrument", "", selection.instruments),
    ):
        if chosen and also:
            where.either(Where().among(column, chosen), Where().holding(also, chosen))
        elif chosen:
            where.among(column, chosen)
    return where.holding("a.categories", selection.categories) if selection.categories else where


def of_targets(selection: Selection, documents: InDocuments, categories: str = "m.categories") -> Where:
    """Targets `a` that pass the filters of document, category, indicator and level; their categories are those of their measure `m`."""
    where = Where().both(documents("a.document_id"))
    for column, chosen in (("a.indicator", selection.indicators), ("a.recognition_level", selection.levels)):
        if chosen:
            where.among(column, chosen)
    return where.holding(categories, selection.categories) if selection.categories else where


def of_measures(selection: Selection, documents: InDocuments, of: str = "") -> Where:
    """Measures (under the name `of`) that pass every filter; a filter of awards or targets asks for at least one such row."""
    where = Where().both(documents(f"{of}document_id"))
    if selection.categories:
        where.holding(f"{of}categories", selection.categories)
    if selection.quantified:
        where.add(f"{of}is_quantified")
    if selection.designations or selection.beneficiaries or selection.instruments or selection.levels:
        awards = of_awards(selection, documents)
        where.add(f"{of}measure_id IN (SELECT a.measure_id FROM awards a WHERE {awards.text})", *awards.values)
    if selection.indicators:
        targets = of_targets(selection, documents)
        where.add(f"{of}measure_id IN (SELECT a.measure_id FROM targets a JOIN measures m ON m.measure_id = a.measure_id WHERE {targets.text})", *targets.values)
    if selection.text:
        found = in_measures(selection.text).both(documents("document_id"))
        where.add(f"{of}measure_id IN (SELECT measure_id FROM search WHERE {found.text})", *found.values)
    return where


def in_measures(words: str) -> Where:
    """Rows of `search` in which every word stands, or means their document: its place, year or number."""
    where = Where()
    for term in terms(words):
        where.add("(contains(text, ?) OR document_id IN (SELECT document_id FROM shelf WHERE contains(label, ?)))", term, term)
    return where


def in_documents_themselves(words: str, of: str = "") -> Where:
    """Rows of `shelf` (under the name `of`) in which every word stands."""
    where = Where()
    for term in terms(words):
        where.add(f"contains({of}text, ?)", term)
    return where


def of_kinds(table: str, selection: Selection, but: tuple[str, str] | None = None) -> Where | None:
    """Rows `a` of `kinds` (`model.kinds`) whose rows pass, whatever their document, and have not the one value (`but`) in a column that no filter names.

    None where codes do not tell: they tell nothing of search words, nor of a measure by what its awards or goals are.
    """
    by_rows = selection.designations or selection.beneficiaries or selection.instruments or selection.levels or selection.indicators
    if selection.text or table == "documents" or (table == "measures" and by_rows):
        return None
    passing = {"awards": of_awards(selection, _any), "targets": of_targets(selection, _any, "a.categories"), "measures": of_measures(selection, _any, "a.")}
    where = Where().add("a.of = ?", table).both(passing[table])
    return where.add(f'a."{but[0]}" IS DISTINCT FROM ?', but[1]) if but else where


def of_kind_documents(selection: Selection) -> Where:
    """Rows `h` of `of_kind` whose document passes the document filters."""
    passing = of_documents(selection)
    return Where().add(f"h.number IN (SELECT number FROM shelf WHERE {passing.text})", *passing.values) if passing.conditions else Where()


def _any(_: str) -> Where:
    return Where()
