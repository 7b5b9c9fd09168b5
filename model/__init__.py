"""The leaf of the project: schema, codes, texts, Selection, Comparison and the rules of money and comparability."""
