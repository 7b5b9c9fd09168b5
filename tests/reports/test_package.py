"""The data package: described tables, whole references, and nothing that is not public without confirmation."""

import csv
import hashlib
import io
import json
import zipfile

import pyarrow.parquet as pq
import pytest

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.codes import codes
from model.schema import TABLES
from model.selection import Selection
from reports import package
from reports.errors import ReportError
from wording.answer import answered


def opened(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows(entries: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(entries[f"data/{name}.csv"].decode("utf-8-sig"), newline="")))


def test_csv_and_parquet_hold_the_same_rows_as_described(tables: Tables, selection: Selection) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, selection.having(cities=("weihai",)))
    content = package.render(tables, made, is_confirmed=True)
    assert content == package.render(tables, made, is_confirmed=True)
    entries = opened(content)
    described = json.loads(entries["datapackage.json"])
    assert described["$schema"] == package.PROFILE
    by_path = {resource["path"]: resource for resource in described["resources"]}
    assert set(by_path) == {name for name in entries if name.startswith("data/")}
    for path, resource in by_path.items():
        assert resource.get("bytes") == (len(entries[path]) if path.endswith(".csv") else None), "frictionless cannot judge the size of parquet"
        assert resource["hash"] == f"sha256:{hashlib.sha256(entries[path]).hexdigest()}"
    sums = dict(line.split("  ")[::-1] for line in entries["SHA256SUMS"].decode().splitlines())
    assert sums == {name: hashlib.sha256(held).hexdigest() for name, held in entries.items() if name != "SHA256SUMS"}
    for name, table in TABLES.items():
        held = rows(entries, name)
        fields = by_path[f"data/{name}.csv"]["schema"]["fields"]
        assert [field["name"] for field in fields] == list(table.columns)
        assert pq.read_table(io.BytesIO(entries[f"data/{name}.parquet"])).num_rows == len(held)
        required = [field["name"] for field in fields if field.get("constraints", {}).get("required")]
        assert all(row[column] != "" for row in held for column in required), name
        for field in fields:
            allowed = field.get("constraints", {}).get("enum")
            assert not allowed or {row[field["name"]] for row in held} <= {*allowed, ""}, (name, field["name"])


def test_references_stay_inside(tables: Tables, selection: Selection) -> None:
    made = answered(VIEWS["by_title"], tables, selection.having(designations=("technology_innovation_center",), categories=("platform",)))
    entries = opened(package.render(tables, made, is_confirmed=True))
    for name, table in TABLES.items():
        for column, target in table.references:
            known = {row[TABLES[target].key[0]] for row in rows(entries, target)}
            if name not in ("targets",) or column in ("measure_id", "document_id"):
                assert {row[column] for row in rows(entries, name) if row[column]} <= known, (name, column)


def test_money_is_in_whole_yuan_and_missing_is_empty(tables: Tables, selection: Selection) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, selection.having(documents=("weihai-2023-5",)))
    awards = {row["award_id"]: row for row in rows(opened(package.render(tables, made, is_confirmed=True)), "awards")}
    ceilings = {row["sum_cny"] for row in awards.values() if row["designation"] == "tech_incubator"}
    assert ceilings == {"1000000"}
    assert all(row["sum_cny"] == "" for row in awards.values() if row["form"] != "sum")


def test_documents_that_are_not_public_are_left_out_unless_confirmed(tables: Tables, selection: Selection) -> None:
    """Of the five only Weihai 2018 is marked public."""
    made = answered(VIEWS["incubator_rewards"], tables, selection)
    entries = opened(package.render(tables, made))
    assert {row["document_id"] for row in rows(entries, "documents")} == {"weihai-2018-107"}
    for name in ("measures", "awards", "targets", "figures", "coverage"):
        assert {row["document_id"] for row in rows(entries, name)} == {"weihai-2018-107"}
    assert not rows(entries, "alignments")
    assert entries["README.md"].decode().count("汕尾2021") == 1 and "按筛选条件" not in entries["README.md"].decode(), "the true reason, once"
    assert "巧巧简历站" not in entries["README.md"].decode() and "汕尾2021" in entries["README.md"].decode()
    private = answered(VIEWS["incubator_rewards"], tables, selection.having(cities=("shanwei", "jinzhou")))
    with pytest.raises(ReportError) as raised:
        package.render(tables, private)
    assert "汕尾" in raised.value.words("zh") and package.refusal(private) is not None


def test_texts_that_a_spreadsheet_would_turn_are_marked_and_codes_are_not(tables: Tables, selection: Selection) -> None:
    made = answered(VIEWS["targets"], tables, selection)
    entries = opened(package.render(tables, made, is_confirmed=True))
    comparators = {row["comparator"] for row in rows(entries, "targets")}
    assert comparators <= set(codes("comparator")) and "=" in comparators
    held = {row["phrase"] for row in rows(entries, "figures")}
    assert "'1:1" in held and "1:1" not in held
    assert "1:1" in pq.read_table(io.BytesIO(entries["data/figures.parquet"])).column("phrase").to_pylist()
