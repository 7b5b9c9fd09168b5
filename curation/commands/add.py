"""`python -m curation add FILE`: take a text into the library and tie it to its document."""

import argparse
import sys
from pathlib import Path

from curation import curated
from curation.cities import ensure_city
from curation.document_library import Tie, sha256, store, tie
from curation.frames import document_files
from curation.read_text import ReadError, read_document
from curation.skeleton import skeleton
from model.paths import CURATED

HELP = "take a text (.txt, .html, .docx, .pdf) into the library and tie it to its document"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--new", metavar="DOCUMENT_ID", help="begin data/curated/DOCUMENT_ID.yaml for a text that has no document yet")
    parser.add_argument("--city", metavar="CODE", help="with --new: the city's code in data/codebook/divisions.csv (GB/T 2260), e.g. 371000")


def run(args: argparse.Namespace) -> int:
    """Store the file, say what it belongs to and which figures were not found."""
    try:
        place = store(args.file)
        text = read_document(args.file)
    except ReadError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{place.name} is in the library ({len(text)} characters)")
    if args.new:
        return _begin(args, text)
    found = tie(text, sha256(args.file), document_files())
    if found is None:
        print(
            "no curated document has these figures; to begin one:\n"
            f"  python -m curation add {args.file} --new CITY-YEAR-NUMBER --city CODE\n"
            "CODE is the city's code in data/codebook/divisions.csv; then `make curate`, or edit the file by hand"
        )
        return 0
    _report(found)
    return 0


def _report(found: Tie) -> None:
    how = "same file, by its checksum" if found.by == "checksum" else "another copy, by its phrases"
    print(f"{found.document_id}: {found.found} of {found.total} figures anchored ({how})")
    for name in found.missing:
        print(f"  not found: {name}")


def _begin(args: argparse.Namespace, text: str) -> int:
    target = CURATED / f"{args.new}.yaml"
    if target.exists():
        print(f"{target.name} exists already; choose another id or edit it", file=sys.stderr)
        return 1
    try:
        city = ensure_city(args.city or "")
    except KeyError:
        print(f"{args.city or 'no --city'}: not a city or county of data/codebook/divisions.csv; look its code up there", file=sys.stderr)
        return 2
    curated.write(target, skeleton(args.new, city["city_id"], args.file, text))
    print(f"{target.name} begun for {city['name_zh']}; fill it in with `make curate` or an editor, then `python -m curation check {target}`")
    return 0
