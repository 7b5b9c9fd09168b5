"""What limits an award, in words: each limit alone and several in the order of reading."""

import pytest

from model.schema import TABLES
from wording.money import words

EMPTY = dict.fromkeys(TABLES["awards"].columns) | {"bound": "exact", "frequency": "unspecified", "instrument": "subsidy"}
YEAR = {"ceiling_cny": 50_000, "ceiling_per": "beneficiary", "ceiling_period": "year"}
RENT = {"form": "sum", "bound": "at_most", "sum_cny": 20, "frequency": "per_unit", "per": "square_metre_month", "per_zh": "平方米·月", "per_en": "square metre and month"}


@pytest.mark.parametrize(("columns", "zh", "en"), [
    ({"form": "rate", "bound": "range", "rate_pct": 50.0, "rate_max_pct": 100.0, "rate_basis": "service_fee", "slice_from_cny": ["0", "5000"],
      "slice_rate_pct": ["100", "50"], **YEAR},
     "服务费用5000元以内100%、超过5000元部分50%，每年最高5万元", "100% of the first CNY 5,000 and 50% beyond CNY 5,000 of service fee, up to CNY 50,000 a year"),
    (RENT | {"units_max": 500, "cap_pct": 100.0, "cap_basis": "rent", "term_max_months": 36},
     "每平方米·月最高20元，不超过实际租金，最多500平方米，期限不超过3年",
     "up to CNY 20 per square metre and month, no more than the actual rent, for at most 500 square metres, for at most 3 years"),
    ({"form": "sum", "sum_cny": 500_000, "cap_pct": 50.0, "cap_basis": "construction"}, "50万元，不超过建设投入的50%", "CNY 500,000, no more than 50% of construction"),
    ({"form": "rate", "rate_pct": 5.0, "rate_basis": "investment_made", "ceiling_cny": 1_000_000, "ceiling_per": "project", "ceiling_period": "unstated",
      "also_ceiling_cny": 3_000_000, "also_ceiling_per": "beneficiary", "also_ceiling_period": "year"},
     "投资额的5%，每个项目最高100万元，每年最高300万元", "5% of investment made, up to CNY 1 million per project, up to CNY 3 million a year"),
    ({"form": "rate", "rate_pct": 80.0, "rate_basis": "booth_fee", "ceiling_cny": 5_000, "ceiling_per": "item", "ceiling_period": "unstated", "per": "item",
      "per_zh": "个展位", "per_en": "booth", "units_max": 4},
     "展位费的80%，每个展位最高5000元，最多4个展位", "80% of booth fee, up to CNY 5,000 per booth, for at most 4 booths"),
    ({"form": "sum", "bound": "at_most", "sum_cny": 30_000_000, "instrument": "fund"}, "股权投资最高3000万元(非支付)", "equity investment of up to CNY 30 million (not a payment)"),
    ({"form": "sum", "sum_cny": 100_000, "frequency": "per_unit", "per": "step", "per_zh": "增加1亿元", "per_en": "further CNY 100 million", "relation": "on_top_of"},
     "每增加1亿元10万元", "CNY 100,000 per further CNY 100 million"),
])
def test_limits_in_words(columns, zh, en):
    assert (words(EMPTY | columns, "zh"), words(EMPTY | columns, "en")) == (zh, en)
