"""Status and verdict as small coloured words; the colour never says more than the word."""

from components.escape import Markdown, escape
from wording.answer import Verdict
from wording.texts import label

_STATUS_COLOURS = {"in_force": "green", "no_repeal_found": "blue", "draft": "violet", "repealed": "red", "expired": "red", "not_yet": "violet"}
_VERDICT_COLOURS = {"direct": "green", "conditional": "orange", "not_comparable": "gray"}


def status_badge(status: str, lang: str) -> Markdown:
    """A document's status as Markdown."""
    return f":{_STATUS_COLOURS.get(status, 'gray')}-badge[{escape(label('status', status, lang))}]"


def verdict_badge(verdict: Verdict) -> Markdown:
    """A verdict as Markdown."""
    return f":{_VERDICT_COLOURS[verdict.code]}-badge[{escape(verdict.words)}]"
