"""By title: what a technology innovation centre, a high-tech enterprise and a new-type R&D institution get, by hand."""

import pytest

from charts.marks import groups
from compare.questions.by_title import MENTIONS, VIEW, chosen
from loaders.finding import codes_called
from loaders.snapshot import Tables
from model.selection import Selection
from model.titles import titles_in
from wording.answer import Answer, answered

W2018, W2023, JINZHOU, NANTONG, SHANWEI = "weihai-2018-107", "weihai-2023-5", "jinzhou-undated", "nantong-2012-26", "shanwei-2021-draft"

# (row, document) -> what is drawn: lower end, upper end in yuan or percent of the highest sum for the title at that level
FIGURES = {
    "technology_innovation_center": {
        ("technology_innovation_center:national", W2018): (10_000_000, 10_000_000),
        ("technology_innovation_center:provincial", W2018): (5_000_000, 5_000_000),
        ("technology_innovation_center:municipal", W2018): (3_000_000, 3_000_000),  # led by a public body; 2 million if led by a firm
        ("technology_innovation_center:national", W2023): (5_000_000, 5_000_000),
        ("technology_innovation_center:provincial", W2023): (None, 1_000_000),
        ("technology_innovation_center:municipal", W2023): (None, 500_000),
        ("technology_innovation_center:national", JINZHOU): (None, None),  # article 8 pays platforms of any kind
        ("technology_innovation_center:provincial", JINZHOU): (None, None),
    },
    "high_tech_enterprise": {
        ("high_tech_enterprise:none", JINZHOU): (50_000, 50_000),
        ("high_tech_enterprise:national", JINZHOU): (500_000, 500_000),  # listing on NEEQ
        ("high_tech_enterprise:provincial", JINZHOU): (200_000, 200_000),  # listing at the exchange of Liaoning
        ("high_tech_enterprise:none", W2018): (200_000, 200_000),
        ("high_tech_enterprise:none", W2023): (None, 500_000),
        ("high_tech_enterprise:national", W2023): (None, 1_000_000),  # article 9: at most 5 % of the R&D increment, at most 1 million a year
    },
    "new_rd_institution": {
        ("new_rd_institution:none", W2018): (None, 2_000_000),
        ("new_rd_institution:none", SHANWEI): (None, 2_000_000),  # 20 % of the equipment, at most 2 million
        ("new_rd_institution:municipal", W2023): (None, 500_000),
        ("new_rd_institution:none", W2023): (None, 2_000_000),
    },
}
# (row, document) -> every figure that the cell names, in this order
CASES = {
    ("technology_innovation_center:municipal", W2018): ("300万元", "200万元"),
    ("technology_innovation_center:national", JINZHOU): ("一次性100万元 · 认定 · 第8条(列在“创新平台”名下)",),
    ("high_tech_enterprise:none", JINZHOU): ("5万元", "一次性300万元", "15%税率"),
    ("high_tech_enterprise:none", W2018): ("20万元", "10万元", "按其他文件执行"),
    ("high_tech_enterprise:none", W2023): ("最高50万元", "保费的50%，最高20万元", "一次性5万元", "贷款余额的1%以内", "贷款额度最高2000万元(非支付)"),
    ("new_rd_institution:none", SHANWEI): ("设备投资的20%，最高200万元", "设备投资的20%，最高100万元"),
    ("new_rd_institution:municipal", W2023): ("最高50万元 · 评价 · 第4条", "最高50万元 · 评价 · 第4条(市外设立·企业)"),
    ("new_rd_institution:none", W2023): ("最高200万元", "一次性20万元"),
}


def built(tables: Tables, selection: Selection, title: str, **changes: object) -> Answer:
    return answered(VIEW, tables, selection.having(designations=(title,) if title else (), **changes))


@pytest.mark.parametrize("title", FIGURES)
def test_what_a_title_gets(tables: Tables, selection: Selection, title: str) -> None:
    found = built(tables, selection, title)
    stated = {(cell.row, cell.column): (cell.low, cell.high) for cell in found.cells if cell.source_ids and cell.row.startswith(f"{title}:") and cell.mark != "mentioned"}
    assert stated == FIGURES[title]
    assert all(found.source(row_id) for cell in found.cells for row_id in cell.source_ids)


