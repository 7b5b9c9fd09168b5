"""The clause behind every figure, in the document's own words, for the documents that the library holds."""

from collections.abc import Iterable

from compare.shared.reading import clause_words
from loaders.document_library import document_text
from loaders.snapshot import Tables
from wording.answer import Answer


def clauses_of(tables: Tables, comparisons: Iterable[Answer]) -> dict[str, str]:
    """The sentence in which a row's figure stands, by row id; rows whose document is not in the library are left out."""
    found: dict[str, str] = {}
    for comparison in comparisons:
        for source in comparison.sources:
            if source.row_id in found:
                continue
            document = document_text(tables, source.document_id)
            words = clause_words(document, source.row_id) if document else ""
            if words:
                found[source.row_id] = words
    return found
