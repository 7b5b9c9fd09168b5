"""Rows of one recognised title: when two supports of a document stand in one row and when they stand apart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from compare.shared.award_matrix import Variants, row_heading, row_key, variants_of
from loaders.queries import Row
from loaders.snapshot import Tables
from model.comparison import Heading
from model.proposal import PROPOSAL
from model.saying import Saying, WithLevel, Words, joined, label, own, place_of, small, text

# What is no payment never shares a row with money, whatever its trigger.
_NO_PAYMENTS = ("tax_relief", "loan_facility", "insurance_coverage", "fund", "income_share")
ALSO = "also"  # in keys of rows for several kinds of recipient


@dataclass(frozen=True)
class TitleOption(Saying):
    """A title with everything else that it is called."""

    title: str


@dataclass(frozen=True)
class TitleRows:
    """How the awards of some titles fall into rows.

    `split` are the keys that a trigger tells apart, `usual` the commonest beneficiary of each title: another one, as
    service agencies among firms, has rows of its own. A support for several kinds of recipient, of which the title is
    one, has a row of its own.
    """

    variants: Variants
    titles: tuple[str, ...]
    split: frozenset[str]
    usual: dict[str, str]

    def key(self, award: Row) -> str:
        """Title, level and variant, with what sets the row apart."""
        if self.is_shared(award):
            return f"{self._title(award)}:{ALSO}:{award['award_id']}"
        if award["instrument"] in _NO_PAYMENTS:
            return self._with_beneficiary(f"{row_key(self.variants, _plain(award))}:{award['instrument']}", award)
        key = self._with_beneficiary(row_key(self.variants, award), award)
        return f"{key}:{award['trigger']}" if key in self.split else key

    def heading(self, key: str, award: Row) -> Heading:
        """The words of a row: 高新技术企业(首次认定，科技服务机构)."""
        group = label("designation", self._title(award))
        if self.is_shared(award):
            under = label("designation", award["designation"]) if award["designation"] else ""
            words = text("by_title.under" if under else "by_title.also", beneficiary=own(award, "beneficiary"), title=small(under))
            level = _level(award)
            return Heading(key, WithLevel(words, level) if under and level and not _variant(award) else words, group=group)
        plain = row_heading(key, _plain(award))
        apart = [part for part in (_variant(award), *self._apart(key, award)) if part]
        words = text("row.variant", row=plain.label, variant=_together(apart)) if apart else plain.label
        return Heading(key, words, group=group)

    def short(self, key: str, award: Row) -> Words:
        """What a row is about within its title: 国家级; 市级·企业牵头组建; 第9条·增长达标. Empty if the title says it all."""
        variant = _variant(award)
        if self.is_shared(award):
            place = place_of(str(award["article"]))
            level = _level(award) if award["designation"] else ""  # a group of titles may pay by level, a list of recipients does not
            return small(variant) if variant else _together((place, level, event(award) if award["trigger"] != "other" else ""))
        what, whose = self._apart(key, award)
        # A tax rate and a loan are named by their own figure.
        return _together((_level(award), variant, "" if award["form"] in ("tax_rate", "loan_ceiling") else what, whose))

    def is_shared(self, award: Row) -> bool:
        """Whether the support is meant for several kinds of recipient, of which the title is only one."""
        return award["designation"] not in self.titles

    def is_split(self, key: str, award: Row) -> bool:
        """Whether the event of the support, and not only the title, makes the row."""
        return self.is_shared(award) or key.rsplit(":", 1)[-1] in (award["instrument"], award["trigger"])

    def _title(self, award: Row) -> str:
        return next(title for title in self.titles if title in (award["designation"], *(award["designations_also"] or ())))

    def _with_beneficiary(self, key: str, award: Row) -> str:
        usual = self.usual.get(award["designation"], award["beneficiary"])
        return key if award["document_id"] == PROPOSAL or award["beneficiary"] == usual else f"{key}:{award['beneficiary']}"

    def _apart(self, key: str, award: Row) -> tuple[Words, Words]:
        marks = key.split(":")
        what = label("instrument", award["instrument"]) if marks[-1] == award["instrument"] else ""
        if marks[-1] == award["trigger"]:
            what = event(award)
        return what, label("beneficiary", award["beneficiary"]) if award["beneficiary"] in marks[2:] else ""


def rows_of(tables: Tables, titles: tuple[str, ...], found: Iterable[Row]) -> TitleRows:
    """The rows for these awards of the given titles.

    A title is split by trigger only where a document has two different supports under it, so that documents with one
    support each stay on one row and the verdict says what differs.
    """
    awards = list(found)
    own = [award for award in awards if award["designation"] in titles]
    counts: dict[str, Counter[str]] = {}
    for award in own:
        counts.setdefault(award["designation"], Counter())[award["beneficiary"]] += 1
    plain = TitleRows(variants_of(tables, awards), titles, frozenset(), {title: count.most_common(1)[0][0] for title, count in counts.items()})
    held: dict[tuple[str, str], set[str]] = {}
    for award in own:
        if award["instrument"] not in _NO_PAYMENTS:
            held.setdefault((plain.key(award), award["document_id"]), set()).add(award["trigger"])
    return replace(plain, split=frozenset(key for (key, _), triggers in held.items() if len(triggers) > 1))


def beside(rows: TitleRows, awards: Iterable[Row]) -> frozenset[tuple[str, str]]:
    """(row, document) where the document supports the row's event and level only together with other recipients."""
    held = tuple(awards)
    shared = {(award["document_id"], award["recognition_level"], award["trigger"]) for award in held if rows.is_shared(award)}
    own = {(rows.key(award), award["recognition_level"], award["trigger"]) for award in held if not rows.is_shared(award)}
    return frozenset((key, document) for key, *of_row in own for document, *of_shared in shared if of_row == of_shared)


def called(titles: Iterable[str]) -> Words:
    """The titles by name, as a heading and a sentence call them."""
    return joined("list.separator", (label("designation", title) for title in titles))


def event(award: Row) -> Words:
    """What sets a support off, within a sentence: 新获认定; after evaluation."""
    return text(f"by_title.event.{award['trigger']}")


def option_words(title: str) -> Words:
    """A title in a list that is searched by typing: its name with everything else it is called."""
    return TitleOption(title)


def _level(award: Row) -> Words:
    """The level of recognition inside a sentence, empty if there is none."""
    level = award["recognition_level"]
    return small(label("recognition_level", level)) if level != "none" else ""


def _together(parts: Iterable[Words]) -> Words:
    """Several facts that set a row apart, as words inside a sentence."""
    return joined("by_title.comma", (small(part) for part in parts if part))


def _plain(award: Row) -> Row:
    return award | {"variant_zh": None, "variant_en": None}


def _variant(award: Row) -> Words:
    return "" if award["instrument"] in _NO_PAYMENTS else own(award, "variant")
