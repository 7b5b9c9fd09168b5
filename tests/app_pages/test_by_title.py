"""By recognised title on the page: search by alias, figures, related titles and clauses that only name it."""

from tests.app_pages.conftest import Open, words


def test_a_link_to_a_title_shows_its_figures(open_page: Open) -> None:
    said = words(open_page("by_title", ("notes",), designations="technology_innovation_center"))
    for figure in ("**1000万元** · 认定 · 二、(四)1", "**最高100万元** · 认定 · 第1条", "**最高50万元** · 评价 · 第1条", "有条件可比"):
        assert figure in said
    assert "创新平台并称多类平台" in said and "第16条 产学研用协同创新" not in said


def test_the_list_of_titles_says_their_aliases(open_page: Open) -> None:
    box = open_page("by_title").selectbox(key="w.one.designations.zh")
    assert "高新技术企业(高企)" in box.options
    at = box.set_value("high_tech_enterprise").run()
    assert at.query_params["designations"] in ("high_tech_enterprise", ["high_tech_enterprise"])
    assert "**最高50万元** · 立项 · 第24条" in words(at) and "另有4种情形，选中本行查看" in words(at)


def test_in_english(open_page: Open) -> None:
    said = words(open_page("by_title", ("rows",), designations="new_rd_institution", lang="en"))
    assert "up to CNY 2 million" in said and "20% of equipment, up to CNY 1 million" in said
    assert "Other clauses that name the title" in said


def test_a_proposal_is_entered_for_the_shown_title(open_page: Open) -> None:
    at = open_page("by_title", ("proposal",), designations="technology_innovation_center")
    assert at.selectbox(key="proposal.title.zh").value == "technology_innovation_center"
    at.selectbox(key="proposal.level.zh").set_value("provincial")
    at.selectbox(key="proposal.bound.zh").set_value("at_most")
    at.number_input(key="proposal.sum.zh").set_value(80.0)
    next(button for button in at.button if button.label == "加入对照").click().run()
    assert at.query_params["proposals"] == "technology_innovation_center.provincial.at_most.800000"
    assert "最高80万元" in words(at) and "拟定标准(自拟)" in words(at)


def test_a_page_that_shows_no_proposals_says_so(open_page: Open) -> None:
    assert "本页不显示拟定标准" in words(open_page("who_pays", proposals="tech_incubator.national.at_most.1500000"))
