"""One language a page: no Chinese words leak onto an English page, no English sentence onto a Chinese one; amounts and days follow the language."""

import re

import pytest

from components.menu import MENU
from loaders import queries
from loaders.snapshot import Tables
from tests.app_pages.conftest import Open, words
from wording.texts import texts

PAGES = [name for entries in MENU.values() for name, _ in entries if name != "glossary"]  # which is in both by purpose
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
# As the document has it, whatever the language of the page: numbers, figure phrases with their surroundings, names of departments.
_RAW = ("document_number", "phrase", "prefix", "suffix", "article", "departments", "lead_departments", "instrument_term_zh", "payer_note_zh")


@pytest.fixture(scope="module")
def raw(all_tables: Tables) -> str:
    """Everything that the documents themselves write and a page may show in any language."""
    found: list[str] = []
    for name in ("documents", "measures", "awards", "targets"):
        for row in queries.records(all_tables[name]):
            for column in _RAW:
                value = row.get(column)
                found += value if isinstance(value, list) else [str(value)] if value else []
    return "\n".join(found)


@pytest.mark.parametrize("page", PAGES)
def test_an_english_page_has_only_the_chinese_of_the_documents(open_page: Open, raw: str, page: str) -> None:
    switch = {"中文", "语言"}
    kept = "".join(row["en"] for row in texts().values())  # a few English texts quote the document's own word
    leaked = {run for run in CHINESE.findall(words(open_page(page, lang="en"))) if run not in switch and run not in raw and run not in kept}
    assert not leaked


@pytest.mark.parametrize("page", PAGES)
def test_a_chinese_page_has_no_english_text_of_ours(open_page: Open, page: str) -> None:
    said = words(open_page(page))
    ours = [row["en"] for key, row in texts().items() if len(row["en"].split()) > 3 and "{" not in row["en"] and row["en"] != row["zh"] and not key.startswith("streamlit.")]
    assert not [sentence for sentence in ours if sentence in said]


@pytest.mark.parametrize(("lang", "good", "bad"), [
    ("zh", r"\d+万元|\d{4}年\d{1,2}月\d{1,2}日", r"CNY|\b\d{1,2} (January|July|November) \d{4}"), ("en", r"CNY [\d,]+|\d{1,2} (January|July|November) \d{4}", r"\d万元|\d{4}年\d{1,2}月"),
])
def test_amounts_and_days_follow_the_language(open_page: Open, raw: str, lang: str, good: str, bad: str) -> None:
    for page in ("incubator_rewards", "largest_sums", "support_list", "standard_cases"):
        said = words(open_page(page, lang=lang))
        assert re.search(good, said), page
        found = {match[0] for match in re.finditer(bad, said)}
        assert not {match for match in found if match not in raw}, page
