"""Tests of the reading of faces."""
