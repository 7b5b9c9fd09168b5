"""The page on method says what the data may not be used for, and shows pairs item by item."""

from tests.app_pages.conftest import Open, words


def test_limits_and_agreement_are_said(open_page: Open) -> None:
    said = words(open_page("method"))
    assert "不等于该市没有这项政策" in said
    assert "不说明准确" in said
    assert "74.8%" in said


def test_a_pair_is_shown_with_reasons_and_what_to_compare_instead(open_page: Open) -> None:
    said = words(open_page("method", row="weihai-2018-107:weihai-2023-5"))
    assert "山东省品牌科技企业孵化器" in said
    assert "数字种类不同" in said and "在“标准情形测算”中看同一情形各得多少" in said


def test_documents_that_are_not_public_need_a_confirmation(open_page: Open) -> None:
    at = open_page("method", documents="weihai-2023-5")
    assert not at.get("download_button")
    at.checkbox[0].check().run()
    assert len(at.get("download_button")) == 1
