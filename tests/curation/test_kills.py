"""A process killed at any moment of publishing, taking back, previewing or saving loses nothing, and undo leads where it said.

One kill at each file event and others after a random while; a few in the quick version, 300 and more in the full one.
"""

import contextlib
import json
import os
import random
import shutil
import time
from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path

import pytest

from curation.check import curated
from curation.desk import draft_file, saving
from curation.desk.draft import Draft
from curation.desk.saving import save
from curation.publish import history
from curation.publish.history import RollbackError, previous
from curation.publish.publish import preview, publish, rollback
from loaders import snapshot
from model.files import STALE_SECONDS
from model.history import in_use
from model.manifest import is_whole
from model.paths import CODEBOOK
from tests.curation.sample import content
from tests.killing import events_of, run

QUICK, FULL = 6, 200
SUMS = ("1000000", "2000000", "3000000")


def put(folder: Path, sum_cny: str) -> None:
    held = content()
    held["measures"][0]["awards"][0] |= {"sum_cny": sum_cny, "phrase": f"{int(sum_cny) // 10_000}万元"}
    curated.write(folder / "sample-2026-1.yaml", held)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two publications; the curated file says a third sum."""
    place = tmp_path_factory.mktemp("start")
    (place / "curated").mkdir()
    for amount in SUMS[:2]:
        put(place / "curated", amount)
        publish(place / "tables", place / "curated")
    put(place / "curated", SUMS[2])
    return place


@pytest.fixture
def copies(start: Path, tmp_path: Path) -> Callable[[], Path]:
    """Fresh copies of the start, one for each kill."""
    made = iter(range(10**6))

    def copy() -> Path:
        place = tmp_path / str(next(made))
        shutil.copytree(start, place)
        return place

    return copy


def before_and_first(start: Path) -> tuple[str, str]:
    """The snapshot in use at the start and the one that undo leads to."""
    return in_use(start / "tables"), previous(start / "tables")


def publishes(place: Path) -> Callable[[], object]:
    return lambda: publish(place / "tables", place / "curated")


def takes_back(place: Path) -> Callable[[], object]:
    return lambda: rollback(place / "tables")


def previews(place: Path) -> Callable[[], object]:
    return lambda: preview(place / "tables", place / "curated")


def whole(tables: Path) -> str:
    """The snapshot in use, which must be whole and readable, with a log that tells a way back that is there."""
    name = in_use(tables)
    assert is_whole(tables / name)
    assert len(snapshot.load(snapshot.current(tables), tables)["awards"]) == 1
    return name


def swept(tables: Path) -> None:
    """An hour later the next publication leaves nothing half-done behind."""
    for path in tables.glob(".*"):
        os.utime(path, (time.time() - 2 * STALE_SECONDS,) * 2)
    put(tables.parent / "curated", "4000000")
    publish(tables, tables.parent / "curated")
    assert [path.name for path in tables.iterdir() if path.name.startswith(".")] == []
    assert sum(path.is_dir() for path in tables.iterdir()) == 2


def after_publish(place: Path, start: Path) -> None:
    tables, (second, first) = place / "tables", before_and_first(start)
    name = whole(tables)
    assert previous(tables) == (first if name == second else second)
    third = publish(tables, place / "curated").snapshot
    assert whole(tables) == third and previous(tables) == second
    assert rollback(tables).snapshot == second
    swept(tables)


def after_rollback(place: Path, start: Path) -> None:
    tables, (second, first) = place / "tables", before_and_first(start)
    name = whole(tables)
    if name == second:
        assert previous(tables) == first and rollback(tables).snapshot == first
    with pytest.raises(RollbackError):
        previous(tables)
    assert whole(tables) == first and is_whole(tables / second), "what was taken back is still there"
    swept(tables)


def after_preview(place: Path, start: Path) -> None:
    tables = place / "tables"
    assert whole(tables) == in_use(start / "tables") and previous(tables) == previous(start / "tables")
    assert {path.name for path in tables.iterdir() if not path.name.startswith(".")} == {path.name for path in (start / "tables").iterdir()}
    swept(tables)


CASES = {"publish": (publishes, after_publish), "rollback": (takes_back, after_rollback), "preview": (previews, after_preview)}


@pytest.mark.parametrize("name", CASES)
def test_a_kill_at_some_file_events(name: str, start: Path, copies: Callable[[], Path]) -> None:
    operation, check = CASES[name]
    count = events_of(operation(place := copies()), place)
    assert count >= 3
    for at in sorted({1, count // 2, count - 1, count}):
        place = copies()
        assert not run(operation(place), place, at=at)
        check(place, start)


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_a_kill_at_each_file_event(name: str, start: Path, copies: Callable[[], Path]) -> None:
    operation, check = CASES[name]
    for at in range(1, events_of(operation(place := copies()), place) + 1):
        place = copies()
        assert not run(operation(place), place, at=at)
        check(place, start)
        shutil.rmtree(place)


def takes(name: str, copies: Callable[[], Path]) -> float:
    """Seconds that the operation takes on this machine when nobody kills it."""
    place = copies()
    begun = time.monotonic()
    assert run(CASES[name][0](place), place)
    return time.monotonic() - begun


def at_random(count: int, seed: int, start: Path, copies: Callable[[], Path]) -> int:
    """So many kills at a random moment of the time that the operation takes here; how many of them met it at work."""
    rng, met = random.Random(seed), 0
    seconds = {name: takes(name, copies) for name in CASES}
    for number in range(count):
        name = list(CASES)[number % len(CASES)]
        operation, check = CASES[name]
        place = copies()
        met += not run(operation(place), place, after=rng.random() * seconds[name])
        check(place, start)
        shutil.rmtree(place)
    return met


def test_a_kill_after_a_while(start: Path, copies: Callable[[], Path]) -> None:
    at_random(QUICK, 1, start, copies)


@pytest.mark.slow
def test_many_kills_after_a_while(start: Path, copies: Callable[[], Path]) -> None:
    assert at_random(FULL, 2, start, copies) > FULL // 4


def refused(operation: Callable[[], object]) -> Callable[[], None]:
    """The operation, which may give up with an error of the disk and with no other."""
    def tried() -> None:
        with contextlib.suppress(OSError):
            operation()

    return tried


@pytest.mark.parametrize("name", CASES)
def test_a_disk_that_is_full_from_some_file_event_on(name: str, start: Path, copies: Callable[[], Path]) -> None:
    operation, check = CASES[name]
    count = events_of(operation(place := copies()), place)
    for at in sorted({1, 2, count // 2, count - 1, count}):
        place = copies()
        assert run(refused(operation(place)), place, at=at, full=True)
        check(place, start)


@pytest.mark.parametrize("largest", [1, 1000, 5000, 20_000])
def test_a_disk_that_takes_no_more_bytes(largest: int, start: Path, copies: Callable[[], Path]) -> None:
    """The real limit of the system, which the parquet writer meets too."""
    place = copies()
    assert run(refused(publishes(place)), place, largest=largest)
    assert not [path for path in (place / "tables").iterdir() if path.name.startswith(".build")]
    after_publish(place, start)


def test_a_clock_that_is_set_back_changes_nothing(start: Path, copies: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    class Earlier(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:
            return datetime(1999, 1, 1, tzinfo=tz)

    place, (second, first) = copies(), before_and_first(start)
    monkeypatch.setattr(history, "datetime", Earlier)
    third = publish(place / "tables", place / "curated").snapshot
    assert history.read(place / "tables")[-1]["time"].startswith("1999")
    assert previous(place / "tables") == second and in_use(place / "tables") == third
    assert rollback(place / "tables").snapshot == second and first != second


def saved(place: Path) -> Callable[[], object]:
    """What the desk does at a click on “save”: the curated file, a new city, and the draft that remembers them."""
    def operation() -> None:
        held = content()
        held["document"]["title_en"] = "Another title"
        draft = Draft(held, division="330100", base=saving.fingerprint(place / "curated" / "sample-2026-1.yaml"))
        kept = save(draft, place / "curated", place / "codebook")
        draft_file.save_draft(kept, place / "library")

    return operation


@pytest.fixture
def desks(copies: Callable[[], Path]) -> Callable[[], Path]:
    def desk() -> Path:
        place = copies()
        shutil.copytree(CODEBOOK, place / "codebook")
        draft_file.save_draft(Draft(content()), place / "library")
        return place

    return desk


def after_saving(place: Path, before: dict[str, bytes]) -> None:
    held = curated.read(place / "curated" / "sample-2026-1.yaml")
    assert held["document"]["title_en"] in ("Measures for innovation of Yunchuan", "Another title")
    if held["document"]["title_en"] != "Another title":
        assert (place / "curated" / "sample-2026-1.yaml").read_bytes() == before["curated"]
    cities = (place / "codebook" / "cities.csv").read_text(encoding="utf-8")
    assert cities.startswith(before["cities"].decode()) and len(cities.splitlines()) - len(before["cities"].splitlines()) in (0, 1)
    json.loads((place / "library" / "drafts" / "sample-2026-1.json").read_text(encoding="utf-8"))
    assert draft_file.load_draft("sample-2026-1", place / "library") is not None
    assert draft_file.drafts(place / "library") == ["sample-2026-1"]
    saved(place)()


def test_a_kill_at_each_file_event_of_saving(desks: Callable[[], Path]) -> None:
    place = desks()
    before = {"curated": (place / "curated" / "sample-2026-1.yaml").read_bytes(), "cities": (place / "codebook" / "cities.csv").read_bytes()}
    count = events_of(saved(place), place)
    assert count >= 6
    for at in range(1, count + 1):
        place = desks()
        assert not run(saved(place), place, at=at)
        after_saving(place, before)
        place = desks()
        assert run(refused(saved(place)), place, at=at, full=True)
        after_saving(place, before)
