"""Comparing figures that OCR read with the picture of their line, from the desk."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace

from curation.check.curated import evidence_rows, records
from curation.check.pictures import columns_to_compare, look_at, stretch_at
from curation.desk.draft import Draft, open_numerals
from curation.desk.proposals import Proposal, proposal
from curation.extract.bounded import extract_within
from curation.read.reading import Reading, is_share
from model.anchoring import one_line
from model.characters import simplified

Place = tuple[int, int]


def on_the_line(draft: Draft, text: str, reading: Reading, place: Place) -> dict[Place, str]:
    """Every figure on the printed lines of a place that came from a picture, with its phrase; the one in question is among them."""
    lines = reading.lines_between(*place)
    found: dict[Place, str] = {(item.start, item.end): item.phrase for item in draft.open}
    found |= {(start, end): phrase for start, end, phrase in open_numerals(draft, text)}
    found |= {(int(row["start"]), int(row["end"])): str(row.get("phrase", "")) for row in evidence_rows(draft.content) if row.get("start") and row.get("end")}
    near = {one: words for one, words in found.items() if one == place or any(line.start <= one[0] < line.end for line in lines)}
    return {one: near[one] for one in sorted(near) if stretch_at(draft.content, *one)}


def to_compare(draft: Draft) -> list[Place]:
    """The places of all decided rows from pictures that nobody has compared yet, in the order of the text."""
    places = {(int(row["start"]), int(row["end"])) for row in evidence_rows(draft.content) if row.get("start") and row.get("end")}
    return sorted(place for place in places if stretch_at(draft.content, *place) and look_at(draft.content, *place) is None)


def lines_to_compare(draft: Draft, reading: Reading) -> dict[Place, list[Place]]:
    """The printed lines with figures of the ledger that nobody compared, and these figures; shares, awards and goals are looked at in their clauses."""
    ledger = {(str(row.get("start")), str(row.get("end"))): row for row in records(draft.content.get("figures"))}
    lines: dict[Place, list[Place]] = {}
    for start, end in to_compare(draft):
        row = ledger.get((str(start), str(end)))
        line = next(iter(reading.lines_between(start, end)), None)
        if row and line and row.get("role") not in ("award", "target") and not is_share(str(row.get("phrase", ""))):
            lines.setdefault((line.start, line.end), []).append((start, end))
    return lines


def compared(draft: Draft, text: str, shown: Mapping[Place, str]) -> Draft:
    """Keep what the picture shows at some places; where it is not what OCR read, rows and proposals of the place take it over.

    A proposal is made anew from the text as the picture shows it; a row that is decided keeps its columns, for the check to compare.
    """
    content = deepcopy(draft.content)
    looks = [row for row in records(content.get("looks")) if row.get("column") or (int(row["start"]), int(row["end"])) not in shown]
    for (start, end), words in shown.items():
        looks.append({"start": str(start), "end": str(end), "read": one_line(simplified(text)[start:end]), "shows": one_line(words)})
    content["looks"] = sorted(looks, key=lambda row: (int(row.get("start") or -1), int(row.get("end") or -1)))
    for row in evidence_rows(content):
        place = (int(row.get("start") or -1), int(row.get("end") or -1))
        if place in shown:
            row["phrase"] = one_line(shown[place])
    items = tuple(_as_shown(item, text, shown) for item in draft.open)
    return replace(draft, content=content, open=items)


def columns_compared(draft: Draft) -> Draft:
    """Keep that the document's own columns are what the picture shows."""
    content = deepcopy(draft.content)
    names = columns_to_compare(content)
    kept = [row for row in records(content.get("looks")) if row.get("column") not in names]
    content["looks"] = [*({"column": name, "shows": str(content["document"][name])} for name in names), *kept]
    return replace(draft, content=content)


def _as_shown(item: Proposal, text: str, shown: Mapping[Place, str]) -> Proposal:
    words = one_line(shown.get((item.start, item.end), item.phrase))
    if words == item.phrase:
        return item
    candidates = extract_within(text[: item.start] + words + text[item.end :])
    again = next((found for found in candidates if found.kind == item.kind and found.start == item.start), None)
    columns = {**item.columns, **proposal(again).columns} if again else item.columns
    return replace(item, phrase=words, columns=columns)
