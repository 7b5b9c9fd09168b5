"""An invented document as a file of the type that its office would have, so that it is read as any file is."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx

from tests.curation.read import ofd_files
from tests.curation.read.pdf_files import WIDTH, Sheet, pdf

_LINE = 27  # characters of a printed line, and of a large one
_LARGE = 18
_LOW = 28  # lines of a sheet


def write(document: dict[str, Any], folder: Path) -> Path:
    """The document as a file, and its place; of an archive the first member stands for it."""
    form, words = document["form"], document["text"]
    place = folder / f"paper.{form}"
    if form == "zip":
        place.write_bytes(_archive(words))
    elif form in _MAKERS:
        place.write_bytes(_MAKERS[form](words))
    else:
        place.write_text(words, encoding="utf-8")
    return place


def _word(words: str) -> bytes:
    """A line is a paragraph; a line with | a row of a table of its own."""
    word = docx.Document()
    for line in words.splitlines():
        if not line.startswith("|"):
            word.add_paragraph(line)
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        row = word.add_table(1, len(cells)).rows[0]
        for cell, held in zip(row.cells, cells, strict=True):
            cell.text = held
    held = io.BytesIO()
    word.save(held)
    return held.getvalue()


def _rtf(words: str) -> bytes:
    """Paragraphs whose characters are written by their numbers, as mail programs do."""
    coded = ("".join(rf"\u{ord(character) if ord(character) < 32768 else ord(character) - 65536}?" if ord(character) > 127 else character for character in line) for line in words.splitlines())
    return (r"{\rtf1\ansi\ansicpg936\deff0\uc1{\fonttbl{\f0 SimSun;}}\f0 " + "\\par\n".join(coded) + r"\par}").encode("ascii")


def _printed(words: str) -> list[tuple[str, str]]:
    """(mark, line) for each printed line: ^ large in the middle, > on the right, else running text that is broken where the line is full."""
    found = []
    for line in words.splitlines():
        mark, rest = (line[0], line[1:]) if line[:1] in "^>" else ("", line.replace("  ", "\u3000\u3000", 1) if line.startswith("  ") else line)
        width = _LARGE if mark == "^" else _LINE
        found += [(mark, rest[start : start + width]) for start in range(0, max(1, len(rest)), width)]
    return found


def _sheets(words: str) -> list[list[tuple[str, str]]]:
    lines = _printed(words)
    return [lines[start : start + _LOW] for start in range(0, len(lines), _LOW)]


def _pdf(words: str) -> bytes:
    sheets = []
    for number, lines in enumerate(_sheets(words), 1):
        sheet = Sheet()
        for place, (mark, line) in enumerate(lines):
            size = 22 if mark == "^" else 16
            wide = size * len(line)
            left = (WIDTH - wide) / 2 if mark == "^" else WIDTH - 100 - wide if mark == ">" else 80
            sheet.text([line], x=left, y=80 + place * 25, size=size)
        sheet.words.append((WIDTH / 2 - 20, 800.0, 12.0, f"— {number} —", 0.0))
        sheets.append(sheet)
    return pdf(*sheets)


def _ofd(words: str) -> bytes:
    pages = []
    for lines in _sheets(words):
        objects = ""
        for place, (mark, line) in enumerate(lines):
            size = 7.7 if mark == "^" else 5.6
            blanks = len(line) - len(line.lstrip("\u3000"))
            left = (210 - size * len(line)) / 2 if mark == "^" else 180 - size * len(line) if mark == ">" else 28 + blanks * size
            objects += ofd_files.text(line.lstrip("\u3000"), left, 25 + place * 8.8, size) if line.strip() else ""
        pages.append(objects)
    return ofd_files.ofd(*pages)


def _archive(words: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for part in words.split("=====")[1:]:
            name, _, rest = part.partition("\n")
            archive.writestr(name, rest)
    return held.getvalue()


_MAKERS = {"docx": _word, "rtf": _rtf, "pdf": _pdf, "ofd": _ofd}
