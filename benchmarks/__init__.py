"""Measurements: ratios and medians, never asserted in tests."""
