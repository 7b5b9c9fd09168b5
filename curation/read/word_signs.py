"""Characters that a Word file names by the place in a symbol font: which sign stands there, by font.

The same place is ≤ in Symbol and a box in Wingdings 2, so the font decides. Places after the code tables of the fonts (Adobe's Symbol encoding;
Unicode's mapping of the Wingdings); only signs that a document can mean something by, pictures are none.
"""

# Per font: the first place of a run of signs, and the signs.
_RUNS = {
    "symbol": ((0x20, " !∀#∃%&∍()*+,-./0123456789:;<=>?"), (0x5B, "[∴]"), (0x7B, "{|}~"), (0xA2, "′≤/∞"), (0xAB, "↔←↑→↓°±″≥×∝∂•÷≠≡≈…"), (0x44, "Δ"), (0x53, "Σ"), (0x57, "Ω"),
               (0x61, "αβ"), (0x6D, "μ"), (0x70, "π"), (0xD7, "·"), (0xE5, "∑")),
    "wingdings": ((0x6C, "●"), (0x6E, "■□□"), (0x75, "◆"), (0x81, "①②③④⑤⑥⑦⑧⑨⑩"), (0x8C, "❶❷❸❹❺❻❼❽❾❿"), (0x9E, "··"), (0xA1, "○"), (0xA7, "▪□"), (0xAB, "★"), (0xFB, "✗✓☒☑")),
    "wingdings 2": ((0x4F, "✗✓☒☑"), (0x54, "☒"), (0x6A, "①②③④⑤⑥⑦⑧⑨⑩"), (0x75, "❶❷❸❹❺❻❼❽❾❿"), (0x98, "●○"), (0xA2, "■□"), (0xAF, "◇"), (0xF8, "※")),
}
_SIGNS = {(font, first + step): sign for font, runs in _RUNS.items() for first, signs in runs for step, sign in enumerate(signs)}
_PRIVATE = 0xF000  # where Word puts the 256 places of such a font


def sign(font: str, code: str) -> str:
    """The sign at a hexadecimal place of a font, F0A3 or A3; nothing for one that is not known."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    return _SIGNS.get((font.strip().casefold(), place - _PRIVATE if place >= _PRIVATE else place), "")
