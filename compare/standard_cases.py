"""Standard cases: documented situations computed for every document, with the arithmetic and the rows behind it."""

from collections.abc import Iterable

from compare import words as said
from compare.case_words import arithmetic, case_label, result_words, short_label
from compare.view import DOCUMENT_FILTERS, View
from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model.case import Case, Result, cases, inputs_of, result
from model.codes import code_list, label
from model.comparability import Side, compare_awards, verdict
from model.comparison import MONEY_MARKS, Cell, Chart, Comparison, Heading, Note, Source, Verdict
from model.evaluate import Amount
from model.formats import WAN
from model.selection import Selection
from model.texts import text

PREFIX = "case."


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are all cases, columns documents; the chart draws the chosen case (`selection.row`, the first without one).

    Notes of kind `arithmetic` work out the chosen case, those of kind `arithmetic_other` the rest.
    """
    honoured = view.honoured(selection)
    documents = queries.selected_documents(tables, honoured)
    chosen = chosen_case(selection)
    if not documents:
        return _comparison(view, tables, selection, chosen, {}, {}, said.empty_because(tables, view, selection, has_documents=False))
    awards: dict[str, list[Row]] = {key: [] for key in documents}
    for award in queries.records(queries.awards(tables, honoured)):
        awards[award["document_id"]].append(award)
    results = {(case.code, key): result(case, awards[key], selection.inputs) for case in cases().values() for key in documents}
    return _comparison(view, tables, selection, chosen, documents, results, "")


def chosen_case(selection: Selection) -> Case:
    """The case that the reader chose, or the first."""
    known = cases()
    return known.get(selection.row.removeprefix(PREFIX), next(iter(known.values())))


def _comparison(
    view: View, tables: Tables, selection: Selection, chosen: Case, documents: dict[str, Row], results: dict[tuple[str, str], Result], empty_because: str,
) -> Comparison:
    lang = selection.lang
    columns = said.document_headings(tables, documents, selection)
    refs = said.document_refs(tables, documents, selection)
    rows = tuple(
        Heading(PREFIX + case.code, short_label(case, selection.inputs, lang), group=label("alignment_topic", case.row["topic"], lang), note=case_label(case, selection.inputs, lang))
        for case in cases().values()
    )
    states = {(row["document_id"], row["category"]): row["state"] for row in queries.records(tables["coverage"])}
    cells = tuple(_cell(cases()[code], found, key, documents, results, states, selection) for (code, key), found in results.items())
    drawn = tuple(cell.row for cell in cells if cell.row == PREFIX + chosen.code and cell.mark in MONEY_MARKS)[:1]
    title = case_label(chosen, selection.inputs, lang)
    notes = [*_method(selection), *_arithmetic(chosen, documents, columns, results, selection), *said.hidden(tables, view.honoured(selection)), *said.caveats(refs, selection)]
    return Comparison(
        view=view.name, selection=selection, snapshot=tables.snapshot, title=text("view.standard_cases.title", lang, case=title),
        finding=_finding(chosen, title, columns, cells, lang) if cells else "",
        chart=Chart("magnitude", "cny", WAN, text("case.axis", lang), rows, columns, drawn), cells=cells, notes=tuple(notes),
        sources=tuple(_sources(tables, documents, results, lang)), documents=refs, filters=said.filter_words(tables, view, selection), empty_because=empty_because,
    )


def _cell(
    case: Case, found: Result, column: str, documents: dict[str, Row], results: dict[tuple[str, str], Result], states: dict[tuple[str, str], str],
    selection: Selection,
) -> Cell:
    lang, row = selection.lang, PREFIX + case.code
    judged = _verdict(case, column, documents, results, selection)
    if not found.parts:
        state = states.get((column, case.row["category"]), "not_reviewed")
        mark = "not_reviewed" if state == "not_reviewed" else "absent"
        return Cell(row, column, mark, text(f"money.{mark}", lang), comparability=judged)
    mark = _mark(found)
    low = found.amount.low if mark in ("exact", "floor", "range") else None
    high = found.amount.high if mark in MONEY_MARKS else None
    ids = tuple(part.award["award_id"] for part in found.parts)
    return Cell(row, column, mark, result_words(case, found, lang), low, high, "cny" if mark in MONEY_MARKS else "", ids, judged)


def _mark(found: Result) -> str:
    """A range from zero is drawn as a ceiling; a result without amount is words, since nothing there is a number."""
    amount = found.amount
    if not found.counted or amount == Amount(0, None):
        return "text" if any(part.missed for part in found.parts) else "unstated"
    if amount.high is None:
        return "floor"
    if amount.low == amount.high:
        return "exact"
    return "range" if amount.low else "ceiling"


def _verdict(case: Case, column: str, documents: dict[str, Row], results: dict[tuple[str, str], Result], selection: Selection) -> Verdict | None:
    """How far two computed amounts compare: form and base no longer matter, all conditions still do."""
    filled = [key for key in documents if results[case.code, key].counted]
    baseline = selection.baseline if selection.baseline in documents else next(iter(filled), "")
    if column == baseline or not baseline:
        return None
    first, second = (results[case.code, key] for key in (baseline, column))
    if not first.parts or not second.parts:
        return verdict(["value_absent"], selection.lang) if first.parts or second.parts else None
    if not first.counted or not second.counted:
        return verdict(["value_unstated"], selection.lang)
    judged = compare_awards(Side(first.counted[0].award, documents[baseline]), Side(second.counted[0].award, documents[column]), selection.as_of, selection.lang)
    severity = {code: item["severity"] for code, item in code_list("reason").items()}
    return verdict([reason.code for reason in judged.reasons if severity[reason.code] == "conditional"], selection.lang)


def _finding(chosen: Case, title: str, columns: tuple[Heading, ...], cells: tuple[Cell, ...], lang: str) -> str:
    labels = {column.key: column.label for column in columns}
    own = [cell for cell in cells if cell.row == PREFIX + chosen.code]
    parts = [text("finding.value", lang, document=labels[cell.column], figure=cell.words) for cell in own if cell.mark not in ("absent", "not_reviewed")]
    silent = [labels[cell.column] for cell in own if cell.mark == "absent"]
    if not parts:
        return text("case.finding_none", lang, case=title)
    if silent:
        parts.append(text("finding.absent", lang, documents=said.join(silent, lang)))
    return text("case.finding", lang, case=title, said=text("list.clause", lang).join(parts))


def _method(selection: Selection) -> Iterable[Note]:
    lang = selection.lang
    yield Note("disclaimer", text("case.disclaimer", lang))
    yield from (Note("method", text(key, lang)) for key in ("case.method", "case.method_inputs", "note.absent"))
    known = {row["code"] for case in cases() for row in inputs_of(case)}
    unknown = [item for item in selection.inputs if item.split(":")[0] not in known]
    if unknown:
        yield Note("hidden", text("case.inputs_ignored", lang, names=said.join(unknown, lang)))


def _arithmetic(chosen: Case, documents: dict[str, Row], columns: tuple[Heading, ...], results: dict[tuple[str, str], Result], selection: Selection) -> Iterable[Note]:
    lang = selection.lang
    labels = {column.key: column.label for column in columns}
    ordered = [chosen, *(case for case in cases().values() if case != chosen)]
    for case in ordered:
        for key in documents:
            if results[case.code, key].parts:
                work = arithmetic(case, results[case.code, key], lang)
                if case == chosen:
                    yield Note("arithmetic", text("case.work", lang, document=labels[key], work=work))
                else:
                    yield Note("arithmetic_other", text("case.work_other", lang, case=short_label(case, selection.inputs, lang), document=labels[key], work=work))


def _sources(tables: Tables, documents: dict[str, Row], results: dict[tuple[str, str], Result], lang: str) -> Iterable[Source]:
    cities = queries.cities(tables)
    unique = {part.award["award_id"]: part.award for found in results.values() for part in found.parts}
    for award in unique.values():
        document = documents[award["document_id"]]
        yield said.award_source(dict(award), document, cities[document["city_id"]], lang)


VIEW = View("standard_cases", DOCUMENT_FILTERS, build)
