"""The sentences around the figures: filters, notes, sources, bibliography, snapshot, link; the same in every format."""

import os
import re
from collections.abc import Collection, Sequence
from urllib.parse import quote, urlencode, urlsplit

from model.selection import query
from reports.content import Item, Report
from wording import formats, money
from wording.answer import Answer, Note, Source
from wording.citation import article_place
from wording.texts import text

_NOTE_ORDER = ("disclaimer", "pair", "change", "arithmetic", "arithmetic_other", "comparability", "definition", "method", "hidden", "status", "caveat")

_STOP = re.compile(r"[。；;]|\.\s|\.$")  # the end of what a caveat says first
_ON_DOCUMENTS = ("status", "caveat")
# A memo is read, not searched: what is said row by row stands in Excel and on the web page.
_BULKY = ("change", "arithmetic", "arithmetic_other")


def filters(comparison: Answer) -> str:
    """The as-of date and every filter in words."""
    lang = comparison.selection.lang
    return text("reports.filters", lang, filters=text("list.clause", lang).join(comparison.filters))


def snapshot(comparison: Answer) -> str:
    """The snapshot that the figures come from."""
    return text("reports.snapshot", comparison.selection.lang, snapshot=comparison.snapshot)


def disclaimers(comparison: Answer) -> list[str]:
    """What has to stand inside every picture and export."""
    return [note.text for note in comparison.notes if note.kind == "disclaimer"]


def ordered_notes(comparison: Answer) -> list[Note]:
    """All notes, most important first."""
    places = {kind: place for place, kind in enumerate(_NOTE_ORDER)}
    return sorted(comparison.notes, key=lambda note: places.get(note.kind, len(places)))


def note_kind(kind: str, lang: str) -> str:
    """The words for a kind of note."""
    return text(f"reports.note.{kind}" if kind in _NOTE_ORDER else "reports.note.other", lang)


def notes_of(report: Report, item: Item) -> list[str]:
    """The notes of one comparison; in a basket those on documents stand once, at the end."""
    notes = [note for note in ordered_notes(item.comparison) if not (report.has_cover and note.kind in _ON_DOCUMENTS)]
    return list(dict.fromkeys(note.text for note in notes))


def memo_notes(report: Report, item: Item) -> list[str]:
    """The notes as a memo or a slide holds them: reasons and arithmetic row by row only with the report's details."""
    comparison = item.comparison
    kinds = {note.text: note.kind for note in comparison.notes}
    notes = [words for words in notes_of(report, item) if report.details or kinds[words] not in _BULKY]
    at = next((place for place, words in enumerate(notes) if kinds[words] == "status"), None)
    if at is not None:
        notes[at:] = [status_line([comparison]), *(words for words in notes[at:] if kinds[words] != "status")]
    left = 0 if report.details else sum(kind in _BULKY for kind in kinds.values())
    return [*notes, *([text("reports.notes_elsewhere", report.lang, count=left)] if left else [])]


def status_line(comparisons: Sequence[Answer]) -> str:
    """The status of every document in one sentence, on the day that its comparison asks about."""
    lang = comparisons[0].selection.lang
    said: dict[str, dict[str, None]] = {}
    for comparison in comparisons:
        held = said.setdefault(formats.day(comparison.selection.as_of, lang), {})
        held.update(dict.fromkeys(text("reports.status_of", lang, document=document.label, status=document.status_words) for document in comparison.documents))
    lines = [text("reports.status_line", lang, day=day, documents=text("list.clause", lang).join(documents)) for day, documents in said.items()]
    return text("reports.sentence_join", lang).join(lines)


def memo_clauses(report: Report, item: Item) -> list[str]:
    """The clauses one by one, with the report's details; a memo is short without them, for the line of sources names each."""
    return [evidence(source, dict(report.clauses), report.lang) for source in item.comparison.sources] if report.details else []


def shared_notes(report: Report) -> list[str]:
    """Status and caveats of all documents of a basket, each once; empty for a single comparison."""
    if not report.has_cover:
        return []
    comparisons = [item.comparison for item in report.items]
    caveats = dict.fromkeys(note.text for comparison in comparisons for note in comparison.notes if note.kind == "caveat")
    return [*([status_line(comparisons)] if any(note.kind == "status" for comparison in comparisons for note in comparison.notes) else []), *caveats]


def citations(comparison: Answer, sources: Collection[Source] | None = None) -> list[str]:
    """One citation per document with all its clauses, as officials write: 《…》(…号)第1、4、11条; the documents where a view
    cites none. `sources` narrows it to some.
    """
    by_document: dict[str, list[Source]] = {}
    for source in comparison.sources if sources is None else sources:
        by_document.setdefault(source.document_id, []).append(source)
    found = [words for held in by_document.values() for words in _of_document(held, comparison.selection.lang)]
    return list(dict.fromkeys(found)) or [document.label for document in comparison.documents]


