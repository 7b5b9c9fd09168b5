"""Every engine gives one outcome a document, in order; a document that fails costs only itself."""

import json
from pathlib import Path

import pytest

from benchmarks import corpus as invented
from curation.__main__ import main
from curation.check.document import from_record, read_rows
from curation.check.fault import CurationError
from curation.check.frames import document_files
from curation.child import Child
from curation.engine import local, tasks
from curation.engine.corpus import FILES, corpus_items, extract_corpus
from curation.engine.local import LocalEngine, LoopEngine, guarded, in_order, outcome
from curation.engine.outcome import Item, Outcome, decoded, encoded, failed

DOCUMENTS = 24
DENSE = "对新认定的国家级、省级孵化器，分别给予100万元、50万元奖励；按合同金额的5%给予补贴，每家每年最高20万元。\n" * 20_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Invented documents in three encodings, with names that trip shells, links and other systems."""
    folder = tmp_path / "corpus"
    invented.write(folder, DOCUMENTS)
    for name in ("_附件 1%20(稿).txt", "a:b#c.txt", "b'\"\n.txt"):
        (folder / name).write_text("到2027年，孵化器达到12家。\n", encoding="utf-8")
    (folder / ".hidden.txt").write_text("到2027年，孵化器达到13家。\n", encoding="utf-8")
    return folder


def written(out: Path) -> list[bytes]:
    return [(out / name).read_bytes() for name in FILES]


def lines(out: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / name).read_text(encoding="utf-8").splitlines()]


def test_processes_write_what_the_loop_writes_whatever_their_number(folder: Path, tmp_path: Path) -> None:
    for name, engine in (("loop", LoopEngine()), ("one", LocalEngine(1)), ("three", LocalEngine(3))):
        extract_corpus(engine, folder, tmp_path / name)
    assert written(tmp_path / "loop") == written(tmp_path / "one") == written(tmp_path / "three")
    documents = lines(tmp_path / "loop", "documents.jsonl")
    assert len(documents) == DOCUMENTS + 3 and [row["document"] for row in documents] == sorted(str(row["document"]) for row in documents)
    candidates = lines(tmp_path / "loop", "candidates.jsonl")
    assert len(candidates) == sum(int(str(row["candidates"])) for row in documents) > DOCUMENTS
    assert {"document": "a:b#c.txt", "value": 12} in [{"document": row["document"], "value": row.get("value")} for row in candidates]


def test_a_damaged_document_is_listed_with_its_reason_and_costs_nothing_else(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    extract_corpus(LoopEngine(), folder, tmp_path / "before")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    assert main(["extract", "--corpus", str(folder), "-o", str(tmp_path / "after")]) == 1
    shown = capsys.readouterr()
    assert shown.err.count("\n") == 1 and "broken.docx" in shown.err and "save it again" in shown.err
    assert f"{DOCUMENTS + 4} documents" in shown.out and "1 without a result" in shown.out
    rest = [row for row in lines(tmp_path / "after", "documents.jsonl") if row["document"] != "broken.docx"]
    assert rest == lines(tmp_path / "before", "documents.jsonl")
    assert written(tmp_path / "after")[1] == written(tmp_path / "before")[1]
    [broken] = [row for row in lines(tmp_path / "after", "documents.jsonl") if row["document"] == "broken.docx"]
    assert broken["fault"] == "read.damaged" and broken["zh"] and broken["candidates"] is None


def test_a_document_that_takes_too_long_is_named_and_the_next_one_is_answered(tmp_path: Path) -> None:
    slow, quick = tmp_path / "slow.txt", tmp_path / "quick.txt"
    slow.write_text(DENSE, encoding="utf-8")
    quick.write_text("到2027年，孵化器达到12家。\n", encoding="utf-8")
    found = list(LocalEngine(1, seconds=0.5).each("extracted", [Item("slow.txt", slow), Item("quick.txt", quick), Item("again.txt", quick)]))
    assert [outcome.fault for outcome in found] == ["engine.too_long", "", ""]
    assert "0.5 seconds" in found[0].said("en") and "slow.txt" in found[0].said("zh")


def test_a_child_that_is_killed_gets_the_document_once_more(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("到2027年，孵化器达到12家。\n", encoding="utf-8")
    child = guarded()
    try:
        first = outcome(child, "extracted", Item("a.txt", path))
        assert child._process is not None
        child._process.kill()
        assert outcome(child, "extracted", Item("a.txt", path)) == first and first.result
    finally:
        child.close()


def test_a_document_that_ends_its_child_every_time_is_named() -> None:
    found = outcome(Child("tests.curation.hostile_tasks", 2**30), "extracted", Item("sub/a.txt", Path("a.txt")))
    assert found == failed("sub/a.txt", "engine.ended") and "a.txt" in found.said("en")


@pytest.mark.parametrize(("error", "fault"), [(KeyError("x"), "engine.raised"), (RecursionError(), "engine.raised"), (MemoryError(), "engine.memory")])
def test_whatever_a_task_raises_becomes_a_reason(error: Exception, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def task(path: Path) -> dict[str, object]:
        if path.name == "poison":
            raise error
        return {"name": path.name}

    monkeypatch.setitem(tasks.TASKS, "named", task)
    found = list(LoopEngine().each("named", [Item(name, tmp_path / name) for name in ("a", "poison", "b")]))
    assert [outcome.fault for outcome in found] == ["", fault, ""]
    assert found[0].result == {"name": "a"} and found[2].result == {"name": "b"}
    assert "poison" in found[1].said("zh") and "poison" in found[1].said("en")


def test_memory_of_a_child_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "MEMORY", 100 * 2**20)
    path = tmp_path / "long.txt"
    path.write_text(DENSE, encoding="utf-8")
    engine = LocalEngine(1)
    [outcome] = engine.each("extracted", [Item("long.txt", path)])
    assert outcome.fault in ("engine.memory", "engine.ended"), outcome.fault


def test_order_is_kept_and_the_reader_is_never_far_behind() -> None:
    taken: list[int] = []

    def numbers() -> object:
        for number in range(100):
            taken.append(number)
            yield number

    for place, made in enumerate(in_order(lambda number: number * 2, numbers(), workers=3, ahead=5)):
        assert made == place * 2 and len(taken) <= place + 6


def test_an_outcome_survives_its_way_as_json() -> None:
    for one in (Outcome("a", {"x": [1, None, "nan", 0.1]}), failed("b/c.txt", "not_a_code", codes=("x", "y"), value="'z'")):
        assert decoded(one.name, encoded(one)) == one


@pytest.mark.parametrize("path", document_files(), ids=lambda path: path.stem)
def test_rows_of_a_document_survive_their_way_as_json(path: Path) -> None:
    document = read_rows(path)
    assert document.rows["measures"] and from_record(json.loads(json.dumps(document.as_record()))) == document


def test_earlier_results_stay_until_new_ones_are_whole(folder: Path, tmp_path: Path) -> None:
    class Broken:
        def each(self, task: str, items: object) -> object:
            yield from ()
            raise CurationError("engine.gone", address="sc://nowhere")

    extract_corpus(LoopEngine(), folder, tmp_path / "out")
    before = written(tmp_path / "out")
    with pytest.raises(CurationError, match="went away"):
        extract_corpus(Broken(), folder, tmp_path / "out")
    assert written(tmp_path / "out") == before


def test_system_files_are_no_documents_and_an_empty_folder_is_said(folder: Path, tmp_path: Path) -> None:
    assert ".hidden.txt" not in [item.name for item in corpus_items(folder)]
    assert main(["extract", "--corpus", str(tmp_path / "none"), "-o", str(tmp_path / "out")]) == 1
    with pytest.raises(CurationError, match="holds no file"):
        corpus_items(tmp_path / "none")


def test_the_same_seed_writes_the_same_documents(tmp_path: Path) -> None:
    assert invented.document(7) == invented.document(7) != invented.document(8) and invented.document(7, seed=2) != invented.document(7)
