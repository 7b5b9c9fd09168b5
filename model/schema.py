"""The published tables: which fields each has, what one row is, its key and what it refers to."""

from dataclasses import dataclass

from model.fields import FIELDS, Field

SCHEMA_VERSION = "4"

EVIDENCE = ("phrase", "prefix", "suffix", "start", "end")

# The ceilings of an award; each has a place of its own in the text, taken from the ledger of figures.
CEILINGS = ("ceiling", "base_ceiling", "also_ceiling")


def place_of(ceiling: str) -> tuple[str, ...]:
    """The columns for the place of one of `CEILINGS`, in the order of `EVIDENCE`."""
    return tuple(f"{ceiling}_{name}" for name in EVIDENCE)


@dataclass(frozen=True)
class Table:
    """One published table. `references` maps a column to the table whose key it must hit."""

    name: str
    row_zh: str
    row_en: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    references: tuple[tuple[str, str], ...] = ()
    optional: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """The declared fields of the table in column order."""
        return tuple(FIELDS[name] for name in self.columns)

    def is_required(self, name: str) -> bool:
        """Whether every row of this table must have a value in the column."""
        return FIELDS[name].required and name not in self.optional


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "cities", "一个行政辖区", "a jurisdiction",
            ("city_id", "name_zh", "name_en", "province_zh", "province_en", "division_code", "level", "parent_zh", "parent_en"),
            ("city_id",),
        ),
        Table(
            "documents", "一份政策文件", "a policy document",
            ("document_id", "city_id", "kind", "title_zh", "title_en", "title_basis", "short_zh", "short_en", "issuer_zh", "issuer_en",
             "issuer_basis", "document_number", "issued_on", "policy_year", "year_basis", "year_note_zh", "year_note_en",
             "published_on", "effective_from", "expires_on", "covers_from", "covers_to", "repealed_on", "is_draft", "release_attribute",
             "source_kind", "source_url", "retrieved_on", "status_checked_on", "status_source_zh", "status_source_en",
             "script", "text_sha256", "text_chars", "caveat_zh", "caveat_en"),
            ("document_id",),
            (("city_id", "cities"),),
        ),
        Table(
            "measures", "一项承诺(文件的一条或其中一项)", "one commitment: an article or a part of it",
            ("measure_id", "document_id", "article", "article_order", "categories", "title_zh", "title_en",
             "summary_zh", "summary_en", "lead_departments", "departments", "eligible_services", "designations_named",
             "lookalikes", "is_quantified"),
            ("measure_id",),
            (("document_id", "documents"),),
        ),
        Table(
            "awards", "一个支持数字", "one figure of support",
            ("award_id", "measure_id", "document_id", "beneficiary", "beneficiaries_also", "beneficiary_zh", "beneficiary_en", "designation", "designations_also",
             "recognition_level", "level_or_above", "variant_zh", "variant_en", "trigger", "selection", "condition_zh",
             "condition_en", "has_local_condition", "instrument", "instrument_term_zh", "categories", "form", "bound",
             "sum_cny", "sum_max_cny", "rate_pct", "rate_max_pct", "rate_basis", "match_pct", "match_basis", "pool_cny",
             "loan_ceiling_cny", "covered_balance_cny", "insured_sum_cny", "tax_rate_pct", "share_pct", "share_max_pct",
             "ceiling_cny", "ceiling_per", "ceiling_period", "also_ceiling_cny", "also_ceiling_per", "also_ceiling_period",
             "base_ceiling_cny", "cap_pct", "cap_basis", "slice_from_cny", "slice_rate_pct", "bracket_basis", "bracket_from_cny",
             "bracket_below_cny", "term_max_months", "per", "per_zh", "per_en", "units_max", "frequency", "valid_from", "valid_to", "payers", "payer_note_zh", "payer_note_en", "commitment", "relation", "related_award_id",
             "external_parent_zh", "external_parent_en", "unstated_kind", "note_zh", "note_en", "beyond_phrase", *EVIDENCE,
             *(column for name in CEILINGS for column in place_of(name))),
            ("award_id",),
            (("measure_id", "measures"), ("document_id", "documents"), ("related_award_id", "awards")),
        ),
        Table(
            "targets", "一个数量目标", "one quantitative goal",
            ("target_id", "measure_id", "document_id", "indicator", "verb", "comparator", "value", "value_max", "unit",
             "basis", "period_start", "target_year", "horizon_years", "target_year_basis", "recognition_level",
             "level_or_above", "scope_zh", "scope_en", "restates", "specifies", "note_zh", "note_en", "beyond_phrase", *EVIDENCE),
            ("target_id",),
            (("measure_id", "measures"), ("document_id", "documents"), ("restates", "targets"), ("specifies", "targets")),
        ),
        Table(
            "rules", "一条叠加、界定或适用规则", "a rule on adding up, on the meaning of words or on who and when",
            ("rule_id", "measure_id", "document_id", "rule_kind", "rule_scope", "term_zh", "says_zh", "says_en", "applies_to",
             "note_zh", "note_en", *EVIDENCE),
            ("rule_id",),
            (("measure_id", "measures"), ("document_id", "documents")),
        ),
        Table(
            "figures", "原文中的一个数字", "one numeral of the text",
            ("document_id", "start", "end", "phrase", "role", "row_id", "column", "prefix", "suffix"),
            ("document_id", "start", "end", "row_id"),
            (("document_id", "documents"),),
        ),
        Table(
            "coverage", "一份文件与一个类别", "a document and a category",
            ("document_id", "category", "state"),
            ("document_id", "category"),
            (("document_id", "documents"),),
        ),
        Table(
            "codes", "一个代码", "a code",
            ("list", "code", "zh", "en", "definition_zh", "definition_en", "external_scheme", "external_edition",
             "external_code", "code_relation"),
            ("list", "code"),
        ),
        Table(
            "alignments", "两份文件之间的一处对照", "a link between rows of two documents",
            ("alignment_id", "topic", "from_document_id", "to_document_id", "from_ids", "to_ids", "changes",
             "title_zh", "title_en", "reason_zh", "reason_en", "note_zh", "note_en"),
            ("alignment_id",),
            (("from_document_id", "documents"), ("to_document_id", "documents")),
        ),
        Table(
            "corrections", "已发布数据的一处更正", "a correction of published data",
            ("correction_id", "corrected_on", "row_ids", "what_zh", "what_en", "reason_zh", "reason_en"),
            ("correction_id",),
        ),
    )
}

