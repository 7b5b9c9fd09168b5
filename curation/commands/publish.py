"""`python -m curation publish`: validate, build, say what changes, and put the new snapshot into use."""

import argparse
import sys

from curation.check.fault import CurationError, fault_lines
from curation.engine.choice import HERE, engine_at
from curation.publish.build import BuildError
from curation.publish.changes import change_words
from curation.publish.publish import Publication, preview, publish
from wording.texts import text

HELP = "validate, build, print the changes in words and put the snapshot into use"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--engine", default=HERE, metavar="ADDRESS", help="sc://host:15002 reads and checks the documents on a Spark cluster")


def run(args: argparse.Namespace) -> int:
    """Publish, or print all faults together and change nothing."""
    try:
        engine = engine_at(args.engine)
        made = preview(engine=engine) if args.dry_run else publish(engine=engine)
    except BuildError as error:
        for line in fault_lines(error.faults, args.lang):
            print(line, file=sys.stderr)
        print(error.said(args.lang), file=sys.stderr)
        return 1
    except CurationError as error:  # the engine itself
        print(error.said(args.lang), file=sys.stderr)
        return 1
    tell(made, args.lang)
    if not made.is_new:
        print(text("publish.same", args.lang, snapshot=made.snapshot))
    else:
        print(text("publish.would" if args.dry_run else "publish.done", args.lang, snapshot=made.snapshot))
    return 0


def tell(made: Publication, lang: str) -> None:
    """Print every change as one line."""
    for change in made.changes:
        print(change_words(change, lang))
