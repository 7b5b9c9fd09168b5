"""The text of a Word file: .docx, .docm and .dotx, in the transitional and the strict edition of ISO/IEC 29500."""

from collections.abc import Callable
from typing import Any

from curation.read.limits import Limits
from curation.read.package import Package, attribute, local
from curation.read.reading import ReadError, Reading, counted
from curation.read.word_body import Body
from curation.read.word_numbers import Numbering, numbering_of
from curation.read.word_styles import Styles, styles_of


def read_word(data: bytes, name: str, limits: Limits) -> Reading:
    """Every paragraph and table of the body in order, with footnotes, text boxes and the numbers that Word computes.

    Raises ReadError for a file that is damaged, locked or no Word file.
    """
    package = Package(data, name, limits)
    main = next((target for kind, target in package.related("").values() if kind == "officeDocument"), "word/document.xml")
    if not package.has(main):
        raise ReadError("read.no_word", name=name)
    related = package.related(main)
    parts = {kind: package.xml(target) for kind, target in related.values() if kind in ("styles", "numbering", "footnotes", "endnotes", "comments") and package.has(target)}
    root = package.xml(main)
    if local(root) != "document":
        raise ReadError("read.no_word", name=name)
    body = Body(
        styles_of(parts["styles"]) if "styles" in parts else Styles(), numbering_of(parts["numbering"]) if "numbering" in parts else Numbering(),
        _notes(parts), _chunks(package, related, limits), name, limits,
    )
    lines = body.lines(root)
    body.left_out["comment"] += sum(local(held) == "comment" for held in parts.get("comments", ()))
    body.left_out["page_furniture"] += sum(_has_words(package.xml(target)) for kind, target in related.values() if kind in ("header", "footer") and package.has(target))
    text = "\n".join(line.rstrip() for line in lines if line.strip()) + "\n"
    return Reading(text, "word", counted(body.left_out), ("open_changes",) if body.is_changed else ())


def _notes(parts: dict[str, Any]) -> dict[str, Any]:
    """Footnotes and endnotes by kind and id; the lines that part them from the text are none."""
    return {
        f"{local(note)}{attribute(note, 'id')}": note
        for kind in ("footnotes", "endnotes") for note in parts.get(kind, ()) if attribute(note, "type") in ("", "normal")
    }


def _chunks(package: Package, related: dict[str, tuple[str, str]], limits: Limits) -> Callable[[str], list[str] | None]:
    """What reads an imported part (a web page inside the file), or None for one that cannot be read."""
    from curation.read.web import read_web

    def read(identity: str) -> list[str] | None:
        target = related.get(identity, ("", ""))[1]
        if not target.lower().endswith((".html", ".htm", ".mht", ".xhtml")) or not package.has(target):
            return None
        return read_web(package.read(target), package.name, limits).text.splitlines()

    return read


def _has_words(root: Any) -> bool:
    return any((held.text or "").strip() for held in root.iter() if local(held) == "t")
