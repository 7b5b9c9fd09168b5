"""A Comparison, or several in a basket, to bytes: pure, one module or package per format."""
