"""How much the sentence over a page says: everything of a few documents, of many the beginning with what is left as a number."""

from collections.abc import Sequence

from model.saying import Words, listing, text

FEW = 5  # documents of which a sentence says everything
_SHOWN = 2


def first_of(parts: Sequence[Words], most: int) -> Words:
    """All parts up to `most`; of more the first two and how many there are: 新认定30万元、落户50万元等16项."""
    if len(parts) <= most:
        return listing(parts)
    return text("finding.more", shown=listing(parts[:_SHOWN]), count=len(parts))
