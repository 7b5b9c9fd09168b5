"""Curated YAML is refused while it is read if it is more than a curated file can be. Harmless input against lowered limits."""

import sys
from pathlib import Path

import pytest

from curation.__main__ import main
from curation.check import curated, guarded_yaml
from curation.check.document import read_curated
from curation.check.fault import LONGEST, SHOWN, fault, fault_lines
from curation.check.frames import document_files

SMALL = {"MOST_CHARACTERS": 400, "MOST_VALUES": 20, "DEEPEST": 4, "LONGEST": 30}


@pytest.fixture
def lowered(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SMALL.items():
        monkeypatch.setattr(guarded_yaml, name, value)


@pytest.mark.parametrize(("text", "code"), [
    ("a: " + "b" * 400, "yaml.large"), ("a: [" + "b, " * 20 + "b]", "yaml.many"), ("a:\n b:\n  c:\n   d: e", "yaml.deep"), ("a: [[[[b]]]]", "yaml.deep"),
    ("a: " + "字" * 31, "yaml.long"), ("字字字" * 11 + ": a", "yaml.long"), ("a: &x b\nc: d", "yaml.reference"), ("a: b\nc: *x", "yaml.reference"),
])
def test_each_limit_has_its_words(lowered: None, text: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    content, found = read_curated(tmp_path / "a.yaml")
    assert content == {} and [item.code for item in found] == [code]
    assert found[0].said("zh") and "{" not in found[0].said("en")


def test_within_the_limits_nothing_is_refused(lowered: None) -> None:
    assert curated.loads("a:\n b:\n  c: " + "字" * 30) == {"a": {"b": {"c": "字" * 30}}}
    assert curated.loads('a: "*x"\nb: "&y"') == {"a": "*x", "b": "&y"}


def test_the_curated_files_are_far_from_every_limit() -> None:
    for path in document_files():
        assert path.stat().st_size < guarded_yaml.MOST_CHARACTERS / 5


def test_a_deep_file_needs_no_deep_stack() -> None:
    assert sys.getrecursionlimit() > guarded_yaml.DEEPEST * 20
    with pytest.raises(guarded_yaml.RefusedYAMLError):
        curated.loads("- " * 200)


def test_a_long_list_of_faults_is_cut_with_a_count() -> None:
    faults = [fault("a.yaml", str(number), "sum_cny", "not_whole", value="9" * 5000, unit="") for number in range(SHOWN + 1234)]
    lines = fault_lines(faults, "en")
    assert len(lines) == SHOWN + 1 and lines[-1] == "and 1,234 more"
    assert max(map(len, lines)) < 2 * LONGEST
    assert fault_lines(faults[:3], "zh")[-1].startswith("a.yaml：2")


def test_the_command_cuts_it_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.yaml").write_text("figures:\n" + "- {}\n" * 400, encoding="utf-8")
    assert main(["check", str(tmp_path / "a.yaml")]) == 1
    printed = capsys.readouterr()
    assert len(printed.err.splitlines()) == SHOWN + 1 and "more" in printed.err.splitlines()[-1]