@pytest.mark.parametrize(("row", "document"), CASES)
def test_every_case_stands_in_the_cell_the_highest_sum_first(tables: Tables, selection: Selection, row: str, document: str) -> None:
    cell = built(tables, selection, row.split(":")[0]).cell(row, document)
    assert cell
    said = cell.words.split("；")
    assert len(said) == len(cell.source_ids) == len(CASES[row, document])
    assert all(words.startswith(figure) for words, figure in zip(said, CASES[row, document], strict=True))


@pytest.mark.parametrize("title", FIGURES)
def test_one_row_for_each_level(tables: Tables, selection: Selection, title: str) -> None:
    rows = [row for row in built(tables, selection, title).chart.rows if row.key.startswith(f"{title}:")]
    assert {row.key for row in rows} == {row for row, _ in FIGURES[title]} and len({row.label for row in rows}) == len(rows)


def test_whatever_has_an_amount_is_drawn(tables: Tables, selection: Selection) -> None:
    """Shanwei's 20 % of the equipment has a ceiling, and Jinzhou's listing awards are sums."""
    for title in FIGURES:
        found = built(tables, selection, title)
        bars = {(bar.cell.row, bar.cell.column) for group in groups(found) for bar in group.bars}
        assert bars == {key for key, ends in FIGURES[title].items() if ends != (None, None)}


def test_a_document_that_provides_elsewhere_is_not_called_silent(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, "new_rd_institution")
    cell = found.cell("new_rd_institution:municipal", W2018)
    assert cell and (cell.mark, cell.words, cell.value) == ("text", "未区分级别，见不带级别的行", None)
    narrowed = built(tables, selection, "technology_innovation_center", levels=("municipal",))
    assert {row.key for row in narrowed.chart.rows if row.key.startswith("technology_innovation_center:")} == {"technology_innovation_center:municipal"}
    whole, of_makerspaces = built(tables, selection, "tech_incubator"), built(tables, selection, "tech_incubator", beneficiaries=("makerspace",))
    silent = {(cell.row, cell.column) for cell in whole.cells if cell.mark == "absent"}
    assert {(cell.row, cell.column) for cell in of_makerspaces.cells if cell.mark == "absent"} <= silent


def test_the_sentence_is_about_one_row_the_chosen_one(tables: Tables, selection: Selection) -> None:
    finding = built(tables, selection, "technology_innovation_center").finding
    assert finding == "技术创新中心 · 国家级：锦州2015(推断) 一次性100万元(列在“创新平台”名下)；威海2018(已废止) 1000万元；威海2023 500万元；南通2012、汕尾2021(草案)未见规定。"
    chosen_row = built(tables, selection, "technology_innovation_center", row="technology_innovation_center:municipal", baseline=W2023).finding
    assert chosen_row == "技术创新中心 · 市级：威海2023 最高50万元；威海2018(已废止) 300万元等2项；南通2012、锦州2015(推断)、汕尾2021(草案)未见规定。"
    listing = built(tables, selection, "high_tech_enterprise", row="high_tech_enterprise:provincial").finding
    assert "一次性20万元(列在“上市挂牌企业”名下·“科技版”挂牌)" in listing, "for listing, not for the title itself"
    national = built(tables, selection, "high_tech_enterprise", row="high_tech_enterprise:national").finding
    assert "每年最高100万元(有研发活动的规模以上国家高新技术企业、国家科技型中小企业等多类对象之一)" in national
    service_agencies = built(tables, selection, "high_tech_enterprise").cell("high_tech_enterprise:none", W2018)
    assert service_agencies and "20万元 · 认定 · 二、(四)4(首次认定·服务机构)" in service_agencies.words, "for service agencies, not for all firms"


def test_exact_against_ceiling_is_said(tables: Tables, selection: Selection) -> None:
    cell = built(tables, selection, "technology_innovation_center").cell("technology_innovation_center:provincial", W2023)
    assert cell and cell.comparability and cell.comparability.code == "conditional"
    assert {"bound_differs", "payer_unstated", "repealed"} <= {reason.code for reason in cell.comparability.reasons}


