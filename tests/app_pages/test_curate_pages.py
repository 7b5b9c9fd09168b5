"""The desk beside the pages of a file: the picture with the line in question, figures from pictures, many figures at once."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from components.desk import picture as desk_picture
from components.desk import start as curate_start
from curation.check.pictures import look_at
from curation.desk import draft as desk
from curation.desk.draft_file import drafts, last_change, load_draft, save_draft
from curation.desk.looks import to_compare
from curation.desk.skeleton import skeleton
from curation.read.read_text import read_here
from curation.read.reading import Reading, dumps
from tests.app_pages.conftest import words
from tests.app_pages.test_curate import opened, press
from tests.curation.read.ofd_files import ofd
from tests.curation.read.pdf_files import Sheet, pdf
from tests.curation.read.scan import READ_AS, SHOWS, page, scanned
from tests.curation.test_batch import TEXT as SUMS
from wording.texts import text

Begin = Callable[[bytes, str, Reading], Path]


@pytest.fixture
def begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Begin:
    """Puts a file with its reading into a library of the test's own and begins a draft of it."""
    def begun(data: bytes, suffix: str, reading: Reading) -> Path:
        path = tmp_path / f"abcdefabcdef-new.{suffix}"
        path.write_bytes(data)
        (tmp_path / "readings").mkdir(exist_ok=True)
        (tmp_path / "readings" / f"{path.name}.json").write_text(dumps(reading), encoding="utf-8")
        monkeypatch.setattr(curate_start.document_library, "text_path", lambda checksum: path)
        save_draft(desk.begin(skeleton("sample-2026-1", "weihai", path, reading), reading.text, "371000"), tmp_path)
        return tmp_path

    monkeypatch.setenv("POLICY_CURATE", "1")
    monkeypatch.setattr("service.local_only._guards", ["as desk.py serves it"])
    monkeypatch.setattr(curate_start, "LIBRARY", tmp_path)
    monkeypatch.setattr(curate_start, "drafts", lambda: drafts(tmp_path))
    monkeypatch.setattr(curate_start, "last_change", lambda: last_change(tmp_path))
    monkeypatch.setattr("curation.desk.draft_file._path", lambda name, folder: tmp_path / "drafts" / f"{name}.json")
    return begun


