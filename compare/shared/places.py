"""Several clauses of one document in one phrase."""

from collections.abc import Iterable

from compare.shared.words import join
from model.citation import article_place
from model.texts import text


def places(articles: Iterable[str], lang: str) -> str:
    """第4、6、7条 where articles run through; compound places stand one after the other, set apart by strokes."""
    listed = list(dict.fromkeys(str(article) for article in articles))
    if all(article.isdigit() for article in listed):
        return text("citation.article", lang, article=join(listed, lang))
    return text("list.places", lang).join(article_place(article, lang) for article in listed)
