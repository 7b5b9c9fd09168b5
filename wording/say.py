"""Sayings in the words of one language. The Sayings of a single question register their words in the module of that question."""

from collections.abc import Iterable
from functools import singledispatch

from model import saying
from model.saying import Words
from wording import citation, formats, money
from wording.target_words import quantity, target_words
from wording.texts import definition, label, text


def say(words: Words, lang: str) -> str:
    """Words as a person reads them; what has no language stays as it is."""
    return words if isinstance(words, str) else str(told(words, lang))


def say_all(parts: Iterable[Words], lang: str) -> list[str]:
    """Several Words, each in the words of the language."""
    return [say(part, lang) for part in parts]


@singledispatch
def told(words: object, lang: str) -> str:
    """The words of one kind of Saying; each kind is registered. Raises TypeError for one that nobody has put into words."""
    raise TypeError(f"nobody says {type(words).__name__}")


@told.register
def _(words: saying.Text, lang: str) -> str:
    values = {name: say(value, lang) if isinstance(value, saying.Saying) else value for name, value in words.values}
    return text(words.key, lang, **values)


@told.register
def _(words: saying.Label, lang: str) -> str:
    return label(words.list, words.code, lang)


@told.register
def _(words: saying.Definition, lang: str) -> str:
    return definition(words.list, words.code, lang)


@told.register
def _(words: saying.Own, lang: str) -> str:
    return {"zh": words.zh, "en": words.en}[lang]


@told.register
def _(words: saying.Small, lang: str) -> str:
    return money.in_sentence(say(words.of, lang))


@told.register
def _(words: saying.Capital, lang: str) -> str:
    said = say(words.of, lang)
    return said[:1].upper() + said[1:]


@told.register
def _(words: saying.Joined, lang: str) -> str:
    parts = say_all(words.parts, lang)
    return (text(words.separator, lang) if words.separator else "").join(dict.fromkeys(parts) if words.once else parts)


@told.register
def _(words: saying.Listed, lang: str) -> str:
    first, *others = say_all(words.parts, lang)
    return text("list.separator", lang).join([first, *(money.in_sentence(part) for part in others if part)])


@told.register
def _(words: saying.WithLevel, lang: str) -> str:
    name, level = say(words.name, lang), say(words.level, lang)
    return name if level in name.casefold() else text("row.title_level", lang, title=name, level=level)


@told.register
def _(words: saying.Figure, lang: str) -> str:
    return money.words(words.award, lang)


@told.register
def _(words: saying.Goal, lang: str) -> str:
    return target_words(words.target, lang)


@told.register
def _(words: saying.Place, lang: str) -> str:
    return citation.article_place(words.article, lang)


@told.register
def _(words: saying.Day, lang: str) -> str:
    return formats.day(words.value, lang)


@told.register
def _(words: saying.Yuan, lang: str) -> str:
    return formats.money(words.value, lang)


@told.register
def _(words: saying.Percent, lang: str) -> str:
    return formats.percent(words.value)


@told.register
def _(words: saying.Quantity, lang: str) -> str:
    return quantity(words.value, words.unit, lang)


@told.register
def _(words: saying.DocumentName, lang: str) -> str:
    name = citation.document_short if words.short else citation.document_label
    return name(words.document, words.city, lang)


@told.register
def _(words: saying.PlaceName, lang: str) -> str:
    return citation.place_name(words.city, lang)


@told.register
def _(words: saying.Cited, lang: str) -> str:
    return citation.inline(words.document, words.city, words.article, lang)


@told.register
def _(words: saying.Reference, lang: str) -> str:
    return citation.reference(words.document, lang)
