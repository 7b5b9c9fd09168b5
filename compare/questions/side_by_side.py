"""Side by side: which matter of two documents is being read."""

from collections.abc import Iterable

from compare.questions import what_changed
from compare.shared.change_links import Link
from compare.shared.view import DOCUMENT_FILTERS, View

# The page reads texts and computes nothing of its own; what the pair is and what belongs together is that of `what_changed`.
VIEW = View("side_by_side", DOCUMENT_FILTERS, what_changed.build)


def chosen_link(links: Iterable[Link], row: str) -> Link | None:
    """The matter with this key, or the first that holds the award or target that was chosen in one of the texts."""
    held = list(links)
    by_key = next((link for link in held if link.key == row), None)
    return by_key or next((link for link in held if row and row in (item.get("award_id") or item.get("target_id") for item in link.rows)), None)
