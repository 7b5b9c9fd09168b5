"""`python -m curation propose EARLIER LATER`: a draft of the links between two documents."""

import argparse
import sys
from pathlib import Path

from curation.check import curated
from curation.desk.propose_alignments import propose_alignments
from curation.publish.build import collect, document_files
from wording.texts import text

HELP = "propose links between the rows of two documents, to be confirmed by reading both"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("earlier", metavar="EARLIER", help="id of the earlier document")
    parser.add_argument("later", metavar="LATER", help="id of the later document")
    parser.add_argument("--out", type=Path, help="write the draft here instead of printing it; an existing file is kept")


def run(args: argparse.Namespace) -> int:
    """Print or write the draft; 1 if a document is unknown, 2 if the file exists."""
    rows, _ = collect(document_files(), alignments=[])
    known = {row["document_id"] for row in rows["documents"]}
    missing = [name for name in (args.earlier, args.later) if name not in known]
    if missing:
        print(text("command.no_document", args.lang, names=", ".join(missing), known=", ".join(sorted(known))), file=sys.stderr)
        return 1
    draft = curated.dumps(propose_alignments(rows, args.earlier, args.later))
    if args.out is None:
        print(draft, end="")
        return 0
    if args.out.exists():
        print(text("command.not_overwritten", args.lang, file=args.out), file=sys.stderr)
        return 2
    args.out.write_text(draft, encoding="utf-8", newline="\n")
    print(text("command.proposed", args.lang, file=args.out, count=draft.count("alignment_id")))
    return 0
