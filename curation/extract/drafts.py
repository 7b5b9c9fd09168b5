"""An award on its way: what is known while the text is read on, and the candidates it becomes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from curation.extract import ceilings, context
from curation.extract.candidates import Candidate, Columns, Reason, Value
from curation.extract.classes import Class
from curation.extract.normalise import Normal
from curation.extract.titles import BENEFICIARIES
from curation.extract.views import View

MAIN_COLUMNS = {
    "sum": ("sum_cny", "sum_max_cny"), "rate": ("rate_pct", "rate_max_pct"), "match": ("match_pct", ""), "pool": ("pool_cny", ""),
    "loan_ceiling": ("loan_ceiling_cny", ""), "covered_balance": ("covered_balance_cny", ""), "insured_sum": ("insured_sum_cny", ""),
    "tax_rate": ("tax_rate_pct", ""), "income_share": ("share_pct", "share_max_pct"),
}
_LEVEL_REACH = 800  # so far before a figure its level may be named: its sentence and the heads above
CAPPED = frozenset({"sum", "rate", "match", "unstated"})


@dataclass(frozen=True)
class Split:
    """One kind of recipient with a ceiling of its own; `said` are the words of that ceiling in the compact text."""

    variant: str = ""
    columns: Columns = field(default_factory=dict)
    said: tuple[int, int] | None = None


@dataclass
class Draft:
    """One figure of support with the classes it is for; filled up while its sentence is read."""

    view: View
    start: int
    end: int
    form: str
    bound: str
    why: str
    confidence: float
    scope: str
    classes: list[Class]
    value: Decimal | None = None
    value_max: Decimal | None = None
    columns: Columns = field(default_factory=dict)
    split: list[Split] = field(default_factory=list)
    around: str = ""  # words to fall back on: the sentence before, the heading
    dropped: bool = False
    said: dict[str, tuple[int, int]] = field(default_factory=dict)  # by role, the words in the compact text that made it

    @property
    def is_open(self) -> bool:
        """Whether a ceiling may still be put on it."""
        return self.form in CAPPED and "ceiling_cny" not in self.columns and not self.dropped

    @property
    def is_rate(self) -> bool:
        """Whether the amount depends on a base, so that a later sum can only be its ceiling."""
        return self.form in ("rate", "match", "unstated")

    @property
    def is_per_unit(self) -> bool:
        """Whether it is paid per unit."""
        return self.columns.get("frequency") == "per_unit"

    def cap(self, view: View) -> None:
        """Take the last figure of `view` as the ceiling, or as the second one if it is for another recipient or period."""
        per, period = ceilings.per_and_period(view, self.scope)
        if "unit_price" in self.said and "also_ceiling_cny" not in self.columns:  # 每平方米不高于300元,最高200万元: the whole first
            self.columns.update({f"also_{name}": self.columns.pop(name) for name in ("ceiling_cny", "ceiling_per", "ceiling_period")})
        if "ceiling_cny" in self.columns:
            if (per, period) != (self.columns["ceiling_per"], self.columns["ceiling_period"]) and self.form != "unstated":
                self.columns.update({"also_ceiling_cny": int(view.group[-1].value), "also_ceiling_per": per, "also_ceiling_period": period})
            return
        if period == "year" and self.columns.get("frequency") == "unspecified":
            self.columns["frequency"] = "annual"
        if period == "unstated" and self.columns.get("frequency") == "one_off":
            period = "once"
        self.columns.update({"ceiling_cny": int(view.group[-1].value), "ceiling_per": per, "ceiling_period": period})
        self.said["ceiling"] = view.said

    def bracket(self, basis: str, start: int | None, below: int | None) -> None:
        """Say for which size of a sum, in yuan, the rate is."""
        self.columns["bracket_basis"] = basis
        self.columns.update({name: value for name, value in (("bracket_from_cny", start), ("bracket_below_cny", below)) if value is not None})

    def candidates(self, normal: Normal) -> Iterator[Candidate]:
        """One candidate for each class and each variant of the ceiling."""
        if self.dropped:
            return
        start, end = normal.original(self.start, self.end)
        phrase = normal.phrase(self.start, self.end)
        for item in self.classes:
            for variant in self.split or [Split()]:
                columns = {**self._class_columns(item), **self._money(), **self.columns, **variant.columns}
                if variant.variant or item.variant:
                    columns["variant_zh"] = variant.variant or item.variant
                reasons = tuple(self._reasons(normal, variant, item, str(columns["beneficiary_zh"])))
                yield Candidate("award", start, end, phrase, round(self.confidence, 2), self.why, columns, reasons)

    def _reasons(self, normal: Normal, variant: Split, item: Class, recipient: str) -> Iterator[Reason]:
        """The words that made the ceiling, the level and the recipient, in this order, as far as words did."""
        said = {**self.said, **({"ceiling": variant.said} if variant.said else {})}
        level = item.place or self._named(item.named)
        if level and "recognition_level" not in variant.columns:
            said["level"] = level
        known = bool(recipient) and context.is_recipient(recipient)
        named = normal.compact.rfind(recipient, max(0, self.start - len(self.scope)), self.start) if known else -1
        if named >= 0:
            said["recipient"] = (named, named + len(recipient))
        for role in ("ceiling", "level", "recipient"):
            if role in said:
                yield Reason(role, *normal.original(*said[role]), normal.phrase(*said[role]))

    def _named(self, words: str) -> tuple[int, int] | None:
        """Where the words of the level stand last before the figure."""
        place = self.view.compact.rfind(words, max(0, self.start - _LEVEL_REACH), self.start) if words else -1
        return (place, place + len(words)) if place >= 0 else None

    def _class_columns(self, item: Class) -> Columns:
        code = item.title.code if item.title else ""
        if self.columns.get("trigger") == "listing":
            code = "listed_company"
        elif self.columns.get("trigger") == "event":
            code = ""
        kind, words = context.beneficiary_of(self.scope, BENEFICIARIES.get(code, ""), self.around)
        columns: Columns = {"beneficiary": kind, "beneficiary_zh": words}
        if code:
            columns["designation"] = code
        return {**columns, "recognition_level": item.level, "level_or_above": item.above}

    def _money(self) -> Columns:
        columns: Columns = {"form": self.form, "bound": self.bound}
        main, upper = MAIN_COLUMNS.get(self.form, ("", ""))
        if main and self.value is not None:
            columns[main] = number(self.value)
            if upper and self.value_max is not None:
                columns[upper] = number(self.value_max)
        return columns


def number(value: Decimal) -> Value:
    """A plain int where the value is whole, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)
