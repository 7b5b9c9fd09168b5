"""`python -m curation anchor FILE.yaml`: write offsets from phrases."""

import argparse
import sys
from pathlib import Path

import yaml

from curation import curated
from curation.anchor import anchor
from curation.document_library import text_path
from curation.read_text import ReadError, read_document

HELP = "write start and end of every phrase from the document's text"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.yaml")
    parser.add_argument("--text", type=Path, help="the document's text; found in the library by its checksum if left out")


def run(args: argparse.Namespace) -> int:
    """Anchor each file and write it canonically; 1 if any phrase has no single place."""
    failed = False
    for path in args.files:
        try:
            content = curated.read(path)
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            print(f"{path}: {' '.join(str(error).split())}", file=sys.stderr)
            failed = True
            continue
        document = content.get("document")
        text_file = args.text or (text_path(str(document.get("text_sha256", ""))) if isinstance(document, dict) else None)
        if text_file is None:
            print(f"{path}: no text with the document's checksum; add it to the library or give --text", file=sys.stderr)
            failed = True
            continue
        try:
            text = read_document(text_file)
        except ReadError as error:
            print(error, file=sys.stderr)
            failed = True
            continue
        faults = anchor(content, text, str(path))
        rows = list(curated.evidence_rows(content))
        print(f"{path}: {len(rows) - len(faults)} of {len(rows)} phrases anchored")
        for fault in faults:
            print(fault, file=sys.stderr)
        curated.write(path, content)
        failed = failed or bool(faults)
    return int(failed)
