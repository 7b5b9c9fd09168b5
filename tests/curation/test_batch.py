"""Many figures at once: least certain first, all of one kind in one act, and that act taken back without a trace."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curation.check.curated import records
from curation.desk.batch import accept_all, group_of, groups, least_certain, undo
from curation.desk.clauses import clause_spans
from curation.desk.draft import Draft, accept, begin, describe, remove
from curation.desk.draft_file import load_draft, save_draft
from curation.desk.question import question
from curation.desk.skeleton import skeleton
from curation.read.reading import Line, Reading

TEXT = (
    "青屿县若干措施\n第一条 对新认定的国家级科技企业孵化器奖励60万元，对新认定的省级科技企业孵化器奖励40万元。\n"
    "第二条 对新认定的国家级众创空间奖励30万元，对新认定的省级众创空间奖励20万元。\n第三条 按合同金额的4%给予补贴。\n第四条 到2029年，高新技术企业达到90家。\n"
)


def begun(text: str = TEXT, reading: Reading | None = None) -> Draft:
    """A text begun from nothing."""
    path = Path(__file__)  # any file: only its checksum is kept
    return begin(skeleton("qingyu-2026-1", "weihai", path, reading or Reading(text, "plain")), text, "371000")


def sums(draft: Draft) -> list[str]:
    return [row["sum_cny"] for measure in records(draft.content["measures"]) for row in records(measure.get("awards"))]


def test_the_sums_are_accepted_in_one_act_each_in_its_clause() -> None:
    draft = begun()
    spans = clause_spans(draft.content, TEXT)
    (whole,) = groups(draft, spans)
    assert whole.group == ("award", "sum") and [draft.open[number].phrase for number in whole.numbers] == ["60万元", "40万元", "30万元", "20万元"]
    after = accept_all(draft, whole, spans, TEXT)
    held = {row["measure_id"]: [award["sum_cny"] for award in records(row.get("awards"))] for row in after.content["measures"]}
    assert held["qingyu-2026-1.1"] == ["600000", "400000"] and held["qingyu-2026-1.2"] == ["300000", "200000"]
    assert [item.phrase for item in after.open] == ["4%", "90家"]


def test_the_act_is_taken_back_without_a_trace_also_after_a_night(tmp_path: Path) -> None:
    draft = begun()
    spans = clause_spans(draft.content, TEXT)
    after = accept_all(draft, groups(draft, spans)[0], spans, TEXT)
    save_draft(after, tmp_path)
    held = load_draft("qingyu-2026-1", tmp_path)
    assert held == after and undo(held) == draft


def test_what_was_done_since_stays_and_a_row_taken_back_by_hand_is_left_alone() -> None:
    draft = begun()
    spans = clause_spans(draft.content, TEXT)
    after = accept_all(draft, groups(draft, spans)[0], spans, TEXT)
    after = describe(after, "measure", {"title_zh": "众创空间奖励"}, "qingyu-2026-1.2")
    after = remove(after, "qingyu-2026-1.1.a2")
    number = next(number for number, item in enumerate(after.open) if item.phrase == "40万元")
    after = accept(after, number, after.open[number].columns | {"sum_cny": "410000"}, "qingyu-2026-1.2", TEXT)  # another row of another clause
    back = undo(after)
    assert sums(back) == ["410000"] and back.content["measures"][1]["title_zh"] == "众创空间奖励"
    assert sorted(item.phrase for item in back.open) == ["20万元", "30万元", "4%", "60万元", "90家"]
    assert undo(back) == back


def test_what_lacks_a_column_is_left_for_a_person() -> None:
    draft = begun()
    item = draft.open[1]
    draft = replace(draft, open=(draft.open[0], replace(item, columns={**item.columns, "beneficiary_zh": ""}), *draft.open[2:]))
    (whole,) = groups(draft, clause_spans(draft.content, TEXT))
    assert whole.numbers == (0, 2, 3) and whole.lacking == 1


def test_the_least_certain_come_first() -> None:
    draft = begun()
    shares = [0.9, 0.5, 0.7, 0.5, 0.95, 0.0]
    draft = replace(draft, open=tuple(replace(item, confidence=share) for item, share in zip(draft.open, shares, strict=True)))
    assert [draft.open[number].phrase for number in least_certain(draft)] == ["90家", "40万元", "20万元", "30万元", "60万元", "4%"]
    start, end = clause_spans(draft.content, TEXT)["qingyu-2026-1.1"]
    asked = question(draft, TEXT, (start, end))
    assert asked is not None and asked.phrase == "40万元"
    clicked = question(replace(draft, at=draft.open[0].start), TEXT, (start, end))
    assert clicked is not None and clicked.phrase == "60万元"


def test_a_share_from_a_picture_comes_before_everything() -> None:
    scan = Reading(TEXT, "picture", notices=("by_ocr",), lines=(Line(0, len(TEXT), 1, (0, 0, 1, 1), 0.98),), pages=1)
    draft = begun(reading=scan)
    draft = replace(draft, open=tuple(replace(item, confidence=0.99 if item.phrase == "4%" else 0.4) for item in draft.open))
    assert draft.open[least_certain(draft)[0]].phrase == "4%"


@given(st.permutations(["60万元", "40万元", "30万元", "20万元", "4%"]), st.integers(0, 3))
@settings(max_examples=25, deadline=None)
def test_accepting_and_undoing_leaves_any_draft_as_it_was(order: list[str], decided: int) -> None:
    draft = begun()
    spans = clause_spans(draft.content, TEXT)
    for phrase in order[:decided]:
        number = next(number for number, item in enumerate(draft.open) if item.phrase == phrase)
        place = next(name for name, (start, end) in spans.items() if start <= draft.open[number].start < end)
        draft = accept(draft, number, draft.open[number].columns, place, TEXT)
    for whole in groups(draft, spans):
        after = accept_all(draft, whole, spans, TEXT)
        assert {group_of(item) for item in after.open} | {whole.group} >= {group_of(item) for item in draft.open}
        assert undo(after) == draft


@pytest.mark.parametrize("kind", ["award", "target", "rule"])
def test_a_group_of_one_is_no_group(kind: str) -> None:
    draft = begun()
    assert [whole.group[0] for whole in groups(draft, clause_spans(draft.content, TEXT))].count(kind) == (kind == "award")
