"""A Comparison to a Plotly figure: pure, one module per question."""
