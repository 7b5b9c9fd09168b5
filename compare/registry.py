"""The one list of views, in menu order, that pages, command line, tests, links and reports read."""

from compare import incubator_rewards, policy_clauses, what_changed
from compare.view import View

VIEWS: dict[str, View] = {view.name: view for view in (
    incubator_rewards.VIEW,
    what_changed.VIEW,
    policy_clauses.VIEW,
)}
