"""A report of a suspected error in one figure, as a text that the reader sends by the own office's way; nothing is transmitted."""

from wording.answer import Source
from wording.texts import text


def error_text(source: Source, snapshot: str, lang: str) -> str:
    """What an editor needs to find and check the figure: row, place, phrase with context, snapshot; then room for the reader."""
    return text(
        "error_report.text", lang, row=source.row_id, document=source.document_id, citation=source.citation, sentence=source.sentence,
        phrase=f"{source.prefix}【{source.phrase}】{source.suffix}" if source.phrase else text("error_report.no_phrase", lang), snapshot=snapshot,
    )
