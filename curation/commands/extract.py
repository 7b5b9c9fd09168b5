"""`python -m curation extract FILE`: propose rows from a document's text; `--score` compares with what is curated.

`--corpus DIR -o OUT` does the same for every file below a folder, on this machine or on a Spark cluster.
"""

import argparse
import json
import sys
from pathlib import Path

from curation.check.fault import CurationError
from curation.engine.choice import LOCAL, engine_at
from curation.engine.corpus import extract_corpus
from curation.extract import Candidate
from curation.extract.bounded import extract_within
from curation.extract.drafts import MAIN_COLUMNS
from curation.extract.report import curated_scores, report
from curation.read.read_text import read_document
from curation.read.reading import ReadError
from model.paths import CURATED
from wording.texts import text as words

HELP = "propose awards and targets from a document file"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", type=Path, metavar="FILE", nargs="?", help="the document")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="JSON Lines, one candidate a line")
    shown.add_argument("--score", action="store_true", help="no FILE: compare with the curated documents whose texts are at hand")
    shown.add_argument("--corpus", type=Path, metavar="DIR", help="no FILE: every file below a folder; needs -o")
    parser.add_argument("-o", "--out", type=Path, metavar="OUT", help="with --corpus: the folder for documents.jsonl and candidates.jsonl")
    parser.add_argument("--engine", default=LOCAL, metavar="ADDRESS", help="with --corpus: sc://host:15002 for a Spark cluster; else this machine")
    shown.add_argument("--text", action="store_true", help="the text that the offsets refer to")


def run(args: argparse.Namespace) -> int:
    """Print the candidates; 1 with one line on stderr if the file cannot be read."""
    if args.score:
        _write(report(list(curated_scores(CURATED))))
        return 0
    if args.corpus and args.out:
        return _corpus(args)
    if args.file is None:
        print("extract needs a FILE, or --score, or --corpus DIR -o OUT", file=sys.stderr)
        return 2
    try:
        text = read_document(args.file)
        found = [] if args.text else extract_within(text, args.file.name)
    except ReadError as error:
        print(error.said(args.lang), file=sys.stderr)
        return 1
    if args.text:
        _write(text)
    elif args.json:
        _write("".join(json.dumps(item.as_dict(), ensure_ascii=False) + "\n" for item in found))
    else:
        _write(table(found))
    return 0


def _corpus(args: argparse.Namespace) -> int:
    """Everything below a folder; 1 if a document, or the whole run, failed."""
    try:
        summary = extract_corpus(engine_at(args.engine), args.corpus, args.out)
    except CurationError as error:
        print(error.said(args.lang), file=sys.stderr)
        return 1
    for outcome in summary.failures:
        print(f"{outcome.name}: {outcome.said(args.lang)}", file=sys.stderr)
    print(words("engine.extracted", args.lang, documents=summary.documents, candidates=summary.candidates, failed=summary.failed, out=args.out))
    return int(summary.failed > 0)


def _write(output: str) -> None:
    """UTF-8 with line ends as they are, whatever the terminal's settings."""
    sys.stdout.flush()
    sys.stdout.buffer.write(output.encode("utf-8", errors="replace"))
    sys.stdout.buffer.flush()


def table(candidates: list[Candidate]) -> str:
    """One line a candidate: place, kind, phrase, main figure, ceiling, level, confidence and rule."""
    lines = [f"{'place':>13}  {'kind':6}  {'figure':>26}  {'ceiling':>12}  {'level':10}  {'sure':>4}  phrase / rule"]
    lines.extend(_line(item) for item in candidates)
    return "\n".join(lines) + f"\n{len(candidates)} candidates\n"


def _line(item: Candidate) -> str:
    if item.kind == "rule":
        return f"{item.start}-{item.end}".rjust(13) + f"  {item.kind:6}  {item.get('rule_kind')!s:>26}  {item.get('rule_scope')!s:>12}  {'':10}  {item.confidence:4.0%}  {item.phrase} / {item.why}"
    main, _ = MAIN_COLUMNS.get(str(item.get("form")), ("value", ""))
    figure = f"{item.get('form') or item.get('indicator') or 'target'} {item.get(main) if item.get(main) is not None else '-'}"
    ceiling = item.get("ceiling_cny")
    place = f"{item.start}-{item.end}"
    level = str(item.get("recognition_level") or "none")
    phrase = "".join(item.phrase.split())
    return f"{place:>13}  {item.kind:6}  {figure:>26}  {'' if ceiling is None else ceiling:>12}  {level:10}  {item.confidence:4.0%}  {phrase} / {item.why}"
