"""Whether every recognised title that a clause names is registered: `designations_named` against the text itself."""

import re

from curation.check.curated import Record, records
from curation.read.articles import articles
from model.characters import as_read, simplified
from model.titles import names_in

# Several measures of one article differ in a letter behind its number: 29a, 29b.
_LETTER = re.compile(r"[a-z]$")


def clauses(content: Record, text: str) -> dict[str, str]:
    """The text of each measure's clause by measure id, in simplified script."""
    plain = simplified(text)
    return {measure: plain[start:end] for measure, (start, end) in spans(content, text).items()}


def spans(content: Record, text: str) -> dict[str, tuple[int, int]]:
    """Where each measure's clause stands in the text, by measure id.

    A clause is found by its number; where the numbering leaves one out, it is the text between its neighbours.
    """
    found, behind = {}, 0
    held = {article.key: (article.start, article.end) for article in articles(text)}
    ids = [str(row.get("measure_id", "")) for row in records(content.get("measures"))]
    places = [held.get(key) or held.get(_LETTER.sub("", key)) for key in (measure.partition(".")[2] for measure in ids)]
    for place, measure in enumerate(ids):
        start, end = places[place] or (behind, next((span[0] for span in places[place + 1 :] if span), len(text)))
        found[measure], behind = (start, end), end
    return found


def unregistered(content: Record, text: str) -> list[tuple[str, str, str]]:
    """Every name of a title that a clause holds and its measure neither registers nor explains: measure, name, title.

    A name within one of the measure's `lookalikes` is explained.
    """
    found, written = [], clauses(content, text)
    for measure in records(content.get("measures")):
        record, registered = str(measure.get("measure_id", "")), measure.get("designations_named") or ()
        words = as_read(written[record])
        for other in measure.get("lookalikes") or ():
            words = words.replace(as_read(other), "\n")
        found += [(record, name, title) for title, name in {title: name for name, title in names_in(words)}.items() if title not in registered]
    return found
