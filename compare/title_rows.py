"""Rows of one recognised title: when two supports of a document stand in one row and when they stand apart."""

from collections import Counter
from dataclasses import dataclass, replace

from compare.award_matrix import row_heading, row_key
from loaders.queries import Row, folded
from model.codes import code_list, label
from model.comparison import Heading
from model.proposal import PROPOSAL
from model.texts import text

# What is no payment never shares a row with money, whatever its trigger.
_NO_PAYMENTS = ("tax_relief", "loan_facility", "insurance_coverage", "fund", "income_share")


@dataclass(frozen=True)
class TitleRows:
    """How the awards of some titles fall into rows.

    `split` are the keys that a trigger tells apart, `usual` the commonest beneficiary of each title: another one, as
    service agencies among firms, has rows of its own.
    """

    split: frozenset[str]
    usual: dict[str, str]

    def key(self, award: Row) -> str:
        """Title, level and variant, with what sets the row apart."""
        if award["instrument"] in _NO_PAYMENTS:
            return self._with_beneficiary(f"{row_key(_plain(award))}:{award['instrument']}", award)
        key = self._with_beneficiary(row_key(award), award)
        return f"{key}:{award['trigger']}" if key in self.split else key

    def heading(self, key: str, award: Row, lang: str) -> Heading:
        """The words of a row: 高新技术企业(首次认定，科技服务机构)."""
        plain = row_heading(key, _plain(award), lang)
        apart = [part for part in (_variant(award, lang), *self._apart(key, award, lang)) if part]
        words = text("row.variant", lang, row=plain.label, variant=text("by_title.comma", lang).join(apart)) if apart else plain.label
        return Heading(key, words, group=label("designation", award["designation"], lang))

    def short(self, key: str, award: Row, lang: str) -> str:
        """What a row is about within its title: 国家级; 市级，企业牵头组建. Empty if the title says it all."""
        level = award["recognition_level"]
        per = award[f"per_{lang}"] if award["frequency"] == "per_unit" else ""
        parts = [label("recognition_level", level, lang) if level != "none" else "", _variant(award, lang),
                 *self._apart(key, award, lang), text("row.per", lang, per=per) if per else ""]
        return text("by_title.comma", lang).join(part for part in parts if part)

    def is_split(self, key: str, award: Row) -> bool:
        """Whether the event of the support, and not only the title, makes the row."""
        return key.rsplit(":", 1)[-1] in (award["instrument"], award["trigger"])

    def _with_beneficiary(self, key: str, award: Row) -> str:
        usual = self.usual.get(award["designation"], award["beneficiary"])
        return key if award["document_id"] == PROPOSAL or award["beneficiary"] == usual else f"{key}:{award['beneficiary']}"

    def _apart(self, key: str, award: Row, lang: str) -> tuple[str, str]:
        marks = key.split(":")
        event = next((label(name, award[name], lang) for name in ("instrument", "trigger") if marks[-1] == award[name]), "")
        return event, label("beneficiary", award["beneficiary"], lang) if award["beneficiary"] in marks[2:] else ""


def rows_of(awards: list[Row]) -> TitleRows:
    """The rows for these awards.

    A title is split by trigger only where a document has two different supports under it, so that documents with one
    support each stay on one row and the verdict says what differs.
    """
    counts: dict[str, Counter[str]] = {}
    for award in awards:
        counts.setdefault(award["designation"], Counter())[award["beneficiary"]] += 1
    plain = TitleRows(frozenset(), {title: count.most_common(1)[0][0] for title, count in counts.items()})
    held: dict[tuple[str, str], set[str]] = {}
    for award in awards:
        if award["instrument"] not in _NO_PAYMENTS:
            held.setdefault((plain.key(award), award["document_id"]), set()).add(award["trigger"])
    return replace(plain, split=frozenset(key for (key, _), triggers in held.items() if len(triggers) > 1))


def titles_matching(words: str) -> tuple[str, ...]:
    """The recognised titles whose name or alias holds the words or stands in them, in the order of the codebook."""
    wanted = folded(words).strip()
    if not wanted:
        return ()
    return tuple(code for code in code_list("designation") if any(_alike(wanted, folded(name)) for name in names(code)))


def names(title: str) -> tuple[str, ...]:
    """Everything a title is called: its labels and aliases."""
    row = code_list("designation")[title]
    return tuple(name for name in (row["zh"], row["en"], *row["aliases"].split(";")) if name)


def option_words(title: str, lang: str) -> str:
    """A title in a list that is searched by typing: its name with everything else it is called."""
    shown = label("designation", title, lang)
    hidden = (shown, label("designation", title, "en"))
    others = text("list.separator", lang).join(name for name in names(title) if name not in hidden)
    return text("by_title.option", lang, title=shown, aliases=others) if others else shown


def _alike(wanted: str, name: str) -> bool:
    return wanted in name or name in wanted


def _plain(award: Row) -> Row:
    return award | {"variant_zh": None, "variant_en": None}


def _variant(award: Row, lang: str) -> str:
    return "" if award["instrument"] in _NO_PAYMENTS else award[f"variant_{lang}"] or ""
