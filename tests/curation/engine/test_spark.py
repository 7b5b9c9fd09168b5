"""The Spark engine against a real Spark Connect server: equal bytes, and what is lost when something fails is only that."""

import json
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import corpus as invented
from curation.check import curated
from curation.check.fault import CurationError
from curation.engine.corpus import FILES, corpus_items, extract_corpus
from curation.engine.local import LocalEngine, LoopEngine
from curation.engine.outcome import Item
from curation.publish.build import BuildError, prepare
from tests.curation.sample import content

pytest.importorskip("pyspark")

from curation.engine.spark import SparkEngine
from tests.curation.engine.connect_server import Server, running

pytestmark = pytest.mark.slow
DOCUMENTS = 10_000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the tests that leave it whole."""
    with running(tmp_path_factory.mktemp("server")) as made:
        yield made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """10,000 invented documents and a few with names that are hard to hand on."""
    folder = tmp_path_factory.mktemp("corpus")
    invented.write(folder, DOCUMENTS)
    for name in ("_附件 1%20(稿).txt", "a:b#c.txt", "nan.txt", os.fsdecode(b"\xb9\xab\xce\xc4.txt")):
        (folder / name).write_text("到2027年，孵化器达到12家。\n", encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def expected(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """What this machine writes for them."""
    out = tmp_path_factory.mktemp("local")
    extract_corpus(LocalEngine(), folder, out)
    return written(out)


def written(out: Path) -> list[bytes]:
    return [(out / name).read_bytes() for name in FILES]


def test_ten_thousand_documents_give_the_same_bytes_as_here(server: Server, folder: Path, expected: list[bytes], tmp_path: Path) -> None:
    summary = extract_corpus(SparkEngine(server.address), folder, tmp_path / "out")
    assert summary.documents == DOCUMENTS + 5 and summary.candidates > 5 * DOCUMENTS
    assert [item.name for item in summary.failures] == ["empty.txt"] and summary.failed == 1
    assert written(tmp_path / "out") == expected


def test_lost_workers_lose_nothing(server: Server, folder: Path) -> None:
    """While jobs run an executor, a Python worker of the other one and a guarded child are killed."""
    items = corpus_items(folder)[:3_000]
    engine = SparkEngine(server.address, batch=1_000)
    before = server.processes("CoarseGrainedExecutorBackend")
    outcomes = engine.each("extracted", items)
    found = [next(outcomes)]
    victims = [*sorted(before)[:1], *sorted(server.processes("pyspark.daemon"))[-1:], *sorted(server.processes("curation.child"))[-1:]]
    for victim in victims:
        os.kill(victim, signal.SIGKILL)
    found.extend(outcomes)
    assert len(victims) == 3 and len(before) == 2
    assert server.processes("CoarseGrainedExecutorBackend") != before, "no executor was replaced"
    assert found == list(LocalEngine().each("extracted", items))


def test_poison_documents_are_listed_with_their_reasons_and_lose_nothing_else(server: Server, folder: Path, tmp_path: Path) -> None:
    """One document that raises, one whose reading is refused, one that exceeds its time."""
    mixed = tmp_path / "mixed"
    shutil.copytree(folder / "000", mixed / "000")
    extract_corpus(LocalEngine(), mixed, tmp_path / "before")
    (mixed / "000" / "000500_x.txt").write_text("对新认定的国家级、省级孵化器，分别给予100万元、50万元奖励。\n" * 80_000, encoding="utf-8")
    (mixed / "000" / "000501_x.docx").write_bytes(b"PK\x03\x04 no archive")
    (mixed / "000" / "000502_x.txt").write_bytes(bytes(range(256)) * 40)
    summary = extract_corpus(SparkEngine(server.address, seconds=8), mixed, tmp_path / "after")
    lines = [json.loads(line) for line in (tmp_path / "after" / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    reasons = {line["document"]: line["fault"] for line in lines if "fault" in line}
    assert reasons == {"000/000500_x.txt": "engine.too_long", "000/000501_x.docx": "read.damaged", "000/000502_x.txt": "read.no_text"}
    assert summary.failed == 3 and all(line["zh"] and line["en"] for line in lines if "fault" in line)
    assert (tmp_path / "after" / "candidates.jsonl").read_bytes() == (tmp_path / "before" / "candidates.jsonl").read_bytes()
    kept = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines if "fault" not in line)
    assert kept.encode() == (tmp_path / "before" / "documents.jsonl").read_bytes()


def test_a_job_that_fails_as_a_whole_is_halved_until_one_document_is_left(server: Server, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that no worker survives: the job's own error stands for it."""
    from pyspark.errors import PySparkException

    items, job = corpus_items(folder)[:40], SparkEngine._job

    def failing(engine: SparkEngine, task: str, rows: list[tuple[int, Item, bytes]]) -> dict[int, bytes]:
        if any(item.name == items[17].name for _, item, _ in rows):
            raise PySparkException("a job failed")
        return job(engine, task, rows)

    engine = SparkEngine(server.address)
    monkeypatch.setattr(SparkEngine, "_job", failing)
    found = list(engine.each("extracted", items))
    assert [outcome.name for outcome in found if outcome.fault] == [items[17].name] and found[17].fault == "engine.lost"
    assert [outcome for outcome in found if not outcome.fault] == list(LoopEngine().each("extracted", [*items[:17], *items[18:]]))


