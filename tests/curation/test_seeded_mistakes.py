"""One mistake at random in a curated document is refused, or flagged for a second look: 120 in the quick version, 1,000 in the full one."""

from collections import Counter

import pytest

from curation.check import curated
from curation.check.doubts import doubts
from curation.check.evidence import library_faults, own_text
from curation.check.fault import Fault
from curation.check.frames import document_files, rows_of_document
from curation.check.validate import validate
from model.codes import read_csv
from tests.curation.seeded_mistakes import KINDS, mistakes
from tests.first_five import FIRST

DOCUMENTS = [curated.read(path) for path in document_files() if path.stem in FIRST]
TEXTS = {document["document"]["document_id"]: words for document in DOCUMENTS if (words := own_text(document))}
SEED = 20261127


def found(content: curated.Record, texts: dict[str, str]) -> set[Fault]:
    """Every fault and doubt, as `check` prints them; `texts` are what the library holds."""
    name = content["document"]["document_id"]
    rows, faults = rows_of_document(content, f"{name}.yaml")
    rows["cities"] = [dict(row) for row in read_csv("cities")]
    against = library_faults(content, f"{name}.yaml") if texts else ()
    return {*faults, *validate(rows, {name: f"{name}.yaml"}), *doubts(rows, {name: f"{name}.yaml"}, texts), *against}


def missed(count: int, texts: dict[str, str]) -> tuple[Counter[str], list[str]]:
    """How many mistakes of each kind were made, and which of them nothing named that was not named before."""
    before = {document["document"]["document_id"]: found(document, texts) for document in DOCUMENTS}
    made: Counter[str] = Counter()
    left = []
    for kind, done, content in mistakes(DOCUMENTS, count, SEED):
        made[kind] += 1
        if not found(content, texts) - before[content["document"]["document_id"]]:
            left.append(f"{kind}: {done}")
    return made, left


def shares(made: Counter[str], left: list[str]) -> str:
    """The share of each kind that was found, for docs/guarantees.md."""
    return ", ".join(f"{kind} {1 - sum(line.startswith(kind) for line in left) / made[kind]:.1%}" for kind in KINDS)


def test_the_curated_documents_have_no_fault_and_few_doubts() -> None:
    rows = sum(len(measure.get(section) or ()) for document in DOCUMENTS for measure in document["measures"] for section in ("awards", "targets"))
    without, beside = ([item for document in DOCUMENTS for item in found(document, texts)] for texts in ({}, TEXTS))
    assert {item.code for item in without} <= {"looks_swapped", "date_not_in_ledger"}
    assert len(without) <= rows // 80 and len(beside) <= rows // 40


def test_a_mistake_is_found_without_the_text() -> None:
    made, left = missed(120, {})
    assert sum(made.values()) == 120 and len(left) <= 6, "\n".join(left)
    assert not [line for line in left if line.startswith(("unit", "bound"))]


@pytest.mark.skipif(len(TEXTS) < len(DOCUMENTS), reason="the documents' own texts are not at hand")
def test_a_mistake_is_found_with_the_text() -> None:
    made, left = missed(120, TEXTS)
    assert sum(made.values()) == 120 and len(left) <= 1, "\n".join(left)


@pytest.mark.slow
def test_a_thousand_mistakes_without_the_text() -> None:
    made, left = missed(1000, {})
    print("without the text:", shares(made, left))
    assert len(left) <= 40, "\n".join(left)


@pytest.mark.slow
@pytest.mark.skipif(len(TEXTS) < len(DOCUMENTS), reason="the documents' own texts are not at hand")
def test_of_a_thousand_mistakes_at_most_ten_pass_with_the_text() -> None:
    made, left = missed(1000, TEXTS)
    print("with the text:", shares(made, left))
    assert len(left) <= 10, "\n".join(left)
