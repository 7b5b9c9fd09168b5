"""Files of every format that nothing can be read from: cut off, locked, packed in each other, a million cells, empty."""

import io
import zipfile
from collections.abc import Iterator

import openpyxl
import pypdf

from tests.curation.read.ofd_files import ofd
from tests.curation.read.ofd_files import text as ofd_text
from tests.curation.read.pdf_files import Sheet, pdf
from tests.curation.read.scan import page
from tests.curation.read.word_files import par, word

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_WORD = word(*(par(f"第{number}条 给予{number}万元。") for number in range(1, 200)))
EMPTY = ("docx", "docm", "doc", "wps", "rtf", "odt", "pdf", "ofd", "html", "mht", "txt", "xlsx", "xls", "et", "png", "jpg", "tif", "zip")
# Formats for which LibreOffice is started.
CONVERTED = ("doc", "wps", "rtf", "odt", "xls", "et")


def bad_files() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each; a name says what is bad about it."""
    yield from ((f"empty.{suffix}", b"") for suffix in EMPTY)
    yield from _cut_off()
    yield from _locked()
    yield "nested.zip", _zip({"附件.zip": _zip({"a.txt": "给予200万元。".encode()})})
    yield "million.html", ("<html><meta charset=utf-8><table>" + "<tr><td rowspan=65000 colspan=1000>甲</td><td>20万元</td></tr>" * 200 + "</table></html>").encode()
    yield "million.xlsx", _million_cells()
    yield "blank.docx", word(par(""))
    yield "blank.pdf", pdf(Sheet())
    yield "blank.html", b"<html><body></body></html>"
    yield "other.pptx", _zip({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"})


def _cut_off() -> Iterator[tuple[str, bytes]]:
    whole = {"docx": _WORD, "pdf": pdf(*(Sheet().text(["第一条 给予200万元。"]) for _ in range(4))), "ofd": ofd(ofd_text("第一条 给予200万元。")), "xlsx": _book(), "zip": _zip({"a.txt": b"x" * 9000})}
    for suffix, data in whole.items():
        yield f"cut.{suffix}", data[: len(data) * 2 // 3]
    held = io.BytesIO()
    page().save(held, "PNG")
    yield "cut.png", held.getvalue()[:3000]
    for suffix in ("doc", "xls"):
        yield f"cut.{suffix}", _OLE + ("WordDocument" if suffix == "doc" else "Workbook").encode("utf-16-le") + bytes(64)
    yield "cut.rtf", b"{\\rtf1{\\object{\\*\\objdata 0105"


def _locked() -> Iterator[tuple[str, bytes]]:
    yield "locked.docx", _OLE + "EncryptedPackage".encode("utf-16-le") + bytes(2000)
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    yield "locked.pdf", held.getvalue()


def _book() -> bytes:
    book, held = openpyxl.Workbook(), io.BytesIO()
    for number in range(60):
        book.active.append((number, "国家级", "200万元"))  # type: ignore[union-attr]
    book.save(held)
    return held.getvalue()


def _million_cells() -> bytes:
    """A sheet of a thousand columns and a thousand rows, each cell filled."""
    row = "<row>" + '<c t="n"><v>1</v></c>' * 1000 + "</row>"
    sheet = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + row * 1000 + "</sheetData></worksheet>"
    with zipfile.ZipFile(io.BytesIO(_book())) as book:
        return _zip({name: sheet.encode() if name == "xl/worksheets/sheet1.xml" else book.read(name) for name in book.namelist()})


def _zip(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return held.getvalue()
