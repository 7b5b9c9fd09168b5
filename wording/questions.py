"""The Sayings of single questions in words: whole sentences that a language builds in its own way."""

from compare.questions.responsibilities import DutyList
from compare.shared.clauses import AwardSentence
from compare.shared.places import places
from compare.shared.title_rows import TitleOption
from model.saying import own
from wording import money
from wording.say import say, told
from wording.texts import label, text, title_names


@told.register
def _(words: AwardSentence, lang: str) -> str:
    """A full sentence with the figure; the condition is left out where the words of the beneficiary have said it all."""
    award, beneficiary, condition = words.award, say(own(words.award, "beneficiary"), lang), say(own(words.award, "condition"), lang)
    parts = (set(condition), set(beneficiary)) if lang == "zh" else (set(condition.casefold().split()), set(beneficiary.casefold().split()))
    key = "citation.award_sentence" if parts[0] <= parts[1] else "citation.award_sentence_condition"
    return text(
        key, lang, citation=say(words.clause, lang), beneficiary=beneficiary, condition=money.in_sentence(condition), figure=money.words(award, lang),
    )


@told.register
def _(words: DutyList, lang: str) -> str:
    """The departments of a cell, who leads first; names that are the same in this language are one entry."""
    held: dict[tuple[bool, str], list[str]] = {}
    for leads, department, article in words.entries:
        held.setdefault((leads, say(department, lang)), []).append(article)
    return text("list.clause", lang).join(
        text("responsibilities.leads" if leads else "responsibilities.takes_part", lang, department=name, articles=say(places(articles), lang))
        for (leads, name), articles in held.items()
    )


@told.register
def _(words: TitleOption, lang: str) -> str:
    """A title in a list that is searched by typing, with everything else that it is called in the language."""
    shown = label("designation", words.title, lang)
    others = text("list.separator", lang).join(name for name in title_names(words.title, lang) if name != shown)
    return text("by_title.option", lang, title=shown, aliases=others) if others else shown
