"""From a file to its text: readers, the document library, the articles of a text."""
