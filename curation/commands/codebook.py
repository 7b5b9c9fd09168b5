"""`python -m curation codebook`: write the documents that are generated from schema, code lists and curated rows."""

import argparse

from curation.publish.codebook import CODEBOOK_FILE, codebook
from curation.publish.data_quality import DATA_QUALITY_FILE, data_quality
from wording.texts import text

HELP = "write docs/CODEBOOK.md and docs/data-quality.md"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing."""


def run(args: argparse.Namespace) -> int:
    """Write both documents and name them."""
    for path, content in ((CODEBOOK_FILE, codebook()), (DATA_QUALITY_FILE, data_quality())):
        path.write_text(content, encoding="utf-8", newline="\n")
        print(text("command.written", args.lang, file=f"docs/{path.name}"))
    return 0
