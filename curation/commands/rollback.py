"""`python -m curation rollback`: return to the snapshot that was in use before."""

import argparse
import sys

from curation.commands.publish import tell
from curation.publish.history import RollbackError
from curation.publish.publish import rollback
from wording.texts import text

HELP = "return to the snapshot that was in use before; the curated files stay as they are"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing."""


def run(args: argparse.Namespace) -> int:
    """Swap back and say what that changes."""
    try:
        made = rollback()
    except RollbackError as error:
        print(error.said(args.lang), file=sys.stderr)
        return 1
    tell(made, args.lang)
    print(text("publish.done", args.lang, snapshot=made.snapshot))
    return 0
