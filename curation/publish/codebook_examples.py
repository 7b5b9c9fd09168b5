"""Each form of award with its columns and worked examples on real rows, for the codebook."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from curation.check import curated
from curation.check.frames import document_files, rows_of_document
from curation.publish.markdown import both, code_names, pair, table
from model import money
from model.codes import read_csv
from model.guidance import worked_examples
from model.schema import FORM_RULES, MONEY_COLUMNS, SLICES
from wording import citation, formats
from wording.money import words
from wording.texts import definition, label

Row = dict[str, Any]

_LANGUAGES = ("zh", "en")


def form_lines(folder: Path) -> Iterable[str]:
    """One section per form: what it means, which columns it fills, and its examples from the documents in `folder`."""
    awards = _awards(folder)
    for form, rule in FORM_RULES.items():
        yield f"### form-{form}"
        yield ""
        yield f"**{pair(label('form', form, 'zh'), label('form', form, 'en'))}**. {pair(definition('form', form, 'zh'), definition('form', form, 'en'))}"
        yield ""
        for key, names in (("main", (rule.main,)), ("upper", (rule.upper,)), ("needs", rule.needs), ("may", rule.may)):
            named = [name for name in names if name]
            if named:
                yield f"- {both(f'codebook.{key}')}: {code_names(named)}"
        yield ""
        examples = [awards[row["award_id"]] for row in worked_examples() if row["form"] == form]
        heads = [both(f"codebook.{key}") for key in ("example", "at", "filled", "words", "payable", "why")]
        yield from table(heads, (_example(award) for award in examples))


def _awards(folder: Path) -> dict[str, Row]:
    """All awards by id, each with the article of its measure, its document and its city."""
    cities = {row["city_id"]: row for row in read_csv("cities")}
    found: dict[str, Row] = {}
    for path in document_files(folder):
        rows, _ = rows_of_document(curated.read(path), path.name)
        document = rows["documents"][0]
        articles = {row["measure_id"]: row["article"] for row in rows["measures"]}
        for award in rows["awards"]:
            place = {"article": articles[award["measure_id"]], "document": document, "city": cities[document["city_id"]]}
            found[award["award_id"]] = award | place
    return found


def _example(award: Row) -> list[str]:
    filled = [f"`{name}` {award[name]}" for name in ("form", "bound", *MONEY_COLUMNS, *SLICES, "per") if award[name] not in (None, [])]
    yuan, reason = money.payable_max(award)
    worth = both("codebook.none") if yuan is None else pair(*(formats.money(yuan, lang) for lang in _LANGUAGES))
    return [
        f"`{award['award_id']}`",
        pair(*(_place(award, lang) for lang in _LANGUAGES)),
        "; ".join(filled),
        pair(*(words(award, lang) for lang in _LANGUAGES)),
        worth,
        pair(*(definition("payable_reason", reason, lang) for lang in _LANGUAGES)),
    ]


def _place(award: Row, lang: str) -> str:
    return f"{citation.document_short(award['document'], award['city'], lang)} {citation.article_place(award['article'], lang)}"
