"""Embedding: text becomes unit vectors, by our own model or by one that the user names."""
