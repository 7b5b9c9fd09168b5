"""`python -m curation check FILE.yaml`: all faults of a curated file together, each with its mend."""

import argparse
import sys
from pathlib import Path

import yaml

from curation.check import curated
from curation.check.curated import Record, evidence_rows, row_name
from curation.check.doubts import doubts
from curation.check.evidence import own_text
from curation.check.fault import SHOWN, fault_lines
from curation.check.frames import CORRECTIONS, Rows
from curation.check.ledger import unresolved
from curation.check.named_titles import unregistered
from curation.publish.build import collect
from curation.read.document_library import reading_of, text_path
from curation.read.reading import Reading
from wording.texts import text

HELP = "report every fault of curated files and what has no row yet"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.yaml")


def run(args: argparse.Namespace) -> int:
    """Print the faults of each file; 0 if there are none."""
    documents = [path for path in args.files if path.name != CORRECTIONS]
    rows, faults = collect(documents, alignments=[], corrections=tuple(path for path in args.files if path.name == CORRECTIONS))
    for line in fault_lines(faults, args.lang):
        print(line, file=sys.stderr)
    for line in fault_lines(doubts(rows, {path.stem: path.name for path in documents}, _texts(rows)), args.lang):
        print(text("command.doubt", args.lang, line=line))
    for path in documents:
        _report_text(path, args.lang)
    print(text("command.checked", args.lang, count=len(args.files), faults=len(faults)))
    return int(bool(faults))


def _texts(rows: Rows) -> dict[str, str]:
    """The documents' own texts by id, as far as the library holds them."""
    return {row["document_id"]: own_text({"document": row}) for row in rows["documents"] if row["document_id"]}


def _report_text(path: Path, lang: str) -> None:
    try:
        content = curated.read(path)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return
    document = content.get("document")
    text_file = text_path(str(document.get("text_sha256", ""))) if isinstance(document, dict) else None
    if text_file is None:
        print(text("command.no_ledger", lang, file=path))
        return
    reading = reading_of(text_file)
    words = reading.text
    for line in _from_pictures(content, reading, path, lang):
        print(line)
    waiting = unresolved(content, words)
    for start, end, numeral in waiting[:SHOWN]:
        print(text("command.no_row_yet", lang, file=path, words=numeral, start=start, end=end))
    if len(waiting) > SHOWN:
        print(text("fault.more", lang, count=f"{len(waiting) - SHOWN:,}"))
    for record, name, title in unregistered(content, words):
        print(text("command.title_not_registered", lang, file=path, record=record, name=name, title=title))


def _from_pictures(content: Record, reading: Reading, path: Path, lang: str) -> list[str]:
    """Every figure that OCR read, with its page, to be compared with the picture; a share above all."""
    lines = []
    for row in evidence_rows(content):
        start, end = str(row.get("start") or ""), str(row.get("end") or "")
        if start.isdecimal() and end.isdecimal() and reading.is_by_ocr(int(start), int(end)):
            key = "command.share_from_picture" if reading.must_be_asked(int(start), int(end)) else "command.from_picture"
            pages = sorted({line.page for line in reading.lines_between(int(start), int(end))})
            lines.append(text(key, lang, file=path, record=row_name(row), phrase=row.get("phrase", ""), page=pages[0]))
    return lines
