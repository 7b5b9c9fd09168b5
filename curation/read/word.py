"""The text of a Word file (.docx)."""

import zipfile
from io import BytesIO
from typing import Any

from curation.read.reading import ReadError, Reading

LARGEST_UNPACKED = 400 * 1024 * 1024


def read_word(data: bytes, name: str) -> Reading:
    """The paragraphs and tables of a .docx file in order."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ReadError("read.locked_word", name=name)
    import docx
    from docx.table import Table

    with zipfile.ZipFile(BytesIO(data)) as archive:
        if sum(item.file_size for item in archive.infolist()) > LARGEST_UNPACKED:
            raise ReadError("read.unpacks", name=name, limit=str(LARGEST_UNPACKED // 2**20))
    lines: list[str] = []
    for block in docx.Document(BytesIO(data)).iter_inner_content():
        lines.extend(_table_lines(block) if isinstance(block, Table) else [block.text])
    return Reading("\n".join(lines) + "\n", "word")


def _table_lines(table: Any) -> list[str]:
    """One line a row; a merged cell once."""
    lines = []
    for row in table.rows:
        cells: list[Any] = []
        for cell in row.cells:
            if not cells or cell._tc is not cells[-1]._tc:
                cells.append(cell)
        lines.append("\t".join(cell.text.replace("\n", " ") for cell in cells))
    return lines
