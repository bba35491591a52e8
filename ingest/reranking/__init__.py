"""Reranking: a question and a passage are read together, by our own model or by one that the user names."""
