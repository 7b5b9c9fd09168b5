"""The one list of views, in menu order, that pages, command line, tests, links and reports read."""

from compare.questions import (
    by_title,
    city,
    comparable_pairs,
    coverage,
    document_list,
    documents,
    incubator_rewards,
    largest_sums,
    overview,
    policy_clauses,
    responsibilities,
    standard_cases,
    support_list,
    targets,
    vouchers,
    what_changed,
    who_pays,
)
from compare.shared.view import View

VIEWS: dict[str, View] = {view.name: view for view in (
    overview.VIEW,
    city.VIEW,
    coverage.VIEW,
    incubator_rewards.VIEW,
    by_title.VIEW,
    vouchers.VIEW,
    targets.VIEW,
    what_changed.VIEW,
    who_pays.VIEW,
    largest_sums.VIEW,
    standard_cases.VIEW,
    support_list.VIEW,
    policy_clauses.VIEW,
    responsibilities.VIEW,
    documents.VIEW,
    document_list.VIEW,
    comparable_pairs.VIEW,
)}
