"""Several clauses of one document in one phrase."""

from collections.abc import Iterable

from model.saying import Words, joined, listing, place_of, text


def places(articles: Iterable[str]) -> Words:
    """第4、6、7条 where articles run through; compound places stand one after the other, set apart by strokes."""
    listed = list(dict.fromkeys(str(article) for article in articles))
    if all(article.isdigit() for article in listed):
        return text("citation.article", article=listing(listed))
    return joined("list.places", (place_of(article) for article in listed))
