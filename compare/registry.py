"""The one list of views, in menu order, that pages, command line, tests, links and reports read."""

from compare import by_title, incubator_rewards, policy_clauses, targets, vouchers, what_changed
from compare.view import View

VIEWS: dict[str, View] = {view.name: view for view in (
    incubator_rewards.VIEW,
    by_title.VIEW,
    vouchers.VIEW,
    targets.VIEW,
    what_changed.VIEW,
    policy_clauses.VIEW,
)}
