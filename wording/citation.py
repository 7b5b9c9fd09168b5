"""How documents and clauses are named: in legends, inline as officials write, and in a bibliography.

The bibliography follows GB/T 7714: author. title: number[EB/OL] or [A]. (date)[access date]. address. That edition has no clause for
government documents; the pattern is that of its own example of an archive document.
"""

import re
from collections.abc import Mapping
from typing import Any

from model.proposal import PROPOSAL
from wording.texts import text

Row = Mapping[str, Any]

_NUMERALS = "一二三四五六七八九"
_COMPOUND = re.compile(r"(?P<part>[一二三四五六七八九十]{1,3})、?(?:\((?P<section>[一二三四五六七八九十]{1,3})\))?(?P<item>\d+)?\D*")


_PART_OF_ARTICLE = re.compile(r"第([一二三四五六七八九十]{1,3})条[(（]([一二三四五六七八九十]{1,3})[)）]")


def document_label(document: Row, city: Row, lang: str) -> str:
    """City, year and number: 威海2023 威政发〔2023〕5号. A draft and an inferred year say so."""
    short = document_short(document, city, lang)
    number = document["document_number"]
    return text("citation.label_number", lang, label=short, number=number) if number else short


def document_short(document: Row, city: Row, lang: str) -> str:
    """Place and year, and the short name of one of several documents of a place: 威海2023, 温州市鹿城区2018(推断) 人才."""
    key = "citation.label_draft" if document["is_draft"] else "citation.label"
    label = text(key, lang, city=_place(city, lang), year=_year(document, lang))
    part = document.get(f"short_{lang}")
    return text("citation.label_part", lang, label=label, part=part) if part else label


def _place(city: Row, lang: str) -> str:
    """A city without 市; a district with its city, since it is no city."""
    return str(city["name_en"] if lang == "en" else city["name_zh"].removesuffix("市")) if not city.get("parent_zh") else place_name(city, lang)


def place_name(city: Row, lang: str) -> str:
    """A place as officials name it, a district with its city: 威海市, 温州市鹿城区."""
    name, parent = str(city[f"name_{lang}"]), city.get(f"parent_{lang}")
    return text("citation.district", lang, name=name, parent=parent) if parent else name


def _year(document: Row, lang: str) -> str:
    if document["policy_year"] is None:
        return text("citation.no_year", lang)
    if document["year_basis"] == "inferred":
        return text("citation.inferred_year", lang, year=document["policy_year"])
    return str(document["policy_year"])


def inline(document: Row, city: Row, article: str, lang: str) -> str:
    """The clause as officials cite it in a sentence: 《…》(威政发〔2023〕5号)第29条.

    A title that the editors made up stands without 《》 and says so.
    """
    place = article_place(article, lang) if article else ""
    place = f", {place}" if place and lang == "en" else place
    title, number = str(document[f"title_{lang}"]), document["document_number"]
    if document["title_basis"] == "descriptive":
        said = text("citation.number", lang, number=number) if number else ""
        return text("citation.inline_descriptive", lang, city=place_name(city, lang), title=title, number=said, article=place)
    if number:
        return text("citation.inline", lang, title=title, number=number, article=place)
    if city.get("parent_zh"):
        return text("citation.inline_district", lang, city=place_name(city, lang), title=title, article=place)
    return text("citation.inline_unnumbered", lang, title=title, article=place)


def article_place(article: str, lang: str) -> str:
    """The words for a clause: a number that runs through the document is an article (第29条), a numeral alone a part (第二部分);
    a compound place stands as the document writes it (二、(四)2; 第8条(一)), in English as part 2 (4) item 2.
    """
    if article == PROPOSAL:
        return text("proposal.place", lang)
    if article.isdigit():
        return text("citation.article", lang, article=article)
    part_of = _PART_OF_ARTICLE.fullmatch(article)
    if part_of:
        number, section = _digits(part_of.group(1)), part_of.group(2)
        return text("citation.article_section", lang, article=number, section=section if lang == "zh" else _digits(section))
    match = _COMPOUND.fullmatch(article)
    if match is None:
        return article
    part, section, item = match.group("part"), match.group("section"), match.group("item")
    if lang == "zh":
        return text("citation.part", lang, part=part) if article.rstrip("、") == part else article
    words = [text("citation.part", lang, part=_digits(part))]
    if section:
        words.append(text("citation.section", lang, section=_digits(section)))
    if item:
        words.append(text("citation.item", lang, item=item))
    return " ".join(words)


def _digits(numeral: str) -> str:
    """A Chinese numeral up to 99 in digits."""
    tens, ten, ones = numeral.rpartition("十")
    return str((_NUMERALS.find(tens) + 1 or 1) * 10 * bool(ten) + _NUMERALS.find(ones or " ") + 1)


def reference(document: Row, lang: str) -> str:
    """One entry of the bibliography after GB/T 7714; what the editors inferred and a copy of another site say so."""
    author = document[f"issuer_{lang}"] or text("citation.unknown_issuer", lang)
    if document["issuer_basis"] == "inferred":
        author += text("citation.inferred", lang)
    title = str(document[f"title_{lang}"])
    if document["title_basis"] == "descriptive":
        title += text("citation.by_editors", lang)
    number = text("citation.after_title", lang, number=document["document_number"]) if document["document_number"] else ""
    kind = "[EB/OL]" if document["source_url"] else "[A]"
    dated = document["published_on"] or document["issued_on"]
    when = f"({dated.isoformat()})" if dated else text("citation.undated", lang)
    access = f"[{document['retrieved_on'].isoformat()}]" if document["retrieved_on"] else ""
    address = f" {document['source_url']}." if document["source_url"] else ""
    copied = text("citation.third_party", lang) if document["source_kind"] == "third_party_copy" else ""
    return f"{author}. {title}{number}{kind}. {when}{access}.{address}{copied}"
