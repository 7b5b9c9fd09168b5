"""Text of documents in every accepted form, and clear words for the rest."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curation.read.limits import LIMITS
from curation.read.read_text import read, read_document, read_here
from curation.read.reading import ReadError
from tests.curation.read.word_files import par, word

TEXT = "一、给予100万元奖励。\r\n\r\n二、按20%补贴。\n"


def put(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("encoding", "mark"), [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-16-le", b""), ("gb18030", b"")])
def test_text_is_exactly_the_decoded_file(tmp_path: Path, encoding: str, mark: bytes):
    assert read_document(put(tmp_path, "a.txt", mark + TEXT.encode(encoding))) == TEXT


def test_html_gives_lines_without_markup_and_scripts(tmp_path: Path):
    page = "<html><head><title>x</title><script>var a=1;</script><meta charset='gb2312'></head><body><p>给予<b>100</b>万元</p><div>奖励&nbsp;5&lt;6<br>末行</div></body></html>"
    assert read_document(put(tmp_path, "a.html", page.encode("gb18030"))) == "给予100万元\n奖励 5<6\n末行\n"


def test_deeply_nested_html(tmp_path: Path):
    assert "正文" in read_document(put(tmp_path, "a.htm", (b"<div>" * 500) + "正文".encode()))


def test_docx_gives_paragraphs_and_tables(tmp_path: Path):
    document = docx.Document()
    document.add_paragraph("第一条")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "国家级", "100万元"
    document.add_paragraph("第二条")
    document.save(str(tmp_path / "a.docx"))
    assert read_document(tmp_path / "a.docx") == "第一条\n国家级\t100万元\n第二条\n"


def pdf(words: str) -> bytes:
    """A page with a text layer, written by hand: no library of the project makes PDFs."""
    stream = b"BT /F1 12 Tf 72 700 Td (" + words.encode("ascii") + b") Tj ET" if words else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream), b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(body)


def test_pdf_with_a_text_layer(tmp_path: Path):
    assert "a text of some length" in read_document(put(tmp_path, "a.pdf", pdf("a text of some length")))


def test_pdf_without_a_text_layer_says_so(tmp_path: Path):
    with pytest.raises(ReadError, match="scan"):
        read_document(put(tmp_path, "a.pdf", pdf("")))


def test_encrypted_pdf_says_so(tmp_path: Path):
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf("a text of some length")))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    with pytest.raises(ReadError, match="password"):
        read_document(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "damaged or not a .doc file"), ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 9, "password"), ("a.docx", b"PK\x03\x04nonsense", "docx"),
     ("a.pdf", b"%PDF-1.4 nonsense", "pdf"), ("a.xyz", b"noise", "type"), ("a.zip", b"noise", "damaged"), ("a.txt", bytes(range(256)), "not text"), ("a.html", b"", "the file is empty"), ("a.html", b"<html></html>", "holds no text")],
)
def test_the_rest_is_refused_with_the_mend(tmp_path: Path, name: str, data: bytes, words: str):
    with pytest.raises(ReadError, match=words):
        read_document(put(tmp_path, name, data))


def test_a_missing_file_and_a_folder(tmp_path: Path):
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(ReadError, match="cannot be opened"):
            read_document(path)


def test_too_large(tmp_path: Path):
    with pytest.raises(ReadError, match="larger"):
        read(put(tmp_path, "a.txt", b"x" * 11), replace(LIMITS, file_bytes=10))


@given(st.binary(max_size=600), st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"\xd0\xcf\x11\xe0"]), st.sampled_from([".txt", ".html", ".docx", ".pdf", ""]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_text_or_a_clear_error(data: bytes, head: bytes, suffix: str):
    try:
        assert isinstance(read_here(head + data, f"any{suffix}").text, str)
    except ReadError as error:
        assert str(error) and "\n" not in str(error)


@pytest.mark.parametrize(("name", "data", "kind"), [
    ("a.doc", "<html><meta charset=utf-8><p>第一条 给予200万元。</p></html>".encode(), "web"), ("a.xls", b"<html><table><tr><td>x</td></tr></table></html>", "web"), ("a.docm", word(par("第一条")), "word"),
    ("a.dotx", word(par("第一条")), "word"), ("a.wps", word(par("第一条")), "word"), ("a", "第一条".encode(), "plain"), ("a.pdf", word(par("第一条")), "word"), ("A.HTM", b"<p>x</p>", "web"),
])
def test_a_format_is_told_by_the_bytes(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    assert read(put(tmp_path, name, data)).kind == kind