def png() -> bytes:
    held = io.BytesIO()
    page().save(held, "PNG")
    return held.getvalue()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_pdf_stands_beside_its_text_with_the_line_marked(begin: Begin, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[bytes] = []
    monkeypatch.setattr(desk_picture.st, "image", lambda picture, **_: shown.append(picture))
    data = pdf(Sheet().text(["青屿县若干措施", "第一条 甲。"]), Sheet().text(["第二条 对国家级孵化器奖励80万元。"], 80, 300))
    begin(data, "pdf", read_here(data, "a.pdf"))
    at = opened("clauses", lang)
    assert not at.error and len(shown) == 1
    picture = Image.open(io.BytesIO(shown[0])).convert("RGB")
    marked = [(x, y) for x in range(0, picture.width, 4) for y in range(0, picture.height, 2) if picture.getpixel((x, y)) == (255, 242, 175)]
    assert marked and picture.height < picture.width, "the part of page 2 around the line"
    assert text("curate.looks", lang) not in words(at), "a text layer is no picture"


def test_an_ofd_stands_beside_its_text(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    captions: list[str] = []
    monkeypatch.setattr(desk_picture.st, "image", lambda picture, caption, **_: captions.append(caption))
    data = ofd('<ofd:TextObject ID="3" Boundary="20 40 160 8" Size="6"><ofd:TextCode X="0" Y="6" DeltaX="g 18 6">第一条 对国家级孵化器奖励80万元。</ofd:TextCode></ofd:TextObject>')
    begin(data, "ofd", read_here(data, "a.ofd"))
    opened("clauses")
    assert captions == [text("curate.page", "zh", page=1, pages=1)]


def test_a_text_without_pages_has_no_picture(begin: Begin) -> None:
    begin(SUMS.encode(), "txt", Reading(SUMS, "plain"))
    at = opened("clauses")
    assert text("curate.whole_page", "zh") not in [item.label for item in at.toggle]


def test_a_picture_that_cannot_be_drawn_is_said(begin: Begin) -> None:
    library = begin(png(), "png", scanned())
    (library / "abcdefabcdef-new.png").write_bytes(b"\x89PNG\r\n\x1a\n cut off")
    held = load_draft("sample-2026-1", library)
    assert held is not None
    save_draft(held, library)  # a text newer than the work would be offered first
    at = opened("clauses")
    assert any("abcdefabcdef-new.png" in item.value or "abcdefabcdef\\-new" in item.value for item in at.caption) and not at.exception


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_share_from_a_picture_must_be_chosen_before_it_counts_as_compared(begin: Begin, lang: str) -> None:
    library = begin(png(), "png", scanned())
    at = opened("clauses", lang)
    assert text("curate.looks", lang) in words(at) and text("curate.from_picture", lang) in words(at)
    button = next(button for button in at.button if button.label == text("curate.looks_do", lang))
    assert button.disabled, "the share, the least certain figure, is asked first and nothing is chosen for the reader"
    next(group for group in at.radio if str(group.key).startswith("looks.")).set_value(SHOWS).run()
    press(at, text("curate.looks_do", lang))
    draft = load_draft("sample-2026-1", library)
    assert draft is not None
    start = scanned().text.index(READ_AS)
    held = look_at(draft.content, start, start + len(READ_AS))
    assert held is not None and (held["read"], held["shows"]) == (READ_AS, SHOWS)
    assert next(item for item in draft.open if item.start == start).columns["rate_pct"] == "3.5"
    assert "3.5" in [field.value for field in at.text_input if ".rate_pct." in str(field.key)], "the form does not keep the old figure"
    at = opened("save", lang)
    assert any(text("fault.not_compared.mend", lang) in words_of(block) for block in at.table) or text("fault.undecided", lang)[:4] in words(at)


def words_of(block: object) -> str:
    return str(getattr(block, "value", ""))


def test_all_sums_are_accepted_at_once_and_the_act_undone(begin: Begin) -> None:
    library = begin(SUMS.encode(), "txt", Reading(SUMS, "plain"))
    at = opened("clauses")
    before = load_draft("sample-2026-1", library)
    press(at, text("curate.batch_do", "zh", count=4))
    held = load_draft("sample-2026-1", library)
    assert before is not None and held is not None and len(before.open) - len(held.open) == 4
    press(at, text("curate.batch_undo", "zh"))
    assert load_draft("sample-2026-1", library) == before


def test_a_figure_is_found_in_the_list_of_the_least_certain(begin: Begin) -> None:
    library = begin(SUMS.encode(), "txt", Reading(SUMS, "plain"))
    at = opened("clauses")
    box = next(box for box in at.selectbox if str(box.key).startswith("jump."))
    options = box.options
    assert len(options) == 6 and all("%" in option for option in options)
    shares = [int(option.rsplit("约 ", 1)[1].split("%")[0]) for option in options]
    assert shares == sorted(shares)
    box.select_index(5).run()
    held = load_draft("sample-2026-1", library)
    assert held is not None and held.at in {item.start for item in held.open}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_title_and_days_of_a_scan_are_compared_with_their_lines(begin: Begin, lang: str) -> None:
    library = begin(png(), "png", scanned())
    held = load_draft("sample-2026-1", library)
    assert held is not None
    save_draft(desk.describe(held, "document", {"document_number": "青政发〔2026〕3号"}), library)
    at = opened("about", lang)
    assert text("curate.looks_face", lang) in words(at) and text("curate.looks_face_nowhere", lang) in words(at)
    press(at, text("curate.looks_face_do", lang))
    assert text("curate.looks_face", lang) not in words(at)
    held = load_draft("sample-2026-1", library)
    assert held is not None and {"column": "document_number", "shows": "青政发〔2026〕3号"} in held.content["looks"]


def test_dates_of_a_scan_are_compared_line_by_line(begin: Begin) -> None:
    library = begin(png(), "png", scanned())
    held = load_draft("sample-2026-1", library)
    assert held is not None
    words_read = scanned().text
    while held.open:
        held = desk.reject(held, 0, "x", "description", words_read)
    for start, end, _ in desk.open_numerals(held, words_read):
        held = desk.settle(held, start, end, "description", words_read)
    save_draft(held, library)
    at = opened("ledger")
    press(at, text("curate.looks_lines_do", "zh"))
    after = load_draft("sample-2026-1", library)
    assert after is not None and [words_read[slice(*one)] for one in to_compare(after)] == [READ_AS], "the share is asked by itself"
