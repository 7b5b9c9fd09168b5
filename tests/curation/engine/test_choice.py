"""An address that leads nowhere is said with its mend, and the code that is sent to workers is enough to work with."""

import socket
import sys
import zipfile
from pathlib import Path

import pytest

from curation.__main__ import main
from curation.check.fault import CurationError
from curation.engine.choice import engine_at
from curation.engine.local import LocalEngine, LoopEngine, guarded, outcome
from curation.engine.outcome import Item
from curation.engine.shipping import archive
from curation.engine.tasks import packages


def test_places_of_this_machine() -> None:
    assert isinstance(engine_at("here"), LoopEngine) and isinstance(engine_at("local"), LocalEngine)


@pytest.mark.parametrize("address", ["", "spark", "http://127.0.0.1:1", "LOCAL"])
def test_an_unknown_address_is_said(address: str) -> None:
    with pytest.raises(CurationError) as raised:
        engine_at(address)
    assert "sc://" in raised.value.said("zh")


def test_a_server_that_does_not_answer_is_said_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"sc://127.0.0.1:{closed.getsockname()[1]}"
    pytest.importorskip("pyspark")
    assert main(["publish", "--dry-run", "--engine", address]) == 1
    shown = capsys.readouterr()
    assert address in shown.err and shown.err.count("\n") == 1


def test_without_the_client_its_requirements_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(CurationError, match=r"requirements-spark\.txt"):
        engine_at("sc://127.0.0.1:1")


def test_the_archive_alone_answers_as_the_project_does(tmp_path: Path) -> None:
    """The code that goes to a worker, unpacked elsewhere, reads and extracts: nothing that it needs is left behind."""
    first, second = archive(tmp_path), archive(tmp_path)
    assert first == second and first.stem.startswith("curation-")
    with zipfile.ZipFile(first) as held:
        assert not [name for name in held.namelist() if name.startswith(("tests", "app", "data/curated", "data/library"))]
        held.extractall(tmp_path / "elsewhere")
    document = tmp_path / "a.txt"
    document.write_text("对新认定的国家级孵化器给予100万元奖励。\n", encoding="utf-8")
    here, there = guarded(), guarded(tmp_path / "elsewhere")
    try:
        assert outcome(here, "extracted", Item("a.txt", document)) == outcome(there, "extracted", Item("a.txt", document))
        assert outcome(there, "packages", Item("a.txt", document)).result == packages(document)
    finally:
        here.close()
        there.close()


def test_a_place_where_no_child_starts_is_said(tmp_path: Path) -> None:
    with pytest.raises(CurationError, match="does not start"):
        outcome(guarded(tmp_path), "extracted", Item("a.txt", tmp_path / "a.txt"))
