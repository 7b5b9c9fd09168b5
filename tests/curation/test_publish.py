"""Publishing says what changes, swaps in one step, and can be taken back; the reader always holds one whole snapshot."""

import json
from pathlib import Path

import pytest

from curation.check import curated
from curation.publish.build import BuildError
from curation.publish.changes import change_words, changes
from curation.publish.history import RollbackError, previous, switch
from curation.publish.publish import preview, publish, rollback
from loaders import snapshot
from model.history import LOG, in_use, read
from model.schema import TABLES
from tests.curation.sample import content, place
from wording.texts import text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of curated files with one small document."""
    folder = tmp_path / "curated"
    folder.mkdir()
    curated.write(folder / "sample-2026-1.yaml", content())
    return folder


def said(sum_cny: str) -> str:
    """A sum as a text prints it."""
    return f"{int(sum_cny) // 10_000}万元"


def saved(folder: Path, sum_cny: str) -> None:
    """Change the sum of the only award, and its phrase with it."""
    held = content()
    held["measures"][0]["awards"][0] |= {"sum_cny": sum_cny} | ({"phrase": said(sum_cny)} if sum_cny.isdecimal() else {})
    curated.write(folder / "sample-2026-1.yaml", held)


def test_the_first_publication_adds_everything(folder: Path, tmp_path: Path) -> None:
    made = publish(tmp_path / "t", folder)
    lines = [change_words(change, "zh") for change in made.changes]
    assert made.is_new and in_use(tmp_path / "t") == made.snapshot
    assert "新增：支持 sample-2026-1.1.a1 孵化器 一次性最高100万元" in lines
    assert "新增：目标 sample-2026-1.3.t1 孵化机构 12家" in lines
    assert publish(tmp_path / "t", folder).changes == ()
    assert len(read(tmp_path / "t")) == 1


def test_a_changed_an_added_and_a_removed_row_in_words(folder: Path, tmp_path: Path) -> None:
    publish(tmp_path / "t", folder)
    held = content()
    held["measures"][0]["awards"][0] |= {"sum_cny": "1500000", "phrase": said("1500000")}
    held["measures"][0]["awards"].append({**held["measures"][0]["awards"][0], "award_id": "sample-2026-1.1.a2", "recognition_level": "provincial", "beneficiary_zh": "省级孵化器"})
    del held["measures"][1]["targets"]
    held["document"]["issued_on"] = "2026-03-01"
    curated.write(folder / "sample-2026-1.yaml", held)
    made = publish(tmp_path / "t", folder)
    zh, en = ([change_words(change, lang) for change in made.changes] for lang in ("zh", "en"))
    assert "修改：支持 sample-2026-1.1.a1 的“金额”由“100万元”改为“150万元”" in zh
    assert any(line.startswith("新增：支持 sample-2026-1.1.a2 省级孵化器") for line in zh)
    assert "删除：目标 sample-2026-1.3.t1 孵化机构 12家" in zh
    assert any("Issued on: from “nothing” to “2026-03-01”" in line for line in en)
    assert any("is_quantified" in change.column or change.column == "is_quantified" for change in made.changes)
    assert not any(change.column == "start" for change in made.changes)


def test_moved_places_alone_are_no_change_in_words(folder: Path, tmp_path: Path) -> None:
    first = publish(tmp_path / "t", folder)
    held = content()
    held["measures"][0]["awards"][0].update(start="1", end="7", prefix="别的国家级孵化器，最高")
    curated.write(folder / "sample-2026-1.yaml", held)
    made = publish(tmp_path / "t", folder)
    assert made.snapshot != first.snapshot and made.changes == ()


def test_a_preview_changes_nothing_and_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    first = publish(tmp_path / "t", folder)
    saved(folder, "2000000")
    before = sorted(path.name for path in (tmp_path / "t").iterdir())
    assert {change.column for change in preview(tmp_path / "t", folder).changes} == {"sum_cny", "phrase", ""}
    assert sorted(path.name for path in (tmp_path / "t").iterdir()) == before
    assert in_use(tmp_path / "t") == first.snapshot


def test_faults_publish_nothing_and_log_nothing(folder: Path, tmp_path: Path) -> None:
    first = publish(tmp_path / "t", folder)
    saved(folder, "lots")
    with pytest.raises(BuildError) as error:
        publish(tmp_path / "t", folder)
    assert any("lots" in str(fault) for fault in error.value.faults)
    assert in_use(tmp_path / "t") == first.snapshot and len(read(tmp_path / "t")) == 1


def test_rollback_returns_one_step_at_a_time_as_far_as_folders_are_kept(folder: Path, tmp_path: Path) -> None:
    tables = tmp_path / "t"
    with pytest.raises(RollbackError, match="no earlier"):
        previous(tables)
    first = publish(tables, folder)
    with pytest.raises(RollbackError, match="no earlier"):
        rollback(tables)
    saved(folder, "2000000")
    second = publish(tables, folder)
    back = rollback(tables)
    assert (back.before, back.snapshot, in_use(tables)) == (second.snapshot, first.snapshot, first.snapshot)
    assert [(change.before, change.after) for change in back.changes if change.column == "sum_cny"] == [(2_000_000, 1_000_000)]
    assert snapshot.load(snapshot.current(tables), tables)["awards"]["sum_cny"][0] == 1_000_000
    with pytest.raises(RollbackError):
        rollback(tables)
    assert publish(tables, folder).snapshot == second.snapshot
    assert rollback(tables).snapshot == first.snapshot
    assert [entry["action"] for entry in read(tables)] == ["publish", "publish", "rollback", "publish", "rollback"]


def test_only_the_one_in_use_and_the_one_before_are_kept(folder: Path, tmp_path: Path) -> None:
    tables = tmp_path / "t"
    names = []
    for amount in ("1000000", "2000000", "3000000"):
        saved(folder, amount)
        names.append(publish(tables, folder).snapshot)
    assert {path.name for path in tables.iterdir() if path.is_dir()} == set(names[1:])


def test_rollback_refuses_a_damaged_snapshot(folder: Path, tmp_path: Path) -> None:
    tables = tmp_path / "t"
    first = publish(tables, folder)
    saved(folder, "2000000")
    second = publish(tables, folder)
    (tables / first.snapshot / "awards.parquet").unlink()
    with pytest.raises(RollbackError, match="damaged"):
        rollback(tables)
    assert in_use(tables) == second.snapshot


def test_the_log_survives_a_line_cut_off(folder: Path, tmp_path: Path) -> None:
    tables = tmp_path / "t"
    publish(tables, folder)
    with (tables / LOG).open("a", encoding="utf-8") as file:
        file.write('{"number": 2, "act')
    assert len(read(tables)) == 1
    saved(folder, "2000000")
    publish(tables, folder)
    assert rollback(tables).is_new
    entry = json.loads((tables / LOG).read_text(encoding="utf-8").splitlines()[0])
    assert set(entry) == {"number", "time", "action", "snapshot", "before", "documents"}


def test_switching_to_what_is_in_use_is_nothing(folder: Path, tmp_path: Path) -> None:
    made = publish(tmp_path / "t", folder)
    switch(tmp_path / "t", made.snapshot, "build")
    assert len(read(tmp_path / "t")) == 1


def test_the_running_loader_takes_the_new_snapshot_and_keeps_the_pinned_one(folder: Path, tmp_path: Path) -> None:
    tables = tmp_path / "t"
    publish(tables, folder)
    pinned = snapshot.cached(snapshot.current(tables), tables)
    saved(folder, "2000000")
    publish(tables, folder)
    assert pinned["awards"]["sum_cny"][0] == 1_000_000
    assert snapshot.cached(snapshot.current(tables), tables)["awards"]["sum_cny"][0] == 2_000_000


def test_a_snapshot_older_than_a_table_can_be_compared(folder: Path, tmp_path: Path) -> None:
    made = publish(tmp_path / "t", folder)
    (tmp_path / "t" / made.snapshot / "corrections.parquet").unlink()
    assert changes(tmp_path / "t" / made.snapshot, tmp_path / "t" / made.snapshot) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_table_has_its_word(lang: str) -> None:
    assert all(text(f"publish.table.{name}", lang) for name in TABLES)


def test_corrections_are_published_and_their_faults_said(folder: Path, tmp_path: Path) -> None:
    entry = {"correction_id": "c1", "corrected_on": "2026-04-01", "row_ids": ["sample-2026-1.1.a1"], "what_zh": "由120万元改为100万元",
             "what_en": "CNY 1 million, was 1.2 million", "reason_zh": "录入有误", "reason_en": "A slip"}
    (folder / "corrections.yaml").write_text(curated.dumps({"corrections": [entry]}), encoding="utf-8")
    made = publish(tmp_path / "t", folder)
    assert snapshot.load(made.snapshot, tmp_path / "t")["corrections"]["what_zh"].tolist() == ["由120万元改为100万元"]
    (folder / "corrections.yaml").write_text(curated.dumps({"corrections": [{**entry, "corrected_on": "soon", "why": "x", "what_en": ""}, "words"]}), encoding="utf-8")
    with pytest.raises(BuildError) as error:
        publish(tmp_path / "t", folder)
    assert {fault.field for fault in error.value.faults} >= {"corrected_on", "why", "what_en", "corrections"}
    assert place("12家")["phrase"] == "12家"


def test_the_log_names_the_documents_that_a_snapshot_brought(folder: Path, tmp_path: Path) -> None:
    tables = tmp_path / "t"
    publish(tables, folder)
    saved(folder, "2000000")
    publish(tables, folder)
    curated.write(folder / "sample-2026-2.yaml", _renamed(content(), "sample-2026-2"))
    publish(tables, folder)
    rollback(tables)
    (tables / in_use(tables) / "documents.parquet").write_bytes(b"damaged")
    saved(folder, "3000000")
    with pytest.raises(Exception):  # noqa: B017 - comparing with a damaged snapshot fails before anything is written
        publish(tables, folder)
    found = [{name: group["ids"] for name, group in entry["documents"].items()} for entry in read(tables)]
    assert found == [
        {"added": ["sample-2026-1"], "removed": [], "changed": []}, {"added": [], "removed": [], "changed": ["sample-2026-1"]},
        {"added": ["sample-2026-2"], "removed": [], "changed": []}, {"added": [], "removed": ["sample-2026-2"], "changed": []},
    ]


def test_a_switch_away_from_a_damaged_snapshot_is_written_down_without_documents(folder: Path, tmp_path: Path) -> None:
    tables = tmp_path / "t"
    first = publish(tables, folder).snapshot
    saved(folder, "2000000")
    second = publish(tables, folder).snapshot
    (tables / second / "documents.parquet").write_bytes(b"damaged")
    switch(tables, first, "rollback")
    assert in_use(tables) == first and "documents" not in read(tables)[-1]


def _renamed(held: dict, name: str) -> dict:
    """The same content as another document."""
    return json.loads(json.dumps(held).replace("sample-2026-1", name))
