"""What a search over everything finds: names that lead to a page, places, departments, documents and clauses; and what is near if nothing is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic

from compare.questions.glossary import glossary
from compare.shared.around import document_refs
from compare.shared.signposts import Signpost, find, named
from loaders import finding, lookups, queries
from loaders.snapshot import Tables
from model.comparison import DocumentRef, W
from model.saying import Own, Words, figure_of, goal_of, listing, own, place_of, text
from model.search import code_names
from model.selection import Selection, query

SHOWN = 20  # clauses on the page of results; all of them stand on the page of clauses
_POSTS, _PLACES, _OFFICES, _DOCUMENTS, _TERMS = 8, 8, 8, 12, 6


@dataclass(frozen=True)
class Hit(Generic[W]):
    """A clause that was found. `parts` is what can be read of it, one after the other: summary, figures, departments."""

    measure_id: str
    title: W
    article: W
    document: DocumentRef[W]
    parts: tuple[W, ...]


@dataclass(frozen=True)
class Hits(Generic[W]):
    """Everything that was found, and how many clauses there are in all."""

    posts: tuple[Signpost[W], ...]
    places: tuple[Signpost[W], ...]
    offices: tuple[Signpost[W], ...]
    documents: tuple[DocumentRef[W], ...]
    clauses: tuple[Hit[W], ...]
    total: int
    terms: tuple[Signpost[W], ...] = ()


def search(tables: Tables, words: str, selection: Selection, views: Iterable[str]) -> Hits:
    """Whatever answers to the words, the documents that may be read as valid on the day first; nothing for no words."""
    if not words:
        return Hits((), (), (), (), (), 0)
    ids, total = finding.clauses_called(tables, words, selection.as_of, SHOWN)
    return Hits(
        find(tables, words, selection, views)[:_POSTS],
        tuple(_place(tables, place.city["city_id"], selection) for place in finding.places(tables, words, _PLACES) if place.documents),
        tuple(_office(name, selection) for name in finding.offices_called(tables, words, _OFFICES)),
        document_refs(tables, finding.documents_called(tables, words, selection.as_of, _DOCUMENTS), selection),
        tuple(_hits(tables, ids, selection)), total, tuple(_terms(words, selection)),
    )


@dataclass(frozen=True)
class Nothing(Generic[W]):
    """What can be said where no clause is found: how often each word stands alone, and names that are near."""

    alone: tuple[W, ...]
    near: tuple[Signpost[W], ...]


def nothing(tables: Tables, words: str, selection: Selection, views: Iterable[str]) -> Nothing:
    """Each word by itself, where several were typed, and the titles, indicators and topics whose names share most with the words."""
    counted = finding.alone(tables, words) if len(words.split()) > 1 else ()
    alone = tuple(text("search.alone", word=word, count=count) for word, count in counted)
    known = {post.code: (names, post) for names, post in named(tables, selection) if post.view in set(views)}
    near = finding.near(words, ((code, name) for code, (names, _) in known.items() for name in names))
    return Nothing(alone, tuple(known[code][1] for code in near))


def _hits(tables: Tables, ids: Iterable[str], selection: Selection) -> Iterable[Hit]:
    rows = lookups.by_id(tables, "measures", ids)
    refs = {ref.document_id: ref for ref in document_refs(tables, dict.fromkeys(row["document_id"] for row in rows.values()), selection)}
    for key, row in rows.items():
        figures = [figure_of(award) for award in lookups.of_measure(tables, "awards", key)] + [goal_of(goal) for goal in lookups.of_measure(tables, "targets", key)]
        offices = listing([*row["lead_departments"], *row["departments"]], once=True)
        yield Hit(key, own(row, "title"), place_of(row["article"]), refs[row["document_id"]], (own(row, "summary"), listing(figures, once=True), offices))


def _terms(words: str, selection: Selection) -> Iterable[Signpost]:
    """The terms of the glossary, each with the name of its list; the link searches the glossary for the same words."""
    found = ((finding.rank(words, (term.zh, term.en, *code_names(group.list, term.code))), group, term) for group in glossary(words) for term in group.terms)
    for _, group, term in sorted(found, key=lambda item: item[0] or 0)[:_TERMS]:
        yield Signpost(f"{group.list}.{term.code}", text("search.term", term=Own(term.zh, term.en), list=group.name), "glossary", query(selection.fresh().having(text=words)))


def _place(tables: Tables, city_id: str, selection: Selection) -> Signpost:
    name: Words = own(queries.cities(tables)[city_id], "name")
    return Signpost(city_id, name, "city", query(selection.fresh().having(cities=(city_id,))))


def _office(name: str, selection: Selection) -> Signpost:
    return Signpost(name, name, "responsibilities", query(selection.fresh().having(text=name)))
