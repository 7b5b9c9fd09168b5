"""What a document says of itself: title, issuer, number, dates, release, kind of paper, and what it follows or ends."""

from curation.face.found import Doubt, Found
from curation.face.reader import Face, read_face

__all__ = ["Doubt", "Face", "Found", "read_face"]
