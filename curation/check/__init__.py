"""Curated files and their rules: reading, typing, validating, anchoring, the ledger of numerals."""
