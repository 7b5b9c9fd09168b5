"""Standard cases: documented situations computed for every document, with the arithmetic and the rows behind it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from compare.shared import around as said
from compare.shared import difference
from compare.shared.grid import baseline, main_row, pinned
from compare.shared.material import Material, material
from compare.shared.silence import Silence, silence, silent_verdict
from compare.shared.view import DOCUMENT_FILTERS, View
from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model.case import Case, Result, cases, inputs_of, result
from model.comparability import Side, compare_awards
from model.comparison import MONEY_MARKS, Cell, Chart, Comparison, Heading, Note, Verdict
from model.evaluate import Amount
from model.money import WAN
from model.proposal import PROPOSAL, PROPOSED_DOCUMENT, proposed_awards, proposed_vouchers
from model.saying import Saying, Words, joined, label, listing, text
from model.selection import Selection

PREFIX = "case."


@dataclass(frozen=True)
class CaseLabel(Saying):
    """The name of a case with the inputs that the reader chose."""

    case: Case
    inputs: tuple[str, ...]
    short: bool = False


@dataclass(frozen=True)
class CaseResult(Saying):
    """What a document gives in a case: the amount, what it is made of and what is not known."""

    case: Case = field(hash=False)
    result: Result = field(hash=False)


@dataclass(frozen=True)
class CaseAmount(CaseResult):
    """The amount alone; empty where none is known."""


@dataclass(frozen=True)
class CaseArithmetic(CaseResult):
    """Every part with its article and steps, and how the parts come together."""


Results = dict[tuple[str, str], Result]  # by case and document


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are all cases, columns documents; the chart draws the chosen case (`selection.row`, the first without one).

    Notes of kind `arithmetic` work out the chosen case, those of kind `arithmetic_other` the rest.
    """
    held = material(view, tables, selection)
    documents, honoured = held.documents, held.asked
    awards: dict[str, list[Row]] = {key: [] for key in documents}
    found_awards = queries.records(queries.awards(tables, honoured))
    for award in found_awards:
        awards[award["document_id"]].append(award)
    proposals = [*proposed_awards(selection.proposals, found_awards), *proposed_vouchers(selection.proposals, found_awards)]
    if proposals:
        awards[PROPOSAL] = proposals
    results = {(case.code, key): result(case, found, selection.inputs) for case in cases().values() for key, found in awards.items()}
    return _comparison(view, held, selection, results, proposals)


def chosen_case(selection: Selection) -> Case:
    """The case that the reader chose, or the first."""
    known = cases()
    return known.get(selection.row.removeprefix(PREFIX), next(iter(known.values())))


def _comparison(view: View, held: Material, selection: Selection, results: Results, proposals: list[Row]) -> Comparison:
    chosen = chosen_case(selection)
    columns = said.column_headings(held, selection, proposals)
    rows: tuple[Heading, ...] = tuple(
        Heading(PREFIX + case.code, CaseLabel(case, selection.inputs, short=True), group=label("alignment_topic", case.row["topic"]), note=CaseLabel(case, selection.inputs))
        for case in cases().values()
    )
    cells = tuple(_cell(held, cases()[code], key, results, selection) for code, key in results)
    drawn = tuple(cell.row for cell in cells if cell.row == PREFIX + chosen.code and cell.mark in MONEY_MARKS)[:1]
    title: Words = CaseLabel(chosen, selection.inputs)
    parts = [dict(part.award) for (_, key), found in results.items() if key != PROPOSAL for part in found.parts]
    clauses = [clause for code, key in results if key != PROPOSAL and not results[code, key].parts for clause in _silent(held, cases()[code], key).clauses]
    return said.comparison(
        view, held, selection, Chart("magnitude", "cny", WAN, text("case.axis"), rows, columns, drawn), cells,
        title=text("view.standard_cases.title", case=title), finding=_finding(chosen, title, columns, cells),
        notes=[*_method(selection), *_arithmetic(chosen, columns, results, selection)], behind=[*parts, *clauses],
    )


