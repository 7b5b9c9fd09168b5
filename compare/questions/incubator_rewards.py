"""Incubator rewards: what each document gives to incubators, makerspaces and university science parks, by title and level."""

from compare.shared.award_matrix import award_matrix, titles
from compare.shared.material import material
from compare.shared.others import or_others
from compare.shared.parts import by_part
from compare.shared.view import DOCUMENT_FILTERS, View
from loaders import queries
from loaders.paging import Rows
from loaders.snapshot import Tables
from model.comparison import Comparison
from model.selection import Selection

CARRIERS = ("tech_incubator", "shandong_brand_incubator", "makerspace", "professional_makerspace", "brand_makerspace",
            "university_science_park", "incubation_carrier")


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are carrier titles by level, columns documents; a designation filter narrows the titles."""
    held = material(view, tables, selection)
    return award_matrix(view, held, selection, queries.records(queries.awards(tables, _narrowed(held.asked))))


def _narrowed(selection: Selection) -> Selection:
    """The selection of carrier titles only, of those chosen if any are."""
    wanted = titles(CARRIERS)
    chosen = tuple(title for title in wanted if not selection.designations or title in selection.designations)
    return selection.having(designations=chosen or ("-",))


VIEW = View(
    "incubator_rewards", (*DOCUMENT_FILTERS, "designations", "beneficiaries", "levels"), or_others(by_part(build)), lambda tables, selection: Rows("awards", _narrowed(selection)),
)
