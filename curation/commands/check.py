"""`python -m curation check FILE.yaml`: all faults of a curated file together, each with its mend."""

import argparse
import sys
from pathlib import Path

import yaml

from curation.check import curated
from curation.check.doubts import doubts
from curation.check.evidence import own_text
from curation.check.fault import SHOWN, fault_lines
from curation.check.frames import CORRECTIONS, Rows
from curation.check.ledger import unresolved
from curation.check.named_titles import unregistered
from curation.publish.build import collect
from curation.read.document_library import reading_of, text_path
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
    words = reading_of(text_file).text
    waiting = unresolved(content, words)
    for start, end, numeral in waiting[:SHOWN]:
        print(text("command.no_row_yet", lang, file=path, words=numeral, start=start, end=end))
    if len(waiting) > SHOWN:
        print(text("fault.more", lang, count=f"{len(waiting) - SHOWN:,}"))
    for record, name, title in unregistered(content, words):
        print(text("command.title_not_registered", lang, file=path, record=record, name=name, title=title))
