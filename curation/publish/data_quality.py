"""docs/data-quality.md: how far two readings agree, and how ambiguous cases were decided."""

from collections.abc import Iterable

from curation.publish.markdown import both, pair, table
from model.fields import FIELDS
from model.guidance import agreement, ambiguous_cases
from model.paths import DOCS
from model.schema import TABLES
from wording.texts import text

DATA_QUALITY_FILE = DOCS / "data-quality.md"


def data_quality() -> str:
    """The document as Markdown, Chinese and English side by side."""
    lines = [f"# {both('quality.title')}", ""]
    for key in ("quality.generated", "method.quality_intro", "method.quality_limit", "method.quality_found"):
        lines += [both(key, "  \n"), ""]
    heads = [both(f"method.quality.{name}") for name in ("table", "field", "agreed", "total", "percent")]
    lines += table(heads, _agreement_rows())
    lines += [f"## {both('method.ambiguous')}", "", *_ambiguous_lines()]
    return "\n".join(lines).rstrip() + "\n"


def _agreement_rows() -> Iterable[list[str]]:
    for item in agreement():
        table_name = pair(TABLES[item.table].name, TABLES[item.table].row_zh)
        yield [table_name, _field_name(item.field), str(item.agreed), str(item.total), f"{item.percent} %"]


def _field_name(field: str) -> str:
    if field == "found":
        return both("method.quality.found")
    return f"`{field}` {pair(FIELDS[field].zh, FIELDS[field].en)}"


def _ambiguous_lines() -> list[str]:
    cases = ambiguous_cases()
    differed = sum(case["passes_differed"] == "true" for case in cases)
    said = (text("method.ambiguous_intro", lang, count=len(cases), differed=differed) for lang in ("zh", "en"))
    heads = [both(f"method.ambiguous.{name}") for name in ("document", "place", "matter", "decision", "reason", "differed")]
    rows = ([
        f"`{case['document_id']}`", case["place"], *(pair(case[f"{name}_zh"], case[f"{name}_en"]) for name in ("matter", "decision", "reason")),
        both("method.yes" if case["passes_differed"] == "true" else "method.no"),
    ] for case in cases)
    return ["  \n".join(said), "", *table(heads, rows)]
