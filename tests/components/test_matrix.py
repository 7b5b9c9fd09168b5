"""What the table of cells marks."""

import dataclasses

from components.matrix import _is_baseline
from tests.samples import comparison


def test_a_support_of_a_wider_title_is_no_second_baseline() -> None:
    """技术创新中心: 列在“创新平台”名下 beside 500万元 of the title itself."""
    made = comparison([["text", "exact"]])
    wider, own = made.cells
    wider, own = dataclasses.replace(wider, source_ids=("r0.c0",)), dataclasses.replace(own, figure="500万元")
    made = dataclasses.replace(made, cells=(wider, own))
    assert [_is_baseline(made, cell) for cell in made.cells] == [False, True]
    alone = dataclasses.replace(made, cells=(wider,))
    assert _is_baseline(alone, wider)
