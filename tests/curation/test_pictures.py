"""Figures that OCR read: marked, refused until each was compared with the picture of its line, and mended where OCR misread it."""

from dataclasses import replace
from pathlib import Path

import pytest

from curation.check import curated
from curation.check.evidence import library_faults
from curation.check.fault import Fault
from curation.check.frames import rows_of_document
from curation.check.pictures import COLUMNS, columns_to_compare, look_at, picture_faults, stretch_at, stretches
from curation.desk.clauses import clause_at, clause_spans
from curation.desk.draft import Draft, accept, begin, describe, settle
from curation.desk.looks import columns_compared, compared, lines_to_compare, on_the_line, to_compare
from curation.desk.saving import faults, finished
from curation.desk.skeleton import skeleton, with_pictures
from curation.publish.build import BuildError, build
from curation.read import document_library, reading
from curation.read.reading import Line, Reading
from tests.curation.read.scan import LINES, READ_AS, SHOWS, page, scanned

SCAN = scanned()
TEXT = SCAN.text
PICTURE_CODES = {"not_compared", "share_not_compared", "picture_shows", "picture_unmarked"}


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """The scan, begun from nothing, every figure accepted and none compared."""
    page().save(tmp_path / "scan.png")
    held = begin(skeleton("qingyu-2026-1", "weihai", tmp_path / "scan.png", SCAN), TEXT, "371000")
    spans = clause_spans(held.content, TEXT)
    while held.open:
        item = held.open[0]
        held = accept(held, 0, item.columns, clause_at(spans, item.start), TEXT)
    return held


def of_pictures(found: list[Fault]) -> list[tuple[str, str]]:
    """The faults about pictures: what is wrong and with which phrase."""
    return sorted((item.code, str(dict(item.values).get("phrase"))) for item in found if item.code in PICTURE_CODES)


def place(phrase: str) -> tuple[int, int]:
    start = TEXT.index(phrase)
    return start, start + len(phrase)


def rate(draft: Draft) -> curated.Record:
    return next(row for row in curated.evidence_rows(draft.content) if row.get("form") == "rate")


def test_what_was_recognised_is_named_page_by_page() -> None:
    assert stretches(SCAN) == [{"page": "1", "start": "0", "end": str(len(TEXT.rstrip()))}]
    mixed = Reading("甲乙丙丁", "pdf", notices=("by_ocr",), lines=(Line(0, 2, 1, (0, 0, 1, 1)), Line(2, 4, 2, (0, 0, 1, 1), 0.9)), pages=2)
    assert stretches(mixed) == [{"page": "2", "start": "2", "end": "4"}]
    assert stretches(replace(mixed, notices=())) == [] and with_pictures({"document": {}}, replace(mixed, notices=())) == {"document": {}}


def test_every_figure_is_refused_until_it_was_compared(draft: Draft) -> None:
    assert of_pictures(faults(draft)) == [("not_compared", "200万元"), ("not_compared", "20万元"), ("not_compared", "30万元"), ("share_not_compared", READ_AS)]
    assert [TEXT[start:end] for start, end in to_compare(draft)] == ["200万元", READ_AS, "30万元", "20万元"]
    one = compared(draft, TEXT, {place("200万元"): "200万元"})
    assert ("not_compared", "200万元") not in of_pictures(faults(one)) and len(of_pictures(faults(one))) == 3
    for item in faults(draft):
        if item.code in PICTURE_CODES:
            assert "图片" in item.said("zh") and "picture" in item.said("en")


def test_a_misread_share_takes_what_the_picture_shows(draft: Draft) -> None:
    after = compared(draft, TEXT, {place(READ_AS): SHOWS})
    assert rate(after)["phrase"] == SHOWS and look_at(after.content, *place(READ_AS)) == {"start": str(place(READ_AS)[0]), "end": str(place(READ_AS)[1]), "read": READ_AS, "shows": SHOWS}
    found = [item for item in faults(after) if item.record == rate(after)["award_id"]]
    assert found and all(item.code not in PICTURE_CODES for item in found), "the decided row still says 35, and the check of phrases names it"
    rate(after)["rate_pct"] = "3.5"
    assert [item for item in faults(after) if item.record == rate(after)["award_id"] and item.field == "rate_pct"] == []


def test_an_open_proposal_is_made_anew_from_what_the_picture_shows(tmp_path: Path) -> None:
    page().save(tmp_path / "scan.png")
    held = begin(skeleton("qingyu-2026-1", "weihai", tmp_path / "scan.png", SCAN), TEXT, "371000")
    after = compared(held, TEXT, {place(READ_AS): SHOWS, place("200万元"): "200万元"})
    item = next(item for item in after.open if item.start == place(READ_AS)[0])
    assert (item.phrase, item.columns["rate_pct"], item.columns["ceiling_cny"]) == (SHOWS, "3.5", "300000")
    number = after.open.index(item)
    decided = accept(after, number, item.columns, clause_at(clause_spans(after.content, TEXT), item.start), TEXT)
    assert rate(decided)["phrase"] == SHOWS and ("share_not_compared", SHOWS) not in of_pictures(faults(decided))


def test_a_row_changed_after_the_look_is_refused(draft: Draft) -> None:
    after = compared(draft, TEXT, {place("20万元"): "20万元"})
    row = next(row for row in curated.evidence_rows(after.content) if row["phrase"] == "20万元")
    row["phrase"] = "25万元"
    assert ("picture_shows", "25万元") in of_pictures(list(picture_faults(after.content, "a.yaml")))


