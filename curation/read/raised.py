"""What stands beside a number and is no part of it: raised figures (10⁴ is not 104) and fractions (20 1/2 is not 201/2).

Readers mark such words where they find them; what they become is known when the words before them are.
"""

import re

# Characters that no text holds: before a fraction, and around raised words.
_APART, UP, DOWN = "\0", "\1", "\2"
_RAISED = re.compile(rf"(?<=\d){UP}(\d+){DOWN}")
_HIGH = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def fraction(above: str, below: str) -> str:
    """A fraction as text, marked."""
    return f"{_APART}{above}/{below}"


def raised(words: str) -> str:
    """Words set as superscript, marked."""
    return f"{UP}{words}{DOWN}"


def settled(words: str) -> str:
    """Words without marks: a figure raised behind a number stays raised (m2 is written m2), a fraction behind a number stands apart."""
    plain = re.sub(rf"(?<=\d){_APART}", " ", _RAISED.sub(lambda found: found[1].translate(_HIGH), words))
    return re.sub(f"[{_APART}{UP}{DOWN}]", "", plain)
