"""`python -m curation add FILE` or `--folder DIR`: take texts into the library and tie them to their documents."""

import argparse
import sys
from pathlib import Path

from curation.check import curated
from curation.check.divisions import named
from curation.check.frames import document_files
from curation.check.validate_row import DOCUMENT_ID
from curation.commands.add_folder import add_folder
from curation.desk.cities import ensure_city
from curation.desk.places import described, place_doubts, successors
from curation.desk.skeleton import skeleton
from curation.face import read_face
from curation.face.words import doubt_line
from curation.face.words import lines as face_lines
from curation.read.document_library import Tie, reading_of, sha256, store_all, tie
from curation.read.reading import ReadError, Reading
from model.paths import CURATED
from wording.texts import text

HELP = "take a document file into the library and tie it to its document"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", type=Path, metavar="FILE", nargs="?")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="every file of a folder; with --city a draft is begun for each new document")
    parser.add_argument("--new", metavar="DOCUMENT_ID", help="begin data/curated/DOCUMENT_ID.yaml for a text that has no document yet")
    parser.add_argument("--city", metavar="CODE", help="with --new or --folder: code or Chinese name of the city (GB/T 2260), also of one that is no more, e.g. 371000")


def run(args: argparse.Namespace) -> int:
    """Store the file, say what it belongs to and which figures were not found."""
    if (args.file is None) == (args.folder is None) or (args.folder and (args.new or not args.folder.is_dir())):
        print(text("command.file_or_folder", args.lang), file=sys.stderr)
        return 2
    try:
        division = _division(args.city or "", args.lang)
    except KeyError as error:
        print(error.args[0], file=sys.stderr)
        return 2
    return add_folder(args.folder, division, args.lang) if args.folder else _add(args, division)


def _add(args: argparse.Namespace, division: str) -> int:
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
        return _begin(args, division, reading)
    return int(any(item.refused for item in stored))


def _say(place: Path, reading: Reading, lang: str) -> None:
    """That a file is in the library, and what a reader must know of how it was read."""
    print(text("command.in_library", lang, name=place.name, count=len(reading.text)))
    for line in reading.said(lang):
        print(f"  {line}")


def _tell(place: Path, reading: Reading, args: argparse.Namespace) -> None:
    """One file: how it was read, and the document that it belongs to or what it says of itself."""
    _say(place, reading, args.lang)
    number = read_face(reading.text, reading.fields).certain("document_number")
    found = tie(reading.text, sha256(place), document_files(), number)
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


def _division(words: str, lang: str) -> str:
    """The code of the city that was given by code or name, empty if none was; the way to a former one is said.

    Raises KeyError with the words to be said for one that is unknown or that several places share.
    """
    if not words:
        return ""
    found = [item for item in named(words) if item.level != "province"]
    if not found:
        raise KeyError(text("command.no_city", lang, code=words))
    if len(found) > 1:
        raise KeyError(text("command.several_cities", lang, name=words, codes=text("list.separator", lang).join(described(item) for item in found)))
    if found[0].until:
        print(text("command.city_former", lang, city=described(found[0]), until=found[0].until, successors=successors(found[0])))
    return found[0].code


def _begin(args: argparse.Namespace, division: str, reading: Reading) -> int:
    target = CURATED / f"{args.new}.yaml"
    if not DOCUMENT_ID.fullmatch(args.new):
        print(text("command.bad_new_id", args.lang, name=args.new), file=sys.stderr)
        return 2
    if target.exists():
        print(text("command.exists", args.lang, name=target.name), file=sys.stderr)
        return 1
    if not division:
        print(text("command.no_city", args.lang, code=text("command.no_city_given", args.lang)), file=sys.stderr)
        return 2
    city = ensure_city(division)
    content = skeleton(args.new, city["city_id"], args.file, reading)
    curated.write(target, content)
    _show(reading, args.lang)
    for item in place_doubts(division, content["document"].get("policy_year", "")):
        print(f"  {doubt_line(item, args.lang)}")
    print(text("command.begun", args.lang, name=target.name, city=city[f"name_{args.lang}"], path=target))
    return 0