def test_only_payments_of_the_title_itself_are_drawn(tables: Tables, selection: Selection) -> None:
    incubators = built(tables, selection, "tech_incubator")
    assert set(incubators.chart.drawn) == {"tech_incubator:national", "tech_incubator:provincial", "tech_incubator:municipal"}


def test_related_titles_stand_apart_with_the_reason(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, "tech_incubator")
    brand = next(row for row in found.chart.rows if row.key == "shandong_brand_incubator:provincial")
    assert brand.group == "相关称号，不作同一称号比较：山东省品牌科技企业孵化器" and "不等于省级孵化器认定" in brand.note
    assert any(note.kind == "definition" and "不等于省级孵化器认定" in note.text for note in found.notes)
    assert found.chart.rows.index(brand) > max(place for place, row in enumerate(found.chart.rows) if row.key.startswith("tech_incubator"))


def test_clauses_that_only_name_the_title_are_reachable(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, "high_tech_enterprise")
    named = {document: set(found.cell(MENTIONS, document).source_ids) for document in (NANTONG, JINZHOU, W2018, W2023, SHANWEI)}  # type: ignore[union-attr]
    assert named == {
        NANTONG: {"nantong-2012-26.1-2", "nantong-2012-26.2-1"}, JINZHOU: {"jinzhou-undated.0-2"},
        W2018: {"weihai-2018-107.2-4-2", "weihai-2018-107.2-4-3"}, W2023: set(), SHANWEI: set(),
    }
    assert found.source("jinzhou-undated.0-2")
    assert next(row.group for row in found.chart.rows if row.key == MENTIONS) == "其他提到的条款"


@pytest.mark.parametrize("title", ["technology_innovation_center", "new_rd_institution"])
def test_words_within_other_names_and_departments_name_no_title(tables: Tables, selection: Selection, title: str) -> None:
    found = built(tables, selection, title)
    named = {row_id for cell in found.cells if cell.row == MENTIONS for row_id in cell.source_ids}
    assert not named & {"jinzhou-undated.16", "weihai-2018-107.2-3-2", "weihai-2023-5.6", "weihai-2023-5.10", "nantong-2012-26.1-2", "nantong-2012-26.3-3"}
    assert "weihai-2023-5.28" in named, "article 28 lists the title among those to join the cloud platform"


def test_silence_is_stated_only_of_a_document_that_was_read_for_titles(tables: Tables, selection: Selection) -> None:
    measures = tables["measures"].copy()
    measures["designations_named"] = [[] if row["document_id"] == NANTONG else row["designations_named"] for row in measures.to_dict("records")]
    unread = Tables("unread", {**tables.frames, "measures": measures})
    for held, mark, words in ((tables, "absent", "未见其他条款写到"), (unread, "not_reviewed", "尚未核读")):
        found = built(held, selection, "technology_innovation_center")
        cell = found.cell(MENTIONS, NANTONG)
        assert cell and (cell.mark, cell.words) == (mark, words)
        assert any("南通2012尚未逐条核读称号" in note.text for note in found.notes) == (held is unread)
    by_summary = built(unread, selection, "high_tech_enterprise").cell(MENTIONS, NANTONG)
    assert by_summary and by_summary.source_ids == ("nantong-2012-26.2-1",)


@pytest.mark.parametrize(("words", "titles"), [
    ("山东省品牌科技企业孵化器", {"shandong_brand_incubator"}), ("国家级、省级孵化器", {"tech_incubator"}), ("准公益性研究院", set()),
    ("国家专业化众创空间和众创空间", {"professional_makerspace", "makerspace"}), ("technology innovation centre", set()), ("", set()),
])
def test_the_longest_name_counts(words: str, titles: set[str]) -> None:
    assert titles_in(words) == titles


def test_support_for_several_kinds_of_recipient_says_so(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, "high_tech_enterprise")
    national, none = found.cell("high_tech_enterprise:national", W2023), found.cell("high_tech_enterprise:none", JINZHOU)
    assert national and "第9条(有研发活动的规模以上国家高新技术企业、国家科技型中小企业等多类对象之一)" in national.words
    assert none and "第13条(列在“上市挂牌企业”名下·境内外首次公开发行上市)" in none.words


