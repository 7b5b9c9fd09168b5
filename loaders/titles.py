"""Recognised titles over all documents, from what was prepared at publishing: who names one, who supports one, first variants."""

from collections.abc import Iterable
from functools import lru_cache

from loaders.engine import Where
from loaders.snapshot import Tables

Variant = tuple[str, str, str]


def named_in(tables: Tables, document_ids: Iterable[str]) -> list[tuple[str, str, str]]:
    """(document, title, measure) for every title that a measure of these documents names, in reading order."""
    where = Where().one_of("document_id", document_ids)
    sql = f"SELECT document_id, designation, measure_id FROM named WHERE {where.text} ORDER BY document_id, article_order, measure_id, designation"
    return [(row[0], row[1], row[2]) for row in tables.engine.run(sql, where.values)[1]]


def supported(tables: Tables, document_ids: Iterable[str]) -> dict[str, set[str]]:
    """The titles for which each of these documents states some support, with a figure or without; none is left out of the keys."""
    wanted = list(document_ids)
    where = Where().one_of("document_id", wanted)
    found: dict[str, set[str]] = {document_id: set() for document_id in wanted}
    for document_id, title in tables.engine.run(f"SELECT document_id, designation FROM supported WHERE {where.text}", where.values)[1]:
        found[document_id].add(title)
    return found


def read_for_titles(tables: Tables, document_ids: Iterable[str]) -> frozenset[str]:
    """Those of the documents whose clauses were read for the titles that they name, so that silence about a title is a finding."""
    where = Where().one_of("document_id", document_ids).add("is_read")
    return frozenset(tables.engine.column(f"SELECT document_id FROM shelf WHERE {where.text}", where.values))


@lru_cache(maxsize=2)
def documents_by_title(tables: Tables) -> dict[str, int]:
    """In how many documents each title has a support of its own."""
    return dict(tables.engine.run("SELECT designation, count(*) FROM supported WHERE is_own GROUP BY designation ORDER BY designation")[1])


@lru_cache(maxsize=2)
def held(tables: Tables) -> frozenset[str]:
    """The titles for which any document states support, alone or side by side with others."""
    return frozenset(tables.engine.column("SELECT DISTINCT designation FROM supported"))


def first_of_variants(tables: Tables, variants: Iterable[Variant]) -> dict[Variant, str]:
    """The first award of each (title or beneficiary, level, Chinese words of the variant), whatever is filtered."""
    wanted = set(variants)
    where = Where().one_of("variant_zh", sorted({variant for _, _, variant in wanted})).one_of("title", sorted({title for title, _, _ in wanted}))
    rows = tables.engine.run(f"SELECT title, recognition_level, variant_zh, award_id FROM variants WHERE {where.text}", where.values)[1]
    return {(title, level, variant): award_id for title, level, variant, award_id in rows if (title, level, variant) in wanted}
