"""Incubator rewards: what each document gives to incubators, makerspaces and university science parks, by title and level."""

from compare.shared.award_matrix import award_matrix, titles
from compare.shared.view import View
from loaders import queries
from loaders.snapshot import Tables
from model.comparison import Comparison
from model.selection import Selection

CARRIERS = ("tech_incubator", "shandong_brand_incubator", "makerspace", "professional_makerspace", "brand_makerspace",
            "university_science_park", "incubation_carrier")


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are carrier titles by level, columns documents; a designation filter narrows the titles."""
    honoured = view.honoured(selection)
    wanted = titles(CARRIERS)
    chosen = tuple(title for title in wanted if not honoured.designations or title in honoured.designations)
    frame = queries.awards(tables, honoured.having(designations=chosen or ("-",)))
    return award_matrix(view, tables, selection, queries.records(frame))


VIEW = View("incubator_rewards", ("cities", "documents", "years", "designations", "beneficiaries", "levels", "statuses"), build)
