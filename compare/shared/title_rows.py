"""Rows of one recognised title: one for each level, with every support of a document in its cell, the highest sum first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from compare.shared.award_matrix import cell_words, for_others_too, is_per_unit, row_heading
from loaders.queries import Row
from model import money
from model.codes import code_list, relations
from model.comparison import MONEY_MARKS, Heading
from model.proposal import PROPOSAL
from model.saying import Saying, Words, joined, label, own, small, text

_UMBRELLA = "umbrella"


@dataclass(frozen=True)
class TitleOption(Saying):
    """A title with everything else that it is called."""

    title: str


@dataclass(frozen=True)
class TitleRows:
    """How the awards of some titles fall into rows: by title and level.

    `usual` is the commonest beneficiary of each title; a support for another one, as service agencies among firms, says so.
    """

    titles: tuple[str, ...]
    usual: dict[str, str]

    def key(self, award: Row) -> str:
        """Title and level."""
        return f"{self._title(award)}:{award['recognition_level']}"

    def heading(self, key: str, award: Row) -> Heading:
        """The words of a row: 技术创新中心 · 国家级."""
        title = self._title(award)
        plain = row_heading(key, award | {"designation": title, "level_or_above": False, "frequency": "", "variant_zh": None, "variant_en": None})
        return Heading(key, plain.label, group=label("designation", title))

    def words(self, award: Row) -> Words:
        """One support within a cell: 300万元 · 立项 · 二、(四)1(企业牵头组建)."""
        apart = [small(part) for part in (for_others_too(award, self.titles), *_apart(award), self._beneficiary(award)) if part]
        plain = cell_words(award)
        return text("row.variant", row=plain, variant=joined("by_title.comma", apart)) if apart else plain

    def _own(self, award: Row) -> list[str]:
        return [title for title in self.titles if title in (award["designation"], *(award["designations_also"] or ()))]

    def _title(self, award: Row) -> str:
        held = self._own(award)
        return held[0] if held else next(title for title in self.titles if title in narrower(award["designation"]))

    def _beneficiary(self, award: Row) -> Words:
        usual = self.usual.get(award["designation"], award["beneficiary"])
        is_usual = award["document_id"] == PROPOSAL or award["designation"] not in self.titles or award["beneficiary"] == usual
        return "" if is_usual else label("beneficiary", award["beneficiary"])


def rows_of(titles: tuple[str, ...], found: Iterable[Row]) -> TitleRows:
    """The rows for these awards of the given titles."""
    counts: dict[str, Counter[str]] = {}
    for award in found:
        if award["designation"] in titles:
            counts.setdefault(award["designation"], Counter())[award["beneficiary"]] += 1
    return TitleRows(titles, {title: count.most_common(1)[0][0] for title, count in counts.items()})


def highest_first(titles: tuple[str, ...], awards: Iterable[Row]) -> list[Row]:
    """Awards in the order in which a cell says them: what is for the title alone before what is for others too, sums by the most
    that they can pay, then other payments, then what is none.
    """

    def rank(award: Row) -> tuple[bool, bool, int, int, int]:
        most = money.payable_max(award)[0] or 0
        is_payment = money.mark_of(award) != "not_payment" and award["instrument"] != "tax_relief"
        is_sum = most > 0 or (money.mark_of(award) in MONEY_MARKS and not is_per_unit(award))
        return not is_payment, award["designation"] not in titles, 0 if is_sum else 1, -most, award.get("article_order") or 0

    return sorted(awards, key=rank)


def narrower(title: str | None) -> frozenset[str]:
    """The titles that a word for several of them gathers; none for a title of its own."""
    if not title or code_list("designation")[title]["kind"] != _UMBRELLA:
        return frozenset()
    pairs = (pair for pair, row in relations("designation_relations").items() if title in pair and row["relation"] == "broad")
    return frozenset().union(*pairs) - {title}


def called(titles: Iterable[str]) -> Words:
    """The titles by name, as a heading and a sentence call them."""
    return joined("list.separator", (label("designation", title) for title in titles))


def option_words(title: str) -> Words:
    """A title in a list that is searched by typing: its name with everything else it is called."""
    return TitleOption(title)


def _apart(award: Row) -> list[Words]:
    """What tells a support from another of the title and level: its variant, that higher levels count too, what it is if no payment."""
    level = label("recognition_level", award["recognition_level"])
    return [
        own(award, "variant") or "", text("row.level_or_above", level=level) if award["level_or_above"] else "",
        label("instrument", award["instrument"]) if award["instrument"] == "tax_relief" and award["form"] != "tax_rate" else "",
    ]
