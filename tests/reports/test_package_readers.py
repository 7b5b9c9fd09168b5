"""The data package before tools that nobody here wrote: frictionless, DuckDB, Polars and a spreadsheet."""

import io
import shutil
import subprocess
import sys
import zipfile
from datetime import datetime, time
from pathlib import Path

import duckdb
import openpyxl
import pytest

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.schema import TABLES
from model.selection import Selection
from reports import package
from wording.answer import answered

pytestmark = pytest.mark.slow


def unpacked(tables: Tables, selection: Selection, view: str, place: Path) -> Path:
    """The package of a view with all its documents, as a folder."""
    made = answered(VIEWS[view], tables, selection)
    with zipfile.ZipFile(io.BytesIO(package.render(tables, made, is_confirmed=True))) as archive:
        archive.extractall(place)
    return place


@pytest.mark.parametrize("view", list(VIEWS))
def test_a_package_holds_the_same_tables_in_both_languages(tables: Tables, selection: Selection, view: str, tmp_path: Path) -> None:
    places = [unpacked(tables, selection.having(lang=lang), view, tmp_path / lang) for lang in ("zh", "en")]
    held = [{path.name: path.read_bytes() for path in (place / "data").iterdir()} for place in places]
    assert held[0] == held[1] and len(held[0]) == 2 * len(TABLES)


@pytest.mark.parametrize(("view", "lang"), [*((view, "zh") for view in VIEWS), ("incubator_rewards", "en")])
def test_frictionless_finds_every_table_of_every_view_valid(tables: Tables, selection: Selection, view: str, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import frictionless

    place = unpacked(tables, selection.having(lang=lang), view, tmp_path)
    monkeypatch.chdir(place)
    report = frictionless.validate("datapackage.json")
    assert not [(task.name, task.errors[:3]) for task in report.tasks if not task.valid] and not report.errors
    assert report.valid and {task.name for task in report.tasks} == {*TABLES, *(f"{name}-parquet" for name in TABLES)}


def test_its_command_ends_with_valid_for_all_and_one_by_one(tables: Tables, selection: Selection, tmp_path: Path) -> None:
    place = unpacked(tables, selection, "incubator_rewards", tmp_path)
    tool = Path(sys.executable).with_name("frictionless")
    for more in ([], *(["--name", f"{name}-parquet"] for name in ("awards", "measures")), ["--name", "targets"]):
        done = subprocess.run([tool, "validate", "datapackage.json", *more], cwd=place, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0 and " VALID " in done.stdout and "INVALID" not in done.stdout, done.stdout[-2000:]
    loose = [name for name in TABLES if name != "awards"]  # of awards it guesses that rates are whole numbers (docs/exports.md)
    for path in (place / "data" / f"{name}.{ending}" for name in loose for ending in ("csv", "parquet")):
        done = subprocess.run([tool, "validate", path.relative_to(place)], cwd=place, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0 and "INVALID" not in done.stdout, done.stdout[-2000:]


def test_duckdb_and_polars_open_every_table_alike(tables: Tables, selection: Selection, tmp_path: Path) -> None:
    import polars

    place = unpacked(tables, selection, "incubator_rewards", tmp_path)
    for name, table in TABLES.items():
        stem = place / "data" / name
        frames = [polars.read_csv(f"{stem}.csv", infer_schema_length=None), polars.read_parquet(f"{stem}.parquet")]
        asked = [duckdb.sql(f"SELECT * FROM read_csv('{stem}.csv', header = true)"), duckdb.sql(f"SELECT * FROM '{stem}.parquet'")]
        assert [frame.columns for frame in frames] == [one.columns for one in asked] == [list(table.columns)] * 2
        assert len({*(frame.height for frame in frames), *(len(one.fetchall()) for one in asked)}) == 1
    awards = f"'{place / 'data' / 'awards'}.parquet'"
    total = duckdb.sql(f"SELECT sum(sum_cny) FROM {awards}").fetchall()
    assert total == [(polars.read_parquet(place / "data" / "awards.parquet")["sum_cny"].sum(),)]
    listed = duckdb.sql(f"SELECT count(*) FROM {awards} WHERE list_contains(string_split(categories, '|'), 'incubation')").fetchall()
    assert listed[0][0] > 0


def test_a_spreadsheet_shows_every_table_and_turns_no_text_into_a_time(tables: Tables, selection: Selection, tmp_path: Path) -> None:
    assert shutil.which("soffice"), "make test-slow installs LibreOffice"
    place = unpacked(tables, selection, "incubator_rewards", tmp_path)
    files = [str(place / "data" / f"{name}.csv") for name in ("awards", "measures", "figures", "documents")]
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--infilter=CSV:44,34,76,1,,2052,false,true", "--convert-to", "xlsx", "--outdir", str(tmp_path), *files],
        check=True, capture_output=True, timeout=180,
    )
    dates = {"issued_on", "published_on", "effective_from", "expires_on", "covers_from", "covers_to", "repealed_on", "retrieved_on", "status_checked_on", "valid_from", "valid_to"}
    for file in files:
        sheet = openpyxl.load_workbook(tmp_path / f"{Path(file).stem}.xlsx").active
        head, *lines = sheet.iter_rows(values_only=True)
        assert tuple(head) == TABLES[Path(file).stem].columns, "no byte order mark in the first name"
        turned = [(head[at], value) for line in lines for at, value in enumerate(line) if isinstance(value, (datetime, time)) and head[at] not in dates]
        assert not turned
