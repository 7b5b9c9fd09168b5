"""Questions put to the tables, and what they share; `registry` is the one list of views."""
