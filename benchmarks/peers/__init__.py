"""The floor and the peers that clicks are measured against: the same question over the same tables, written as their guides advise."""
