"""Incubator rewards: what each document gives to carriers, by recognised title and level."""

from compare.incubator_rewards import CARRIERS
from components import filters, page

page.standard(page.opened("incubator_rewards", lambda _, selection: filters.proposal_form(selection, CARRIERS)))
