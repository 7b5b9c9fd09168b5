"""Every column of the published tables, declared once.

Parquet schema, validation, headings, axis titles, the codebook and the data package derive from `FIELDS`.
`type` is one of text, integer, number, flag, date, list. Yuan are integers; percentages are numbers (5‰ is 0.5).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """One column. `codes` names the code list its values come from, `unit` what a number counts."""

    name: str
    type: str
    zh: str
    en: str
    describe_zh: str
    describe_en: str
    unit: str = ""
    codes: str = ""
    required: bool = False


def _text(name: str, zh: str, en: str, dzh: str, den: str, codes: str = "", required: bool = False) -> Field:
    return Field(name, "text", zh, en, dzh, den, codes=codes, required=required)


def _list(name: str, zh: str, en: str, dzh: str, den: str, codes: str = "", required: bool = False) -> Field:
    return Field(name, "list", zh, en, dzh, den, codes=codes, required=required)


def _yuan(name: str, zh: str, en: str, dzh: str, den: str) -> Field:
    return Field(name, "integer", zh, en, dzh, den, unit="CNY")


def _percent(name: str, zh: str, en: str, dzh: str, den: str) -> Field:
    return Field(name, "number", zh, en, dzh, den, unit="%")


def _date(name: str, zh: str, en: str, dzh: str, den: str) -> Field:
    return Field(name, "date", zh, en, dzh, den)


def _flag(name: str, zh: str, en: str, dzh: str, den: str, required: bool = False) -> Field:
    return Field(name, "flag", zh, en, dzh, den, required=required)


def _count(name: str, zh: str, en: str, dzh: str, den: str, unit: str, required: bool = False) -> Field:
    return Field(name, "integer", zh, en, dzh, den, unit=unit, required=required)


_KEYS = (
    _text("city_id", "城市代码", "City id", "城市的拼音代码", "Pinyin code of the city", required=True),
    _text("document_id", "文件代码", "Document id", "文件的固定代码，不含推断的年份", "Fixed id of the document; never holds an inferred year", required=True),
    _text("measure_id", "措施代码", "Measure id", "条款措施的固定代码", "Fixed id of the measure", required=True),
    _text("award_id", "支持代码", "Award id", "支持行的固定代码", "Fixed id of the award row", required=True),
    _text("target_id", "目标代码", "Target id", "目标行的固定代码", "Fixed id of the target row", required=True),
)

_CITY = (
    _text("name_zh", "城市", "City (Chinese)", "城市中文名", "Chinese name", required=True),
    _text("name_en", "城市(英文)", "City", "城市英文名", "English name", required=True),
    _text("province_zh", "省份", "Province (Chinese)", "所属省份", "Province, Chinese name", required=True),
    _text("province_en", "省份(英文)", "Province", "所属省份英文名", "Province, English name", required=True),
    _text("division_code", "行政区划代码", "Division code", "GB/T 2260 行政区划代码", "Code after GB/T 2260", required=True),
    _text("level", "行政级别", "Level", "行政级别", "Administrative level", "city_level", True),
)

_DOCUMENT = (
    _text("kind", "文种", "Kind", "文种", "Kind of document", "document_kind", True),
    _text("title_zh", "标题", "Title (Chinese)", "文件或条款的中文标题", "Chinese title", required=True),
    _text("title_en", "标题(英文)", "Title", "英文标题，由编者翻译", "English title, translated by the editors", required=True),
    _text("title_basis", "标题依据", "Basis of title", "标题是载明还是编者所拟", "Whether the text carries the title", "title_basis", True),
    _text("issuer_zh", "发文机关", "Issuer (Chinese)", "发文机关", "Issuing body, Chinese name"),
    _text("issuer_en", "发文机关(英文)", "Issuer", "发文机关英文名", "Issuing body, English name"),
    _text("issuer_basis", "发文机关依据", "Basis of issuer", "发文机关是载明还是推断", "Whether the text names the issuer", "issuer_basis", True),
    _text("document_number", "发文字号", "Document number", "发文字号", "Official document number"),
    _date("issued_on", "成文日期", "Issued on", "成文日期", "Date of issue"),
    _count("policy_year", "发文年份", "Policy year", "发文年份，筛选所用", "Year of issue; used by the filter", "year"),
    _text("year_basis", "年份依据", "Basis of year", "发文年份是载明还是推断", "Whether the year is stated or inferred", "year_basis"),
    _text("year_note_zh", "年份说明", "Note on the year (Chinese)", "推断年份的理由", "Reason for an inferred year"),
    _text("year_note_en", "年份说明(英文)", "Note on the year", "推断年份的理由", "Reason for an inferred year"),
    _date("published_on", "公开日期", "Published on", "公开发布日期", "Date of publication"),
    _date("effective_from", "施行日期", "In force from", "载明的施行日期", "Stated first day in force"),
    _date("expires_on", "有效期至", "In force to", "载明的有效期末日", "Stated last day in force"),
    _date("repealed_on", "废止日期", "Repealed on", "载明的废止日期", "Stated day of repeal"),
    _flag("is_draft", "是否草案", "Draft", "征求意见稿等未定稿", "A draft that was not adopted", True),
    _text("release_attribute", "公开属性", "Release", "公开属性", "Mark of public release", "release_attribute", True),
    _text("source_kind", "来源类别", "Kind of source", "所用文本的来源", "Where the copy comes from", "source_kind", True),
    _text("source_url", "来源网址", "Source address", "所用文本的网址", "Address of the copy"),
    _date("retrieved_on", "获取日期", "Retrieved on", "获取文本的日期", "Day the copy was made"),
    _date("status_checked_on", "状态核对日期", "Status checked on", "核对状态的日期", "Day the status was checked"),
    _text("status_source_zh", "状态依据", "Source of status (Chinese)", "状态信息的出处", "Where the status comes from"),
    _text("status_source_en", "状态依据(英文)", "Source of status", "状态信息的出处", "Where the status comes from"),
    _text("script", "字体", "Script", "文本的字体", "Script of the copy", "script", True),
    _text("text_sha256", "文本校验值", "Text checksum", "原始字节的 SHA-256", "SHA-256 of the raw bytes", required=True),
    _count("text_chars", "文本字数", "Text length", "文本的字符数", "Length of the text", "code points", True),
    _text("caveat_zh", "注意事项", "Caveat (Chinese)", "使用该文件须知", "What to know before using the document"),
    _text("caveat_en", "注意事项(英文)", "Caveat", "使用该文件须知", "What to know before using the document"),
)

_MEASURE = (
    _text("article", "条款", "Article", "文件自身的条款编号", "Number as the document gives it", required=True),
    _count("article_order", "条款顺序", "Article order", "条款在文件中的次序", "Place of the measure in its document", "place", True),
    _list("categories", "措施类别", "Categories", "措施类别，首个为主", "Measure categories; the first is the main one", "category", True),
    _text("summary_zh", "摘要", "Summary (Chinese)", "编者撰写的中文摘要", "Summary by the editors, Chinese", required=True),
    _text("summary_en", "摘要(英文)", "Summary", "编者撰写的英文摘要", "Summary by the editors, English", required=True),
    _list("lead_departments", "牵头部门", "Lead departments", "文件写明的牵头单位", "Departments named as leading"),
    _list("departments", "责任部门", "Departments", "文件写明的责任单位", "Departments named as responsible"),
    _list("eligible_services", "可用服务", "Eligible services", "创新券等可用于的服务", "Services that support may be used for"),
    _list("designations_named", "写到的称号", "Titles named", "条款原文以全称或简称写到的认定称号", "Recognised titles that the clause's own text names, in full or shortened", "designation"),
    _list("lookalikes", "形似称号的名称", "Lookalikes", "原文中含有称号字样而另有所指的名称", "Names in the clause's text that hold the words of a title and mean something else"),
    _flag("is_quantified", "有无数字", "Quantified", "是否含金额、比例或目标值", "Whether figures of support or goals are given", True),
)

_AWARD = (
    _text("beneficiary", "受益方", "Beneficiary", "受益方类别", "Kind of beneficiary", "beneficiary", True),
    _list("beneficiaries_also", "并列受益方", "Beneficiaries side by side", "受益方为其他且多类并列时各是哪些", "The kinds meant where the beneficiary is `other` because several stand side by side", "beneficiary"),
    _text("beneficiary_zh", "受益方说明", "Beneficiary in words (Chinese)", "受益方的文字说明", "Beneficiary in Chinese words", required=True),
    _text("beneficiary_en", "受益方说明(英文)", "Beneficiary in words", "受益方的文字说明", "Beneficiary in English words", required=True),
    _text("designation", "认定称号", "Recognised title", "所依据的认定称号", "Recognised title the support depends on", "designation"),
    _list("designations_also", "并列称号", "Titles side by side", "同样符合条件的其他称号", "Further titles that are eligible for the same row", "designation"),
    _text("recognition_level", "认定级别", "Recognition level", "认定级别", "Level of the recognition", "recognition_level", True),
    _flag("level_or_above", "含以上级别", "Level or above", "是否含该级以上", "Whether higher levels are included", True),
    _text("variant_zh", "情形", "Variant (Chinese)", "同一支持下的不同情形", "Variant of one support, Chinese"),
    _text("variant_en", "情形(英文)", "Variant", "同一支持下的不同情形", "Variant of one support"),
    _text("trigger", "触发事项", "Trigger", "给予支持的事项", "What sets the support off", "trigger", True),
    _text("selection", "确定方式", "Selection", "如何确定受益方", "How recipients are chosen", "selection_mode", True),
    _text("condition_zh", "条件", "Condition (Chinese)", "编者概括的条件", "Condition in the editors' words, Chinese"),
    _text("condition_en", "条件(英文)", "Condition", "编者概括的条件", "Condition in the editors' words"),
    _flag("has_local_condition", "本地条件", "Local condition", "是否以在本市注册等为条件", "Whether a seat in the city is required", True),
    _text("instrument", "支持方式", "Instrument", "支持方式", "Instrument", "instrument", True),
    _text("instrument_term_zh", "文件用词", "Word of the document", "文件对支持的用词", "The document's own word for the support", required=True),
    _text("form", "数字种类", "Form", "数字的种类，决定主列", "Kind of figure; decides the main column", "form", True),
    _text("bound", "限定", "Bound", "主数字是定额、上限还是下限", "Qualifies the main figure", "bound", True),
    _yuan("sum_cny", "金额", "Sum", "金额", "Sum of money"),
    _yuan("sum_max_cny", "金额上端", "Upper end of sum", "区间的上端", "Upper end of a range"),
    _percent("rate_pct", "比例", "Rate", "按基数的百分比", "Percentage of the base"),
    _percent("rate_max_pct", "比例上端", "Upper end of rate", "区间的上端", "Upper end of a range"),
    _text("rate_basis", "比例基数", "Base of rate", "比例的基数", "What the rate is a percentage of", "rate_basis"),
    _percent("match_pct", "配套比例", "Match", "配套比例，1:1 为 100", "Match in percent; 1:1 is 100"),
    _text("match_basis", "配套基数", "Base of match", "配套的基数", "What is matched", "match_basis"),
    _yuan("pool_cny", "资金总量", "Pool", "整个项目的资金", "Budget of the whole programme"),
    _yuan("loan_ceiling_cny", "贷款额度上限", "Loan ceiling", "贷款额度上限，不是支付", "The most that may be borrowed; never a payment"),
    _yuan("covered_balance_cny", "纳入补偿余额", "Covered balance", "纳入补偿的贷款余额，不是支付", "Loan balance eligible for compensation; never a payment"),
    _yuan("insured_sum_cny", "保险保额", "Insured sum", "保险保额，不是支付", "Sum insured; never a payment"),
    _percent("tax_rate_pct", "税率", "Tax rate", "税率", "Tax rate"),
    _percent("share_pct", "收益比例", "Income share", "收益归研发团队的比例", "Share of income for the team"),
    _percent("share_max_pct", "收益比例上端", "Upper end of share", "区间的上端", "Upper end of a range"),
    _yuan("ceiling_cny", "支持上限", "Ceiling", "比例、配套或按单位支持的金额上限", "Ceiling in money on a rate, match or sum per unit"),
    _text("ceiling_per", "上限对象", "Ceiling per", "上限针对的对象", "What the ceiling applies to", "ceiling_per"),
    _text("ceiling_period", "上限期限", "Ceiling period", "上限的期限", "Period of the ceiling", "ceiling_period"),
    _yuan("base_ceiling_cny", "基数上限", "Ceiling of base", "计算基数的上限", "Ceiling on the base itself"),
    _count("term_max_months", "最长期限", "Longest term", "最长期限", "Longest term", "months"),
    _text("per_zh", "计量单位", "Per (Chinese)", "按什么单位给予", "Unit the sum is paid per, Chinese"),
    _text("per_en", "计量单位(英文)", "Per", "按什么单位给予", "Unit the sum is paid per"),
    _text("frequency", "频次", "Frequency", "给予的频次", "How often it is paid", "frequency", True),
    _list("payers", "出资方", "Payers", "出资的财政级别", "Budgets that pay", "payer", True),
    _text("payer_note_zh", "出资说明", "Note on payers (Chinese)", "出资安排的说明", "Note on who pays, Chinese"),
    _text("payer_note_en", "出资说明(英文)", "Note on payers", "出资安排的说明", "Note on who pays"),
    _text("commitment", "承诺性质", "Commitment", "本级承诺、转达或引用", "Own, passed on, or by reference", "commitment", True),
    _text("relation", "关系", "Relation", "与另一支持的关系", "Relation to another support", "relation"),
    _text("related_award_id", "相关支持", "Related award", "被指向的支持行", "The award pointed at"),
    _text("external_parent_zh", "外部政策", "External parent (Chinese)", "被指向的上级政策", "Policy outside the tables, Chinese"),
    _text("external_parent_en", "外部政策(英文)", "External parent", "被指向的上级政策", "Policy outside the tables"),
    _text("unstated_kind", "未写明类别", "Kind of unstated", "没有数字的原因", "Why there is no figure", "unstated_kind"),
    _text("note_zh", "说明", "Note (Chinese)", "编者说明", "Note by the editors, Chinese"),
    _text("note_en", "说明(英文)", "Note", "编者说明", "Note by the editors"),
)

_TARGET = (
    _text("indicator", "指标", "Indicator", "指标代码", "Indicator", "indicator", True),
    _text("verb", "动词", "Verb", "目标的动词", "Verb of the goal", "verb", True),
    _text("comparator", "比较词", "Comparator", "达到、超过等", "At least, more than, ...", "comparator", True),
    Field("value", "number", "目标值", "Value", "目标值，单位见 unit", "Target value in `unit`"),
    Field("value_max", "number", "目标值上端", "Upper value", "区间的上端", "Upper end of a range"),
    _text("unit", "单位", "Unit", "目标值的单位", "Unit of the value", "unit", True),
    _text("basis", "类型", "Basis", "水平、增量、增速等", "Level, increment, growth, ...", "target_basis", True),
    _count("period_start", "起始年份", "Period start", "期间的起始年份", "First year of the period", "year"),
    _count("target_year", "目标年份", "Target year", "目标年份", "Year the goal is for", "year"),
    _count("horizon_years", "时长", "Horizon", "未来几年", "Number of years ahead", "years"),
    _text("target_year_basis", "目标年份依据", "Basis of target year", "目标年份从何而来", "Where the target year comes from", "target_year_basis", True),
    _text("scope_zh", "范围", "Scope (Chinese)", "目标的范围", "Scope of the goal, Chinese"),
    _text("scope_en", "范围(英文)", "Scope", "目标的范围", "Scope of the goal"),
    _text("restates", "重述", "Restates", "重述的目标", "The target said again here"),
    _text("specifies", "细化", "Specifies", "细化的目标", "The target made more precise here"),
)

_EVIDENCE = (
    _list("beyond_phrase", "不出自短语", "Not from the phrase", "本行中哪些内容不能由原文短语及其前后文得出，各是什么原因", "What in the row the phrase and its context cannot give, and why", "beyond_phrase"),
    _text("phrase", "原文数字", "Phrase", "原文中的数字短语，不超过40字", "The bare figure phrase, at most 40 characters", required=True),
    _text("prefix", "前文", "Prefix", "短语前不超过16字", "At most 16 characters before the phrase"),
    _text("suffix", "后文", "Suffix", "短语后不超过16字", "At most 16 characters after the phrase"),
    _count("start", "起点", "Start", "短语在文本中的起点", "First code point of the phrase in the text", "code points", True),
    _count("end", "终点", "End", "短语在文本中的终点", "Code point after the phrase", "code points", True),
)

_OTHER = (
    _text("role", "角色", "Role", "数字在文中的角色", "Role of the figure in the text", "figure_role", True),
    _text("row_id", "所属行", "Row", "数字所属的支持、目标或措施", "Award, target or measure the figure belongs to"),
    _text("column", "所属列", "Column", "数字所在的列", "Column that holds the value"),
    _text("category", "措施类别", "Category", "措施类别", "Measure category", "category", True),
    _text("state", "覆盖状态", "State", "该类在文件中的状态", "State of the category in the document", "coverage_state", True),
    _text("list", "代码表", "Code list", "代码表名称", "Name of the code list", required=True),
    _text("code", "代码", "Code", "代码", "Code", required=True),
    _text("zh", "中文", "Chinese", "中文名称", "Chinese label"),
    _text("en", "英文", "English", "英文名称", "English label"),
    _text("definition_zh", "定义", "Definition (Chinese)", "中文定义", "Chinese definition"),
    _text("definition_en", "定义(英文)", "Definition", "英文定义", "English definition"),
    _text("external_scheme", "对应体系", "External scheme", "对应的外部分类", "External classification"),
    _text("external_edition", "体系版本", "Edition", "外部分类的版本", "Edition of the classification"),
    _text("external_code", "对应代码", "External code", "外部分类的代码", "Code in the classification"),
    _text("code_relation", "对应关系", "Relation of codes", "与外部代码的关系", "Relation to the external code"),
    _text("alignment_id", "对照代码", "Alignment id", "对照行的固定代码", "Fixed id of the alignment", required=True),
    _text("from_document_id", "前一文件", "From document", "较早的文件", "Earlier document", required=True),
    _text("to_document_id", "后一文件", "To document", "较晚的文件", "Later document", required=True),
    _list("from_ids", "前一文件的行", "Rows before", "前一文件中的行", "Rows in the earlier document"),
    _list("to_ids", "后一文件的行", "Rows after", "后一文件中的行", "Rows in the later document"),
    _list("changes", "变化", "Changes", "变化的种类，可不止一种", "Kinds of change; there may be several", "change_kind", True),
    _text("correction_id", "更正编号", "Correction id", "更正的固定编号", "Fixed id of the correction", required=True),
    _date("corrected_on", "更正日期", "Corrected on", "更正发布的日期", "Day the correction was published"),
    _list("row_ids", "更正的行", "Rows", "被更正的支持、目标或措施", "Awards, targets or measures that were corrected"),
    _text("what_zh", "更正内容", "What (Chinese)", "原为何值、现为何值", "What stood there and what stands there now, Chinese", required=True),
    _text("what_en", "更正内容(英文)", "What", "原为何值、现为何值", "What stood there and what stands there now", required=True),
    _text("topic", "主题", "Topic", "对照的主题", "Topic of the alignment", "alignment_topic", True),
    _text("reason_zh", "理由", "Reason (Chinese)", "判断的理由", "Reason for the decision, Chinese", required=True),
    _text("reason_en", "理由(英文)", "Reason", "判断的理由", "Reason for the decision", required=True),
)

FIELDS: dict[str, Field] = {
    field.name: field
    for group in (_KEYS, _CITY, _DOCUMENT, _MEASURE, _AWARD, _TARGET, _EVIDENCE, _OTHER)
    for field in group
}
