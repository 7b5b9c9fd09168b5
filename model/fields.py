"""Every column of the published tables, declared once.

Parquet schema, validation, headings, axis titles, the codebook and the data package derive from `FIELDS`.
"""

from model.award_fields import AWARD, CEILING_PLACES
from model.column import Field, count_field, date_field, flag_field, list_field, text_field

__all__ = ["FIELDS", "Field"]

_KEYS = (
    text_field("city_id", "城市代码", "City id", "城市的拼音代码", "Pinyin code of the city", required=True),
    text_field("document_id", "文件代码", "Document id", "文件的固定代码，不含推断的年份", "Fixed id of the document; never holds an inferred year", required=True),
    text_field("measure_id", "措施代码", "Measure id", "条款措施的固定代码", "Fixed id of the measure", required=True),
    text_field("award_id", "支持代码", "Award id", "支持行的固定代码", "Fixed id of the award row", required=True),
    text_field("target_id", "目标代码", "Target id", "目标行的固定代码", "Fixed id of the target row", required=True),
)

_CITY = (
    text_field("name_zh", "城市", "City (Chinese)", "城市中文名", "Chinese name", required=True),
    text_field("name_en", "城市(英文)", "City", "城市英文名", "English name", required=True),
    text_field("province_zh", "省份", "Province (Chinese)", "所属省份", "Province, Chinese name", required=True),
    text_field("province_en", "省份(英文)", "Province", "所属省份英文名", "Province, English name", required=True),
    text_field("division_code", "行政区划代码", "Division code", "GB/T 2260 行政区划代码", "Code after GB/T 2260", required=True),
    text_field("level", "行政级别", "Level", "行政级别", "Administrative level", "city_level", True),
    text_field("parent_zh", "上级城市", "Parent city (Chinese)", "县(市、区)所属的地级市", "The city that a county or district belongs to, Chinese name"),
    text_field("parent_en", "上级城市(英文)", "Parent city", "县(市、区)所属的地级市", "The city that a county or district belongs to"),
)

_DOCUMENT = (
    text_field("kind", "文种", "Kind", "文种", "Kind of document", "document_kind", True),
    text_field("title_zh", "标题", "Title (Chinese)", "文件或条款的中文标题", "Chinese title", required=True),
    text_field("title_en", "标题(英文)", "Title", "英文标题，由编者翻译", "English title, translated by the editors", required=True),
    text_field("title_basis", "标题依据", "Basis of title", "标题是载明还是编者所拟", "Whether the text carries the title", "title_basis", True),
    text_field("short_zh", "简称", "Short name (Chinese)", "同一地有多份文件时列名所用的简称", "Name for column heads where one place has several documents, Chinese"),
    text_field("short_en", "简称(英文)", "Short name", "同一地有多份文件时列名所用的简称", "Name for column heads where one place has several documents"),
    text_field("issuer_zh", "发文机关", "Issuer (Chinese)", "发文机关", "Issuing body, Chinese name"),
    text_field("issuer_en", "发文机关(英文)", "Issuer", "发文机关英文名", "Issuing body, English name"),
    text_field("issuer_basis", "发文机关依据", "Basis of issuer", "发文机关是载明还是推断", "Whether the text names the issuer", "issuer_basis", True),
    text_field("document_number", "发文字号", "Document number", "发文字号", "Official document number"),
    date_field("issued_on", "成文日期", "Issued on", "成文日期", "Date of issue"),
    count_field("policy_year", "发文年份", "Policy year", "发文年份，筛选所用", "Year of issue; used by the filter", "year"),
    text_field("year_basis", "年份依据", "Basis of year", "发文年份是载明还是推断", "Whether the year is stated or inferred", "year_basis"),
    text_field("year_note_zh", "年份说明", "Note on the year (Chinese)", "推断年份的理由", "Reason for an inferred year"),
    text_field("year_note_en", "年份说明(英文)", "Note on the year", "推断年份的理由", "Reason for an inferred year"),
    date_field("published_on", "公开日期", "Published on", "公开发布日期", "Date of publication"),
    date_field("effective_from", "施行日期", "In force from", "载明的施行日期", "Stated first day in force"),
    date_field("expires_on", "有效期至", "In force to", "载明的有效期末日", "Stated last day in force"),
    date_field("covers_from", "适用期起", "Covers from", "载明的奖补对象所属期间的首日", "Stated first day of the period whose achievements are paid for"),
    date_field("covers_to", "适用期止", "Covers to", "载明的奖补对象所属期间的末日", "Stated last day of the period whose achievements are paid for"),
    date_field("repealed_on", "废止日期", "Repealed on", "载明的废止日期", "Stated day of repeal"),
    flag_field("is_draft", "是否草案", "Draft", "征求意见稿等未定稿", "A draft that was not adopted", True),
    text_field("release_attribute", "公开属性", "Release", "公开属性", "Mark of public release", "release_attribute", True),
    text_field("source_kind", "来源类别", "Kind of source", "所用文本的来源", "Where the copy comes from", "source_kind", True),
    text_field("source_url", "来源网址", "Source address", "所用文本的网址", "Address of the copy"),
    date_field("retrieved_on", "获取日期", "Retrieved on", "获取文本的日期", "Day the copy was made"),
    date_field("status_checked_on", "状态核对日期", "Status checked on", "核对状态的日期", "Day the status was checked"),
    text_field("status_source_zh", "状态依据", "Source of status (Chinese)", "状态信息的出处", "Where the status comes from"),
    text_field("status_source_en", "状态依据(英文)", "Source of status", "状态信息的出处", "Where the status comes from"),
    text_field("script", "字体", "Script", "文本的字体", "Script of the copy", "script", True),
    text_field("text_sha256", "文本校验值", "Text checksum", "原始字节的 SHA-256", "SHA-256 of the raw bytes", required=True),
    count_field("text_chars", "文本字数", "Text length", "文本的字符数", "Length of the text", "code points", True),
    text_field("caveat_zh", "注意事项", "Caveat (Chinese)", "使用该文件须知", "What to know before using the document"),
    text_field("caveat_en", "注意事项(英文)", "Caveat", "使用该文件须知", "What to know before using the document"),
)