# Which columns a form of award fills: its main column first, then what it must have, then what it may have.
# After the table of forms in the codebook; every other combination is an error.
_CEILING = ("ceiling_cny", "ceiling_per", "ceiling_period", "also_ceiling_cny", "also_ceiling_per", "also_ceiling_period")
_CAP = ("cap_pct", "cap_basis")
_BRACKET = ("bracket_basis", "bracket_from_cny", "bracket_below_cny")
SLICES = ("slice_from_cny", "slice_rate_pct")
MONEY_COLUMNS = (
    "sum_cny", "sum_max_cny", "rate_pct", "rate_max_pct", "rate_basis", "match_pct", "match_basis", "pool_cny",
    "loan_ceiling_cny", "covered_balance_cny", "insured_sum_cny", "tax_rate_pct", "share_pct", "share_max_pct",
    *_CEILING, "base_ceiling_cny", *_CAP, *_BRACKET, "term_max_months", "units_max", "unstated_kind",
)


@dataclass(frozen=True)
class FormRule:
    """The columns one form of award uses. `upper` is the column for the upper end of a range."""

    main: str | None
    upper: str | None = None
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()

    @property
    def allowed(self) -> frozenset[str]:
        """Every money column a row of this form may fill."""
        return frozenset(name for name in (self.main, self.upper, *self.needs, *self.may) if name)


FORM_RULES: dict[str, FormRule] = {
    "sum": FormRule("sum_cny", "sum_max_cny", may=(*_CEILING, *_CAP, "term_max_months", "units_max")),
    "rate": FormRule("rate_pct", "rate_max_pct", needs=("rate_basis",), may=(*_CEILING, *_CAP, *_BRACKET, "base_ceiling_cny", "term_max_months", "units_max")),
    "match": FormRule("match_pct", needs=("match_basis",), may=(*_CEILING, *_CAP, "term_max_months")),
    "pool": FormRule("pool_cny"),
    "loan_ceiling": FormRule("loan_ceiling_cny", may=("term_max_months",)),
    "covered_balance": FormRule("covered_balance_cny"),
    "insured_sum": FormRule("insured_sum_cny"),
    "tax_rate": FormRule("tax_rate_pct"),
    "income_share": FormRule("share_pct", "share_max_pct"),
    "unstated": FormRule(None, needs=("unstated_kind",), may=(*_CEILING, "rate_basis", "match_basis")),
}