def _of_document(held: list[Source], lang: str) -> list[str]:
    """The clauses of one document behind its name once; one by one where they are not cited under one name."""
    places = {source.article: article_place(source.article, lang) if source.article else "" for source in held}
    names = {source.citation.removesuffix(places[source.article]) for source in held}
    if len(names) > 1 or not all(source.citation.endswith(places[source.article]) for source in held):
        return [source.citation for source in held]
    numbers = sorted({int(article) for article in places if article.isdigit()})
    said = [words for article, words in places.items() if words and not article.isdigit()]
    if len(numbers) > 1:
        said.insert(0, text("reports.articles", lang, articles=text("list.separator", lang).join(_runs(numbers, lang))))
    else:
        said[:0] = [places[str(article)] for article in numbers]
    return [names.pop() + text("list.separator", lang).join(said)]


def _runs(numbers: list[int], lang: str) -> list[str]:
    """Numbers in order, three or more that follow one another as a range: 1, 3至5, 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    long = [text("reports.article_range", lang, first=run[0], last=run[-1]) if len(run) > 2 else "" for run in runs]
    return [words for run, said in zip(runs, long, strict=True) for words in ([said] if said else map(str, run))]


def sources_line(comparison: Answer, rows: Collection[str] | None = None) -> str:
    """The sources in one sentence, or those of some rows only."""
    lang = comparison.selection.lang
    used = {row_id for cell in comparison.cells if rows is None or cell.row in rows for row_id in cell.source_ids}
    cited = [source for source in comparison.sources if rows is None or source.row_id in used]
    return text("reports.sources_line", lang, sources=text("list.clause", lang).join(citations(comparison, cited)))


def copies(comparison: Answer, rows: Collection[str]) -> list[str]:
    """For a picture: of the documents drawn, those of which no official text was read, with what the caveat says first; else nothing."""
    lang = comparison.selection.lang
    shown = {key for cell in comparison.cells if cell.row in rows for key in (cell.row, cell.column)}
    held: dict[tuple[str, str], list[str]] = {}
    for document in comparison.documents:
        if document.source and document.document_id in shown:
            held.setdefault((document.source, _STOP.split(document.caveat)[0]), []).append(document.label)
    said = []
    for (source, caveat), labels in held.items():
        key = "reports.copy_of" if caveat else "reports.copy_plain"
        said.append(text(key, lang, documents=text("list.separator", lang).join(labels), source=money.in_sentence(source), caveat=caveat))
    return [text("reports.copies", lang, said=text("list.clause", lang).join(said))] if said else []


def documents_line(comparison: Answer) -> str:
    """The documents by label, for narrow places."""
    lang = comparison.selection.lang
    if not comparison.documents:
        return text("reports.sources_line", lang, sources=text("reports.sources_counted", lang, total=comparison.total))
    return text("reports.sources_line", lang, sources=text("list.clause", lang).join(document.label for document in comparison.documents))


def evidence(source: Source, clauses: dict[str, str], lang: str) -> str:
    """A source as a sentence with what the document says: the clause if the library has it, else the bare phrase."""
    if source.row_id in clauses:
        return text("reports.evidence_clause", lang, sentence=source.sentence, clause=clauses[source.row_id])
    if source.phrase:
        return text("reports.evidence_phrase", lang, sentence=source.sentence, phrase=source.phrase)
    return source.sentence


def references(report: Report) -> list[str]:
    """The bibliography after GB/T 7714, numbered in order of appearance."""
    return [text("reports.reference", report.lang, number=place, reference=document.reference) for place, document in enumerate(report.documents, 1)]


def link(comparison: Answer) -> str:
    """The address of the view, only if a public one is configured (`POLICY_PUBLIC_URL`)."""
    base = os.environ.get("POLICY_PUBLIC_URL", "").strip().rstrip("/")
    if urlsplit(base).scheme not in ("http", "https") or not urlsplit(base).netloc:
        return ""
    return f"{base}/{quote(comparison.view)}?{urlencode(query(comparison.selection))}"


def origin(comparison: Answer) -> list[str]:
    """Filters, snapshot and, if there is one, the address: how to find the figures again."""
    lang, address = comparison.selection.lang, link(comparison)
    return [filters(comparison), snapshot(comparison), *([text("reports.link", lang, link=address)] if address else [])]


def date_words(report: Report) -> str:
    """The as-of date of the file."""
    return formats.day(report.as_of, report.lang)
