"""The page of a city and the news of an overview, with dates and figures by hand."""

from datetime import date

from compare.questions.city import city_of, news_of
from compare.registry import VIEWS
from loaders import news, queries
from loaders.snapshot import Tables
from model.selection import Selection
from wording.answer import answered, in_words

DAY = date(2026, 11, 21)


def test_a_city_shows_the_figures_of_its_newest_valid_document(all_tables: Tables) -> None:
    said = answered(VIEWS["city"], all_tables, Selection(as_of=DAY, cities=("weihai",)))
    assert [ref.document_id for ref in said.documents] == ["weihai-2023-5"]
    assert "威海市共2份文件" in said.finding and "现行有效" in said.finding
    awards = queries.records(queries.awards(all_tables, Selection(as_of=DAY, documents=("weihai-2023-5",))))
    targets = queries.records(queries.targets(all_tables, Selection(as_of=DAY, documents=("weihai-2023-5",))))
    assert {row.key for row in said.chart.rows} == {row["award_id"] for row in awards} | {row["target_id"] for row in targets if not row["restates"]}
    national = next(row.key for row in said.chart.rows if row.label == "科技企业孵化器 · 国家级")
    assert (said.cell(national, "figure").words, said.cell(national, "article").words) == ("最高100万元", "第29条")
    before = answered(VIEWS["city"], all_tables, Selection(as_of=date(2020, 1, 1), cities=("weihai",)))
    assert [ref.document_id for ref in before.documents] == ["weihai-2018-107"]


def test_the_city_is_the_chosen_one_else_the_own_one_else_that_of_the_newest_document(all_tables: Tables) -> None:
    assert city_of(all_tables, Selection(as_of=DAY, cities=("nantong",), baseline="weihai")) == "nantong"
    assert city_of(all_tables, Selection(as_of=DAY, baseline="nantong")) == "nantong"
    assert city_of(all_tables, Selection(as_of=DAY)) == "weihai", "Weihai's paper of July 2023 is the newest with a stated day"


def test_news_on_some_days(all_tables: Tables) -> None:
    found = in_words(news_of(all_tables, Selection(as_of=DAY)), "zh")
    assert found.newest[0].document_id == "weihai-2023-5" and found.ending == () and found.repealed == ()
    # Weihai 2018 was repealed on 7 April 2023; Weihai 2023 holds to 12 July 2028.
    assert [item.document_id for item in news_of(all_tables, Selection(as_of=date(2023, 12, 1))).repealed] == ["weihai-2018-107"]
    assert [item.document_id for item in news_of(all_tables, Selection(as_of=date(2027, 8, 1))).ending] == ["weihai-2023-5"]
    # Of the districts' papers four state that they end with the year 2021; equal days stand by id.
    ending = [item.document_id for item in news_of(all_tables, Selection(as_of=date(2021, 6, 1))).ending]
    assert ending == sorted(key for key, row in queries.documents(all_tables).items() if row["expires_on"] == date(2021, 12, 31)) and len(ending) == 4


def test_provinces_count_their_documents(all_tables: Tables) -> None:
    cities, documents = queries.cities(all_tables), queries.documents(all_tables)
    expected: dict[str, int] = {}
    for row in documents.values():
        code = cities[row["city_id"]]["division_code"][:2]
        expected[code] = expected.get(code, 0) + 1
    assert news.by_province(all_tables, Selection(as_of=DAY)) == expected


def test_the_list_of_documents_is_paged_newest_first_and_searched(all_tables: Tables) -> None:
    said = answered(VIEWS["document_list"], all_tables, Selection(as_of=DAY))
    assert said.rows_total == len(queries.documents(all_tables)) == 10
    days = [queries.documents(all_tables)[row.key]["issued_on"] for row in said.chart.rows]
    assert [day for day in days if day] == sorted((day for day in days if day), reverse=True) and days.index(None) >= len([day for day in days if day])
    found = answered(VIEWS["document_list"], all_tables, Selection(as_of=DAY, text="威政发〔2023〕5号"))
    assert "weihai-2023-5" in [row.key for row in found.chart.rows]


def test_a_city_whose_only_paper_is_a_draft_says_so(all_tables: Tables) -> None:
    said = answered(VIEWS["city"], all_tables, Selection(as_of=DAY, cities=("shanwei",)))
    assert said.finding.startswith("汕尾市共1份文件，尚无正式文件；以下是汕尾2021(草案)")
    over = answered(VIEWS["city"], all_tables, Selection(as_of=DAY, cities=("nansha",)))
    assert "没有可视为有效的；以下是最近的" in over.finding and "(已失效)" in over.finding
