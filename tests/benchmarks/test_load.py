"""Readers at once on a real server for half a minute: clicks, pages, files, and the server taken away in the middle."""

import asyncio
from collections.abc import Iterator

import pytest

from benchmarks.load import ACTIONS, visited
from benchmarks.reader import PageError, Reader
from benchmarks.served import Served
from model.paths import TABLES
from tests.browser.conftest import free_port

READERS, SECONDS, THINK = 6, 30, 1.0

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with (tmp_path_factory.mktemp("load") / "log.txt").open("wb") as log:
        held = Served(free_port(), TABLES, log)
        yield held
        held.stop()


def test_half_a_minute_of_readers_with_a_restart_in_the_middle(server: Served) -> None:
    """No error, every kind of action is taken, and every reader sees the view again that the link names."""
    found, memory, spent = asyncio.run(visited(server, READERS, SECONDS, THINK, restart=True))
    assert found.errors == []
    assert found.restarts == 1 and found.again >= READERS
    assert all(found.times[name] for name in ACTIONS), found.times
    assert len(memory) == 10 and spent > 0


def test_a_reader_sees_what_is_wrong(server: Served) -> None:
    """The driver reports what it is not shown: else a run without an error would prove nothing."""

    async def asked() -> None:
        reader = Reader(server.port)
        await reader.connect()
        await reader.open("incubator_rewards", "as_of=2026-11-21&lang=en")
        assert "Incubator rewards" in reader.said and "lang=en" in reader.link
        with pytest.raises(PageError, match="has no "):
            await reader.press("w.nothing", True)
        await reader.press("w.lang.", "中文")
        assert "孵化载体奖补" in reader.said and "lang=en" not in reader.link
        await reader.press("export.incubator_rewards.zh", True)
        assert (await reader.export("export.csv.incubator_rewards.zh")).startswith(b"\xef\xbb\xbf")
        await reader.close()

    asyncio.run(asked())