_MEASURE = (
    text_field("article", "条款", "Article", "文件自身的条款编号", "Number as the document gives it", required=True),
    count_field("article_order", "条款顺序", "Article order", "条款在文件中的次序", "Place of the measure in its document", "place", True),
    list_field("categories", "措施类别", "Categories", "措施类别，首个为主", "Measure categories; the first is the main one", "category", True),
    text_field("summary_zh", "摘要", "Summary (Chinese)", "编者撰写的中文摘要", "Summary by the editors, Chinese", required=True),
    text_field("summary_en", "摘要(英文)", "Summary", "编者撰写的英文摘要", "Summary by the editors, English", required=True),
    list_field("lead_departments", "牵头部门", "Lead departments", "文件写明的牵头单位", "Departments named as leading"),
    list_field("departments", "责任部门", "Departments", "文件写明的责任单位", "Departments named as responsible"),
    list_field("eligible_services", "可用服务", "Eligible services", "创新券等可用于的服务", "Services that support may be used for"),
    list_field("designations_named", "写到的称号", "Titles named", "条款原文以全称或简称写到的认定称号", "Recognised titles that the clause's own text names, in full or shortened", "designation"),
    list_field("lookalikes", "形似称号的名称", "Lookalikes", "原文中含有称号字样而另有所指的名称", "Names in the clause's text that hold the words of a title and mean something else"),
    flag_field("is_quantified", "有无数字", "Quantified", "是否含金额、比例或目标值", "Whether figures of support or goals are given", True),
)

_TARGET = (
    text_field("indicator", "指标", "Indicator", "指标代码", "Indicator", "indicator", True),
    text_field("verb", "动词", "Verb", "目标的动词", "Verb of the goal", "verb", True),
    text_field("comparator", "比较词", "Comparator", "达到、超过等", "At least, more than, ...", "comparator", True),
    Field("value", "number", "目标值", "Value", "目标值，单位见 unit", "Target value in `unit`"),
    Field("value_max", "number", "目标值上端", "Upper value", "区间的上端", "Upper end of a range"),
    text_field("unit", "单位", "Unit", "目标值的单位", "Unit of the value", "unit", True),
    text_field("basis", "类型", "Basis", "水平、增量、增速等", "Level, increment, growth, ...", "target_basis", True),
    count_field("period_start", "起始年份", "Period start", "期间的起始年份", "First year of the period", "year"),
    count_field("target_year", "目标年份", "Target year", "目标年份", "Year the goal is for", "year"),
    count_field("horizon_years", "时长", "Horizon", "未来几年", "Number of years ahead", "years"),
    text_field("target_year_basis", "目标年份依据", "Basis of target year", "目标年份从何而来", "Where the target year comes from", "target_year_basis", True),
    text_field("scope_zh", "范围", "Scope (Chinese)", "目标的范围", "Scope of the goal, Chinese"),
    text_field("scope_en", "范围(英文)", "Scope", "目标的范围", "Scope of the goal"),
    text_field("restates", "重述", "Restates", "重述的目标", "The target said again here"),
    text_field("specifies", "细化", "Specifies", "细化的目标", "The target made more precise here"),
)

