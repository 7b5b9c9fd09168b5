"""Largest sums: the most that a single provision pays to one beneficiary, payments only."""

from components import page

page.standard(page.opened("largest_sums"))
