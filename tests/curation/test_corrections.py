"""The list of corrections: written canonically, one entry after the other, and nothing of it is lost."""

from pathlib import Path

from curation.check import curated
from curation.check.corrections import correction_faults, correction_rows, held_corrections, write_correction
from curation.commands import format

ENTRY = {"corrected_on": "2026-12-01", "row_ids": ["weihai-2023-5.29.a1"], "what_zh": "由甲改为乙", "what_en": "From a to b",
         "reason_zh": "录入有误", "reason_en": "A slip"}


def test_entries_get_ids_of_their_own_and_can_be_mended(tmp_path: Path) -> None:
    assert held_corrections(tmp_path) == []
    assert [write_correction(ENTRY, tmp_path) for _ in range(2)] == ["c1", "c2"]
    assert write_correction({**ENTRY, "correction_id": "c1", "what_en": "From a to c"}, tmp_path) == "c1"
    assert [(row["correction_id"], row["what_en"]) for row in held_corrections(tmp_path)] == [("c1", "From a to c"), ("c2", "From a to b")]
    raw = (tmp_path / "corrections.yaml").read_text(encoding="utf-8")
    assert raw.startswith("corrections:\n- correction_id: c1\n  corrected_on: 2026-12-01\n  row_ids: [weihai-2023-5.29.a1]\n  what_zh: 由甲改为乙\n")
    assert curated.dumps(curated.loads(raw)) == raw
    assert correction_rows(curated.loads(raw), "corrections.yaml")[1] == [] and format.HELP


def test_an_entry_says_what_is_missing() -> None:
    assert correction_faults({**ENTRY, "correction_id": "c1"}) == []
    found = correction_faults({"correction_id": "c1", "corrected_on": "1.12.2026", "what_zh": "a\nb"})
    assert {fault.field for fault in found} == {"corrected_on", "row_ids", "what_zh", "what_en", "reason_zh", "reason_en"}
    assert any("日期" in fault.said("zh") for fault in found)
