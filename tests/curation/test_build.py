"""A snapshot is whole or it is not there: same input, same bytes; a fault or a break leaves the old one in use."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from curation.check import curated
from curation.publish import build as module
from curation.publish.build import BuildError, build, is_whole
from loaders import snapshot
from model.paths import CURATED
from model.schema import TABLES
from tests.curation.sample import content


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of curated files with one small document."""
    place = tmp_path / "curated"
    place.mkdir()
    curated.write(place / "sample-2026-1.yaml", content())
    return place


def renamed(folder: Path, title: str) -> None:
    """Change the document, so that the next snapshot differs."""
    held = content()
    held["document"]["title_zh"] = title
    curated.write(folder / "sample-2026-1.yaml", held)


def bytes_of(place: Path) -> dict[str, str]:
    """The checksum of every file of a snapshot."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in place.iterdir()}


def test_the_same_input_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    first, second = build(tmp_path / "a", folder), build(tmp_path / "b", folder)
    assert first == second
    assert bytes_of(tmp_path / "a" / first) == bytes_of(tmp_path / "b" / second)
    assert build(tmp_path / "a", folder) == first


def test_schema_is_explicit_and_nothing_of_pandas_or_time_enters(folder: Path, tmp_path: Path) -> None:
    name = build(tmp_path / "t", folder)
    for table in TABLES:
        schema = pq.read_schema(tmp_path / "t" / name / f"{table}.parquet")
        assert tuple(schema.names) == TABLES[table].columns
        assert b"pandas" not in (schema.metadata or {})


def test_faults_come_together_and_publish_nothing(folder: Path, tmp_path: Path) -> None:
    good = build(tmp_path / "t", folder)
    renamed(folder, "")
    (folder / "empty.yaml").write_text("", encoding="utf-8")
    (folder / "broken.yaml").write_text("a: [\n", encoding="utf-8")
    (folder / "list.yaml").write_text("- a\n", encoding="utf-8")
    (folder / "latin.yaml").write_bytes(b"a: \xff\n")
    with pytest.raises(BuildError) as error:
        build(tmp_path / "t", folder)
    named = {fault.file for fault in error.value.faults}
    assert named >= {"sample-2026-1.yaml", "empty.yaml", "broken.yaml", "list.yaml", "latin.yaml"}
    assert snapshot.current(tmp_path / "t") == good
    assert {path.name for path in (tmp_path / "t").iterdir() if not path.suffix} == {"CURRENT", good}


def _write_fails(number: int) -> Callable[..., None]:
    calls = iter(range(1000))
    real = pq.write_table

    def failing(*args: object, **options: object) -> None:
        if next(calls) == number:
            raise OSError("no space left on device")
        real(*args, **options)

    return failing


@pytest.mark.parametrize("number", [0, 4, 8])
def test_a_table_that_cannot_be_written_leaves_the_old_snapshot(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    good = build(tmp_path / "t", folder)
    before = bytes_of(tmp_path / "t" / good)
    renamed(folder, "另一标题")
    with monkeypatch.context() as patch:
        patch.setattr(module.pq, "write_table", _write_fails(number))
        with pytest.raises(OSError, match="no space"):
            build(tmp_path / "t", folder)
    assert snapshot.current(tmp_path / "t") == good
    assert bytes_of(tmp_path / "t" / good) == before
    assert not list((tmp_path / "t").glob(".build-*"))


def test_a_swap_that_fails_leaves_the_old_name(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = build(tmp_path / "t", folder)
    renamed(folder, "另一标题")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: (_ for _ in ()).throw(OSError("broken disk")))
        with pytest.raises(OSError, match="broken disk"):
            build(tmp_path / "t", folder)
    assert snapshot.current(tmp_path / "t") == good
    assert not list((tmp_path / "t").glob(".build-*"))


def test_a_damaged_folder_of_the_same_name_is_replaced(folder: Path, tmp_path: Path) -> None:
    name = build(tmp_path / "t", folder)
    (tmp_path / "t" / name / "awards.parquet").write_bytes(b"damaged")
    assert not is_whole(tmp_path / "t" / name)
    assert build(tmp_path / "t", folder) == name
    assert is_whole(tmp_path / "t" / name)


def test_what_a_killed_build_left_is_swept_later_and_a_running_one_is_not(folder: Path, tmp_path: Path) -> None:
    tables = tmp_path / "t"
    for name, age in ((".build-old", 7200), (".build-now", 0)):
        (tables / name).mkdir(parents=True)
        stamp = time.time() - age
        os.utime(tables / name, (stamp, stamp))
    build(tables, folder)
    assert [path.name for path in tables.glob(".build-*")] == [".build-now"]


def test_readers_see_the_old_or_the_new_snapshot_while_builds_swap_them(folder: Path, tmp_path: Path) -> None:
    tables = tmp_path / "t"
    build(tables, folder)
    seen: set[tuple[str, str]] = set()
    wrong: list[Exception] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                held = snapshot.load(snapshot.current(tables), tables)
                seen.add((held.snapshot, held["documents"]["title_zh"][0]))
            except Exception as error:
                wrong.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(8):
        renamed(folder, f"标题{number % 3}")
        build(tables, folder)
    done.set()
    reader.join()
    assert not wrong
    assert len({name for name, _ in seen}) == len(seen), "one snapshot showed two contents"


@pytest.mark.slow
@pytest.mark.parametrize("delay", [0.0, 0.02, 0.05, 0.1, 0.2])
def test_a_killed_build_leaves_the_old_snapshot_whole(folder: Path, tmp_path: Path, delay: float) -> None:
    tables = tmp_path / "t"
    shutil.copytree(CURATED, folder, dirs_exist_ok=True)
    good = build(tables, folder)
    code = (
        "import sys, pathlib\nfrom curation.publish import build as b\nimport model.codes\n"
        "print('ready', flush=True)\n"
        "for n in range(50):\n"
        "    p = pathlib.Path(sys.argv[2]) / 'sample-2026-1.yaml'\n"
        "    new = p.with_suffix('.new')\n"
        "    new.write_text(p.read_text(encoding='utf-8').replace('Measures', f'Measures {n}', 1), encoding='utf-8')\n"
        "    new.replace(p)\n"  # what is to survive the kill is the build, so the curated file is never half written
        "    print(b.build(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])), flush=True)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(tables), str(folder)], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(Path.cwd())})
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    finished = [line.strip() for line in process.stdout if line.strip()]
    process.wait()
    current = snapshot.current(tables)
    assert current in (good, *finished[-1:]) or current not in finished, "an older snapshot came back"
    assert is_whole(tables / current)
    snapshot.load(current, tables)
    assert build(tables, folder) == snapshot.current(tables)
