"""`python -m curation add FILE`: take a text into the library and tie it to its document."""

import argparse
import sys
from pathlib import Path

from curation.check import curated
from curation.check.frames import document_files
from curation.check.validate_row import DOCUMENT_ID
from curation.desk.cities import ensure_city
from curation.desk.skeleton import skeleton
from curation.face import read_face
from curation.face.words import lines as face_lines
from curation.read.document_library import Tie, reading_of, sha256, store_all, tie
from curation.read.reading import ReadError, Reading
from model.paths import CURATED
from wording.texts import text

HELP = "take a document file into the library and tie it to its document"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--new", metavar="DOCUMENT_ID", help="begin data/curated/DOCUMENT_ID.yaml for a text that has no document yet")
    parser.add_argument("--city", metavar="CODE", help="with --new: the city's code in data/codebook/divisions.csv (GB/T 2260), e.g. 371000")


def run(args: argparse.Namespace) -> int:
    """Store the file, say what it belongs to and which figures were not found."""
    try:
        stored = store_all(args.file)
    except ReadError as error:
        print(error.said(args.lang), file=sys.stderr)
        return 1
    for item in stored:
        if item.refused:
            print(item.refused.said(args.lang), file=sys.stderr)
        elif item.place and not (args.new and len(stored) == 1):
            _tell(item.place, reading_of(item.place), args)
    if args.new and len(stored) == 1 and stored[0].place:
        reading = reading_of(stored[0].place)
        _say(stored[0].place, reading, args.lang)
        return _begin(args, reading)
    return int(any(item.refused for item in stored))


def _say(place: Path, reading: Reading, lang: str) -> None:
    """That a file is in the library, and what a reader must know of how it was read."""
    print(text("command.in_library", lang, name=place.name, count=len(reading.text)))
    for line in reading.said(lang):
        print(f"  {line}")


def _tell(place: Path, reading: Reading, args: argparse.Namespace) -> None:
    """One file: how it was read, and the document that it belongs to or what it says of itself."""
    _say(place, reading, args.lang)
    found = tie(reading.text, sha256(place), document_files())
    if found is not None:
        _report(found, args.lang)
        return
    _show(reading, args.lang)
    print(text("command.unknown_text", args.lang, file=place.name if args.file.suffix.lower() == ".zip" else args.file))


def _report(found: Tie, lang: str) -> None:
    how = text(f"command.tied_{found.by}", lang)
    print(text("command.tied", lang, document=found.document_id, found=found.found, total=found.total, how=how))
    for name in found.missing:
        print(text("command.not_found", lang, name=name))


def _show(reading: Reading, lang: str) -> None:
    """What the text says of itself, with basis and place, what to check and what to look up."""
    for line in face_lines(read_face(reading.text, reading.fields), reading.text, lang):
        print(f"  {line}")


def _begin(args: argparse.Namespace, reading: Reading) -> int:
    target = CURATED / f"{args.new}.yaml"
    if not DOCUMENT_ID.fullmatch(args.new):
        print(text("command.bad_new_id", args.lang, name=args.new), file=sys.stderr)
        return 2
    if target.exists():
        print(text("command.exists", args.lang, name=target.name), file=sys.stderr)
        return 1
    try:
        city = ensure_city(args.city or "")
    except KeyError:
        print(text("command.no_city", args.lang, code=args.city or text("command.no_city_given", args.lang)), file=sys.stderr)
        return 2
    curated.write(target, skeleton(args.new, city["city_id"], args.file, reading))
    _show(reading, args.lang)
    print(text("command.begun", args.lang, name=target.name, city=city[f"name_{args.lang}"], path=target))
    return 0
