"""From curated files to a published snapshot: build, publish, roll back, what changed; the generated documents."""
