"""From the desk to the curated file: what is still wrong, and saving it so that git shows a clean diff."""

from dataclasses import replace
from pathlib import Path

from curation.check import curated
from curation.check.curated import Record, records
from curation.check.doubts import doubts
from curation.check.fault import CurationError, Fault, fault
from curation.check.frames import city_rows, rows_of_document
from curation.check.validate import validate
from curation.desk.cities import city_of, ensure_city
from curation.desk.conflict import fingerprint, is_changed
from curation.desk.draft import Draft, describe
from model.codes import codes
from model.paths import CODEBOOK, CURATED


def suggested_coverage(content: Record) -> dict[str, str]:
    """The state of each category as the rows tell it; where they leave a choice, what the curator said stays."""
    said = content.get("coverage") or {}
    measures = records(content.get("measures"))
    mentioned = {category for row in measures for category in row.get("categories", [])}
    goals = {category for row in measures if records(row.get("targets")) for category in row.get("categories", [])}
    figures = {category for row in measures for award in records(row.get("awards")) if award.get("form") != "unstated" for category in award.get("categories", [])}
    states = {}
    for category in codes("category"):
        allowed = ("quantified",) if category in figures else ("quantified", "mentioned") if category in goals else ("mentioned",) if category in mentioned else ("not_reviewed", "absent")
        states[category] = said[category] if said.get(category) in allowed else allowed[0]
    return states


def finished(draft: Draft) -> Draft:
    """The draft with its city, the coverage that its rows tell, and canonical columns."""
    draft = describe(draft, "coverage", suggested_coverage(draft.content))
    if draft.division:
        draft = describe(draft, "document", {"city_id": city_of(draft.division)["city_id"]})
    return draft


def faults(draft: Draft) -> list[Fault]:
    """Everything that stands in the way of publishing the draft, as the command `check` would say; open figures first."""
    done = finished(draft)
    file = f"{done.document_id}.yaml"
    rows, found = rows_of_document(curated.canonical(done.content), file)
    rows["cities"] = city_rows()
    if draft.division:
        city = city_of(draft.division)
        rows["cities"] = [row for row in rows["cities"] if row["city_id"] != city["city_id"]] + [dict(city)]
    waiting = [fault(file, f"{item.phrase} ({item.start})", f"{item.kind}s", "undecided") for item in done.open]
    return [*waiting, *sorted({*found, *validate(rows, {done.document_id: file})})]


def second_looks(draft: Draft, text: str) -> list[Fault]:
    """What looks wrong about the rows of the draft although they keep every rule."""
    done = finished(draft)
    rows, _ = rows_of_document(curated.canonical(done.content), f"{done.document_id}.yaml")
    return doubts(rows, {done.document_id: f"{done.document_id}.yaml"}, {done.document_id: text})


class ChangedOnDiskError(CurationError):
    """The curated file is another than the one that was opened; it was not overwritten."""


def place(draft: Draft, folder: Path = CURATED) -> Path:
    """Where the curated file of a draft lies."""
    return folder / f"{draft.document_id}.yaml"


def has_changed(draft: Draft, folder: Path = CURATED) -> bool:
    """Whether somebody changed the curated file since the draft was begun or last saved."""
    return is_changed(place(draft, folder), draft.base, finished(draft).content)


def save(draft: Draft, folder: Path = CURATED, codebook: Path = CODEBOOK) -> Draft:
    """Write the curated file canonically, and the row of a new city; the draft stays on the desk and knows the file.

    Raises ChangedOnDiskError, and writes nothing, if the file is another than the one that was opened.
    """
    done = finished(draft)
    path = place(done, folder)
    if has_changed(draft, folder):
        raise ChangedOnDiskError("changed_on_disk", file=path.name)
    if done.division:
        ensure_city(done.division, codebook)
    curated.write(path, done.content)
    return replace(draft, base=fingerprint(path))
