"""Largest sums: the most that a single provision pays to one beneficiary, payments only."""

from compare.questions.by_title import options
from components import page
from components.proposal_form import sum_form

page.standard(page.opened("largest_sums", lambda tables, selection: sum_form(selection, options(tables))))
