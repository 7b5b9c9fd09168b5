"""The words of a PDF as five readers give them that nobody here wrote."""

import io
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2

PDFJS = Path(sys.prefix) / "pdfjs" / "node_modules" / "pdfjs-dist" / "build"
_PLACE = "https://pdf.test/"
_READ = """async () => {
  const {getDocument, GlobalWorkerOptions} = await import("/pdf.mjs");
  GlobalWorkerOptions.workerSrc = "/pdf.worker.mjs";
  const file = await getDocument({url: "/file.pdf"}).promise;
  const words = [];
  for (let at = 1; at <= file.numPages; at++)
    words.push((await (await file.getPage(at)).getTextContent()).items.map(item => item.str).join(""));
  const {info} = await file.getMetadata();
  return {words: words.join(""), title: info.Title, language: info.Language};
}"""


def squeezed(words: str) -> str:
    """The words without any white space, which readers place as they like."""
    return re.sub(r"\s+", "", words)


def by_pypdf(path: Path) -> str:
    """As pypdf reads it."""
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages)


def by_pdfium(path: Path) -> str:
    """As Chrome's own reader has it."""
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path.read_bytes()))


def by_mupdf(path: Path) -> str:
    """As PyMuPDF reads it."""
    import pymupdf

    with pymupdf.open(path) as file:
        return "".join(page.get_text() for page in file)


def by_poppler(path: Path) -> str:
    """As pdftotext reads it, line by line."""
    return subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True, timeout=60).stdout.decode()


def by_pdfjs(path: Path, browser: Any) -> dict[str, str]:
    """As Firefox's reader has it, with title and language."""
    kinds = {".mjs": "text/javascript", ".pdf": "application/pdf"}

    def answer(route: Any) -> None:
        name = route.request.url.removeprefix(_PLACE)
        file = path if name == "file.pdf" else PDFJS / name
        if not name or not file.is_file():
            route.fulfill(body="<!doctype html>", content_type="text/html")
        else:
            route.fulfill(body=file.read_bytes(), content_type=kinds[file.suffix])

    page = browser.new_page()
    try:
        page.route("**/*", answer)
        page.goto(_PLACE)
        return dict(page.evaluate(_READ))
    finally:
        page.close()


QUICK = {"pypdf": by_pypdf, "pdfium": by_pdfium}  # here without `make test-slow`
READERS = {**QUICK, "PyMuPDF": by_mupdf, "pdftotext": by_poppler}
