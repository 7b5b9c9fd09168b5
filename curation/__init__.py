"""From document text to published tables: read, anchor, extract, check, build, publish."""
