"""The command line: the same files as the export menu, from the same comparisons.

python -m reports --view incubator_rewards --cities weihai,jinzhou --lang zh --format docx -o memo.docx
python -m reports --basket basket.json --format pptx -o memo.pptx
python -m reports --list
"""

import argparse
import errno
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from compare.registry import VIEWS
from loaders import queries
from loaders.snapshot import SnapshotError, Tables, cached, current
from model.files import write_whole
from model.selection import FIELD_NAMES, LANGUAGES, ORDERS, parse
from reports import basket
from reports.clauses import clauses_of
from reports.content import Report, single
from reports.errors import ReportError
from reports.formats import FORMATS, file_name, make
from wording.answer import answered
from wording.say import say
from wording.texts import text

_FLAGS = ("quantified",)


class UsageError(Exception):
    """A wrong name or value; the message lists the right ones."""


def parser() -> argparse.ArgumentParser:
    """The options: one per filter of the Selection, under the names that links use."""
    found = argparse.ArgumentParser(prog="python -m reports", description=text("reports.cli.help", "en"))
    found.add_argument("--list", action="store_true", help=text("reports.cli.list", "en"))
    found.add_argument("--view", help=text("reports.cli.view", "en"))
    found.add_argument("--basket", type=Path, help=text("reports.cli.basket", "en"))
    found.add_argument("--format", help=text("reports.cli.format", "en", formats=", ".join(FORMATS)))
    found.add_argument("-o", "--output", type=Path, help=text("reports.cli.output", "en"))
    found.add_argument("--footnotes", action="store_true", help=text("reports.cli.footnotes", "en"))
    found.add_argument("--details", action="store_true", help=text("reports.cli.details", "en"))
    found.add_argument("--include-not-public", action="store_true", help=text("reports.cli.not_public", "en"))
    for name in FIELD_NAMES:
        option = f"--{name.replace('_', '-')}"
        if name in _FLAGS:
            found.add_argument(option, action="store_const", const="1", dest=f"q_{name}")
        else:
            found.add_argument(option, dest=f"q_{name}", metavar="VALUE")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file and return 0; 2 with a message for a wrong name, 1 for a file that cannot be made."""
    options = parser().parse_args(arguments)
    lang = options.q_lang if options.q_lang in LANGUAGES else "zh"
    try:
        tables = cached(current())
        if options.list:
            print("\n".join(_listed(tables, lang)))
            return 0
        name = _format(options)
        report = _report(options, tables, lang)
        content = make(name, report, tables, is_confirmed=options.include_not_public)
        first = report.items[0]
        path = options.output or Path(file_name(name, report.title or first.title, first.comparison, is_confirmed=options.include_not_public))
        write_whole(path, content)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except ReportError as error:
        print(error.words(lang), file=sys.stderr)
        return 1
    except SnapshotError as error:
        print(text(error.code, lang, detail=error.detail), file=sys.stderr)
        return 1
    except OSError as error:
        print(_not_written(error, options.output, lang), file=sys.stderr)
        return 1
    print(path)
    return 0


def _not_written(error: OSError, output: Path | None, lang: str) -> str:
    """What the operating system refuses, by the name that was asked for and with the mend; the file is first written under another name beside it."""
    named = Path(str(error.filename)) if error.filename else None
    file = output or named.parent if named and named.name.startswith(".part-") else named or output or "…"
    key = {errno.ENOSPC: "full", errno.EDQUOT: "full", errno.EACCES: "denied", errno.EPERM: "denied", errno.EROFS: "denied"}.get(error.errno or 0, "not_written")
    return text(f"reports.cli.{key}", lang, file=file, error=error.strerror or error)


def _format(options: argparse.Namespace) -> str:
    """The format that is named, or that the ending of the output file names."""
    ending = options.output.suffix.lstrip(".") if options.output else ""
    name = options.format or next((item.name for item in FORMATS.values() if item.extension == ending), "docx")
    if name not in FORMATS:
        raise _unknown("format", name, FORMATS)
    return str(name)


def _report(options: argparse.Namespace, tables: Tables, lang: str) -> Report:
    if options.basket:
        loaded, refused = basket.loads(options.basket.read_bytes(), tables, date.today())
        if refused:
            raise UsageError("\n".join(error.words(lang) for error in refused))
        return basket.report(loaded, tables, lang, date.today(), footnotes=options.footnotes, details=options.details)
    if options.view not in VIEWS:
        raise _unknown("view", options.view or "", VIEWS)
    vocabulary = queries.vocabulary(tables)
    asked = {name: value for name in FIELD_NAMES if (value := getattr(options, f"q_{name}")) is not None}
    selection, dropped = parse(asked, vocabulary, date.today())
    if dropped:
        raise _unknown(dropped[0].name, dropped[0].value, _right(dropped[0].name, vocabulary))
    comparison = answered(VIEWS[options.view], tables, selection)
    return single(comparison, clauses_of(tables, [comparison]), footnotes=options.footnotes, details=options.details)


def _right(name: str, vocabulary: dict[str, tuple[Any, ...]]) -> Iterable[object]:
    fixed: dict[str, Iterable[object]] = {"lang": LANGUAGES, "order": ORDERS, "as_of": ("2026-11-21",), "baseline": (*vocabulary["cities"], *vocabulary["documents"])}
    return fixed.get(name, vocabulary.get(name, ()))


def _unknown(kind: str, name: str, right: Iterable[object]) -> UsageError:
    return UsageError(text("reports.cli.unknown", "zh", kind=kind, name=name, right=", ".join(map(str, right))) + "\n"
                      + text("reports.cli.unknown", "en", kind=kind, name=name, right=", ".join(map(str, right))))


def _listed(tables: Tables, lang: str) -> list[str]:
    """Views with the filters they use, formats, and the values of every filter."""
    lines = ["view"]
    lines += [f"  {view.name}\t{say(view.title(), lang)}\t{', '.join(view.uses)}" for view in VIEWS.values()]
    lines += ["format", *(f"  {item.name}\t{item.label(lang)}\t{item.extension}" for item in FORMATS.values())]
    for name, values in queries.vocabulary(tables).items():
        lines += [name, f"  {', '.join(map(str, values))}"]
    return lines


if __name__ == "__main__":
    sys.exit(main())