@pytest.mark.parametrize(("words", "title"), [
    ("高企", "high_tech_enterprise"), ("技术创新中心", "technology_innovation_center"), ("新型研发机构", "new_rd_institution"),
    ("國家技術創新中心", "technology_innovation_center"), ("HIGH-TECH enterprise", "high_tech_enterprise"), ("孵化器", "tech_incubator"),
])
def test_titles_are_found_by_alias_in_either_script(words: str, title: str) -> None:
    assert codes_called("designation", words)[0] == title


@pytest.mark.parametrize("words", ["量子计算机", "<script>", "' OR 1=1 --", "."])
def test_unknown_words_find_no_wrong_title(words: str) -> None:
    assert codes_called("designation", words) == ()


def test_without_a_choice_the_title_of_most_documents_is_shown(tables: Tables, selection: Selection) -> None:
    assert chosen(tables, selection) == ("tech_incubator",)
    assert "科技企业孵化器" in built(tables, selection, "").title


def test_two_figures_of_one_document_are_told_apart(tables: Tables, selection: Selection) -> None:
    national = built(tables, selection, "tech_sme").cell("tech_sme:national", W2023)
    assert national and national.words.endswith("；纳入补偿的贷款余额最高2000万元(非支付) · 贷款 · 第23条") and national.high == 1_000_000
    english = built(tables, selection, "key_laboratory", lang="en").cell("key_laboratory:national", W2023)
    assert english and "(lead unit)" in english.words and "(participating unit)" in english.words


def test_a_word_for_several_titles_is_not_silence_where_each_is_provided_for(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, "innovation_platform")
    assert "南通2012未见规定" in found.finding and "汕尾2021(草案)未见规定" not in found.finding
    cell, silent = (found.cell("innovation_platform:national", document) for document in (W2023, NANTONG))
    assert cell and cell.words == "按具体称号分别规定，见各称号所在行" and silent and silent.mark == "absent"
    assert found.cell("key_laboratory:municipal", W2023)


def test_support_under_a_word_for_several_titles_reaches_each_of_them(tables: Tables, selection: Selection) -> None:
    """Article 8 of Jinzhou names centres, laboratories and workstations as platforms and pays for any new platform."""
    for title in ("engineering_research_center", "enterprise_technology_center", "key_laboratory", "academician_workstation"):
        found = built(tables, selection, title)
        for level, figure, yuan in (("national", "一次性100万元", 1_000_000), ("provincial", "一次性20万元", 200_000)):
            cell = found.cell(f"{title}:{level}", JINZHOU)
            assert cell and cell.words == f"{figure} · 认定 · 第8条(列在“创新平台”名下)" and cell.high == yuan
        assert not any(row.key.startswith("innovation_platform:") for row in found.chart.rows), "shown once"
    centre = built(tables, selection, "enterprise_rd_center")
    assert any("贷款余额的1%以内" in cell.words for cell in centre.cells if cell.column == W2023)


def test_a_proposal_stands_on_its_row(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, "technology_innovation_center", proposals=("technology_innovation_center.national.exact.8000000",))
    cell = found.cell("technology_innovation_center:national", "proposal")
    assert cell and cell.value == 8_000_000 and cell.comparability
    assert "拟定标准(自拟) 800万元" in found.finding


def test_the_empty_case_says_why(tables: Tables, selection: Selection) -> None:
    assert built(tables, selection, "technology_innovation_center", cities=("shanwei",), levels=("county",)).empty_because
    silent = built(tables, selection, "technology_innovation_center", cities=("shanwei",))
    assert silent.finding.startswith("汕尾2021(草案)未见本页事项的规定；以下是其他文件的规定。")
    only_named = built(tables, selection, "high_tech_enterprise", documents=(NANTONG,))
    assert only_named.finding.startswith("南通2012对本页事项只有表述，未写明支持标准；以下是其他文件的规定。 高新技术企业")
    assert only_named.cell(MENTIONS, NANTONG)


def test_a_title_without_support_leads_to_the_close_one(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, "engineering_research_center", cities=("weihai",))
    assert found.finding == "所选文件没有写明对工程技术研究中心本身的支持；相关称号的支持见表。" and not found.chart.drawn
    close = found.cell("technology_innovation_center:national", W2023)
    assert close and close.value == 5_000_000
    assert any("工程技术研究中心相近" in note.text for note in found.notes)
