"""The trained classifier and how what it reads becomes spans and opinions."""
