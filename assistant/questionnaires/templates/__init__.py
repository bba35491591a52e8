"""Forms that ship with the program, as data."""
