"""How much a file may ask of the machine; known before a library builds anything from it."""

from dataclasses import asdict, dataclass

from curation.read.reading import ReadError


@dataclass(frozen=True)
class Limits:
    """Bytes, counts and seconds. Ordinary documents of hundreds of pages stay far below; tests lower them."""

    file_bytes: int = 20 * 2**20
    unpacked_bytes: int = 200 * 2**20
    members: int = 5_000
    elements: int = 400_000
    attributes: int = 1_200_000
    depth: int = 500
    cells: int = 100_000
    pages: int = 400
    ocr_pages: int = 60
    characters: int = 3_000_000
    picture_pixels: int = 60_000_000
    seconds: int = 10
    memory_bytes: int = 450 * 2**20

    def record(self) -> dict[str, int]:
        """The limits as JSON."""
        return asdict(self)


LIMITS = Limits()


def within(count: int, limit: int, what: str, name: str) -> None:
    """Raise ReadError if a file holds more of something than is read; `what` is a code of read.limit.* words."""
    if count > limit:
        raise ReadError(f"read.too_many_{what}", name=name, count=str(count), limit=str(limit))