def _cell(held: Material, case: Case, column: str, results: Results, selection: Selection) -> Cell:
    row, found = PREFIX + case.code, results[case.code, column]
    if column == PROPOSAL and not found.parts:
        return said.no_proposal(row)
    judged = _verdict(held, case, column, results, selection)
    if not found.parts:
        return _silent(held, case, column).cell(row, column, judged)
    mark, (low, high) = _mark(found), _ends(found)
    ids = () if column == PROPOSAL else tuple(part.award["award_id"] for part in found.parts)
    return Cell(row, column, mark, CaseResult(case, found), low, high, "cny" if mark in MONEY_MARKS else "", ids, judged,
                CaseAmount(case, found) if mark in MONEY_MARKS else "", difference=_difference(held, results.get((case.code, pinned(held.documents, selection))), found, selection, judged))


def _ends(found: Result) -> tuple[int | None, int | None]:
    """Lower and upper end of what is drawn; a range from zero has no lower one."""
    mark = _mark(found)
    return (found.amount.low if mark in ("exact", "floor", "range") else None, found.amount.high if mark in MONEY_MARKS else None)


def _difference(held: Material, own: Result | None, found: Result, selection: Selection, judged: Verdict | None) -> Words:
    """How much more or less than in the own city, where one support each makes the amount: of several the verdict judges only the first."""
    if own is None or any(len(result.counted) != 1 or not result.amount.is_known for result in (own, found)):
        return ""
    return difference.of_ends(judged, _ends(own), _ends(found), "cny", difference.whose(held.documents, selection))


def _silent(held: Material, case: Case, document_id: str) -> Silence:
    """How a document without an award for a case is silent: clauses may name its title or its matter all the same."""
    named = [clause for title in case.items("designations") for clause in held.spoken_of(document_id, title)]
    return silence(held, document_id, (case.row["category"],), (*named, *held.holding(document_id, case.items("terms"))))


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


def _verdict(held: Material, case: Case, column: str, results: Results, selection: Selection) -> Verdict | None:
    """How far two computed amounts compare: as far as the provisions behind them do, by the same rules as on every page."""
    documents = held.documents
    first_key = baseline((key for key in documents if results[case.code, key].counted), documents, selection)
    if column == first_key or not first_key:
        return None
    first, second = (results[case.code, key] for key in (first_key, column))
    if not first.parts or not second.parts:
        marks = ["stated" if found.parts else _silent(held, case, key).mark for key, found in ((first_key, first), (column, second))]
        return silent_verdict(marks[0], marks[1])
    a, b = (Side(main_row([dict(part.award) for part in found.counted or found.parts]), documents.get(key, PROPOSED_DOCUMENT)) for key, found in ((first_key, first), (column, second)))
    return compare_awards(a, b, selection.as_of)


def _finding(chosen: Case, title: Words, columns: tuple[Heading, ...], cells: tuple[Cell, ...]) -> Words:
    """The amounts of the chosen case alone; what cannot be computed and who is silent stand in the table."""
    labels = {column.key: said.spoken(column) for column in columns}
    own = [cell for cell in cells if cell.row == PREFIX + chosen.code]
    parts = [text("finding.value", document=labels[cell.column], figure=cell.figure) for cell in own if cell.figure]
    if not parts:
        return text("case.finding_none", case=title)
    return text("case.finding" if len(parts) == len(own) else "case.finding_some", case=title, said=joined("list.clause", parts))


def _method(selection: Selection) -> Iterable[Note]:
    yield Note("disclaimer", text("case.disclaimer"))
    yield from (Note("method", text(key)) for key in ("case.method", "case.method_inputs", "note.absent"))
    known = {row["code"] for case in cases() for row in inputs_of(case)}
    unknown = [item for item in selection.inputs if item.split(":")[0] not in known]
    if unknown:
        yield Note("hidden", text("case.inputs_ignored", names=listing(unknown)))


def _arithmetic(chosen: Case, columns: tuple[Heading, ...], results: Results, selection: Selection) -> Iterable[Note]:
    labels = {column.key: column.label for column in columns}
    ordered = [chosen, *(case for case in cases().values() if case != chosen)]
    for case in ordered:
        for key in labels:
            if results[case.code, key].parts:
                work = CaseArithmetic(case, results[case.code, key])
                if case == chosen:
                    yield Note("arithmetic", text("case.work", document=labels[key], work=work))
                else:
                    yield Note("arithmetic_other", text("case.work_other", case=CaseLabel(case, selection.inputs, short=True), document=labels[key], work=work))


VIEW = View("standard_cases", DOCUMENT_FILTERS, build)
