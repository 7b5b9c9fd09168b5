"""Reading YAML that somebody else wrote: text only, and refused while it is read if it is more than a curated file can be.

A file of a few hundred bytes may name itself over and over (`*a`), so that whatever walks it grows without end; a
curated file repeats nothing by reference. Depth, number of values and length of one value have limits for the same reason.
"""

from collections.abc import Hashable
from typing import Any

import yaml

from curation.check.fault import said

# The largest file so far has 110 kB, 6,000 values and lists within records within lists: six deep.
MOST_CHARACTERS = 2_000_000
MOST_VALUES = 150_000
DEEPEST = 12
LONGEST = 20_000


class RefusedYAMLError(yaml.YAMLError):  # type: ignore[misc]
    """The text is YAML that no curated file needs; the code says which kind."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code, self.values = code, tuple(values.items())

    def __str__(self) -> str:
        return said(self.code, self.values, "en")


class Loader(yaml.BaseLoader):  # type: ignore[misc]
    """Text only; a key that stands twice is an error instead of a silent loss."""

    def __init__(self, stream: str) -> None:
        if len(stream) > MOST_CHARACTERS:
            raise RefusedYAMLError("yaml.large", limit=f"{MOST_CHARACTERS:,}")
        super().__init__(stream)
        self._values, self._depth = 0, 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        """One value with everything below it, within the limits."""
        event = self.peek_event()
        self._values += 1
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise RefusedYAMLError("yaml.reference", line=str(event.start_mark.line + 1))
        if self._values > MOST_VALUES:
            raise RefusedYAMLError("yaml.many", limit=f"{MOST_VALUES:,}")
        if self._depth >= DEEPEST:
            raise RefusedYAMLError("yaml.deep", line=str(event.start_mark.line + 1), limit=str(DEEPEST))
        if isinstance(event, yaml.ScalarEvent) and len(event.value) > LONGEST:
            raise RefusedYAMLError("yaml.long", line=str(event.start_mark.line + 1), limit=f"{LONGEST:,}")
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
        """A mapping whose keys are single words, each once."""
        seen = set()
        for key, _ in node.value:
            if not isinstance(key.value, str):
                raise yaml.constructor.ConstructorError(None, None, "a key is not one word", key.start_mark)
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"the key {key.value[:80]!r} stands twice", key.start_mark)
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep=deep))
