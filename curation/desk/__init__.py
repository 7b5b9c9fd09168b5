"""The work of a curator: drafts, proposals, links, saving."""