_EVIDENCE = (
    list_field("beyond_phrase", "不出自短语", "Not from the phrase", "本行中哪些内容不能由原文短语及其前后文得出，各是什么原因", "What in the row the phrase and its context cannot give, and why", "beyond_phrase"),
    text_field("phrase", "原文数字", "Phrase", "原文中的数字短语，不超过40字", "The bare figure phrase, at most 40 characters", required=True),
    text_field("prefix", "前文", "Prefix", "短语前不超过16字", "At most 16 characters before the phrase"),
    text_field("suffix", "后文", "Suffix", "短语后不超过16字", "At most 16 characters after the phrase"),
    count_field("start", "起点", "Start", "短语在文本中的起点", "First code point of the phrase in the text", "code points", True),
    count_field("end", "终点", "End", "短语在文本中的终点", "Code point after the phrase", "code points", True),
)

_RULE = (
    text_field("rule_id", "规则代码", "Rule id", "规则行的固定代码", "Fixed id of the rule row", required=True),
    text_field("rule_kind", "规则种类", "Kind of rule", "规则的种类", "Kind of rule", "rule_kind", True),
    text_field("rule_scope", "规则范围", "Scope of rule", "规则适用于什么", "What the rule applies to", "rule_scope", True),
    text_field("term_zh", "用语", "Term", "规则所界定的用语", "The word of the text that the rule defines"),
    text_field("says_zh", "内容", "What it says (Chinese)", "编者概括的规则内容", "The rule in the editors' words, Chinese", required=True),
    text_field("says_en", "内容(英文)", "What it says", "编者概括的规则内容", "The rule in the editors' words", required=True),
    list_field("applies_to", "适用的行", "Applies to", "规则只适用于这些措施或支持，空为全文", "The measures or awards that the rule is limited to; empty for the whole document"),
)

_OTHER = (
    text_field("role", "角色", "Role", "数字在文中的角色", "Role of the figure in the text", "figure_role", True),
    text_field("row_id", "所属行", "Row", "数字所属的支持、目标或措施", "Award, target or measure the figure belongs to"),
    text_field("column", "所属列", "Column", "数字所在的列", "Column that holds the value"),
    text_field("category", "措施类别", "Category", "措施类别", "Measure category", "category", True),
    text_field("state", "覆盖状态", "State", "该类在文件中的状态", "State of the category in the document", "coverage_state", True),
    text_field("list", "代码表", "Code list", "代码表名称", "Name of the code list", required=True),
    text_field("code", "代码", "Code", "代码", "Code", required=True),
    text_field("zh", "中文", "Chinese", "中文名称", "Chinese label"),
    text_field("en", "英文", "English", "英文名称", "English label"),
    text_field("definition_zh", "定义", "Definition (Chinese)", "中文定义", "Chinese definition"),
    text_field("definition_en", "定义(英文)", "Definition", "英文定义", "English definition"),
    text_field("external_scheme", "对应体系", "External scheme", "对应的外部分类", "External classification"),
    text_field("external_edition", "体系版本", "Edition", "外部分类的版本", "Edition of the classification"),
    text_field("external_code", "对应代码", "External code", "外部分类的代码", "Code in the classification"),
    text_field("code_relation", "对应关系", "Relation of codes", "与外部代码的关系", "Relation to the external code"),
    text_field("alignment_id", "对照代码", "Alignment id", "对照行的固定代码", "Fixed id of the alignment", required=True),
    text_field("from_document_id", "前一文件", "From document", "较早的文件", "Earlier document", required=True),
    text_field("to_document_id", "后一文件", "To document", "较晚的文件", "Later document", required=True),
    list_field("from_ids", "前一文件的行", "Rows before", "前一文件中的行", "Rows in the earlier document"),
    list_field("to_ids", "后一文件的行", "Rows after", "后一文件中的行", "Rows in the later document"),
    list_field("changes", "变化", "Changes", "变化的种类，可不止一种", "Kinds of change; there may be several", "change_kind", True),
    text_field("correction_id", "更正编号", "Correction id", "更正的固定编号", "Fixed id of the correction", required=True),
    date_field("corrected_on", "更正日期", "Corrected on", "更正发布的日期", "Day the correction was published"),
    list_field("row_ids", "更正的行", "Rows", "被更正的支持、目标或措施", "Awards, targets or measures that were corrected"),
    text_field("what_zh", "更正内容", "What (Chinese)", "原为何值、现为何值", "What stood there and what stands there now, Chinese", required=True),
    text_field("what_en", "更正内容(英文)", "What", "原为何值、现为何值", "What stood there and what stands there now", required=True),
    text_field("topic", "主题", "Topic", "对照的主题", "Topic of the alignment", "alignment_topic", True),
    text_field("reason_zh", "理由", "Reason (Chinese)", "判断的理由", "Reason for the decision, Chinese", required=True),
    text_field("reason_en", "理由(英文)", "Reason", "判断的理由", "Reason for the decision", required=True),
)

FIELDS: dict[str, Field] = {
    field.name: field
    for group in (_KEYS, _CITY, _DOCUMENT, _MEASURE, AWARD, _TARGET, _EVIDENCE, CEILING_PLACES, _RULE, _OTHER)
    for field in group
}
