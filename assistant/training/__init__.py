"""Invented questions from which the guard learns: one a line, the first line says what the list is."""
