"""Metadata: what a document says of itself, each value with the words that it was read from."""
