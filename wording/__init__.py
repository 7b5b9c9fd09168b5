"""Facts into the words of one language; everything before this layer knows no language, everything after it takes words."""
