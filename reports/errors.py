"""Why a file cannot be made, in the reader's words and with the mend."""

from wording.texts import text


class ReportError(Exception):
    """A refusal. `key` names its text; `words(lang)` says it."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values

    def words(self, lang: str) -> str:
        """The refusal and its mend in one language."""
        return text(self.key, lang, **self.values)

    def __str__(self) -> str:
        return self.words("en")
