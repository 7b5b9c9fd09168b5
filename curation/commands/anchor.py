"""`python -m curation anchor FILE.yaml`: write offsets from phrases."""

import argparse
import sys
from pathlib import Path

import yaml

from curation.check import curated
from curation.check.anchor import anchor
from curation.read.document_library import reading_of, text_path
from curation.read.reading import ReadError
from wording.texts import text

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
            print(text("command.no_text", args.lang, file=path), file=sys.stderr)
            failed = True
            continue
        try:
            words = reading_of(text_file).text
        except ReadError as error:
            print(error.said(args.lang), file=sys.stderr)
            failed = True
            continue
        faults = anchor(content, words, str(path))
        rows = list(curated.evidence_rows(content))
        print(text("command.anchored", args.lang, file=path, found=len(rows) - len(faults), total=len(rows)))
        for fault in faults:
            print(fault.line(args.lang), file=sys.stderr)
        curated.write(path, content)
        failed = failed or bool(faults)
    return int(failed)
