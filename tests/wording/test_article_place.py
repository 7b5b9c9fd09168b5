"""Clauses are named as officials name them, whatever way the document numbers them."""

import pytest

from wording.citation import article_place


@pytest.mark.parametrize(
    ("article", "zh", "en"),
    [
        ("29", "第29条", "art. 29"), ("一、", "第一部分", "part 1"), ("四", "第四部分", "part 4"), ("二、(四)2", "二、(四)2", "part 2 (4) item 2"),
        ("十、", "第十部分", "part 10"), ("二十三、(十二)", "二十三、(十二)", "part 23 (12)"), ("附件", "附件", "附件"), ("第八条（一）", "第8条(一)", "art. 8 (1)"), ("第二十四条(三)", "第24条(三)", "art. 24 (3)"),
    ],
)
def test_places(article: str, zh: str, en: str) -> None:
    assert (article_place(article, "zh"), article_place(article, "en")) == (zh, en)
