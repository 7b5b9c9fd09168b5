"""Incubator rewards on the page: the figures of the documents, worked out by hand."""

from tests.app_pages.conftest import Open, words


def test_matrix_shows_every_document_and_figure(open_page: Open) -> None:
    said = words(open_page("incubator_rewards"))
    for figure in ("**一次性200万元** · 认定 · 二、(四)2", "**最高100万元** · 认定 · 第29条", "**50万元** · 认定 · 第20条", "按省拨资金1:1配套", "一次性10万元"):
        assert figure in said
    for status in ("现行有效", "已废止", "草案", "未查到废止信息"):
        assert status in said


def test_only_current_documents_and_what_was_hidden(open_page: Open) -> None:
    at = open_page("incubator_rewards", statuses="in_force")
    said = words(at)
    assert "最高100万元" in said
    assert "**200万元** · 认定" not in said
    assert "按状态筛选隐藏" in said and "威政办字〔2018〕107号" in said


def test_a_title_filter_leaves_its_rows_only(open_page: Open) -> None:
    said = words(open_page("incubator_rewards", designations="university_science_park"))
    assert "**300万元** · 升级" in said
    assert "**50万元** · 认定 · 第20条" not in said


def test_language_keeps_every_choice(open_page: Open) -> None:
    at = open_page("incubator_rewards", cities="weihai", lang="en")
    assert "up to CNY 1 million" in words(at) and "CNY 500,000; Recognition; art. 20" not in words(at)
    at.sidebar.segmented_control[0].set_value("zh").run()
    assert "最高100万元" in words(at) and "**50万元** · 认定 · 第20条" not in words(at)


def test_a_filter_of_the_bar_filters(open_page: Open) -> None:
    at = open_page("incubator_rewards", ("filters",))
    at.multiselect(key="w.cities.zh").set_value(["jinzhou"]).run()
    said = words(at)
    assert "**50万元** · 认定 · 第20条" in said and "最高100万元" not in said


def test_a_proposal_stands_beside_the_documents(open_page: Open) -> None:
    said = words(open_page("incubator_rewards", proposals="tech_incubator.national.at_most.1500000"))
    assert "拟定标准(自拟)" in said and "最高150万元" in said and "未发布" in said


def test_a_proposal_is_entered_on_the_page_and_lives_in_the_link(open_page: Open) -> None:
    at = open_page("incubator_rewards", ("proposal",))
    at.selectbox(key="proposal.level.zh").set_value("national")
    at.selectbox(key="proposal.bound.zh").set_value("exact")
    at.number_input(key="proposal.sum.zh").set_value(150.0)
    next(button for button in at.button if button.label == "加入对照").click().run()
    assert "150万元" in words(at)
    assert at.query_params["proposals"] == "tech_incubator.national.exact.1500000"
