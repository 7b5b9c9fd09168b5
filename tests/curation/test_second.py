"""A second reading: made from the text alone, compared figure by figure, decided, and its agreement published with the document."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from curation.check import curated
from curation.check.agreement import Agreement
from curation.check.curated import Record, records
from curation.desk import second
from curation.desk.batch import accept_all, groups
from curation.desk.clauses import clause_at, clause_spans
from curation.desk.draft import Draft, accept, add, begin, open_numerals, settle
from curation.desk.draft_file import drafts, load_draft, save_draft
from curation.desk.question import question
from curation.desk.second import begin_second, compared, decide, finish
from curation.desk.skeleton import skeleton
from curation.read.reading import Reading
from model import guidance
from model.paths import CODEBOOK
from tests.curation.test_batch import TEXT

READING = Reading(TEXT, "plain")


def first_reading() -> Draft:
    """Everything that the extractor proposes, accepted."""
    draft = begin(skeleton("qingyu-2026-1", "weihai", Path(__file__), READING), TEXT, "371000")
    spans = clause_spans(draft.content, TEXT)
    for whole in groups(draft, spans):
        draft = accept_all(draft, whole, spans, TEXT)
    while draft.open:
        draft = accept(draft, 0, draft.open[0].columns, clause_at(spans, draft.open[0].start), TEXT)
    return draft


def take(draft: Draft, kind: str, phrase: str, **columns: str) -> Draft:
    """What a second reader does: mark a numeral as a row and fill its columns."""
    start = TEXT.index(phrase)
    draft = add(draft, kind, start, start + len(phrase), TEXT)
    number = next(number for number, item in enumerate(draft.open) if item.start == start)
    return accept(draft, number, {**draft.open[number].columns, **columns}, clause_at(clause_spans(draft.content, TEXT), start), TEXT)


def second_reading() -> Draft:
    """Finds three of the four sums, one of them on another level; takes the rate; sees no goal."""
    draft = begin_second(first_reading().content["document"], READING)
    common = {"beneficiary": "incubator", "trigger": "recognition", "instrument": "reward"}
    draft = take(draft, "award", "60万元", recognition_level="national", designation="tech_incubator", **common)
    draft = take(draft, "award", "40万元", recognition_level="municipal", designation="tech_incubator", **common)
    draft = take(draft, "award", "30万元", recognition_level="national", beneficiary="makerspace", trigger="recognition", instrument="reward")
    draft = take(draft, "award", "4%", form="rate", rate_pct="4", rate_basis="contract_sum", beneficiary="other")
    start = TEXT.index("90家")
    return settle(draft, start, start + 3, "description", TEXT)


def differences(first: Draft, other: Record) -> list[tuple[str, tuple[str, ...]]]:
    return [(str((item.first or item.second or {})["phrase"]), item.fields) for item in compared(first.content, other) if not item.is_same]


@pytest.fixture
def finished(tmp_path: Path) -> Record:
    """The second reading as it is handed over."""
    finish(second_reading(), tmp_path)
    held = second.read_second("qingyu-2026-1", tmp_path)
    assert held is not None
    return held


def test_the_second_reader_sees_neither_rows_nor_proposals_of_the_first(tmp_path: Path) -> None:
    first = first_reading()
    begun = begin_second(first.content["document"], READING)
    assert begun.open == () and list(curated.evidence_rows(begun.content)) == []
    assert set(begun.content["document"]) == {"document_id", "text_sha256", "text_chars"}
    assert [words for _, _, words in open_numerals(begun, TEXT)] == ["60万元", "40万元", "30万元", "20万元", "4%", "2029年", "90家"]
    save_draft(first, tmp_path)
    save_draft(begun, tmp_path)
    assert sorted(drafts(tmp_path)) == ["qingyu-2026-1", "qingyu-2026-1.second"]
    assert load_draft("qingyu-2026-1", tmp_path) == first and load_draft("qingyu-2026-1.second", tmp_path) == begun


def test_the_second_reader_is_asked_about_one_numeral_after_the_other() -> None:
    begun = begin_second(first_reading().content["document"], READING)
    span = clause_spans(begun.content, TEXT)["qingyu-2026-1.2"]
    asked = question(begun, TEXT, span)
    assert asked is not None and asked.phrase == "30万元" and asked.number == -1
    after = take(begun, "award", "30万元")
    asked = question(after, TEXT, span)
    assert asked is not None and asked.phrase == "20万元"


def test_a_finished_reading_holds_its_rows_alone_and_comes_back(tmp_path: Path) -> None:
    path = finish(second_reading(), tmp_path)
    written = path.read_text(encoding="utf-8")
    assert curated.dumps(curated.loads(written)) == written and "title_zh" not in str(curated.loads(written)["document"])
    assert [row["measure_id"] for row in curated.loads(written)["measures"]] == ["qingyu-2026-1.1", "qingyu-2026-1.2", "qingyu-2026-1.3"]


def test_figure_by_figure_by_hand(finished: Record) -> None:
    found = differences(first_reading(), finished)
    assert [phrase for phrase, _ in found] == ["60万元", "40万元", "30万元", "20万元", "4%", "90家"]
    by_phrase = dict(found)
    assert "recognition_level" in by_phrase["40万元"] and "recognition_level" not in by_phrase["60万元"]
    assert by_phrase["20万元"] == () and by_phrase["90家"] == (), "rows that only the first reading has"
    assert not {name for fields in by_phrase.values() for name in fields if name.endswith(("_zh", "_en")) and name != "instrument_term_zh"}


def test_the_agreement_by_hand(finished: Record) -> None:
    lines = {(line.table, line.field): (line.agreed, line.total) for line in second.agreement_of("qingyu-2026-1", first_reading().content, finished)}
    assert lines["awards", "found"] == (4, 5) and lines["targets", "found"] == (0, 1)
    assert lines["awards", "recognition_level"] == (3, 4) and lines["awards", "sum_cny"] == (3, 3) and lines["awards", "rate_pct"] == (1, 1)
    assert lines["awards", "rate_basis"] == (1, 1) and lines["awards", "instrument"] == (3, 4), "an instrument that the second left empty is a difference"


def test_decisions_are_carried_into_the_first_reading(finished: Record) -> None:
    draft = first_reading()
    items = {str((item.first or item.second or {})["phrase"]): item for item in compared(draft.content, finished)}
    taken = {name: "second" if name == "recognition_level" else "first" for name in items["40万元"].fields}
    after = decide(draft, items["40万元"], taken, "原文写明市级", TEXT, finished)
    row = next(row for row in curated.evidence_rows(after.content) if row["phrase"] == "40万元")
    before = next(row for row in curated.evidence_rows(draft.content) if row["phrase"] == "40万元")
    assert row == before | {"recognition_level": "municipal"}
    kept = decide(after, items["20万元"], {"row": "first"}, "漏读", TEXT, finished)
    assert kept is after
    gone = decide(after, items["20万元"], {"row": "second"}, "不是支持", TEXT, finished)
    assert "20万元" not in [row["phrase"] for row in curated.evidence_rows(gone.content)] and gone.rejected[-1].reason == "不是支持" and not gone.open


def test_a_row_of_the_second_reading_is_taken_in_with_its_ceiling() -> None:
    first, other = first_reading(), second_reading()
    row = next(row for row in curated.evidence_rows(other.content) if row["phrase"] == "4%")
    row["ceiling_cny"] = "900000"
    start = TEXT.index("90家")
    other = replace(other, content={**other.content, "figures": []})
    other = settle(other, start, start + 3, "award", TEXT, str(row["award_id"]), "ceiling_cny")
    item = next(one for one in compared(first.content, other.content) if one.second and one.second["phrase"] == "4%")
    alone = replace(item, first=None)
    bare = replace(first, content={**first.content, "measures": [{**measure, "awards": [], "targets": []} for measure in records(first.content["measures"])], "figures": []})
    after = decide(bare, alone, {"row": "second"}, "漏读", TEXT, other.content)
    (taken,) = [held for held in curated.evidence_rows(after.content) if "award_id" in held]
    (figure,) = records(after.content["figures"])
    assert taken["ceiling_cny"] == "900000" and (figure["row_id"], figure["column"], figure["phrase"]) == (taken["award_id"], "ceiling_cny", "90家")


def test_a_decision_is_kept_beside_the_second_reading(finished: Record, tmp_path: Path) -> None:
    item = compared(first_reading().content, finished)[1]
    second.keep_decision("qingyu-2026-1", item, {"recognition_level": "second"}, "原文写明", tmp_path)
    second.keep_decision("qingyu-2026-1", item, {"recognition_level": "first"}, "再读之后", tmp_path)
    held = second.read_second("qingyu-2026-1", tmp_path)
    assert held is not None and second.decisions(held) == {item.name: {"name": item.name, "taken": ["recognition_level: first"], "reason": "再读之后"}}
    assert held["measures"] == finished["measures"]


def test_the_agreement_is_published_once_and_not_changed_by_what_is_decided(tmp_path: Path) -> None:
    place = tmp_path / "agreement_by_document.csv"
    place.write_bytes((CODEBOOK / "agreement_by_document.csv").read_bytes())
    before = place.read_text(encoding="utf-8")
    lines = [Agreement("qingyu-2026-1", "awards", "found", 4, 5), Agreement("qingyu-2026-1", "awards", "form", 4, 4)]
    second.publish_agreement(lines, tmp_path)
    assert place.read_text(encoding="utf-8") == before + "qingyu-2026-1,awards,found,4,5\nqingyu-2026-1,awards,form,4,4\n"
    second.publish_agreement([Agreement("qingyu-2026-1", "awards", "found", 5, 5)], tmp_path)
    assert second.published_agreement("qingyu-2026-1", tmp_path) == lines and second.published_agreement("nobody", tmp_path) == []


def test_the_agreement_of_all_documents_is_the_sum_of_the_first_and_of_each_other() -> None:
    with (CODEBOOK / "agreement_by_document.csv").open(encoding="utf-8", newline="") as file:
        names = {row["document_id"] for row in csv.DictReader(file)}
    assert "nansha-2017-science" in names and guidance.agreement_of("weihai-2023-5") == ()
    summed = {(item.table, item.field): item.total for item in guidance.agreement()}
    parts = [item for name in names for item in guidance.agreement_of(name)]
    assert summed["awards", "found"] == 150 + sum(item.total for item in parts if (item.table, item.field) == ("awards", "found"))


RULED = TEXT + "九、同一项目从高不重复，不同项目可叠加享受。\n十、“以上”均含本数。\n"
READ_RULED = Reading(RULED, "plain")


def marked(draft: Draft, phrase: str, **columns: str) -> Draft:
    """A reader marks the words of a rule and fills its columns."""
    start = RULED.index(phrase)
    draft = add(draft, "rule", start, start + len(phrase), RULED)
    number = next(number for number, item in enumerate(draft.open) if item.start == start and item.kind == "rule")
    assert draft.open[number].columns == {}, "nothing is usual about a rule"
    return accept(draft, number, {"says_zh": "自己的话", "says_en": "own words", **columns}, clause_at(clause_spans(draft.content, RULED), start), RULED)


def ruled() -> tuple[Draft, Record]:
    """Two readings of three rules: one is the same, one differs in scope, one stands only in the second; each names rows by its own ids."""
    held = skeleton("qingyu-2026-2", "weihai", Path(__file__), READ_RULED)
    first = replace(begin(held, RULED, "371000"), open=())
    first = marked(first, "从高不重复", rule_kind="highest_only", rule_scope="same_item")
    first = marked(first, "可叠加享受", rule_kind="cumulative", rule_scope="document")
    other = begin_second(first.content["document"], READ_RULED)
    other = marked(other, "从高不重复", rule_kind="highest_only", rule_scope="same_item")
    other = marked(other, "可叠加享受", rule_kind="cumulative", rule_scope="different_items", applies_to=["qingyu-2026-2.9.a1"])  # type: ignore[arg-type]
    other = marked(other, "“以上”均含本数", rule_kind="inclusive", rule_scope="document")
    return first, other.content


def test_rules_on_adding_up_are_compared_decided_and_published_as_figures_are(tmp_path: Path) -> None:
    first, other = ruled()
    lines = {line.field: (line.agreed, line.total) for line in second.agreement_of("qingyu-2026-2", first.content, other)}
    assert lines == {"found": (2, 3), "rule_kind": (2, 2), "rule_scope": (1, 2)}, "own words and ids of rows are not compared"
    items = {str((item.first or item.second or {})["phrase"]): item for item in compared(first.content, other)}
    assert items["从高不重复"].is_same and items["可叠加享受"].fields == ("rule_scope",) and items["“以上”均含本数"].first is None
    after = decide(first, items["可叠加享受"], {"rule_scope": "second"}, "不同项目", RULED, other)
    after = decide(after, items["“以上”均含本数"], {"row": "second"}, "漏读", RULED, other)
    rows = {row["phrase"]: row for row in curated.evidence_rows(after.content) if "rule_id" in row}
    assert rows["可叠加享受"]["rule_scope"] == "different_items" and "applies_to" not in rows["可叠加享受"]
    assert rows["“以上”均含本数"]["rule_kind"] == "inclusive" and all(item.is_same for item in compared(after.content, other))
    gone = decide(after, replace(items["从高不重复"], second=None), {"row": "second"}, "不是规则", RULED, other)
    assert "从高不重复" not in [row["phrase"] for row in curated.evidence_rows(gone.content)] and not gone.open


def test_a_second_reading_of_rules_alone_is_handed_over(tmp_path: Path) -> None:
    first, other = ruled()
    draft = replace(begin_second(first.content["document"], READ_RULED), content={"document": first.content["document"], **other})
    path = finish(draft, tmp_path)
    assert [row["rule_kind"] for measure in curated.loads(path.read_text(encoding="utf-8"))["measures"] for row in measure["rules"]] == ["highest_only", "cumulative", "inclusive"]
