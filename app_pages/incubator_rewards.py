"""Incubator rewards: what each document gives to carriers, by recognised title and level."""

from compare.questions.incubator_rewards import CARRIERS
from components import page
from components.proposal_form import sum_form

page.standard(page.opened("incubator_rewards", lambda _, selection: sum_form(selection, CARRIERS)))