def test_the_figures_of_a_line_are_compared_together(draft: Draft) -> None:
    assert list(on_the_line(draft, TEXT, SCAN, place(READ_AS)).values()) == [READ_AS]
    assert list(on_the_line(settle(draft, *place("第三条"), "name", TEXT), TEXT, SCAN, place("20万元")).values()) == ["第三条", "20万元"]


def test_the_sections_are_written_plainly_and_come_back(draft: Draft) -> None:
    after = compared(draft, TEXT, {place(READ_AS): SHOWS})
    written = curated.dumps(curated.ordered(finished(after).content))
    assert written.endswith(f"looks:\n- start: {place(READ_AS)[0]}\n  end: {place(READ_AS)[1]}\n  read: 35%\n  shows: 35‰\n") and "pictures:\n- page: 1\n  start: 0\n" in written
    assert curated.dumps(curated.loads(written)) == written
    assert not {item.code for item in rows_of_document(curated.loads(written), "a.yaml")[1]} & {"no_such_section", "no_record", "picture_entry"}


@pytest.mark.parametrize("entry", ["words", ["words"], [{"start": "x"}], {"a": "b"}, [{"start": "1", "end": "2", "read": "", "shows": "2"}]])
def test_an_entry_that_is_damaged_is_named_and_no_trace(draft: Draft, entry: object) -> None:
    for section in ("pictures", "looks"):
        found = rows_of_document({**draft.content, section: entry}, "a.yaml")[1]
        assert {item.code for item in found} & {"picture_entry", "no_record", "not_a_list_section"}, (section, entry)


def test_nothing_is_published_before_the_look_and_everything_after(draft: Draft, tmp_path: Path) -> None:
    folder, tables = tmp_path / "curated", tmp_path / "tables"
    folder.mkdir()
    curated.write(folder / "qingyu-2026-1.yaml", finished(draft).content)
    with pytest.raises(BuildError) as refused:
        build(tables, folder)
    assert len(of_pictures(refused.value.faults)) == 4 and not (tables / "CURRENT").exists()
    looked = compared(draft, TEXT, {one: TEXT[slice(*one)] for one in to_compare(draft)})
    curated.write(folder / "qingyu-2026-1.yaml", finished(looked).content)
    with pytest.raises(BuildError) as refused:  # words are still missing; the pictures are not
        build(tables, folder)
    assert of_pictures(refused.value.faults) == []


def test_a_file_that_hides_its_pictures_is_caught_where_the_text_is_at_hand(draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "abcdefabcdef-scan.png"
    page().save(path)
    (tmp_path / "readings").mkdir()
    (tmp_path / "readings" / f"{path.name}.json").write_text(reading.dumps(SCAN), encoding="utf-8")
    monkeypatch.setattr("curation.check.evidence.text_path", lambda checksum: path)
    assert document_library.reading_of(path) == SCAN
    bare = {name: value for name, value in draft.content.items() if name not in ("pictures", "looks")}
    assert of_pictures(list(picture_faults(bare, "a.yaml"))) == []
    assert [item.code for item in library_faults(bare, "a.yaml")] == ["picture_unmarked"]
    mended = compared(draft, TEXT, {place(READ_AS): SHOWS})
    assert list(library_faults(mended.content, "a.yaml")) == [], "the phrase of the picture stands where OCR read another"


def test_every_proposal_of_a_scan_lies_on_its_picture(draft: Draft) -> None:
    assert [line for line in LINES if "万元" in line or "‰" in line] and all(stretch_at(draft.content, *one) for one in to_compare(draft))


def test_title_number_and_days_are_compared_too_and_again_after_a_change(draft: Draft) -> None:
    held = describe(draft, "document", {"document_number": "青政发〔2026〕3号", "issued_on": "2026-05-06"})
    named = columns_to_compare(held.content)
    assert {"document_number", "issued_on"} <= set(named) <= set(COLUMNS)
    assert [item.field for item in faults(held) if item.code == "column_not_compared"] == sorted(named)
    after = columns_compared(compared(held, TEXT, {place("20万元"): "20万元"}))
    assert columns_to_compare(after.content) == [] and look_at(after.content, *place("20万元"))
    assert columns_compared(after).content == after.content
    changed = describe(after, "document", {"issued_on": "2026-05-08"})
    assert columns_to_compare(changed.content) == ["issued_on"]
    assert columns_to_compare({**held.content, "pictures": []}) == []
    written = curated.dumps(curated.ordered(finished(after).content))
    assert curated.dumps(curated.loads(written)) == written and "picture_entry" not in {item.code for item in rows_of_document(curated.loads(written), "a.yaml")[1]}


def test_settled_figures_are_compared_line_by_line_but_no_share_and_no_award(draft: Draft) -> None:
    held = settle(settle(draft, *place("第三条"), "name", TEXT), *place("给予200"), "description", TEXT)
    lines = lines_to_compare(held, SCAN)
    assert [[TEXT[start:end] for start, end in figures] for figures in lines.values()] == [["给予200"], ["第三条"]]
    assert set(lines) <= {(line.start, line.end) for line in SCAN.lines}
    after = compared(held, TEXT, {one: TEXT[slice(*one)] for figures in lines.values() for one in figures})
    assert lines_to_compare(after, SCAN) == {} and len(to_compare(after)) == len(to_compare(draft))
