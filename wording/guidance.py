"""The rules for borderline cases and other statements on what the data may be used for, in words."""

from dataclasses import dataclass

from wording.texts import text, texts

_RULE = "borderline."


@dataclass(frozen=True)
class Rule:
    """A borderline case: what it is called and how it is decided."""

    title: str
    words: str


def borderline_rules(lang: str) -> tuple[Rule, ...]:
    """Every borderline case in the order of the texts; a case has the keys `borderline.<name>.title` and `.rule`."""
    names = [key.split(".")[1] for key in texts() if key.startswith(_RULE) and key.endswith(".title")]
    return tuple(Rule(text(f"{_RULE}{name}.title", lang), text(f"{_RULE}{name}.rule", lang)) for name in names)


def statements(prefix: str, lang: str) -> tuple[str, ...]:
    """All texts whose key begins with `prefix` and a dot, in their order."""
    return tuple(words[lang] for key, words in texts().items() if key.startswith(f"{prefix}."))
