"""What several questions share: the grid of rows and columns, silence, titles, words around the cells."""
