"""The only code that opens published tables."""
