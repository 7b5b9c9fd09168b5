"""`python -m curation build`: validate everything and publish a snapshot (`make data`)."""

import argparse
import sys

from curation.check.fault import fault_lines
from curation.publish.build import BuildError, prepare
from curation.publish.history import switch
from model.paths import TABLES
from wording.texts import text

HELP = "validate all curated files and publish a snapshot"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing."""


def run(args: argparse.Namespace) -> int:
    """Publish, or print all faults and publish nothing."""
    try:
        snapshot = prepare()
    except BuildError as error:
        for line in fault_lines(error.faults, args.lang):
            print(line, file=sys.stderr)
        print(error.said(args.lang), file=sys.stderr)
        return 1
    switch(TABLES, snapshot, "build")
    print(text("command.in_use", args.lang, snapshot=snapshot))
    return 0
