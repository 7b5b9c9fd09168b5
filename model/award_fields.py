"""The columns of the table `awards`, and those that say where its ceilings stand in the text."""

from model.column import Field, count_field, date_field, flag_field, list_field, percent_field, text_field, yuan_field

AWARD = (
    text_field("beneficiary", "受益方", "Beneficiary", "受益方类别", "Kind of beneficiary", "beneficiary", True),
    list_field("beneficiaries_also", "并列受益方", "Beneficiaries side by side", "受益方为其他且多类并列时各是哪些", "The kinds meant where the beneficiary is `other` because several stand side by side", "beneficiary"),
    text_field("beneficiary_zh", "受益方说明", "Beneficiary in words (Chinese)", "受益方的文字说明", "Beneficiary in Chinese words", required=True),
    text_field("beneficiary_en", "受益方说明(英文)", "Beneficiary in words", "受益方的文字说明", "Beneficiary in English words", required=True),
    text_field("designation", "认定称号", "Recognised title", "所依据的认定称号", "Recognised title the support depends on", "designation"),
    list_field("designations_also", "并列称号", "Titles side by side", "同样符合条件的其他称号", "Further titles that are eligible for the same row", "designation"),
    text_field("recognition_level", "认定级别", "Recognition level", "认定级别", "Level of the recognition", "recognition_level", True),
    flag_field("level_or_above", "含以上级别", "Level or above", "是否含该级以上", "Whether higher levels are included", True),
    text_field("variant_zh", "情形", "Variant (Chinese)", "同一支持下的不同情形", "Variant of one support, Chinese"),
    text_field("variant_en", "情形(英文)", "Variant", "同一支持下的不同情形", "Variant of one support"),
    text_field("trigger", "给予条件", "Trigger", "给予支持的事项", "What sets the support off", "trigger", True),
    text_field("selection", "遴选方式", "Selection", "如何确定受益方", "How recipients are chosen", "selection_mode", True),
    text_field("condition_zh", "条件", "Condition (Chinese)", "编者概括的条件", "Condition in the editors' words, Chinese"),
    text_field("condition_en", "条件(英文)", "Condition", "编者概括的条件", "Condition in the editors' words"),
    flag_field("has_local_condition", "本地条件", "Local condition", "是否以在本市注册等为条件", "Whether a seat in the city is required", True),
    text_field("instrument", "支持方式", "Instrument", "支持方式", "Instrument", "instrument", True),
    text_field("instrument_term_zh", "文件用词", "Word of the document", "文件对支持的用词", "The document's own word for the support", required=True),
    text_field("form", "数字种类", "Form", "数字的种类，决定主列", "Kind of figure; decides the main column", "form", True),
    text_field("bound", "限定", "Bound", "主数字是定额、上限还是下限", "Qualifies the main figure", "bound", True),
    yuan_field("sum_cny", "金额", "Sum", "金额", "Sum of money"),
    yuan_field("sum_max_cny", "金额上端", "Upper end of sum", "区间的上端", "Upper end of a range"),
    percent_field("rate_pct", "比例", "Rate", "按基数的百分比", "Percentage of the base"),
    percent_field("rate_max_pct", "比例上端", "Upper end of rate", "区间的上端", "Upper end of a range"),
    text_field("rate_basis", "比例基数", "Base of rate", "比例的基数", "What the rate is a percentage of", "rate_basis"),
    percent_field("match_pct", "配套比例", "Match", "配套比例，1:1 为 100", "Match in percent; 1:1 is 100"),
    text_field("match_basis", "配套基数", "Base of match", "配套的基数", "What is matched", "match_basis"),
    yuan_field("pool_cny", "资金总量", "Pool", "整个项目的资金", "Budget of the whole programme"),
    yuan_field("loan_ceiling_cny", "贷款额度上限", "Loan ceiling", "贷款额度上限，不是支付", "The most that may be borrowed; never a payment"),
    yuan_field("covered_balance_cny", "纳入补偿余额", "Covered balance", "纳入补偿的贷款余额，不是支付", "Loan balance eligible for compensation; never a payment"),
    yuan_field("insured_sum_cny", "保险保额", "Insured sum", "保险保额，不是支付", "Sum insured; never a payment"),
    percent_field("tax_rate_pct", "税率", "Tax rate", "税率", "Tax rate"),
    percent_field("share_pct", "收益比例", "Income share", "收益归研发团队的比例", "Share of income for the team"),
    percent_field("share_max_pct", "收益比例上端", "Upper end of share", "区间的上端", "Upper end of a range"),
    yuan_field("ceiling_cny", "支持上限", "Ceiling", "比例、配套或按单位支持的金额上限", "Ceiling in money on a rate, match or sum per unit"),
    text_field("ceiling_per", "上限对象", "Ceiling per", "上限针对的对象", "What the ceiling applies to", "ceiling_per"),
    text_field("ceiling_period", "上限期限", "Ceiling period", "上限的期限", "Period of the ceiling", "ceiling_period"),
    yuan_field("base_ceiling_cny", "基数上限", "Ceiling of base", "计算基数的上限", "Ceiling on the base itself"),
    text_field("also_ceiling_per", "另一上限对象", "Second ceiling per", "另一上限针对的对象", "What the second ceiling applies to", "ceiling_per"),
    yuan_field("also_ceiling_cny", "另一上限", "Second ceiling", "同一支持的另一上限，如单个项目之外每年的上限", "A second ceiling of the same support, such as one a year beside one per project"),
    text_field("also_ceiling_period", "另一上限期限", "Second ceiling period", "另一上限的期限", "Period of the second ceiling", "ceiling_period"),
    percent_field("cap_pct", "另限比例", "Cap in percent", "支持额不超过某一费用的百分比", "The support may not exceed this percentage of a cost"),
    text_field("cap_basis", "另限基数", "Base of cap", "另限比例所指的费用", "The cost that the cap is a percentage of", "rate_basis"),
    list_field("slice_from_cny", "分段起点", "Slices from", "分段计算的各段起点(元)，首段为0", "Where each slice of the base begins, in yuan; the first is 0"),
    list_field("slice_rate_pct", "分段比例", "Rates of slices", "各段的比例(%)", "The rate of each slice, in percent"),
    text_field("bracket_basis", "分档依据", "Base of bracket", "按哪一数额分档", "The sum that decides which bracket applies", "rate_basis"),
    yuan_field("bracket_from_cny", "档次下限(含)", "Bracket from", "适用本行的数额下限，含本数", "The sum from which this row applies, inclusive"),
    yuan_field("bracket_below_cny", "档次上限(不含)", "Bracket below", "适用本行的数额上限，不含本数", "The sum below which this row applies"),
    count_field("units_max", "最多计量数", "Most units", "最多按多少单位给予", "The most units that one beneficiary is paid for", "units"),
    text_field("per", "计量单位类别", "Kind of unit", "按何种单位给予", "Kind of unit the sum is paid per", "per_unit"),
    date_field("valid_from", "本行起始日", "Row valid from", "文件为本行另行载明的起始日", "First day that the text states for this row alone"),
    date_field("valid_to", "本行截止日", "Row valid to", "文件为本行另行载明的截止日", "Last day that the text states for this row alone"),
    count_field("term_max_months", "最长期限", "Longest term", "最长期限", "Longest term", "months"),
    text_field("per_zh", "计量单位", "Per (Chinese)", "按什么单位给予", "Unit the sum is paid per, Chinese"),
    text_field("per_en", "计量单位(英文)", "Per", "按什么单位给予", "Unit the sum is paid per"),
    text_field("frequency", "频次", "Frequency", "给予的频次", "How often it is paid", "frequency", True),
    list_field("payers", "资金来源", "Payers", "出资的财政级别", "Budgets that pay", "payer", True),
    text_field("payer_note_zh", "出资说明", "Note on payers (Chinese)", "出资安排的说明", "Note on who pays, Chinese"),
    text_field("payer_note_en", "出资说明(英文)", "Note on payers", "出资安排的说明", "Note on who pays"),
    text_field("commitment", "承诺性质", "Commitment", "本级承诺、转达或引用", "Own, passed on, or by reference", "commitment", True),
    text_field("relation", "关系", "Relation", "与另一支持的关系", "Relation to another support", "relation"),
    text_field("related_award_id", "相关支持", "Related award", "被指向的支持行", "The award pointed at"),
    text_field("external_parent_zh", "外部政策", "External parent (Chinese)", "被指向的上级政策", "Policy outside the tables, Chinese"),
    text_field("external_parent_en", "外部政策(英文)", "External parent", "被指向的上级政策", "Policy outside the tables"),
    text_field("unstated_kind", "未写明类别", "Kind of unstated", "没有数字的原因", "Why there is no figure", "unstated_kind"),
    text_field("note_zh", "说明", "Note (Chinese)", "编者说明", "Note by the editors, Chinese"),
    text_field("note_en", "说明(英文)", "Note", "编者说明", "Note by the editors"),
)

_NUMERALS = (
    ("ceiling", "支持上限", "ceiling"), ("base_ceiling", "基数上限", "ceiling of the base"), ("also_ceiling", "另一上限", "second ceiling"),
)


def _place(name: str, zh: str, en: str) -> tuple[Field, ...]:
    """The five columns that say where the numeral of a ceiling stands in the text."""
    title = en[0].upper() + en[1:]
    return (
        text_field(f"{name}_phrase", f"{zh}原文", f"Phrase of the {en}", f"{zh}在原文中的数字短语", f"The bare figure phrase of the {en}"),
        text_field(f"{name}_prefix", f"{zh}前文", f"{title}: prefix", "短语前不超过16字", "At most 16 characters before the phrase"),
        text_field(f"{name}_suffix", f"{zh}后文", f"{title}: suffix", "短语后不超过16字", "At most 16 characters after the phrase"),
        count_field(f"{name}_start", f"{zh}起点", f"{title}: start", "短语在文本中的起点", "First code point of the phrase in the text", "code points"),
        count_field(f"{name}_end", f"{zh}终点", f"{title}: end", "短语在文本中的终点", "Code point after the phrase", "code points"),
    )


CEILING_PLACES = tuple(field for numeral in _NUMERALS for field in _place(*numeral))
