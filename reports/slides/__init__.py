"""PowerPoint files, 16:9."""
