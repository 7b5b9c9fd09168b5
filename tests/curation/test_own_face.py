"""A number, day or title that the text states otherwise is a doubt; what the text does not state is none."""

from datetime import date
from typing import Any

import pytest

from curation.check.own_face import face_doubts

TEXT = (
    "澄湖市科学技术局关于印发《澄湖市科技创新券管理办法》的通知\n澄科规〔2024〕2号\n各区科技局：\n现将《澄湖市科技创新券管理办法》印发给你们。\n澄湖市科学技术局\n2024年1月3日\n"
    "澄湖市科技创新券管理办法\n第一条 最高10万元。\n第二条 本办法自2024年2月1日起施行，有效期三年。\n"
)
RIGHT: dict[str, Any] = {
    "document_id": "chenghu-2024-2", "title_zh": "澄湖市科学技术局关于印发《澄湖市科技创新券管理办法》的通知", "document_number": "澄科规〔2024〕2号",
    "issued_on": date(2024, 1, 3), "effective_from": date(2024, 2, 1), "expires_on": date(2027, 1, 31), "repealed_on": None,
}


def found(**changes: Any) -> list[tuple[str, str, dict[str, Any]]]:
    return [(item.field, item.code, dict(item.values)) for item in face_doubts(RIGHT | changes, TEXT, "chenghu-2024-2.yaml")]


def test_what_the_text_states_raises_no_doubt() -> None:
    assert found() == []
    assert found(title_zh="澄湖市科技创新券管理办法") == []  # the printed document's own title
    assert found(document_number=None, issued_on=None) == []  # empty columns are for the check of what is required
    assert found(repealed_on=date(2026, 1, 1)) == []  # known from elsewhere


@pytest.mark.parametrize(("column", "value", "read", "line"), [
    ("document_number", "澄政发〔2019〕53号", "澄科规〔2024〕2号", "2"),
    ("issued_on", date(2024, 1, 30), "2024-01-03", "6"),
    ("effective_from", date(2024, 2, 11), "2024-02-01", "9"),
    ("title_zh", "澄湖市人才公寓管理办法", "澄湖市科学技术局关于印发《澄湖市科技创新券管理办法》的通知", "1"),
])
def test_what_the_text_states_otherwise_is_a_doubt(column: str, value: Any, read: str, line: str) -> None:
    assert found(**{column: value}) == [(column, "face_other", {"value": str(value), "read": read, "line": line})]


def test_a_computed_day_is_no_statement() -> None:
    assert found(expires_on=date(2027, 2, 1)) == []
