"""The curator's desk: forms, links, corrections, publishing."""
