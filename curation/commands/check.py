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

HELP = "report every fault of curated files and what has no row yet"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.yaml")


def run(args: argparse.Namespace) -> int:
    """Print the faults of each file; 0 if there are none."""
    documents = [path for path in args.files if path.name != CORRECTIONS]
    _, faults = collect(documents, alignments=[], corrections=tuple(path for path in args.files if path.name == CORRECTIONS))
    for fault in faults:
        print(fault, file=sys.stderr)
    for path in documents:
        _report_ledger(path)
    print(f"{len(args.files)} files checked, {len(faults)} faults")
    return int(bool(faults))


def _report_ledger(path: Path) -> None:
    try:
        content = curated.read(path)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return
    document = content.get("document")
    text_file = text_path(str(document.get("text_sha256", ""))) if isinstance(document, dict) else None
    if text_file is None:
        print(f"{path}: the text is not in the library, so completeness was not checked")
        return
    for start, end, words in unresolved(content, read_document(text_file)):
        print(f"{path}: {words!r} at {start}-{end} has no row yet; add an award, a target or a figure")
