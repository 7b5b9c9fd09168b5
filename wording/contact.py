"""Whom to ask and when the data were last reviewed, in words; what is not set says how to set it."""

from model.settings import answerable
from wording.formats import day
from wording.texts import text


def contact_lines(lang: str) -> list[str]:
    """Two lines for the page of method: the contact and the day, or how to set each."""
    held = answerable()
    first = text("contact.is", lang, contact=held.contact) if held.contact else text("contact.unset", lang)
    if held.reviewed_on:
        return [first, text("contact.reviewed", lang, day=day(held.reviewed_on, lang))]
    return [first, text("contact.refused", lang, said=held.refused) if held.refused else text("contact.unreviewed", lang)]


def contact_line(lang: str) -> str:
    """One line for the foot of every page: what is set, or where it says how to set it."""
    held = answerable()
    said = [text("contact.is", lang, contact=held.contact)] if held.contact else []
    said += [text("contact.reviewed", lang, day=day(held.reviewed_on, lang))] if held.reviewed_on else []
    return text("contact.separator", lang).join(said) or text("contact.foot_unset", lang)
