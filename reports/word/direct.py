"""What the styles say, said again at every paragraph and run of the text.

Checkers of official documents, and WPS where styles of two files meet, look at paragraphs and runs only. In a Chinese file every
run also carries the hint for East Asian faces: without it quotation marks, dashes and middle dots, which both scripts use, are set
in the Latin face, half as wide.
"""

from typing import Any

from docx.oxml.ns import qn
from docx.shared import Pt

from reports.word.layout import STYLES, Rule, faces

_BY_ID = {name.replace(" ", ""): rule for name, rule in STYLES.items()}


def spelled_out(document: Any, lang: str) -> None:
    """Set alignment, indent, line and faces of all paragraphs of the body from their styles, where they say nothing of their own."""
    for paragraph in document.element.body.findall(qn("w:p")):
        style = paragraph.style
        rule = _BY_ID.get(style or "Normal")
        if rule is not None:
            _paragraph(paragraph, rule)
            for run in paragraph.findall(qn("w:r")):
                _run(run, rule, lang)


def hint(fonts: Any, lang: str) -> None:
    """Mark the faces of a run of a Chinese file as East Asian where a character could be either."""
    if lang == "zh":
        fonts.set(qn("w:hint"), "eastAsia")


def _paragraph(paragraph: Any, rule: Rule) -> None:
    properties = paragraph.get_or_add_pPr()
    if properties.jc is None:
        properties.jc_val = rule.alignment
    spacing = properties.get_or_add_spacing()
    if rule.line and spacing.line is None:
        spacing.line, spacing.lineRule = Pt(rule.line), rule.line_rule
    indent = properties.get_or_add_ind()
    if rule.indent and indent.firstLine is None and indent.hanging is None and indent.left is None:
        indent.firstLine = Pt(rule.points * rule.indent)
        indent.set(qn("w:firstLineChars"), str(rule.indent * 100))


def _run(run: Any, rule: Rule, lang: str) -> None:
    fonts = run.get_or_add_rPr().get_or_add_rFonts()
    faces(fonts, rule.face)
    hint(fonts, lang)
