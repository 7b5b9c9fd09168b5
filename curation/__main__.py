"""The curator's command line: `python -m curation COMMAND ...`; `--help` lists the commands.

Each command is a module of this package with `HELP` (one line), `arguments(parser)` and `run(args) -> exit code`.
"""

import argparse
import importlib
import sys

from curation.disk import disk_error

COMMANDS = {
    "add": "curation.commands.add",
    "extract": "curation.commands.extract",
    "check": "curation.commands.check",
    "anchor": "curation.commands.anchor",
    "format": "curation.commands.format",
    "build": "curation.commands.build",
    "publish": "curation.commands.publish",
    "rollback": "curation.commands.rollback",
    "codebook": "curation.commands.codebook",
    "propose": "curation.commands.propose",
}


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 the input has faults, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m curation", description="Curate policy documents.")
    subparsers = parser.add_subparsers(dest="command", required=True)
    for name, path in COMMANDS.items():
        module = importlib.import_module(path)
        command = subparsers.add_parser(name, help=module.HELP)
        module.arguments(command)
        command.add_argument("--lang", choices=("zh", "en"), default="en", help="language of messages")
        command.set_defaults(run=module.run)
    args = parser.parse_args(argv)
    try:
        return int(args.run(args))
    except OSError as error:
        print(disk_error(error).said(args.lang), file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
