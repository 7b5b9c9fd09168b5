"""docs/CODEBOOK.md, derived from the schema, the code lists and real rows of the curated documents."""

from collections.abc import Iterable
from pathlib import Path

from curation.publish.codebook_examples import form_lines
from curation.publish.markdown import both, code_names, pair, table
from model.codes import code_list, read_csv
from model.fields import FIELDS, Field
from model.paths import CODEBOOK, CURATED, DOCS
from model.schema import TABLES, Table
from wording.guidance import borderline_rules
from wording.texts import text

CODEBOOK_FILE = DOCS / "CODEBOOK.md"

_SHOWN = ("code", "zh", "en", "definition_zh", "definition_en")


def codebook(folder: Path = CURATED) -> str:
    """The codebook as Markdown; `folder` holds the curated documents that the worked examples come from."""
    parts: list[str] = [f"# {both('codebook.title')}", "", both("codebook.generated", "  \n"), ""]
    parts += [f"## {both('codebook.tables')}", "", *(line for item in TABLES.values() for line in _table_lines(item))]
    parts += [f"## {both('codebook.forms')}", "", *form_lines(folder)]
    parts += [f"## {both('codebook.borderline')}", "", *_borderline_lines()]
    parts += [f"## {both('codebook.fields')}", "", *(line for field in FIELDS.values() for line in _field_lines(field))]
    parts += [f"## {both('codebook.lists')}", "", *(line for name in list_names() for line in _list_lines(name))]
    return "\n".join(parts).rstrip() + "\n"


def list_names() -> tuple[str, ...]:
    """Every code list of `data/codebook`: a file whose rows have a code, a label and a definition in both languages."""
    names = (path.stem for path in sorted(CODEBOOK.glob("*.csv")))
    return tuple(name for name in names if (rows := read_csv(name)) and all(column in rows[0] for column in _SHOWN))


def _table_lines(item: Table) -> Iterable[str]:
    yield f"### {item.name}"
    yield ""
    yield pair(text("codebook.row", "zh", row=item.row_zh), text("codebook.row", "en", row=item.row_en))
    yield ""
    yield f"- {both('codebook.key')}: {code_names(item.key)}"
    if item.references:
        refers = ", ".join(f"`{column}` → `{other}`" for column, other in item.references)
        yield f"- {both('codebook.refers')}: {refers}"
    yield f"- {both('codebook.columns')}: {', '.join(f'[`{name}`](#{name})' for name in item.columns)}"
    yield ""


def _field_lines(field: Field) -> Iterable[str]:
    held = [item for item in TABLES.values() if field.name in item.columns]
    required = [item.name for item in held if item.is_required(field.name)]
    yield f"### {field.name}"
    yield ""
    yield f"**{pair(field.zh, field.en)}**. {pair(field.describe_zh, field.describe_en)}"
    yield ""
    facts = [f"{both('codebook.type')}: {field.type}"]
    if field.unit:
        facts.append(f"{both('codebook.unit')}: {field.unit}")
    if field.codes:
        facts.append(f"{both('codebook.codes')}: [{field.codes}](#list-{field.codes})")
    facts.append(f"{both('codebook.in_tables')}: {code_names(item.name for item in held)}")
    facts.append(f"{both('codebook.required')}: {code_names(required) or '–'}")
    yield "- " + "\n- ".join(facts)
    yield ""


def _list_lines(name: str) -> Iterable[str]:
    yield f"### list-{name}"
    yield ""
    heads = [both("codebook.code"), both("codebook.label"), both("codebook.definition"), both("codebook.other")]
    yield from table(heads, (_code_cells(row) for row in code_list(name).values()))


def _code_cells(row: dict[str, str]) -> list[str]:
    """A code with its label and definition; whatever else the list says of it follows as name: value."""
    other = "; ".join(f"{name}: {value}" for name, value in row.items() if name not in _SHOWN and value)
    return [f"`{row['code']}`", pair(row["zh"], row["en"]), pair(row["definition_zh"], row["definition_en"]), other]


def _borderline_lines() -> Iterable[str]:
    for zh, en in zip(borderline_rules("zh"), borderline_rules("en"), strict=True):
        yield f"- **{pair(zh.title, en.title)}**  \n  {zh.words}  \n  {en.words}"
    yield ""