def many(folder: Path, documents: int) -> None:
    """Curated files of invented documents; every text column that may be empty is empty in some and filled in others."""
    folder.mkdir()
    for number in range(documents):
        held = json.loads(json.dumps(content(("weihai", "nantong")[number % 2])).replace("sample-2026-1", f"sample-2026-{number}"))
        held["measures"][0]["title_zh"] = f"载体奖励{number}"
        if number % 3:
            held["document"]["document_number"] = f"云政发〔2026〕{number}号"
        curated.write(folder / f"sample-2026-{number}.yaml", held)


def test_publishing_gives_the_same_snapshot_and_the_same_faults(server: Server, tmp_path: Path) -> None:
    many(tmp_path / "curated", 120)
    engine = SparkEngine(server.address)
    here = prepare(tmp_path / "here", tmp_path / "curated")
    assert prepare(tmp_path / "there", tmp_path / "curated", engine) == here
    for path in (tmp_path / "here" / here).iterdir():
        assert path.read_bytes() == (tmp_path / "there" / here / path.name).read_bytes()
    (tmp_path / "curated" / "sample-2026-7.yaml").write_text("document: [", encoding="utf-8")
    held = curated.read(tmp_path / "curated" / "sample-2026-8.yaml")
    held["measures"][0]["awards"][0].update(sum_cny="abc", bound="about")
    curated.write(tmp_path / "curated" / "sample-2026-8.yaml", held)
    faults = []
    for place in (None, engine):
        with pytest.raises(BuildError) as raised:
            prepare(tmp_path / "here", tmp_path / "curated", *([place] if place else []))
        faults.append(raised.value.faults)
    assert faults[0] == faults[1] and {fault.file for fault in faults[0]} == {"sample-2026-7.yaml", "sample-2026-8.yaml"}


def test_a_worker_with_other_packages_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curation.engine.spark.packages", lambda path: {"python": "3.11", "PyYAML": "1.0"})
    with pytest.raises(CurationError) as raised:
        SparkEngine(server.address)
    assert raised.value.code == "engine.differs" and "PyYAML" in raised.value.said("zh")


def test_a_server_that_goes_away_is_said_and_earlier_results_stay(folder: Path, tmp_path: Path) -> None:
    small = tmp_path / "small"
    shutil.copytree(folder / "001", small)
    extract_corpus(LocalEngine(), small, tmp_path / "out")
    before = written(tmp_path / "out")
    (tmp_path / "server").mkdir()
    with running(tmp_path / "server") as own:
        engine = SparkEngine(own.address, batch=100)

        class Cut:
            def each(self, task: str, items: list[Item]) -> object:
                outcomes = engine.each(task, items)
                yield next(outcomes)
                for pid in own.processes("SparkConnectServer"):
                    os.kill(pid, signal.SIGKILL)
                yield from outcomes

        with pytest.raises(CurationError) as raised:
            extract_corpus(Cut(), small, tmp_path / "out")
    assert raised.value.code == "engine.gone" and own.address in raised.value.said("en")
    assert written(tmp_path / "out") == before
