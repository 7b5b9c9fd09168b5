"""The text of a PDF with a text layer."""

from io import BytesIO

from curation.read.limits import Limits
from curation.read.reading import ReadError, Reading


def read_pdf(data: bytes, name: str, limits: Limits) -> Reading:
    """The text layer, page after page."""
    import pypdf

    reader = pypdf.PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ReadError("read.locked_pdf", name=name)
    text = "\n".join(page.extract_text() or "" for page in reader.pages)
    if len("".join(text.split())) < 10 * len(reader.pages) or not text.strip():
        raise ReadError("read.scanned", name=name)
    return Reading(text, "pdf", pages=len(reader.pages))
