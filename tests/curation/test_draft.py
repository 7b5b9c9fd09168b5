"""Every step of the desk: what is decided moves, what is open stays, and nothing is lost between two sessions."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml

from curation.check import curated
from curation.check.amounts import yuan
from curation.check.frames import document_files
from curation.check.obvious import settle_obvious
from curation.desk.clauses import clause_at, clause_spans
from curation.desk.conflict import difference, keep_mine, keep_theirs
from curation.desk.draft import (
    Draft,
    accept,
    add,
    begin,
    begin_again,
    describe,
    drop_measure,
    merge,
    open_numerals,
    reject,
    remove,
    settle,
    split,
    unsettle,
)
from curation.desk.draft_file import drafts, load_draft, save_draft, save_over, update_draft
from curation.desk.saving import ChangedOnDiskError, faults, finished, has_changed, place, save, suggested_coverage
from curation.desk.skeleton import skeleton
from curation.publish.build import build
from curation.read.reading import Reading
from loaders import snapshot
from tests.curation.sample import TEXT


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """The sample text, begun from nothing."""
    path = tmp_path / "new.txt"
    path.write_text(TEXT, encoding="utf-8")
    return begin(skeleton("sample-2026-1", "weihai", path, Reading(TEXT, "plain")), TEXT, "371000")


def phrases(draft: Draft) -> list[str]:
    """The open figures in order."""
    return [item.phrase for item in draft.open]


def ids(draft: Draft) -> list[str]:
    """The ids of all decided rows."""
    return [row.get("award_id") or row.get("target_id") for row in curated.evidence_rows(draft.content) if "role" not in row]


def test_a_draft_begins_with_every_article_and_every_figure(draft: Draft) -> None:
    assert [row["article"] for row in draft.content["measures"]] == ["一、", "二、", "三、"]
    assert phrases(draft) == ["100万元", "5%", "12家"]
    assert draft.open[0].columns["sum_cny"] == "1000000" and draft.open[1].columns["rate_pct"] == "5"
    assert clause_at(clause_spans(draft.content, TEXT), draft.open[1].start) == "sample-2026-1.2"
    assert [words for _, _, words in open_numerals(draft, TEXT)] == ["20万元", "2027年"]


def test_accepting_gives_the_row_its_id_and_place(draft: Draft) -> None:
    after = accept(draft, 0, draft.open[0].columns | {"recognition_level": "national", "note_zh": ""}, "sample-2026-1.1", TEXT)
    row = after.content["measures"][0]["awards"][0]
    assert (row["award_id"], row["phrase"], TEXT[int(row["start"]) : int(row["end"])]) == ("sample-2026-1.1.a1", "100万元", "100万元")
    assert "note_zh" not in row and phrases(after) == ["5%", "12家"] and len(draft.open) == 3


def test_splitting_gives_two_rows_on_one_figure(draft: Draft) -> None:
    two = split(draft, 0)
    assert phrases(two) == ["100万元", "100万元", "5%", "12家"]
    for _ in range(2):
        two = accept(two, 0, two.open[0].columns, "sample-2026-1.1", TEXT)
    assert ids(two) == ["sample-2026-1.1.a1", "sample-2026-1.1.a2"]


def test_a_rejected_figure_keeps_its_reason_and_its_role(draft: Draft) -> None:
    after = reject(draft, 1, "是申报条件", "condition", TEXT)
    assert [item.reason for item in after.rejected] == ["是申报条件"]
    assert [(row["phrase"], row["role"]) for row in after.content["figures"]] == [("5%", "condition")]
    no_figure = reject(draft, 1, "不是数字", "", TEXT)
    assert no_figure.content["figures"] == [] and phrases(no_figure) == ["100万元", "12家"]
    twice = reject(split(draft, 1), 1, "重复", "condition", TEXT)
    assert twice.content["figures"] == [], "the other half of a split is still open"


def test_merging_fills_a_column_of_a_decided_row(draft: Draft) -> None:
    start = TEXT.index("20万元")
    bare = {name: value for name, value in draft.open[1].columns.items() if not name.startswith("ceiling")}
    held = add(accept(draft, 1, bare, "sample-2026-1.2", TEXT), "award", start, start + 4, TEXT)
    assert phrases(held) == ["100万元", "20万元", "12家"]
    after = merge(held, 1, "sample-2026-1.2.a1", "ceiling_cny", "200000", TEXT)
    (figure,) = after.content["figures"]
    assert (figure["role"], figure["row_id"], figure["column"]) == ("award", "sample-2026-1.2.a1", "ceiling_cny")
    assert after.content["measures"][1]["awards"][0]["ceiling_cny"] == "200000"


def test_a_row_taken_back_is_open_again_with_what_was_entered(draft: Draft) -> None:
    held = accept(draft, 0, draft.open[0].columns | {"note_zh": "说明"}, "sample-2026-1.1", TEXT)
    back = remove(held, "sample-2026-1.1.a1")
    assert phrases(back) == ["100万元", "5%", "12家"] and back.open[0].columns["note_zh"] == "说明"
    assert ids(back) == [] and remove(back, "nobody") == back


def test_only_empty_measures_can_be_dropped(draft: Draft) -> None:
    held = accept(draft, 0, draft.open[0].columns, "sample-2026-1.1", TEXT)
    assert len(drop_measure(held, "sample-2026-1.1").content["measures"]) == 3
    assert [row["measure_id"] for row in drop_measure(held, "sample-2026-1.2").content["measures"]] == ["sample-2026-1.1", "sample-2026-1.3"]


def test_half_done_work_comes_back_as_it_was_left(draft: Draft, tmp_path: Path) -> None:
    held = reject(accept(split(draft, 0), 0, draft.open[0].columns, "sample-2026-1.1", TEXT), 1, "条件", "condition", TEXT)
    save_draft(held, tmp_path)
    assert load_draft("sample-2026-1", tmp_path) == held
    assert drafts(tmp_path) == ["sample-2026-1"] and load_draft("nobody", tmp_path) is None
    save_draft(Draft({"document": {"document_id": "../../evil"}}), tmp_path)
    assert sorted(path.name for path in (tmp_path / "drafts").iterdir()) == ["evil.json", "sample-2026-1.json"]


def test_beginning_again_from_the_curated_file_proposes_only_what_is_missing(draft: Draft) -> None:
    held = accept(draft, 0, draft.open[0].columns, "sample-2026-1.1", TEXT)
    assert phrases(begin(held.content, TEXT)) == ["5%", "12家"]


def test_what_was_turned_down_stays_so_when_the_file_on_disk_is_taken(draft: Draft) -> None:
    held = reject(accept(draft, 0, draft.open[0].columns, "sample-2026-1.1", TEXT), 0, "不是数字", "", TEXT)
    again = begin_again(held, held.content, TEXT, "ab")
    assert phrases(again) == ["12家"] and again.rejected == held.rejected and again.base == "ab"


def test_coverage_follows_the_rows_and_keeps_what_was_said_of_the_rest(draft: Draft) -> None:
    held = accept(draft, 0, draft.open[0].columns, "sample-2026-1.1", TEXT)
    held = describe(held, "measure", {"categories": ["talent"]}, "sample-2026-1.2")
    held = describe(held, "coverage", {"ip": "absent"})
    states = suggested_coverage(held.content)
    assert (states["incubation"], states["talent"], states["ip"], states["rnd"]) == ("quantified", "mentioned", "absent", "not_reviewed")


def test_from_the_first_step_to_a_published_snapshot(draft: Draft, tmp_path: Path) -> None:
    """The whole way: every proposal decided, words in both languages, no fault left, canonical file, rows on the tables."""
    assert any("is not decided" in fault.problem("en") for fault in faults(draft))
    held = accept(draft, 0, draft.open[0].columns, "sample-2026-1.1", TEXT)
    held = accept(held, 0, held.open[0].columns | {"beneficiary_zh": "企业", "beneficiary_en": "firms"}, "sample-2026-1.2", TEXT)
    held = accept(held, 0, held.open[0].columns, "sample-2026-1.3", TEXT)
    for measure in list(held.content["measures"]):
        words = {"title_zh": "标题", "title_en": "Title", "summary_zh": "摘要", "summary_en": "Summary"}
        if not measure.get("categories"):
            words = words | {"categories": ["incubation"]}
        held = describe(held, "measure", words, measure["measure_id"])
    held = describe(held, "document", {"title_en": "Measures", "policy_year": "2026", "year_basis": "stated"})
    for start, end, words in open_numerals(held, TEXT):
        assert words == "2027年"
        held = settle(held, start, end, "date", TEXT)
    assert open_numerals(held, TEXT) == []
    assert [str(fault) for fault in faults(held)] == []
    folder, codebook = tmp_path / "curated", tmp_path / "codebook"
    folder.mkdir()
    codebook.mkdir()
    (codebook / "cities.csv").write_text("city_id,name_zh,name_en,province_zh,province_en,division_code,level\n", encoding="utf-8")
    held = save(held, folder, codebook)
    path = place(held, folder)
    raw = path.read_text(encoding="utf-8")
    assert curated.dumps(curated.canonical(yaml.load(raw, Loader=yaml.BaseLoader))) == raw
    assert (codebook / "cities.csv").read_text(encoding="utf-8").splitlines()[1].startswith("weihai,威海市")
    tables = snapshot.load(build(tmp_path / "tables", folder), tmp_path / "tables")
    assert tables["awards"]["sum_cny"].tolist()[0] == 1_000_000 and len(tables["targets"]) == 1
    assert finished(held).content["document"]["city_id"] == "weihai"


def test_the_numeral_of_a_ceiling_is_settled_with_its_row(draft: Draft) -> None:
    after = accept(draft, 1, draft.open[1].columns, "sample-2026-1.2", TEXT)
    (figure,) = after.content["figures"]
    assert (figure["phrase"], figure["row_id"], figure["column"]) == ("20万元", "sample-2026-1.2.a1", "ceiling_cny")
    other = accept(draft, 1, draft.open[1].columns | {"ceiling_cny": "300000"}, "sample-2026-1.2", TEXT)
    assert other.content["figures"] == []
    assert remove(after, "sample-2026-1.2.a1").content["figures"] == []


def test_only_bare_dates_and_terms_are_settled_at_once(draft: Draft) -> None:
    text = TEXT + "自2026年3月1日起施行，有效期3年。成立3年以上的企业。\n"
    after = settle_obvious(draft, text)
    assert [(row["phrase"], row["role"]) for row in after.content["figures"]] == [("2027年", "date"), ("2026年", "date"), ("3月", "date"), ("1日", "date"), ("3年", "term")]
    assert [words for _, _, words in open_numerals(after, text)] == ["20万元", "3年"]


def test_a_settled_numeral_can_be_opened_again(draft: Draft) -> None:
    start = TEXT.index("2027年")
    after = settle(draft, start, start + 5, "date", TEXT)
    assert unsettle(after, start).content["figures"] == []


@pytest.mark.parametrize(("words", "value"), [("50万元", 500_000), ("５０ 万元", 500_000), ("1.5亿元", 150_000_000), ("300元", 300), ("5%", None), ("二十万元", None), ("", None)])
def test_sums_as_printed(words: str, value: int | None) -> None:
    assert yuan(words) == value


def test_a_file_that_changed_on_disk_is_not_overwritten(draft: Draft, tmp_path: Path) -> None:
    codebook = tmp_path / "codebook"
    codebook.mkdir()
    (codebook / "cities.csv").write_text("city_id,name_zh,name_en,province_zh,province_en,division_code,level\n", encoding="utf-8")
    held = save(draft, tmp_path, codebook)
    again = save(describe(held, "document", {"title_en": "Mine"}), tmp_path, codebook)  # one's own change is no conflict
    theirs = place(again, tmp_path).read_text(encoding="utf-8").replace("Mine", "Theirs")
    place(again, tmp_path).write_text(theirs, encoding="utf-8")
    assert has_changed(again, tmp_path)
    with pytest.raises(ChangedOnDiskError):
        save(describe(again, "document", {"title_en": "Mine too"}), tmp_path, codebook)
    assert place(again, tmp_path).read_text(encoding="utf-8") == theirs
    assert "-  title_en: Theirs\n+  title_en: Mine\n" in difference(place(again, tmp_path), finished(again).content)
    mine, disk = keep_mine(place(again, tmp_path), finished(again).content, tmp_path), keep_theirs(place(again, tmp_path), tmp_path)
    assert mine != disk and "title_en: Mine" in mine.read_text(encoding="utf-8") and disk.read_text(encoding="utf-8") == theirs
    same = describe(again, "document", {"title_en": "Theirs"})
    assert not has_changed(same, tmp_path), "two people who wrote the same do not contradict each other"
    place(again, tmp_path).unlink()
    assert has_changed(again, tmp_path), "a file that was deleted is a change too"


def test_a_draft_kept_before_files_had_checksums_still_opens(draft: Draft, tmp_path: Path) -> None:
    save_draft(draft, tmp_path)
    path = tmp_path / "drafts" / "sample-2026-1.json"
    path.write_text(path.read_text(encoding="utf-8").replace(',\n "base": ""', ""), encoding="utf-8")
    assert load_draft("sample-2026-1", tmp_path) == draft


def test_two_clicks_at_once_both_count(draft: Draft, tmp_path: Path) -> None:
    save_draft(draft, tmp_path)
    names = [f"note_{number}" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: update_draft(draft, lambda held: describe(held, "document", {name: "x"}), tmp_path), names))
    held = load_draft("sample-2026-1", tmp_path)
    assert held is not None and set(names) <= set(held.content["document"])
    assert not save_over(draft, accept(draft, 0, {}, "sample-2026-1.1", TEXT), tmp_path), "what was typed meanwhile must not be lost"
    assert save_over(held, accept(held, 0, {}, "sample-2026-1.1", TEXT), tmp_path)
    assert [path.name for path in (tmp_path / "drafts").iterdir()] == ["sample-2026-1.json"]


def test_titles_that_a_clause_names_are_registered_from_the_beginning(draft: Draft) -> None:
    assert [measure.get("designations_named") for measure in draft.content["measures"]] == [["tech_incubator"], None, ["tech_incubator"]]


def test_a_curated_file_that_is_only_opened_and_saved_stays_as_it_is() -> None:
    for path in document_files():
        opened = begin(curated.read(path), "")
        assert curated.dumps(curated.canonical(finished(opened).content)) == path.read_text(encoding="utf-8"), path.name


def test_a_rule_of_addition_is_taken_in_given_back_and_turned_down():
    text = TEXT + "\n同一项目符合两项以上条款的，按从高不重复原则执行。\n"
    content = {"document": {"document_id": "sample-2026-1"}, "measures": [{"measure_id": "sample-2026-1.1", "article": "第一条"}]}
    draft = begin(content, text)
    number = next(place for place, item in enumerate(draft.open) if item.kind == "rule")
    done = accept(draft, number, draft.open[number].columns, "sample-2026-1.1", text)
    [rule] = done.content["measures"][0]["rules"]
    assert (rule["rule_id"], rule["rule_kind"], rule["rule_scope"], rule["phrase"]) == ("sample-2026-1.1.r1", "highest_only", "same_item", "从高不重复")
    assert not any(item.kind == "rule" for item in begin(done.content, text).open)
    assert any(item.kind == "rule" for item in remove(done, "sample-2026-1.1.r1").open)
    gone = reject(draft, number, "said twice", "condition", text)
    assert gone.rejected[-1].kind == "rule" and not gone.content.get("figures")


def test_a_proposal_says_how_sure_it_is_and_which_words_made_it():
    text = "一、对县内企业按检测费的20%给予补贴，每家企业每年最高10万元。\n"
    content = {"document": {"document_id": "sample-2026-1"}, "measures": [{"measure_id": "sample-2026-1.1", "article": "一、"}]}
    [item] = begin(content, text).open
    assert 0.5 < item.confidence < 1
    assert item.because == {"ceiling": "每家企业每年最高10万元", "recipient": "县内企业"}
