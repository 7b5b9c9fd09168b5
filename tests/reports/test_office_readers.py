"""Office files before programs that nobody here wrote: docling, a checker of official documents, LibreOffice, python-docx, openpyxl."""

import io
import json
import re
import shutil
import subprocess
import sys
from datetime import datetime, time
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.selection import Selection
from reports.content import single
from reports.formats import FORMATS
from reports.native import native_charts
from reports.word.render import _CATEGORIES, _CHARTS
from tests.reports.package_checks import charts
from tests.reports.test_office import drawn_numbers, render
from tests.samples import mixed
from wording.answer import Answer, answered

pytestmark = pytest.mark.slow

# What gongwen-skill 2.15 wants and the standard does not, or only for the text itself (docs/exports.md).
_ITS_OWN = {
    "CHK-C001", "CHK-C011",  # margins of 28 mm; GB/T 9704-2012, 5.2.1 has 37 above, and 35 below follow from the 225 mm of text
    "CHK-C006", "CHK-C032", "CHK-C035",  # lines of 33 pt; 22 lines in 225 mm are 28.95
    "CHK-C005", "CHK-C014", "CHK-C012", "CHK-C013",  # captions, notes and sources taken for headings and text
    "CHK-C052", "CHK-C055", "CHK-C057", "CHK-N001", "CHK-C016",  # letters and shade of tables; the closing words of a notice; a sentence with a date taken for a signature
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("view", list(VIEWS))
def test_docling_reads_each_chart_as_a_table_with_all_names_and_values(tables: Tables, selection: Selection, view: str, lang: str, tmp_path: Path) -> None:
    from docling.backend.msword_backend import MsWordDocumentBackend
    from docling.datamodel.base_models import InputFormat
    from docling.datamodel.document import InputDocument

    made = answered(VIEWS[view], tables, selection.having(lang=lang))
    path = tmp_path / "memo.docx"
    path.write_bytes(render("docx", single(made)))
    read = InputDocument(path_or_stream=path, format=InputFormat.DOCX, backend=MsWordDocumentBackend, filename=path.name)._backend.convert()
    wanted = native_charts(made, _CATEGORIES, _CHARTS)
    found = [picture.meta.tabular_chart.chart_data for picture in read.pictures]
    assert len(found) == len(wanted)
    for data, native in zip(found, wanted, strict=True):
        grid = [[cell.text for cell in row] for row in data.grid]
        assert grid[0][1:] == [series.name for series in native.series]
        assert [row[0] for row in grid[1:]] == list(native.categories)
        for at, series in enumerate(native.series, 1):
            assert [float(row[at]) if row[at] else None for row in grid[1:]] == pytest.approx(list(series.values))


@pytest.mark.parametrize("view", list(VIEWS))
def test_a_checker_of_official_documents_finds_only_what_is_its_own(tables: Tables, selection: Selection, view: str, tmp_path: Path) -> None:
    path = tmp_path / "memo.docx"
    path.write_bytes(render("docx", single(answered(VIEWS[view], tables, selection))))
    done = subprocess.run([Path(sys.executable).with_name("gongwen"), "check", "--json", path], capture_output=True, text=True, timeout=120, check=False)
    found = set(re.findall(r"CHK-[A-Z]+-?\d+", done.stdout))
    assert {"CHK-C001", "CHK-C011"} <= found, "it ran and judged"
    assert found <= _ITS_OWN, json.dumps(sorted(found - _ITS_OWN))


def again(content: bytes, ending: str, place: Path) -> bytes:
    """The file opened and saved by LibreOffice."""
    assert shutil.which("soffice"), "make test-slow installs LibreOffice"
    path, out = place / f"report.{ending}", place / "again"
    path.write_bytes(content)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{place}/profile", "--headless", "--convert-to", ending, "--outdir", str(out), str(path)],
        check=True, capture_output=True, timeout=180,
    )
    return (out / path.name).read_bytes()


def fills(content: bytes) -> list[str]:
    """The hatchings of all charts of a file."""
    return sorted(pattern.decode() for part in charts(content) for pattern in re.findall(rb'<a:pattFill prst="(\w+)"', part))


@pytest.mark.parametrize("made", ["incubator_rewards", "what_changed", "mixed"])
@pytest.mark.parametrize("name", ["docx", "pptx", "xlsx"])
def test_libreoffice_saves_charts_hatching_and_numbers_as_they_were(tables: Tables, selection: Selection, name: str, made: str, tmp_path: Path) -> None:
    answer: Answer = mixed() if made == "mixed" else answered(VIEWS[made], tables, selection)
    content = render(name, single(answer))
    saved = again(content, name, tmp_path)
    assert len(charts(saved)) == len(charts(content)) > 0
    assert len(fills(saved)) == len(fills(content)) > 0
    if name != "xlsx":
        assert drawn_numbers(saved) == pytest.approx(drawn_numbers(content))
        return
    books = [openpyxl.load_workbook(io.BytesIO(one)) for one in (content, saved)]
    for sheet in books[0].sheetnames:
        values = [[value for row in book[sheet].iter_rows(values_only=True) for value in row if value is not None] for book in books]
        assert values[0] == values[1], sheet


def test_python_docx_and_python_pptx_save_every_chart_part_unchanged(tables: Tables, selection: Selection) -> None:
    made = single(answered(VIEWS["incubator_rewards"], tables, selection))
    for name, module in (("docx", docx.Document), ("pptx", pptx.Presentation)):
        content, target = render(name, made), io.BytesIO()
        module(io.BytesIO(content)).save(target)
        assert drawn_numbers(target.getvalue()) == drawn_numbers(content) and fills(target.getvalue()) == fills(content)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_csv_opened_in_a_spreadsheet_holds_no_time_and_no_date(tables: Tables, selection: Selection, lang: str, tmp_path: Path) -> None:
    made = FORMATS["csv"].render
    assert made is not None
    for view in VIEWS:
        (tmp_path / f"{view}.csv").write_bytes(made(single(answered(VIEWS[view], tables, selection.having(lang=lang)))))
    language = {"zh": "2052", "en": "1033"}[lang]
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", f"--infilter=CSV:44,34,76,1,,{language},false,true", "--convert-to", "xlsx",
         "--outdir", str(tmp_path), *(str(tmp_path / f"{view}.csv") for view in VIEWS)],
        check=True, capture_output=True, timeout=300,
    )
    for view in VIEWS:
        cells = [value for row in openpyxl.load_workbook(tmp_path / f"{view}.xlsx").active.iter_rows(values_only=True) for value in row]
        assert len(cells) > 10 and not [value for value in cells if isinstance(value, (time, datetime))], view


def test_a_memo_turned_into_a_pdf_is_read_back_titled_tagged_and_chinese(tables: Tables, selection: Selection, tmp_path: Path) -> None:
    from pypdf import PdfReader

    from tests.reports.pdf_readers import READERS, squeezed

    path = tmp_path / "memo.docx"
    path.write_bytes(render("docx", single(answered(VIEWS["incubator_rewards"], tables, selection))))
    option = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", option, "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=180,
    )
    for name, reader in READERS.items():
        words = squeezed(reader(tmp_path / "memo.pdf"))
        assert not re.search("[\x00\ufffd\u2e80-\u2fdf]", words), name
        assert all(said in words for said in ("支持标准", "未见规定", "大学科技园", "≤100")), name
    opened = PdfReader(tmp_path / "memo.pdf")
    root = opened.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "zh-CN" and opened.metadata.title == "孵化载体奖补：各文件对照"
