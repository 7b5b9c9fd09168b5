"""R&D and development targets: every goal with its value, wording, target year and definition, R&D intensity first."""

from compare.shared import around as said
from compare.shared import difference, target_rows
from compare.shared.goal_spread import goal_spread
from compare.shared.grid import Matrix, comparability_notes, judge
from compare.shared.listed_targets import list_of_targets
from compare.shared.material import Material, material
from compare.shared.others import or_others
from compare.shared.parts import by_part
from compare.shared.silence import filtered, silence
from compare.shared.target_rows import Line
from compare.shared.view import DOCUMENT_FILTERS, View
from loaders import lookups, queries
from loaders.paging import Rows
from loaders.queries import Row
from loaders.snapshot import Tables
from model.comparability import compare_targets
from model.comparison import Cell, Chart, Comparison, Heading, Note, Verdict
from model.proposal import PROPOSAL, proposed_targets
from model.saying import Words, goal_of, joined, label, listing, own, place_of, small, text
from model.selection import Selection
from model.target import COVERAGE


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are definitions, columns documents. Only rows of one definition share an axis; the chart draws one row."""
    held = material(view, tables, selection)
    documents, honoured = held.documents, held.asked
    targets = queries.records(queries.targets(tables, honoured))
    proposals = proposed_targets(selection.proposals, targets)
    lines = target_rows.lines_of([*targets, *proposals])
    columns = said.column_headings(held, selection, proposals)
    matrix = Matrix(_headings(lines), columns, {(line.key, key): stated for line in lines for key, stated in line.stated.items()}, documents)
    hidden = _hidden(held)
    cells = tuple(
        filtered(line.key, key) if key not in line.stated and (target_rows.definition_key(line.first), key) in hidden else _cell(held, matrix, line, key, targets, selection)
        for line in lines for key in (column.key for column in columns)
    )
    drawn = _drawn(lines, selection.row)
    return said.comparison(
        view, held, selection, _chart(drawn, matrix), cells, behind=targets,
        finding=_finding(_spoken_of(lines, drawn, selection.row), columns, cells) if lines else "", notes=_notes(matrix, lines, cells, targets, selection),
    )


def _hidden(held: Material) -> frozenset[tuple[str, str]]:
    """(definition, document) where the document sets such a goal, so that it is not silent if a filter leaves nothing of it."""
    if not any(getattr(held.asked, name) for name in ("categories", "levels", "indicators")):
        return frozenset()
    return frozenset((target_rows.definition_key(target), target["document_id"]) for target in lookups.of_documents(held.tables, "targets", held.documents))


def goals(tables: Tables) -> dict[str, Words]:
    """The names of all goals with a number by `indicator.level`, in reading order; a proposal may be made for each."""
    lines = target_rows.lines_of(list(lookups.goals_of_each_kind(tables)))
    numbered = [line for line in reversed(lines) if line.first["comparator"] not in COVERAGE]
    found = {f"{line.first['indicator']}.{line.first['recognition_level']}": target_rows.row_label(line) for line in numbered}
    return dict(reversed(found.items()))


def _headings(lines: list[Line]) -> tuple[Heading, ...]:
    labels: dict[str, Words] = {}
    headings = []
    for line in lines:
        label_words = target_rows.row_label(line)
        headings.append(Heading(line.key, label_words, text(f"targets.group_{line.group}"), target_rows.row_note(line, labels)))
        labels[line.key] = label_words
    return tuple(headings)


def _cell(held: Material, matrix: Matrix, line: Line, column: str, targets: list[Row], selection: Selection) -> Cell:
    stated = line.stated.get(column)
    if column == PROPOSAL and not stated:
        return said.no_proposal(line.key)
    categories = line.first["categories"][:1]
    judged = judge(matrix, line.key, column, selection, compare_targets, lambda key: silence(held, key, categories))
    if not stated:
        return silence(held, column, categories).cell(line.key, column, judged)
    shown = stated[0]
    mark, low, high = target_rows.span(shown)
    ids = () if column == PROPOSAL else tuple(row["target_id"] for target in stated for row in (target, *target_rows.restating(target, targets)))
    words = joined("list.clause", (_words(target, targets) for target in stated))
    unit = shown["unit"] if mark != "text" else ""
    return Cell(line.key, column, mark, words, low, high, unit, ids, judged, goal_of(shown), difference=_difference(matrix, line, column, selection, judged))


def _difference(matrix: Matrix, line: Line, column: str, selection: Selection, judged: Verdict | None) -> Words:
    """How much more or less than the own goal, where both are one number."""
    held = difference.pair(matrix, line.key, column, selection)
    if not held or len(line.stated[column]) > 1:
        return ""
    ends = [target_rows.span(goal)[1:] for goal in held]
    return difference.of_ends(judged, ends[0], ends[1], held[0]["unit"], difference.whose(matrix.documents, selection))


def _words(target: Row, targets: list[Row]) -> Words:
    """2022年达到3%以上 · 二、(一)1 · 全市, with every clause that says the goal."""
    articles = [place_of(row["article"]) for row in (target, *target_rows.restating(target, targets))]
    words = text("targets.cell", figure=goal_of(target), article=listing(articles))
    scope = own(target, "scope")
    return text("targets.cell_scope", words=words, scope=small(scope)) if scope else words


def _drawn(lines: list[Line], chosen: str) -> Line | None:
    """The chosen row if it has numbers, without a choice R&D intensity, else the first row with numbers."""
    numbers = [line for line in lines if line.first["comparator"] not in COVERAGE]
    if any(line.key == chosen for line in lines):
        return next((line for line in numbers if line.key == chosen), None)
    return numbers[0] if numbers else None


def _spoken_of(lines: list[Line], drawn: Line | None, chosen: str) -> Line:
    """The row that the sentence is about: the chosen one, else the drawn one, else the first."""
    return next((line for line in lines if line.key == chosen), drawn or lines[0])


def _chart(line: Line | None, matrix: Matrix) -> Chart:
    if line is None:
        return Chart("matrix", "", 1, "", matrix.rows, matrix.columns)
    unit = line.first["unit"]
    scaled = text(f"targets.unit_{unit}") if unit in target_rows.SCALES else label("unit", unit)
    columns = {column.key: column.label for column in matrix.columns}
    years = [text("targets.axis_year", document=columns[key], year=stated[0]["target_year"] or text("targets.no_year"))
             for key, stated in line.stated.items()]
    axis = text("targets.axis", indicator=target_rows.row_label(line), unit=scaled, years=listing(years))
    return Chart("magnitude", unit, target_rows.SCALES.get(unit, 1), axis, matrix.rows, matrix.columns, (line.key,))


def _finding(line: Line, columns: tuple[Heading, ...], cells: tuple[Cell, ...]) -> Words:
    """What each document aims at in a row, and which of those that were read have no such goal."""
    parts = []
    for column in columns:
        if column.key in line.stated:
            figures = listing(goal_of(target) for target in line.stated[column.key])
            parts.append(text("finding.value", document=said.spoken(column), figure=figures))
    absent = {cell.column for cell in cells if cell.row == line.key and cell.mark == "absent" and cell.column != PROPOSAL}
    silent = [said.spoken(column) for column in columns if column.key in absent]
    if silent:
        parts.append(text("finding.absent", documents=listing(silent)))
    return text("finding.row", row=target_rows.row_label(line), said=joined("list.clause", parts))


def _notes(matrix: Matrix, lines: list[Line], cells: tuple[Cell, ...], targets: list[Row], selection: Selection) -> list[Note]:
    if not lines:
        return []
    names = {row.key: row.label for row in matrix.rows}
    columns = {column.key: column.label for column in matrix.columns}
    pairs = {frozenset((line.key, other)): reason for line in lines for other, reason in line.near.items()}
    near = [Note("definition", text("targets.near", a=names[a], b=small(names[b]), reason=reason)) for (a, b), reason in (
        (sorted(pair, key=list(names).index), reason) for pair, reason in pairs.items())]
    defined = [Note("definition", text("targets.definition", indicator=row.label, definition=row.note))
               for row, line in zip(matrix.rows, lines, strict=True) if row.note and line.group != "near"]
    remarks = [
        Note("definition", text("targets.remark", document=columns[target["document_id"]], indicator=label("indicator", target["indicator"]), note=own(target, "note")))
        for target in targets if own(target, "note")
    ]
    rules = [Note("method", text(key)) for key in ("targets.rule_words", "targets.rule_axis", "note.absent")]
    return [*comparability_notes(matrix, cells, selection), *near, *rules, *remarks, *defined]


VIEW = View("targets", (*DOCUMENT_FILTERS, "categories", "levels", "indicators"), or_others(by_part(build, spread=goal_spread, listed=list_of_targets)), lambda tables, selection: Rows("targets", selection))
