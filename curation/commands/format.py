"""`python -m curation format FILE.yaml`: write curated files in their one canonical form."""

import argparse
import sys
from pathlib import Path

import yaml

from curation.check import curated
from wording.texts import text

HELP = "write curated files canonically, so that a diff shows only what was meant"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.yaml")
    parser.add_argument("--check", action="store_true", help="change nothing, only say which files are not canonical")


def run(args: argparse.Namespace) -> int:
    """Rewrite each file; with --check 1 if any would change."""
    failed = False
    for path in args.files:
        try:
            content = curated.read(path)
            same = path.read_text(encoding="utf-8") == curated.dumps(curated.ordered(content))
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            print(f"{path}: {' '.join(str(error).split())}", file=sys.stderr)
            failed = True
            continue
        if same:
            continue
        print(text("command.not_canonical" if args.check else "command.canonical", args.lang, file=path))
        failed = failed or args.check
        if not args.check:
            curated.write(path, content)
    return int(failed)
