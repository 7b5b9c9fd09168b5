"""What the columns of a target mean beyond their types."""

# Comparators of a goal that has no number: something is to be covered wholly, in general or for the most part.
COVERAGE = ("full_coverage", "generally", "basically")
