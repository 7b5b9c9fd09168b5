"""A made-up corpus of any size: real division codes and code lists, invented documents, the schema of a published snapshot."""
