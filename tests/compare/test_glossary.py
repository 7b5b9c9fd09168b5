"""The glossary holds every code of the lists that pages show, in both languages, and the search finds its terms."""

import pytest

from compare.questions.glossary import LISTS, glossary
from compare.registry import VIEWS
from compare.shared.hits import search
from loaders.snapshot import Tables
from model.codes import code_list
from model.fields import FIELDS
from model.selection import Selection
from tests.conftest import DAY
from wording.answer import in_words


def test_every_code_has_a_name_and_a_meaning_in_both_languages() -> None:
    for lang in ("zh", "en"):
        groups = in_words(glossary(), lang)
        assert [group.list for group in groups] == list(LISTS)
        for group in groups:
            assert group.name and [term.code for term in group.terms] == list(code_list(group.list))
            assert all(term.zh and term.en and term.definition for term in group.terms), group.list


def test_what_tables_carry_and_pages_show_is_in_it() -> None:
    """A list that a column uses is a term of the glossary, or is only about how the data are curated."""
    curating = {"alignment_topic", "beyond_phrase", "figure_role", "issuer_basis", "per_unit", "relation", "rule_scope", "script", "target_year_basis", "title_basis", "unit", "verb", "year_basis"}
    assert {field.codes for field in FIELDS.values() if field.codes} <= {*LISTS, *curating}
    assert not curating & set(LISTS)


@pytest.mark.parametrize(("words", "code"), [("孵化器", "tech_incubator"), ("incubator", "tech_incubator"), ("xianfu", ""), ("不宜比较", "not_comparable"), ("maker", "makerspace"), ("voucher", "voucher")])
def test_a_term_is_found_by_any_of_its_names(words: str, code: str) -> None:
    found = [term.code for group in glossary(words) for term in group.terms]
    assert (code in found) if code else not found


def test_the_search_leads_to_the_glossary(tables: Tables) -> None:
    hits = in_words(search(tables, "众创空间", Selection(as_of=DAY), VIEWS), "zh")
    assert hits.terms and all(post.view == "glossary" and post.link["text"] == "众创空间" for post in hits.terms)
    assert hits.terms[0].label.startswith("众创空间(")
