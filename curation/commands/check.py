"""`python -m curation check FILE.yaml`: all faults of a curated file together, each with its mend."""

import argparse
import sys
from pathlib import Path

import yaml

from curation import curated
from curation.build import collect
from curation.document_library import text_path
from curation.frames import CORRECTIONS
from curation.ledger import unresolved
from curation.read_text import read_document
from model.texts import text

HELP = "report every fault of curated files and what has no row yet"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.yaml")


def run(args: argparse.Namespace) -> int:
    """Print the faults of each file; 0 if there are none."""
    documents = [path for path in args.files if path.name != CORRECTIONS]
    _, faults = collect(documents, alignments=[], corrections=tuple(path for path in args.files if path.name == CORRECTIONS))
    for fault in faults:
        print(fault.line(args.lang), file=sys.stderr)
    for path in documents:
        _report_ledger(path, args.lang)
    print(text("command.checked", args.lang, count=len(args.files), faults=len(faults)))
    return int(bool(faults))


def _report_ledger(path: Path, lang: str) -> None:
    try:
        content = curated.read(path)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return
    document = content.get("document")
    text_file = text_path(str(document.get("text_sha256", ""))) if isinstance(document, dict) else None
    if text_file is None:
        print(text("command.no_ledger", lang, file=path))
        return
    for start, end, words in unresolved(content, read_document(text_file)):
        print(text("command.no_row_yet", lang, file=path, words=words, start=start, end=end))
