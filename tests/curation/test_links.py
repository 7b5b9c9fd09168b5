"""Links on the desk: no row is ever lost, one's decision stays, and what comes out is what the check accepts."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curation.check.curated import Record
from curation.desk import links
from curation.desk.links import Links
from curation.desk.saving import ChangedOnDiskError
from curation.publish.build import collect, document_files
from model.paths import CURATED

PAIR = ("weihai-2018-107", "weihai-2023-5")
WORDS = {"topic": "other", "title_zh": "甲", "title_en": "A", "reason_zh": "核读两份文件。", "reason_en": "Both texts were read."}


@pytest.fixture(scope="module")
def rows():
    return collect(document_files(), alignments=[])[0]


@pytest.fixture
def proposed(rows, tmp_path) -> Links:
    return links.begin(rows, PAIR, tmp_path)


def named(held: Links) -> set[str]:
    return {row for link in held.links for row in [*(link.get("from_ids") or []), *(link.get("to_ids") or [])]}


def everything(rows) -> set[str]:
    return {links.row_id(row) for document in PAIR for row in links.of_document(rows, document)}


def test_the_curated_file_opens_as_it_is(rows) -> None:
    held = links.begin(rows, PAIR)
    assert all(links.is_confirmed(link) for link in held.links) and links.faults(held, rows) == []
    assert not links.has_changed(held, CURATED)


def test_a_proposal_names_every_row_and_decides_nothing(rows, proposed) -> None:
    assert named(proposed) == everything(rows)
    assert not any(links.is_confirmed(link) for link in proposed.links)


def test_confirming_takes_the_rows_out_of_what_is_open(rows, proposed) -> None:
    ids = [next(link["to_ids"][0] for link in proposed.links[at:] if link.get("to_ids")) for at in (0, 5)]
    number = next(place for place, link in enumerate(proposed.links) if link.get("to_ids") == [ids[0]])
    decided: Record = {**proposed.links[number], **WORDS, "to_ids": ids, "changes": ["unclear"]}
    after = links.confirm(proposed, number, decided, rows)
    assert [link["alignment_id"] for link in after.links if ids[1] in (link.get("to_ids") or [])] == [decided["alignment_id"]]
    assert named(after) == everything(rows)


def test_a_rejected_pair_becomes_two_open_links(rows, proposed) -> None:
    number = next(place for place, link in enumerate(proposed.links) if link.get("from_ids") and link.get("to_ids"))
    before = proposed.links[number]
    after = links.reject(proposed, number, rows)
    own = {tuple(link["changes"]): link for link in after.links if (link.get("from_ids") or [""])[0] == before["from_ids"][0] or (link.get("to_ids") or [""])[0] == before["to_ids"][0]}
    assert set(own) == {("not_listed",), ("newly_listed",)}
    assert after.links[number] is own[("not_listed",)] and after.links[number + 1] is own[("newly_listed",)]
    assert len({link["alignment_id"] for link in after.links}) == len(after.links) and named(after) == everything(rows)


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_whatever_is_decided_every_row_stands_somewhere(rows, data) -> None:
    held = links.begin(rows, PAIR, Path("nowhere"))
    ids = {document: [links.row_id(row) for row in links.of_document(rows, document)] for document in PAIR}
    for _ in range(data.draw(st.integers(1, 5))):
        number = data.draw(st.integers(0, len(held.links) - 1))
        if data.draw(st.booleans()):
            held = links.reject(held, number, rows)
        else:
            chosen = {side: data.draw(st.lists(st.sampled_from(ids[document]), max_size=3, unique=True)) for side, document in zip(("from_ids", "to_ids"), PAIR, strict=True)}
            held = links.confirm(held, number, {"alignment_id": held.links[number]["alignment_id"], **WORDS, **chosen, "changes": ["unclear"]}, rows)
    assert named(held) == everything(rows)
    assert not [fault for fault in links.faults(held, rows) if fault.code in ("in_no_link", "not_of_side", "stands_twice")]


def test_half_done_links_come_back_and_a_changed_file_is_kept(rows, proposed, tmp_path) -> None:
    held = links.describe(proposed, "说明", "note")
    links.save_links(held, tmp_path)
    assert links.load_links(PAIR, tmp_path) == held and links.load_links(("a", "b"), tmp_path) is None
    saved = links.save(held, tmp_path)
    assert links.save(saved, tmp_path) == saved
    path = links.place(PAIR, tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("note_en: note", "note_en: theirs"), encoding="utf-8")
    with pytest.raises(ChangedOnDiskError):
        links.save(saved, tmp_path)
    assert "theirs" in path.read_text(encoding="utf-8")
