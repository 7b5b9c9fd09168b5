"""Curated YAML is text in and text out: nothing guessed, nothing lost, one canonical form."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from curation.check import curated
from curation.check.frames import document_files
from tests.curation.sample import content

# Control characters other than tab and line end are refused by `convert`, so they need not survive.
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), include_characters="\n\t"), min_size=1, max_size=40)
RECORDS = st.dictionaries(WORDS, st.one_of(WORDS, st.lists(WORDS, max_size=4)), max_size=6)


@pytest.mark.parametrize("path", document_files(), ids=lambda path: path.stem)
def test_every_committed_file_is_canonical_to_the_byte(path: Path) -> None:
    raw = path.read_bytes().decode("utf-8")
    assert curated.dumps(curated.loads(raw)) == raw
    assert curated.dumps(curated.canonical(curated.loads(raw))) == raw


@given(RECORDS)
def test_any_text_comes_back_as_it_was(record: dict[str, Any]) -> None:
    assert curated.loads(curated.dumps({"document": record})) == {"document": record}


@pytest.mark.parametrize("scalar", ["1:1", "no", "1e5", "0x10", "2023-07-13", "null", "~", "012", ".5", "=", "1_000", "true"])
def test_no_scalar_is_guessed(scalar: str) -> None:
    assert curated.loads(f"a: {scalar}\n") == {"a": scalar}
    assert curated.dumps({"a": scalar}) == f"a: {scalar}\n" or curated.loads(curated.dumps({"a": scalar})) == {"a": scalar}


@pytest.mark.parametrize(
    "text",
    ["a: 1\na: 2\n", "[a, b]\n", "just words\n", "? [a]\n: b\n", "a: [\n", "[" * 3000, "a: b\n--- \nc: d\n", "a:\n  b: 1\n  b: 2\n", "- a\n"],
)
def test_what_is_no_curated_file_is_a_yaml_error_and_nothing_else(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        curated.loads(text)


def test_an_empty_file_is_empty_and_tags_build_no_objects() -> None:
    assert curated.loads("") == {}
    assert curated.loads("a: !!python/object/apply:os.system [ls]\n") == {"a": ["ls"]}


def test_canonical_orders_columns_and_coverage_and_drops_what_is_empty() -> None:
    mixed = content()
    mixed["document"] = {"title_en": "x", "document_id": "d", "caveat_zh": "", "unknown": "kept"}
    mixed["coverage"] = {"governance": "absent", "rnd": "absent", "made_up": "absent"}
    ordered = curated.canonical(mixed)
    assert list(ordered["document"]) == ["document_id", "title_en", "unknown"]
    assert list(ordered["coverage"]) == ["rnd", "governance", "made_up"]
    assert curated.canonical(ordered) == ordered


def test_a_failed_write_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sample-2026-1.yaml"
    curated.write(path, content())
    before = path.read_bytes()

    def full(handle: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        curated.write(path, {"document": {"document_id": "changed"}})
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


def test_evidence_rows_skips_what_is_no_record() -> None:
    odd = {"measures": ["words", {"awards": "words", "targets": [{"target_id": "t"}, 3]}], "figures": {"a": "b"}}
    assert [row["target_id"] for row in curated.evidence_rows(odd)] == ["t"]
