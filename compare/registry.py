"""The one list of views, in menu order, that pages, command line, tests, links and reports read."""

from compare import incubator_rewards, policy_clauses
from compare.view import View

VIEWS: dict[str, View] = {view.name: view for view in (
    incubator_rewards.VIEW,
    policy_clauses.VIEW,
)}
