"""One module per question, named as its page: tables and a Selection in, a Comparison out."""
