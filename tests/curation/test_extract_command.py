"""`python -m curation extract`: its output, its exit codes, and any bytes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curation.__main__ import main
from curation.commands import extract as command
from curation.extract import extract

ROOT = Path(__file__).resolve().parents[2]
TEXT = "对新认定的国家级、省级孵化器，分别给予100万元、50万元奖励。\r\n到2026年，高新技术企业达到500家。\r\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "policy.txt"
    path.write_bytes(TEXT.encode("utf-8"))
    return path


def test_json_is_one_candidate_a_line(document: Path):
    done = subprocess.run([sys.executable, "-m", "curation", "extract", str(document), "--json"], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0
    rows = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert [row["phrase"] for row in rows] == ["100万元", "50万元", "500家"]
    assert [TEXT[row["start"] : row["end"]] for row in rows] == ["100万元", "50万元", "500家"]
    assert rows[0]["sum_cny"] == 1_000_000 and rows[2]["target_year"] == 2026


def test_text_is_what_the_offsets_refer_to(document: Path, capsysbinary: pytest.CaptureFixture[bytes]):
    assert main(["extract", str(document), "--text"]) == 0
    assert capsysbinary.readouterr().out.decode("utf-8") == TEXT


def test_a_table_for_people(document: Path, capsysbinary: pytest.CaptureFixture[bytes]):
    assert main(["extract", str(document)]) == 0
    assert "3 candidates" in capsysbinary.readouterr().out.decode("utf-8")
    assert command.table(extract(TEXT)).count("\n") == 5


def test_an_unreadable_file_is_one_line_on_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "noise.txt"
    path.write_bytes(bytes(range(256)) * 20)
    assert main(["extract", str(path), "--json"]) == 1
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.count("\n") == 1 and "noise.txt" in shown.err


def test_no_file_is_wrong_usage(capsys: pytest.CaptureFixture[str]):
    assert main(["extract"]) == 2
    assert "FILE" in capsys.readouterr().err


def test_score_needs_no_file(capsysbinary: pytest.CaptureFixture[bytes]):
    assert main(["extract", "--score"]) == 0
    assert b"found" in capsysbinary.readouterr().out


@given(st.binary(max_size=400), st.sampled_from([".txt", ".html", ".docx", ".pdf", ".xyz", ""]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes(tmp_path: Path, data: bytes, suffix: str):
    path = tmp_path / f"any{suffix}"
    path.write_bytes(data)
    assert main(["extract", str(path), "--json"]) in (0, 1)
