"""Policy clauses: search in either script, filters, and one clause in detail."""

from tests.app_pages.conftest import Open, copied, words


def test_search_finds_either_script_and_both_spellings_of_voucher(open_page: Open) -> None:
    counts = [len(open_page("policy_clauses", text=words_).dataframe[0].value) for words_ in ("创新券", "創新券", "創新劵", "创新劵")]
    assert counts[0] > 3
    assert len(set(counts)) == 1


def test_category_filter(open_page: Open) -> None:
    frame = open_page("policy_clauses", categories="popularization").dataframe[0].value
    assert len(frame) >= 2
    assert all("科学技术普及" in value for value in frame["类别"])


def test_detail_says_everything(open_page: Open) -> None:
    at = open_page("policy_clauses", row="weihai-2023-5.29")
    said = words(at)
    for part in ("第29条", "威政发〔2023〕5号", "现行有效", "市科技局", "最高100万元", "**100万元**", "注意："):
        assert part in said
    assert any("第29条规定" in said for said in copied(at))


def test_no_hit_says_what_to_relax(open_page: Open) -> None:
    at = open_page("policy_clauses", text="量子计算机", cities="nantong")
    assert "量子计算机" in at.info[0].value and "南通" in at.info[0].value


def test_the_example_of_the_search_finds_the_document_in_force_and_first(open_page: Open) -> None:
    at = open_page("policy_clauses", text="孵化器 认定")
    frame = at.dataframe[0].value
    assert frame.iloc[0]["文件"].startswith("威海2023") and frame.iloc[0]["条款"] == "第29条"


def test_nothing_found_says_where_was_looked_and_how_often_each_word_stands(open_page: Open) -> None:
    said = words(open_page("policy_clauses", text="孵化器 量子计算机"))
    assert "查找范围" in said and "单独查“量子计算机”有0条" in said
