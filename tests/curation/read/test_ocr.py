"""Words from pictures: marked, with their places, and never without the optional packages being named."""

import subprocess
import sys
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from curation.child import bounded
from curation.extract import extract
from curation.read import read_text
from curation.read.limits import LIMITS
from curation.read.ocr import _BAND, _OVERLAP, bands
from curation.read.page_picture import page_picture
from curation.read.read_text import read
from curation.read.reading import ReadError
from model.paths import ROOT
from tests.curation.read.ofd_files import ofd
from tests.curation.read.pdf_files import Sheet, pdf, picture
from tests.curation.read.scan import LINES as LINES_OF_SCAN
from tests.curation.read.scan import READ_AS, SHOWS, page, scanned

LINES = ["苇湖市支持创新载体发展办法", "第一条 对新认定的国家级科技企业孵化器，给予200万元", "一次性奖励，按照20%给予补贴。", "第二条 对省级众创空间给予30万元奖励。"]
needs_ocr = pytest.mark.skipif(find_spec("rapidocr") is None, reason="requirements-ocr.txt is not installed")


def put(tmp_path: Path, name: str, data: bytes) -> Path:
    (tmp_path / name).write_bytes(data)
    return tmp_path / name


@pytest.mark.slow
@needs_ocr
@pytest.mark.parametrize("suffix", ["png", "jpg", "tif"])
def test_a_picture_is_read_and_every_figure_marked(tmp_path: Path, suffix: str) -> None:
    picture(LINES).save(tmp_path / f"a.{suffix}")
    reading = read(tmp_path / f"a.{suffix}")
    assert "by_ocr" in reading.notices and reading.text.splitlines()[0] == LINES[0]
    found = extract(reading.text)
    assert [item.get("sum_cny") for item in found if item.get("sum_cny")] == [2_000_000, 300_000]
    assert found and all(reading.is_by_ocr(item.start, item.end) for item in found)
    percent = reading.text.index("20%")
    assert reading.must_be_asked(percent, percent + 3) and not reading.must_be_asked(0, 5)


@pytest.mark.slow
@needs_ocr
def test_only_the_scanned_pages_of_a_file_are_recognised(tmp_path: Path) -> None:
    path = put(tmp_path, "a.pdf", pdf(Sheet(picture=picture(LINES)), Sheet().text(["　　第三条 本办法自印发之日起施行，由市科技局负责解释，有效期三年。"])))
    reading = read(path)
    assert reading.pages == 2 and [line.sure < 1 for line in reading.lines] == [True] * 4 + [False]
    third = reading.text.index("第三条")
    assert not reading.is_by_ocr(third, third + 5) and reading.is_by_ocr(0, 5)


@pytest.mark.slow
@needs_ocr
def test_a_scanned_ofd(tmp_path: Path) -> None:
    picture(LINES).save(tmp_path / "a.png")
    path = put(tmp_path, "a.ofd", ofd('<ofd:ImageObject ID="9" Boundary="0 0 210 297" ResourceID="50"/>', pictures={"a.png": (tmp_path / "a.png").read_bytes()}))
    assert "200万元" in read(path).text


def test_without_the_packages_the_message_names_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_text, "can_recognise", lambda: False)
    picture(LINES).save(tmp_path / "a.png")
    scan = put(tmp_path, "a.pdf", pdf(Sheet(picture=picture(LINES))))
    for path in (tmp_path / "a.png", scan):
        with pytest.raises(ReadError, match=r"requirements-ocr\.txt"):
            read(path)


def test_a_text_layer_beside_a_scan_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_text, "can_recognise", lambda: False)
    path = put(tmp_path, "a.pdf", pdf(Sheet(picture=picture(LINES)), Sheet().text(["　　第三条 本办法自印发之日起施行，由市科技局负责解释，有效期三年。"])))
    assert ("scanned_page", 1) in [(item.kind, item.count) for item in read(path).left_out]


def test_pictures_of_pages(tmp_path: Path) -> None:
    path = put(tmp_path, "a.pdf", pdf(Sheet().text(["第一条"], 80, 100, 40), Sheet()))
    for number, dark in ((1, True), (2, False)):
        (tmp_path / "p.png").write_bytes(page_picture(path, number))
        shown = Image.open(tmp_path / "p.png").convert("L")
        assert max(shown.size) == 1000 and (min(shown.get_flattened_data()) < 80) is dark
    with pytest.raises(ReadError, match="no pictures of pages"):
        page_picture(put(tmp_path, "a.txt", b"x"), 1)


@needs_ocr
def test_damaged_pictures_are_refused_for_what_they_are(tmp_path: Path) -> None:
    picture(LINES).save(tmp_path / "whole.png")
    path = put(tmp_path, "a.png", (tmp_path / "whole.png").read_bytes()[:3000])
    for act in (read, lambda held: page_picture(held, 1)):
        with pytest.raises(ReadError, match="damaged"):
            act(path)


@pytest.mark.slow
@needs_ocr
def test_the_stored_scan_is_what_ocr_reads(tmp_path: Path) -> None:
    page().save(tmp_path / "a.png")
    found, held = read(tmp_path / "a.png"), scanned()
    assert found.text == held.text and found.notices == held.notices
    assert [(line.start, line.end, line.page) for line in found.lines] == [(line.start, line.end, line.page) for line in held.lines]
    assert READ_AS in found.text and SHOWS not in found.text and SHOWS in "".join(LINES_OF_SCAN)


@given(st.integers(1, 4000), st.data())
def test_every_row_of_a_page_lies_in_one_band_with_room_around_it(height: int, data: st.DataObject) -> None:
    """So that a line is read whole, and once, wherever it stands."""
    middle = data.draw(st.floats(0, height, exclude_max=True))
    (held,) = [band for band in bands(height) if band[2] <= middle < band[3]]
    top, bottom, _, _ = held
    assert top <= max(0, middle - _OVERLAP / 2 + 1) and min(height, middle + _OVERLAP / 2 - 1) <= bottom and bottom - top <= _BAND


ROWS = 20


def dense(page: int) -> list[str]:
    """The lines of a full page, none of which another page has but for its numbers: such lines are the furniture of pages."""
    return [f"第{row:02}项对国家级省级{('科技企业孵化器', '创新联合体中心')[page - 1]}给予一次性奖励" for row in range(ROWS)]


PEAK = """
import resource, sys
from pathlib import Path
from curation.read.read_text import read
print(read(Path(sys.argv[1])).text.count("给予一次性奖励"), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


@pytest.mark.slow
@needs_ocr
@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux counts it")
def test_a_dense_scan_takes_less_than_500_megabytes_and_no_line_is_lost(tmp_path: Path) -> None:
    """Two full pages of a scanner, one after the other: the second takes no more than the first."""
    path = put(tmp_path, "a.pdf", pdf(*(Sheet(picture=picture(dense(page), size=42).resize((1654, 2339))) for page in (1, 2))))
    said = subprocess.run([sys.executable, "-c", PEAK, str(path)], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found, megabytes = map(int, said.split())
    assert found == 2 * ROWS and megabytes < 500, said


@pytest.mark.slow
@needs_ocr
def test_a_scan_that_may_take_too_little_memory_is_refused_in_words(tmp_path: Path) -> None:
    picture(LINES).save(tmp_path / "a.png")
    with pytest.raises(ReadError, match="memory"):
        bounded("curation.read.ocr", "scan_task", {"path": str(tmp_path / "a.png"), "name": "a.png"}, "a.png", replace(LIMITS, memory_bytes=300 * 2**20, seconds=120))
