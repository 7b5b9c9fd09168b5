"""The report names the row and its phrase in both languages and sends nothing."""

import pytest

from wording.answer import Source
from wording.report_error import error_text

SOURCE = Source("weihai-2023-5.29.a1", "weihai-2023-5", "29", "100万元", "给予不超过", "奖励", "《…》第29条", "句子{x}")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_everything_needed_to_find_the_figure_is_there(lang: str) -> None:
    said = error_text(SOURCE, "abc123", lang)
    for part in ("weihai-2023-5.29.a1", "给予不超过【100万元】奖励", "《…》第29条", "abc123", "句子{x}"):
        assert part in said
